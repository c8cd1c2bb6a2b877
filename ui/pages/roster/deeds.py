"""What is done to people of the roster, by the key of its act.

It stands on far more of the models than reading the names does; the page loads it behind them.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import partial

from PySide6.QtWidgets import QWidget

from models.records import Mark, Person
from ui.desk import Desk
from ui.pages.roster.cells import Cells
from ui.pages.roster.copying import Copying
from ui.pages.roster.dated import Dated
from ui.pages.roster.editing import Editing
from ui.pages.roster.marking import Marking
from ui.pages.roster.rights import PersonRights
from ui.table.cell_table import CellTable


class Deeds:
    """Each is asked for by the page and told by the desk."""

    def __init__(self, desk: Desk, table: CellTable, page: QWidget) -> None:
        self._table = table
        self._marking = Marking(desk, table.selected_ids, page)
        self.dated = Dated(desk, page)
        self.editing = Editing(desk, page)
        self.cells = Cells(desk, table)
        self.copying = Copying(desk, table)
        self._rights = PersonRights(desk, page)

    def do(self, key: str) -> None:
        """Carry out the act `key` on the selected people."""
        marking, cells = self._marking, self.cells
        first = marking.names.counted[0]
        deeds: dict[str, Callable[[], object]] = {
            "registered": partial(marking.toggle, first),
            "completed": partial(marking.toggle, Mark.COMPLETED),
            "failed": partial(marking.toggle, Mark.FAILED),
            "dated": self._today,
            "unregister": partial(marking.clear, Mark.REGISTERED),
            "uncomplete": partial(marking.clear, Mark.COMPLETED),
            "unfail": partial(marking.clear, Mark.FAILED),
            "fill-down": cells.fill_down,
            "repeat": cells.repeat_above,
            "empty": cells.empty,
            "paste": cells.paste,
            "copy-rows": self.copying.rows,
            "copy-phone": self.copying.phones,
            "copy-message": self.copying.message,
        }
        if key in deeds:
            deeds[key]()
        else:
            self._with_people(self.dated.deeds[key])

    def do_to(self, key: str, person_id: int) -> None:
        """Carry out what the panel offers for the one person whom it shows."""
        {
            "posts": self.dated.show_posts_of,
            "periods": self.dated.show_periods_of,
            "sheet": self._rights.ask_sheet,
            "purge": self._rights.ask_purge,
        }[key](person_id)

    def _today(self) -> None:
        """Ctrl+; writes the day into cells for dates; elsewhere it asks which mark and day."""
        if self.cells.has_dates():
            self.cells.today()
        else:
            self._marking.with_date()

    def _with_people(self, deed: Callable[[Sequence[Person]], object]) -> None:
        self._table.rows.whole(self._table.selected_ids(), deed)
