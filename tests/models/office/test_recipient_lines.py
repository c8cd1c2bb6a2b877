"""Recipients as officers type them; documents set the signs around them."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from models.office.recipient_lines import recipient_line, recipients_typed
from reports.render.text import recipient_lines


@pytest.mark.parametrize(
    ("typed", "kept"),
    [
        ("- Như trên;", "Như trên"),
        ("– Chủ tịch, các PCT UBND xã ;", "Chủ tịch, các PCT UBND xã"),
        ("• Sở Khoa học và Công nghệ./.", "Sở Khoa học và Công nghệ"),
        ("1. Các thôn, tổ dân phố,", "Các thôn, tổ dân phố"),
        ("12 thôn, tổ dân phố", "12 thôn, tổ dân phố"),
        ("Kính gửi: - Các cơ quan,  đơn vị;", "Các cơ quan, đơn vị"),
        ("Phòng Văn hóa - Xã hội", "Phòng Văn hóa - Xã hội"),
        (" - ; ", ""),
    ],
)
def test_signs_of_the_document_are_taken_off(typed, kept):
    assert recipient_line(typed) == kept


def test_the_archive_comes_by_itself_and_nobody_twice():
    typed = "Nơi nhận:\n- Như trên;\n- như trên;\n\n- Ban Tổ chức Cuộc thi;\n- Lưu: VT, VHXH."
    assert recipients_typed(typed) == ("Như trên", "Ban Tổ chức Cuộc thi")
    assert recipients_typed("Lưu VT.\nLưu ý chung") == ("Lưu ý chung",)


@given(st.text(st.sampled_from("- –•1.);,/ aĐB\n:"), max_size=40))
def test_what_was_printed_is_read_back_the_same(text):
    told = recipients_typed(text)
    assert recipients_typed("\n".join(recipient_lines(told))) == told
    assert all(line and line[-1] not in ";,. " and line[0] not in "-–•" for line in told)
