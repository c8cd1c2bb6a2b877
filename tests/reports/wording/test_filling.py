"""What stands on paper: places have their values, and what is empty leaves no trace."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reports.blocks import Paragraph, ParagraphStyle, QrCode, TextRun
from reports.wording.filling import fill_subject, fill_wording
from reports.wording.places import WordingValue

VALUES: dict[str, WordingValue] = {
    "tổng": "532",
    "tỷ lệ": "4,5%",
    "trống": "",
    "hòa": "Hoà Bình",
    "loại": "cuộc thi",
    "mã": (QrCode("https://a.vn", "Mã QR"),),
    "không mã": (),
    "đoạn": "Một.\nHai.",
}


def filled(text: str) -> list[str]:
    made = fill_wording("launch-letter", text, VALUES)
    return [block.text for block in made]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Có {Tổng} người", ["Có 532 người"]),
        ("Ở {hoà}", ["Ở Hoà Bình"]),
        ("{Loại} ở {loại}", ["Cuộc thi ở cuộc thi"]),
        ("{TỔNG} {Mã} {Lạ}", ["532 {Lạ}"]),
        ("Có {lạ} người", ["Có {lạ} người"]),
        ("Còn {trống} người", []),
        ("Còn {trống} trong {tổng}", ["Còn trong 532"]),
        ("{tổng} ({trống}), đạt", ["532, đạt"]),
        ("{tổng} {trống}, đạt", ["532, đạt"]),
        ("{tổng} {trống} .", ["532."]),
        ("Có {tổng}[[, còn {trống} người]].", ["Có 532."]),
        ("Có {tổng}[[, đạt {tỷ lệ}]].", ["Có 532, đạt 4,5%."]),
        ("[[Còn {trống} || Hết]] rồi", ["Hết rồi"]),
        ("[[Còn {tổng} || Hết]] rồi", ["Còn 532 rồi"]),
        ("[[Còn {trống} || Hết {trống}]] rồi", ["rồi"]),
        ("[[Còn {trống} || [[Có {trống} || Hết]]]] rồi", ["Hết rồi"]),
        ("[[\na {trống}\n||\nb {trống}\n]]", []),
        ("[[Còn {tổng}[[ ở {trống}]]]].", ["Còn 532."]),
        ("[[Còn {trống}]]", []),
        ("Vì[[ {trống}]] thế", ["Vì thế"]),
        ("{mã}", ["https://a.vn"]),
        ("{không mã}", []),
        ("Quét {mã} này với {tổng}", ["Quét này với 532"]),
        ("{đoạn}", ["Một.", "Hai."]),
        ("Rằng {đoạn}", ["Rằng Một. Hai."]),
        ("[[\nMã:\n{mã}\n]]", ["Mã:", "https://a.vn"]),
        ("[[\nMã:\n{không mã}\n]]\nhết", ["hết"]),
        ("[[\nCó {trống}\n||\nHết\n]]", ["Hết"]),
        ("[[\na\n[[\nb {trống}\n]]\n]]", ["a"]),
        ("{số thứ tự}. a\n{số thứ tự}. b {trống}\n{số thứ tự}. c", ["1. a", "2. c"]),
        ("{số thứ tự}. a\n[[\n{số thứ tự}. b\n{không mã}\n]]\n{số thứ tự}. c", ["1. a", "2. c"]),
        ("# {số La Mã}. A\n{số thứ tự}. a\n# {số La Mã}. B\n{số thứ tự}. b",
         ["I. A", "1. a", "II. B", "1. b"]),
    ],
)  # fmt: skip
def test_a_wording_is_filled(text: str, expected: list[str]) -> None:
    assert filled(text) == expected


def test_what_stands_out_stands_out_with_the_value() -> None:
    made = fill_wording("launch-letter", "Đến hết **ngày {tổng}**, *nhé*", VALUES)
    runs = (
        TextRun("Đến hết "),
        TextRun("ngày 532", bold=True),
        TextRun(", "),
        TextRun("nhé", italic=True),
    )
    assert made == (Paragraph("Đến hết ngày 532, nhé", ParagraphStyle.BODY, runs),)


def test_a_value_is_no_wording() -> None:
    made = fill_wording("launch-letter", "Tên: {tên}", {"tên": "[[A]] {tổng} **B** \\*"})
    assert made == (Paragraph("Tên: [[A]] {tổng} **B** \\*"),)


def test_lines_of_the_subject_stand_above_the_text() -> None:
    text = "= V/v có **{tổng}** người\n= Còn {trống}\n[[\n= ở {hoà}\n]]\nMột"
    assert fill_subject("launch-letter", text, VALUES) == ("V/v có 532 người", "ở Hoà Bình")
    assert filled(text) == ["Một"]


VALUE = st.one_of(st.text(), st.just(""), st.just(()), st.just((QrCode("a", "b"),)))
NAMED = st.sampled_from(["{a}", "{b}", "[[", "]]", "||", " ", "x", "(", ")", ",", "\n", "**", "*"])


@given(st.lists(NAMED).map("".join), st.fixed_dictionaries({"a": VALUE, "b": VALUE}))
def test_filling_never_fails_and_leaves_no_blank_paragraph(
    text: str, values: dict[str, WordingValue]
) -> None:
    for block in fill_wording("launch-letter", text, values):
        if isinstance(block, Paragraph):
            assert block.text == block.text.strip() != ""
            assert "\n" not in block.text


@given(st.lists(st.sampled_from(["{a}", "[[{a} ]]", "từ", " ", ",", "(", ")"])).map("".join))
def test_an_empty_place_makes_no_double_space(text: str) -> None:
    single = " ".join(text.split())
    for block in fill_wording("launch-letter", f"{{b}} {single}", {"a": "", "b": "Đầu"}):
        assert isinstance(block, Paragraph)
        assert "  " not in block.text
