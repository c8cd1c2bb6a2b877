"""The units ranked by rate, with bars; every number opens the names behind it."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import date
from typing import Any

from PySide6.QtCore import QModelIndex, Signal
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QAbstractItemView, QHBoxLayout, QVBoxLayout, QWidget

from models.contests.mark_names import USUAL_NAMES, mark_names
from models.figures.behind import FigureNumber, people_behind
from models.figures.ranking import RankedUnit
from models.records import PeopleQuery, Status
from ui.calls.figures import Look
from ui.pages.overview_bars import BarDelegate
from ui.pages.overview_beside import beside_note
from ui.pages.overview_ranks import (
    BAR,
    COLUMNS,
    RankingRow,
    columns_empty,
    ranked_rows,
    ranking_titles,
    rows_sorted,
)
from ui.table.clipboard import table_mime
from ui.table.data_table import DataTable
from ui.table.rows_model import Lost, RowsModel
from ui.theme.pieces import label, link

STATUSES: dict[str, frozenset[Status]] = {
    "total": frozenset({Status.NOT_REGISTERED, Status.REGISTERED}),
    "registered": frozenset({Status.REGISTERED}),
    "completed": frozenset({Status.COMPLETED}),
    "missing": frozenset({Status.NOT_REGISTERED}),
    "rate": frozenset({Status.NOT_REGISTERED}),
}


NUMBERS = {
    "total": FigureNumber.TOTAL,
    "registered": FigureNumber.REGISTERED,
    "completed": FigureNumber.COMPLETED,
    "missing": FigureNumber.NOT_REGISTERED,
    "rate": FigureNumber.REGISTERED,
}


OF_ONE = {
    Status.REGISTERED: Status.COMPLETED,
    Status.NOT_REGISTERED: Status.NOT_COMPLETED,
}
ONE_MARK = {
    FigureNumber.REGISTERED: FigureNumber.COMPLETED,
    FigureNumber.NOT_REGISTERED: FigureNumber.NOT_COMPLETED,
}
"""Where only completing is counted, it stands where else registering does."""


class RankingTable(QWidget):
    """The table. `chosen` carries the `PeopleQuery` of the number that was clicked, `explained`
    how it comes about, `reminded`
    the id of the unit whose last reminder was; `said` a sentence for the message bar."""

    chosen = Signal(object)
    explained = Signal(str)
    reminded = Signal(int)
    said = Signal(str)

    def __init__(self) -> None:
        super().__init__()
        self._ranked_rows: tuple[RankingRow, ...] = ()
        self._rows: dict[int, RankingRow] = {}
        self._order = ("", False)
        self._day: date | None = None
        self._look: Look | None = None
        self._names = USUAL_NAMES
        self._model = RowsModel(COLUMNS, self._fetch, self)
        self.table = DataTable(self._model, "ranking")
        self.table.setObjectName("rankingTable")
        self.table.setAccessibleName("Các đơn vị xếp theo tỷ lệ đăng ký")
        self.table.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.table.setItemDelegateForColumn(BAR, BarDelegate(self.table, self._ranked))
        self._note = label(role="muted", wrap=True)
        self._note.setObjectName("rankingNote")
        self._copy = link("Sao chép cả bảng", "rankingCopy")
        self._lay_out()
        self.table.clicked.connect(self._click)
        self.table.opened.connect(lambda unit_id: self._choose(unit_id, ""))
        self.table.sorted_by.connect(self._sort)
        self._copy.clicked.connect(self.copy_whole)
        self.met = self.table, self._copy

    def _lay_out(self) -> None:
        below = QHBoxLayout()
        below.setContentsMargins(12, 0, 12, 0)
        below.addWidget(self._note, 1)
        below.addWidget(self._copy)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self.table)
        column.addLayout(below)

    def show_look(self, look: Look) -> None:
        """Rank the units of `look`; the order that somebody chose stays."""
        self._look = look
        self._names = mark_names(look.contest)
        self._day = None if look.day == look.today else look.day
        notes = [beside_note(look.beside), *look.figures.notes, *look.figures.footnotes]
        self._note.setText(" ".join(filter(None, notes)))
        self._ranked_rows = ranked_rows(look)
        left_out = columns_empty(self._ranked_rows) if self._ranked_rows else ()
        one = ("registered",) if self._names.one else ()
        self.table.describe(ranking_titles(self._names), (*one, *left_out))
        self._rows = {row.id: row for row in self._ranked_rows}
        self._sort(*self._order)

    def copy_whole(self) -> None:
        """Put all lines in the order shown on the clipboard, under the titles."""
        columns = self.table.selected_columns()
        rows = [self._rows[each] for each in self._model.ids]
        texts = self.table.cell_texts(columns, rows)
        titles = [column.title for column in columns]
        QGuiApplication.clipboard().setMimeData(table_mime(texts, titles))
        self.said.emit("Đã sao chép cả bảng; dán vào Excel, Word hoặc Zalo.")

    def _sort(self, key: str, descending: bool) -> None:
        self._order = (key, descending)
        self._model.set_ids([row.id for row in rows_sorted(self._ranked_rows, key, descending)])

    def _fetch(
        self, ids: Sequence[int], take: Callable[[Sequence[RankingRow]], Any], _lost: Lost
    ) -> None:
        take([self._rows[each] for each in ids if each in self._rows])

    def _ranked(self, line: int) -> RankedUnit | None:
        row = self._model.row_at(line)
        return row.ranked if row is not None else None

    def _click(self, index: QModelIndex) -> None:
        key = COLUMNS[index.column()].key
        row = self._model.row_at(index.row())
        if row is None:
            return
        if key == "reminded":
            self.reminded.emit(row.id)
        elif key in STATUSES:
            self._choose(row.id, key)
            if (which := NUMBERS.get(key)) is not None and self._look is not None:
                found = self._look.figures, row.ranked.unit, self._look.contest
                which = ONE_MARK.get(which, which) if self._names.one else which
                self.explained.emit(people_behind(which, *found).formula)

    def _statuses(self, key: str) -> frozenset[Status]:
        found = STATUSES.get(key, frozenset())
        return frozenset(OF_ONE.get(each, each) for each in found) if self._names.one else found

    def _choose(self, unit_id: int, key: str) -> None:
        self.chosen.emit(
            PeopleQuery(
                unit_ids=frozenset({unit_id}),
                statuses=self._statuses(key),
                as_of=self._day,
            )
        )
