"""Numbers in the dialogs of a contest are read by the one reader of numbers, and by nobody else."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from models.errors import AppError
from ui.pages.contest.typed import typed_number, typed_whole

UI = Path(__file__).parents[4] / "ui"
OWN_WAY = re.compile(r"""replace\(",", *"\."\)|QIntValidator|QDoubleValidator""")


def test_thousands_where_a_whole_number_is_asked():
    assert typed_whole("Mức thưởng", "1.234") == 1234
    assert typed_whole("Mức thưởng", "10.000.000 đ") == 10_000_000
    for text in ("12.5", "1,5", "1.23"):
        with pytest.raises(AppError, match="phải là số nguyên"):
            typed_whole("Mức thưởng", text)


def test_decimals_where_points_are_asked_and_no_guess():
    assert typed_number("Điểm", "87.5") == typed_number("Điểm", "87,5") == 87.5
    assert typed_number("Tỷ lệ", "87,125%", 100) == 87.125
    assert typed_number("Điểm", "") is None
    with pytest.raises(AppError, match="có thể là 1234, cũng có thể là 1,234"):
        typed_number("Điểm", "1.234")


def test_no_screen_reads_numbers_in_a_way_of_its_own():
    own = [each.name for each in UI.rglob("*.py") if OWN_WAY.search(each.read_text("utf-8"))]
    assert own == []
