"""Where a table lacks a little room the column that fills gives way, and no bar is needed."""

from __future__ import annotations

from dataclasses import replace

import pytest

from tests.ui.table.rows import Source
from ui.frozen.columns import PERSON_COLUMNS
from ui.importing.plan_columns import QUEUE_COLUMNS
from ui.pages.contest.stages_columns import PRIZE_COLUMNS
from ui.safekeeping.copies_columns import KEPT_COLUMNS
from ui.table.data_table import DataTable
from ui.table.rows_model import RowsModel

LACKING = 12


@pytest.fixture
def make(qtbot, worn):
    def maker(columns):
        table = DataTable(RowsModel(columns, Source().fetch), "nhuong-cho")
        qtbot.addWidget(table)
        table.resize(100, 200)
        table.show()
        return table

    return maker


@pytest.mark.parametrize("columns", [KEPT_COLUMNS, PRIZE_COLUMNS, PERSON_COLUMNS, QUEUE_COLUMNS])
def test_a_table_that_lacks_little_room_needs_no_bar(qtbot, make, columns):
    stiff = make([replace(each, least=0) for each in columns])
    frame = stiff.width() - stiff.viewport().width()
    table = make(columns)
    table.resize(stiff.header.length() + frame - LACKING, 200)
    qtbot.waitUntil(lambda: table.horizontalScrollBar().maximum() == 0)
