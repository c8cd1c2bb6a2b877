"""A sign that comes from another font does not move the words beside it."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QRect
from PySide6.QtGui import QPalette

from tests.ui.table.rows import Line, Source
from tests.ui.theme.pixels import between, picture, place_of
from ui.table.column import Column, Kind
from ui.table.data_table import DataTable
from ui.table.rows_model import RowsModel
from ui.theme.appearance import Theme
from ui.theme.palette import VISIBLE

SAME = "nnnn"
COLUMNS = (
    Column[Line]("plain", "Chữ", 20, lambda _line: SAME),
    Column[Line]("sign", "Dấu", 20, lambda _line: f"✓ {SAME}"),
    Column[Line]("arrow", "Mũi tên", 20, lambda _line: f"→ {SAME}"),
    Column[Line]("number", "Số", 20, lambda _line: f"✓ {SAME}", Kind.NUMBER),
)


@pytest.fixture
def table(qtbot, worn):
    worn.set_theme(Theme.LIGHT)
    made = DataTable(RowsModel(COLUMNS, Source().fetch), "signs")
    qtbot.addWidget(made)
    made.rows.set_ids(range(2))
    made.resize(900, 200)
    made.show()
    return made


def rows_with_ink(table, column):
    """The rows of pixels in which the last words of a cell are written."""
    image = picture(table)
    cell = table.visualRect(table.rows.index(1, column))
    wide = table.fontMetrics().horizontalAdvance(SAME)
    sign = table.fontMetrics().horizontalAdvance("n")
    text = table.rows.index(1, column).data()
    shift = 0 if text == SAME else table.fontMetrics().horizontalAdvance(text) - wide
    left = cell.right() - wide - sign if column == 3 else cell.left() + sign + shift
    words = place_of(table.viewport(), QRect(left, cell.top(), wide, cell.height() - 2))
    paper = table.palette().color(QPalette.ColorRole.Base).rgb()
    dark = {
        y
        for y in range(words.top(), words.bottom() + 1)
        for x in range(words.left(), words.right() + 1)
        if between(image.pixel(x, y), paper) >= VISIBLE
    }
    return min(dark), max(dark)


def test_words_stand_on_one_line_whatever_font_a_sign_comes_from(table):
    plain = rows_with_ink(table, 0)
    assert [rows_with_ink(table, column) for column in (1, 2, 3)] == [plain] * 3
