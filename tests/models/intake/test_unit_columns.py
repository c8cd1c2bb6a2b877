"""Which column names the unit, and when two that may are asked about."""

from __future__ import annotations

import pytest

from models.intake.grid import Cell, GridRow, Sheet, Workbook
from models.intake.shape.fields import Field
from models.intake.shape.find import find_tables
from models.intake.shape.records import TableGuess

NAMES = ("Nguyễn Văn An", "Trần Thị Bình", "Lê Quang Cường", "Phạm Minh Dũng")
UNITS = ("Trạm Y tế xã", "Công an xã", "Trạm Y tế xã", "Phòng Kinh tế")
OTHERS = ("Văn phòng HĐND và UBND", "Phòng Văn hóa - Xã hội", "Trạm Y tế xã", "Công an xã")
THON = ("Thôn Nội", "Thôn Ngoại", "Thôn Đông", "Thôn Hạ")
WORDS = ("Bếp", "Hành chính", "Bảo vệ", "Bếp")


def _guess(*columns: tuple[str, tuple[Cell, ...]]) -> TableGuess:
    every = (("STT", (1, 2, 3, 4)), ("Họ và tên", NAMES), *columns)
    head: GridRow = tuple(title for title, _ in every)
    body: list[GridRow] = list(zip(*(cells for _, cells in every), strict=True))
    (guess,) = find_tables(Workbook("a", "0", "xlsx", (Sheet("DS", [head, *body]),)))
    return guess


@pytest.mark.parametrize(
    ("one", "other"),
    [("Đơn vị", "Phòng ban"), ("Phòng ban", "Nơi công tác"), ("Cơ quan", "Phòng ban"),
     ("Đơn vị công tác", "Phòng"), ("Department", "Office")],
)  # fmt: skip
@pytest.mark.parametrize("cells", [(UNITS, OTHERS), (("UBND xã Kẻ Sặt",) * 4, UNITS)])
def test_two_workplaces_that_differ_are_asked_about_by_both_names(one, other, cells):
    guess = _guess((one, cells[0]), (other, cells[1]))
    assert Field.UNIT not in guess.fields.values()
    (open_,) = guess.open_columns
    assert open_.may_be is Field.UNIT
    rival = other if open_.header_text == one else one
    assert f"“{rival}”" in open_.why


@pytest.mark.parametrize(
    ("one", "other", "cells"),
    [
        ("Đơn vị", "Thôn", THON), ("Đơn vị", "Phòng ban", UNITS), ("Đơn vị", "Bộ phận", WORDS),
        ("Phòng ban", "Chi bộ", ("Chi bộ 1", "Chi bộ 2") * 2), ("Đơn vị", "Bộ phận", (None,) * 4),
        ("Trường", "Tổ chuyên môn", ("Tổ Tự nhiên", "Tổ Xã hội") * 2),
        ("Đơn vị công tác", "Đơn vị quản lý", OTHERS), ("Đơn vị mới", "Đơn vị cũ", OTHERS),
        ("Dept.", "Address", THON), ("ĐV", "Quê quán", THON),
    ],
)  # fmt: skip
def test_what_is_no_second_workplace_is_no_question(one, other, cells):
    for columns in [((one, UNITS), (other, cells)), ((other, cells), (one, UNITS))]:
        guess = _guess(*columns)
        read = [column.header_text for column in guess.columns if column.field is Field.UNIT]
        assert read == [one]
        assert guess.open_columns == ()


@pytest.mark.parametrize("title", ["Xyz", "Thuộc"])
def test_units_under_a_title_that_says_nothing_are_asked_about(title):
    (open_,) = _guess((title, UNITS)).open_columns
    assert (open_.letter, open_.field, open_.may_be) == ("C", Field.IGNORED, Field.UNIT)
    assert _guess((title, UNITS), ("Đơn vị", UNITS)).open_columns == ()
