"""Who is selected in the roster: counted, and shown in the panel."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial

from PySide6.QtCore import QObject, Signal

from ui.calls import marks as calls
from ui.desk import Desk
from ui.people.panel import PersonPanel
from ui.table.data_table import DataTable


class Picking(QObject):
    """`picked` carries the `MarkCounts` of the selected people, also when there are none."""

    picked = Signal(object)

    def __init__(self, desk: Desk, table: DataTable, panel: PersonPanel) -> None:
        super().__init__(table)
        self._desk = desk
        self._table = table
        self._panel = panel
        self._asked = 0

    def look(self) -> None:
        """Count the selected people; the lane counts those whose rows have not come."""
        self._asked += 1
        ids, rows = self._table.selected_ids(), self._table.rows
        known = [person for each in ids[: rows.kept] if (person := rows.row_of(each)) is not None]
        if len(known) == len(ids):
            self._tell(self._asked, ids, calls.mark_counts_of(known))
        else:
            self._desk.ask(calls.count_marks, partial(self._tell, self._asked, ids), None, ids)

    def _tell(self, asked: int, ids: Sequence[int], counts: calls.MarkCounts) -> None:
        if asked != self._asked:
            return
        self.picked.emit(counts)
        if len(ids) == 1:
            self._panel.show_person(ids[0])
        elif ids:
            self._panel.show_many(counts)
        else:
            self._panel.show_nobody()
