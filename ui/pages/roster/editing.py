"""Adding and editing from the roster: the dialog is opened with the newest data."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QWidget

from models.records import PeopleQuery
from ui.calls import people as calls
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
        self._desk.ask(calls.person_form, self._edit, None, person_id)

    def _edit(self, form: calls.PersonForm) -> None:
        if form.person is not None:
            self._open(None, form)

    def add(self, query: PeopleQuery) -> None:
        """Open an empty dialog; the one unit that is filtered by is proposed."""
        unit_id = next(iter(query.unit_ids)) if len(query.unit_ids) == 1 else None
        self._desk.ask(calls.person_form, partial(self._open, unit_id), None)

    def _open(self, unit_id: int | None, form: calls.PersonForm) -> None:
        from ui.people.person_dialog import PersonDialog

        dialog = PersonDialog(self._desk, form.units, form.person, self._widget)
        if unit_id is not None:
            dialog.choose_unit(unit_id)
        dialog.saved.connect(partial(self._tell, form.person is None))
        dialog.open()

    def _tell(self, is_new: bool, person_id: int) -> None:
        words = "Đã thêm một người vào danh sách" if is_new else "Đã lưu thay đổi"
        self._desk.said.emit(f"{words}. {UNDO_HINT}")
        self.saved.emit(person_id)
