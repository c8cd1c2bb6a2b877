"""Reasons are of one kind when they differ only in what is this person's own."""

import pytest

from ui.deciding.likeness import reason_kind, reason_kinds


@pytest.mark.parametrize(
    ("one", "other"),
    [
        (
            "họ tên thiếu dấu: “Tran” và “Trần”",
            "họ tên thiếu dấu: “Vu” và “Vũ”, “Thi” và “Thị”",
        ),
        ("thiếu đệm “Ngọc”", "thiếu đệm “Minh”"),
        ("người này đã rời danh sách ngày 01/02/2026", "người này đã rời danh sách ngày 3/4/2025"),
        ("danh sách có 2 người cùng khớp", "danh sách có 3 người cùng khớp"),
    ],
)
def test_words_dates_and_numbers_make_no_other_kind(one, other):
    assert reason_kind(one) == reason_kind(other)


def test_other_reasons_stay_apart():
    reasons = ("cùng họ tên", "cùng đơn vị", "khác đơn vị", "khác dấu thanh: “a” và “á”")
    assert len(set(reason_kinds(reasons))) == len(reasons)
