"""Two columns that fit one meaning equally well are asked about, none of them is taken."""

from __future__ import annotations

import pytest

from models.intake.grid import Cell, Sheet, Workbook
from models.intake.shape.fields import Field
from models.intake.shape.find import SURE_ENOUGH, find_tables
from models.intake.shape.records import TableGuess

NAMES = ("Nguyễn Văn An", "Trần Thị Bình", "Lê Quang Cường", "Phạm Minh Dũng")
UNITS = ("Trạm Y tế xã", "Công an xã", "Trạm Y tế xã", "Phòng Kinh tế")
DAYS = ("15/02/1980", "20/03/1985", "30/12/1990", "15/06/1971")
OTHER_DAYS = ("16/02/2010", "21/03/2012", "28/12/1999", "19/06/1998")
POSTS = ("Giáo viên", "Kế toán", "Trưởng phòng", "Y sĩ")


def _guess(*columns: tuple[str, tuple[Cell, ...]]) -> TableGuess:
    every = (("STT", (1, 2, 3, 4)), ("Họ và tên", NAMES), *columns)
    head: tuple[Cell, ...] = tuple(title for title, _ in every)
    body: list[tuple[Cell, ...]] = list(zip(*(cells for _, cells in every), strict=True))
    (guess,) = find_tables(Workbook("a", "0", "xlsx", (Sheet("DS", [head, *body]),)))
    return guess


@pytest.mark.parametrize(
    ("title", "one", "other", "field"),
    [
        ("Ngày sinh", DAYS, tuple(reversed(DAYS)), Field.BIRTH),
        ("Đơn vị", UNITS, tuple(reversed(UNITS[1:])) + UNITS[:1], Field.UNIT),
        ("Email", tuple(f"a{n}@xa.gov.vn" for n in range(4)), tuple(f"b{n}@gmail.com" for n in range(4)), Field.EMAIL),
        ("Chức vụ", POSTS, tuple(reversed(POSTS)), Field.POSITION),
    ],
)  # fmt: skip
def test_a_close_call_is_asked(title, one, other, field):
    guess = _guess((title, one), (title, other))
    (open_,) = guess.open_columns
    assert (open_.letter, open_.field, open_.may_be) == ("C", Field.IGNORED, field)
    assert "cột D" in open_.why
    assert guess.confidence <= SURE_ENOUGH


@pytest.mark.parametrize(
    "columns",
    [
        (("Ngày sinh", DAYS), ("Ngày sinh", DAYS)),
        (("Ngày sinh", DAYS), ("Ngày vào làm", OTHER_DAYS)),
        (("Chức vụ", POSTS), ("Chức danh", tuple(reversed(POSTS)))),
        (("SĐT 1", tuple(f"091234567{n}" for n in range(4))), ("SĐT 2", tuple(f"098234567{n}" for n in range(4)))),
        (("Đơn vị", UNITS), ("Đơn vị", (None,) * 4)),
    ],
)  # fmt: skip
def test_what_repeats_is_empty_or_differs_is_no_rival(columns):
    guess = _guess(*columns)
    assert guess.open_columns == ()
    assert guess.confidence > SURE_ENOUGH


@pytest.mark.parametrize(
    ("one", "other"),
    [("Họ tên A", "Họ tên B"), ("Họ tên cán bộ", "Họ tên giáo viên"), ("Họ tên cán bộ", "Họ tên viên chức")],
)  # fmt: skip
def test_whole_names_in_two_columns_are_two_people_and_asked(one, other):
    others = ("Đỗ Thị Lan", "Hồ Văn Tư", "Ngô Thị Năm", "Vũ Đức Huy")
    head: tuple[Cell, ...] = ("STT", one, other, "Đơn vị")
    body: list[tuple[Cell, ...]] = list(zip((1, 2, 3, 4), NAMES, others, UNITS, strict=True))
    (guess,) = find_tables(Workbook("a", "0", "xlsx", (Sheet("DS", [head, *body]),)))
    assert "hai cột tên người khác nhau" in guess.question
    assert not guess.wanted
