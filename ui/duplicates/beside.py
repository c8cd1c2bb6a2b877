"""The two entries of a pair beside each other, field by field, with the value that stays."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import Qt

from ui.deciding.sides import Evidence
from ui.duplicates.fields import COLUMNS, FieldLine, field_lines
from ui.duplicates.pairs import FromSecond, Pairs, pair_names, pair_reasons
from ui.table.data_table import DataTable
from ui.table.held import held_rows
from ui.table.rows_model import RowsModel
from ui.theme.keys import on_key
from ui.theme.pieces import column_in, label


class PairFields(Evidence):
    """Of a field that differs ← takes the first value, → the second."""

    def __init__(self, pairs: Pairs) -> None:
        super().__init__()
        self._pairs = pairs
        self._row: int | None = None
        self._from_second: FromSecond = {}
        self._lines: list[FieldLine] = []
        self._why = label("", "attention", wrap=True, name="why")
        self._table = DataTable(
            RowsModel(COLUMNS, held_rows(self, lambda at: self._lines[at]), self),
            "duplicate-fields",
        )
        self._table.setObjectName("fields")
        self._table.setAccessibleName("Hai người đặt cạnh nhau")
        self._table.doubleClicked.connect(self._choose_clicked)
        self.hears = (self._table,)
        for arrow, second in ((Qt.Key.Key_Left, False), (Qt.Key.Key_Right, True)):
            on_key(self._table, arrow, partial(self._choose, second), alone=True)
        column = column_in(self)
        column.addWidget(self._why)
        column.addWidget(self._table, 1)

    def show_row(self, row_id: int | None) -> None:
        """Another pair begins without a choice."""
        if row_id != self._row:
            self._row, self._from_second = row_id, {}
        pair = self._pairs.pairs.get(row_id) if row_id is not None else None
        self._why.setText(f"{pair_names(pair)}: {pair_reasons(pair)}" if pair else "")
        self._lines = field_lines(pair.first, pair.second, self._from_second) if pair else []
        self._table.rows.set_ids(range(len(self._lines)))

    def choice(self, row_id: int) -> FromSecond | None:
        """Of which fields the second value stays."""
        return dict(self._from_second) if row_id == self._row else None

    def _choose(self, second: bool) -> None:
        at = self._table.current_id()
        if at is not None and self._lines[at].open:
            self._from_second[self._lines[at].key] = second
            self.show_row(self._row)

    def _choose_clicked(self) -> None:
        column = self._table.currentIndex().column()
        if column in (1, 2):
            self._choose(column == 2)
