"""Titles break before words that open a phrase, into lines of like length."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from reports.render.lines import balanced_lines
from resources.catalog import communes

TITLE = (
    "Cán bộ, công chức, viên chức, người lao động chưa đăng ký tham gia Cuộc thi "
    "“Ứng dụng AI trong thực thi nhiệm vụ của các cơ quan hành chính”"
)


@pytest.mark.parametrize("width", range(40, 120, 4))
def test_cuoc_thi_is_never_torn_apart(width: int):
    lines = balanced_lines(TITLE, len, width)
    assert " ".join(lines) == TITLE
    assert not any(line.endswith("Cuộc") for line in lines)


def test_a_short_text_is_one_line():
    assert balanced_lines("Kết quả tham gia", len, 40) == ["Kết quả tham gia"]
    assert balanced_lines("", len, 40) == [""]


def test_lines_are_of_like_length():
    lines = balanced_lines("một hai ba bốn năm sáu bảy tám chín mười", len, 36)
    assert len(lines) == 2
    assert abs(len(lines[0]) - len(lines[1])) < 10


@settings(max_examples=60)
@given(st.lists(st.text("abcđ“", min_size=1, max_size=9), max_size=18), st.integers(9, 60))
def test_no_word_is_lost_and_every_line_fits(words: list[str], width: int):
    lines = balanced_lines(" ".join(words), len, width)
    assert " ".join(lines) == " ".join(words)
    assert all(len(line) <= width for line in lines)


NAME = "“Ứng dụng AI trong thực thi nhiệm vụ của các cơ quan hành chính”"
TITLES = (
    f"Kết quả triển khai Cuộc thi {NAME}",
    TITLE,
    f"V/v đôn đốc tham gia Cuộc thi {NAME} và phong trào “Bình dân học vụ số” năm 2026",
    f"Về việc hưởng ứng {NAME}",
)


@pytest.mark.parametrize("title", TITLES)
@pytest.mark.parametrize("width", range(len(NAME), 110, 3))
def test_a_quoted_name_stays_on_one_line_that_holds_it(title: str, width: int):
    lines = balanced_lines(title, len, width)
    assert any(NAME in line for line in lines)
    assert all(len(line) <= width for line in lines)


@pytest.mark.parametrize("width", range(20, len(NAME), 3))
def test_a_name_longer_than_a_line_has_lines_that_end_between_words(width: int):
    lines = balanced_lines(TITLES[0], len, width)
    assert " ".join(lines) == TITLES[0]
    assert all(len(line) <= width for line in lines)
    assert not any(line.lower().endswith((" cuộc", " cơ", " thực")) for line in lines[:-1])


@pytest.mark.parametrize("width", range(24, 90, 2))
def test_a_date_is_not_torn(width: int):
    title = "Kết quả triển khai (số liệu tính đến ngày 08 tháng 6 năm 2026) của xã"
    for line in balanced_lines(title, len, width)[:-1]:
        assert line.split()[-1] not in {"ngày", "tháng", "năm"}


def test_a_quote_that_is_never_closed_is_only_a_word():
    lines = balanced_lines("một “hai ba bốn sáu bảy tám chín", len, 14)
    assert " ".join(lines) == "một “hai ba bốn sáu bảy tám chín"


@pytest.mark.parametrize("words", ["phát động", "hưởng ứng", "đôn đốc tham gia"])
def test_a_name_that_needs_several_lines_of_a_narrow_column_begins_one(words: str):
    lines = balanced_lines(f"V/v {words} Cuộc thi {NAME}", len, 34)
    assert any(line.startswith("“") for line in lines)
    assert not any(line.endswith(("Ứng", "thực", "nhiệm")) for line in lines)


@pytest.mark.parametrize("commune", [each.name for each in communes()])
def test_the_name_of_a_commune_above_its_office_is_not_torn(commune: str):
    above = f"UBND {commune.upper()}"
    lines = balanced_lines(above, len, 24)
    assert " ".join(lines) == above
    assert len(lines) == 1 or lines[0].split()[-1] in ("XÃ", "PHƯỜNG", "KHU")


def test_a_word_of_two_syllables_in_a_contests_name_is_not_torn():
    lines = balanced_lines("“Tìm hiểu Luật Bảo vệ dữ liệu cá nhân”", len, 30)
    assert lines == ["“Tìm hiểu Luật Bảo vệ", "dữ liệu cá nhân”"]
