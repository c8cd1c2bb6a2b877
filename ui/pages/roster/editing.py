"""Adding and editing from the roster: the dialog is opened with the newest data."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QWidget

from models.records import PeopleQuery, Person
from models.roster.person_rows import people_by_ids
from ui.desk import Desk
from ui.pages.roster.words import UNDO_HINT


class Editing(QObject):
    """`saved` carries the id of the person that was added or changed."""

    saved = Signal(int)

    def __init__(self, desk: Desk, parent: QWidget) -> None:
        super().__init__(parent)
        self._desk = desk
        self._widget = parent

    def edit(self, person_id: int) -> None:
        """Open the dialog of one person."""
        self._desk.reference.look_up()
        self._desk.ask(people_by_ids, self._edit, None, [person_id])

    def _edit(self, found: Sequence[Person]) -> None:
        for person in found:
            self._open(None, person)

    def add(self, query: PeopleQuery) -> None:
        """Open an empty dialog; the one unit that is filtered by is proposed."""
        unit_id = next(iter(query.unit_ids)) if len(query.unit_ids) == 1 else None
        self._desk.reference.when_known(partial(self._open, unit_id, None))

    def _open(self, unit_id: int | None, person: Person | None) -> None:
        from ui.people.person_dialog import PersonDialog

        dialog = PersonDialog(self._desk, self._desk.reference.units, person, self._widget)
        if unit_id is not None:
            dialog.choose_unit(unit_id)
        dialog.saved.connect(partial(self._tell, person is None))
        dialog.open()

    def _tell(self, is_new: bool, person_id: int) -> None:
        words = "Đã thêm một người vào danh sách" if is_new else "Đã lưu thay đổi"
        self._desk.said.emit(f"{words}. {UNDO_HINT}")
        self.saved.emit(person_id)
