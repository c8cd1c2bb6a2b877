"""What is done to people of the roster, by the key of its act.

It stands on far more of the models than reading the names does; the page loads it behind them.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import date
from functools import partial

from PySide6.QtWidgets import QWidget

from models.records import Mark, Person
from models.text.formats import short_date
from ui.desk import Desk
from ui.pages.roster.cells import Cells
from ui.pages.roster.copying import Copying
from ui.pages.roster.dated import Dated
from ui.pages.roster.editing import Editing
from ui.pages.roster.marking import Marking
from ui.pages.roster.rights import PersonRights
from ui.people.panel_deeds import COLUMNS, REDATE
from ui.table.cell_table import CellTable

MARKS = {column: mark for mark, column in COLUMNS.items()}


class Deeds:
    """Each is asked for by the page and told by the desk."""

    def __init__(self, desk: Desk, table: CellTable, page: QWidget) -> None:
        self._table = table
        self._desk, self._page = desk, page
        self._marking = Marking(desk, table.selected_ids, page)
        self.dated = Dated(desk, page)
        self.editing = Editing(desk, page)
        self.cells = Cells(desk, table)
        self.copying = Copying(desk, table)
        self._rights = PersonRights(desk, page)
        self._again: Callable[[list[int]], object] | None = None
        for each in (self._marking, self.dated, self.cells):
            each.did.connect(self._keep)

    def _keep(self, again: Callable[[list[int]], object]) -> None:
        self._again = again

    def _repeat(self) -> None:
        """F4: what was done last, to whom is selected now."""
        ids = self._table.selected_ids()
        if self._again is None:
            self._desk.said.emit("Chưa có việc nào để lặp lại.")
        elif ids and not self._table.is_editing:
            self._again(ids)

    def give(self, how: str, words: str) -> None:
        """Print those who are shown, or write them as a workbook; `words` say who they are."""
        from ui.pages.roster.giving import Giving

        giving = Giving(self._desk, self._table, self._page)
        {"print": giving.preview, "export": giving.export}[how](words)

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
            "again": self._repeat,
        }
        if key in deeds:
            deeds[key]()
        else:
            self._with_people(self.dated.deeds[key])

    def do_to(self, key: str, person_id: int) -> None:
        """Carry out what the panel offers for the one person whom it shows."""
        if key.startswith(REDATE):
            self._table.rows.whole([person_id], partial(self._redate, key.removeprefix(REDATE)))
            return
        own: dict[str, Callable[[int], object]] = {
            "posts": self.dated.show_posts_of,
            "periods": self.dated.show_periods_of,
            "sheet": self._rights.ask_sheet,
            "purge": self._rights.ask_purge,
        }
        if key in own:
            own[key](person_id)
        elif self._table.selected_ids() == [person_id]:
            # The panel follows the selection a moment later, and only whom it shows is meant.
            self.do(key)

    def _redate(self, column: str, found: Sequence[Person]) -> None:
        """Ask for another day of a mark, and write it as its cell would be."""
        from ui.people.day_dialog import MarkDayDialog

        for person in found:
            day: date | None = getattr(person, column)
            if day is not None:
                deed = self._marking.names.deed(MARKS[column])
                dialog = MarkDayDialog(person.name, deed, day, self._desk.today(), self._page)
                dialog.chosen.connect(
                    lambda new, whose=person.id: self.cells.write(whose, column, short_date(new))
                )
                dialog.open()

    def _today(self) -> None:
        """Ctrl+; writes the day into cells for dates; elsewhere it asks which mark and day."""
        if self.cells.has_dates():
            self.cells.today()
        else:
            self._marking.with_date()

    def _with_people(self, deed: Callable[[Sequence[Person]], object]) -> None:
        self._table.rows.whole(self._table.selected_ids(), deed)
