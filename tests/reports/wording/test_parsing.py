"""A wording is read whatever is written; what is wrong is told at its letter."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reports.blocks import Paragraph, ParagraphStyle
from reports.wording.checking import check_wording
from reports.wording.filling import fill_wording
from reports.wording.known import nearest_places
from reports.wording.marks import ESCAPABLE, escaped, marks_of_line
from reports.wording.parsing import parse_wording

KIND = "launch-letter"
# What people type, with all that the grammar knows.
MARKED = st.lists(
    st.sampled_from([*"aÂ đ\n\\{}[]|*#>^=.", " || ", "[[", "]]", "||", "**", "{số thứ tự}"])
).map("".join)


@given(st.one_of(st.text(), MARKED))
def test_any_text_is_read_and_filled(text: str) -> None:
    wording = parse_wording(text)
    lines = text.replace("\r\n", "\n").split("\n")
    for problem in check_wording(KIND, text):
        told = lines[problem.line - 1]
        assert problem.sentence.endswith((".", "?"))
        assert 1 <= problem.column <= problem.column + problem.length - 1 <= len(told)
    for use in wording.places():
        assert lines[use.line - 1][use.column - 1 :].startswith(use.written)
    for block in fill_wording(KIND, text, {}):
        assert isinstance(block, Paragraph)
        assert block.text.strip()


@given(MARKED)
def test_the_signs_of_a_line_are_all_of_it(line: str) -> None:
    assert "".join(sign.written for sign in marks_of_line(line)) == line


@given(
    st.lists(st.text(st.characters(exclude_characters=ESCAPABLE, exclude_categories=["C", "Z"])))
)
def test_words_without_marks_come_back_as_they_are(words: list[str]) -> None:
    text = " ".join(filter(None, words))
    made = fill_wording(KIND, text, {})
    assert [block.text for block in made if isinstance(block, Paragraph)] == (
        [text] if text else []
    )


@given(st.text(st.characters(exclude_categories=["C", "Z"])))
def test_escaped_words_come_back_as_they_are(text: str) -> None:
    made = fill_wording(KIND, escaped(text), {})
    assert "".join(block.text for block in made if isinstance(block, Paragraph)) == text
    assert check_wording(KIND, escaped(text)) == ()


@pytest.mark.parametrize(
    ("line", "style", "text"),
    [
        ("# I. KẾT QUẢ", ParagraphStyle.PART, "I. KẾT QUẢ"),
        ("## 1. Mục đích", ParagraphStyle.CLAUSE, "1. Mục đích"),
        ("> Căn cứ Luật;", ParagraphStyle.BASIS, "Căn cứ Luật;"),
        ("^ Mã QR", ParagraphStyle.CENTER, "Mã QR"),
        ("  - Như trên; ", ParagraphStyle.BODY, "- Như trên;"),
        ("#1", ParagraphStyle.BODY, "#1"),
        (r"\# 1", ParagraphStyle.BODY, "# 1"),
        ("{{tổng số}} và }}", ParagraphStyle.BODY, "{tổng số} và }"),
        (r"2 \* 3 = \[[6]]", ParagraphStyle.BODY, "2 * 3 = [[6]]"),
    ],
)
def test_a_line_is_a_paragraph_in_the_style_that_it_begins_with(
    line: str, style: ParagraphStyle, text: str
) -> None:
    assert fill_wording(KIND, line, {}) == (Paragraph(text, style),)


def told(text: str) -> list[tuple[int, int, int, str]]:
    return [(p.line, p.column, p.length, p.sentence) for p in check_wording(KIND, text)]


@pytest.mark.parametrize(
    ("text", "line", "column", "length", "words"),
    [
        ("Có {tổng", 1, 4, 1, "chưa có dấu }"),
        ("a\nCó tổng} người", 2, 8, 1, "không có dấu {"),
        ("Có { } người", 1, 4, 3, "chưa có tên chỗ"),
        ("Đạt **cao", 1, 5, 2, "chưa có dấu ** thứ hai"),
        ("Đạt *cao", 1, 5, 1, "chưa có dấu * thứ hai"),
        ("[[Đạt **cao]] lắm**", 1, 7, 2, "chưa có dấu ** thứ hai"),
        ("a [[b", 1, 3, 2, "chưa có dấu ]]"),
        ("a ]] b", 1, 3, 2, "không có dấu [["),
        ("a || b", 1, 3, 2, "chỉ đứng giữa"),
        ("[[a || b || c]]", 1, 10, 2, "chỉ đứng giữa"),
        ("a\n  [[\nb", 2, 3, 2, "chưa có dấu ]]"),
        ("a\n]]", 2, 1, 2, "không có dấu [["),
        ("||", 1, 1, 2, "chỉ đứng giữa"),
        ("[[\na\n||\nb\n||\nc\n]]", 5, 1, 2, "chỉ đứng giữa"),
    ],
)
def test_a_mark_without_what_belongs_to_it_is_told(
    text: str, line: int, column: int, length: int, words: str
) -> None:
    first = told(text)[0]
    assert first[:3] == (line, column, length)
    assert words in first[3]


def test_a_mark_without_what_belongs_to_it_stays_on_paper() -> None:
    made = fill_wording(KIND, "Có {tổng và **cao [[hơn", {})
    assert made == (Paragraph("Có {tổng và **cao [[hơn"),)


def test_an_unknown_place_is_told_with_the_nearest_one() -> None:
    assert told("Có {số thư tự} người") == [
        (1, 4, 11, "Không có chỗ nào tên là {số thư tự}. Có phải là {số thứ tự}?")
    ]


@pytest.mark.parametrize(
    ("written", "meant"),
    [
        ("tổng sô", "tổng số"),
        ("tong so", "tổng số"),
        ("hạn hoàn thàn", "hạn hoàn thành"),
        ("các đơn vị trong phụ luc", "các đơn vị trong phụ lục"),
    ],
)
def test_the_nearest_place_comes_first(written: str, meant: str) -> None:
    assert nearest_places("reminder-letter", written)[0] == meant


def test_a_place_of_other_kinds_is_told_and_never_proposed() -> None:
    sentence = "Chỗ {các đơn vị trong phụ lục} không có số liệu trong loại văn bản này."
    assert told("Có {các đơn vị trong phụ lục}.") == [(1, 4, 26, sentence)]
    assert "các đơn vị trong phụ lục" not in nearest_places(KIND, "các đơn vị trong phụ luc")


def test_a_place_of_whole_paragraphs_stands_alone() -> None:
    assert told("  {các chặng}  ") == []
    assert told("Có {các chặng}") == [
        (1, 4, 11, "Chỗ {các chặng} phải đứng một mình trên một dòng.")
    ]


def test_a_place_is_known_whatever_its_case_spaces_and_tones() -> None:
    assert told("{SỐ  Thứ tự} { số thứ tự }") == []
