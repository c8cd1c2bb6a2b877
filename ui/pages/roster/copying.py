"""Copying from the roster: whole lines, and phones to call or to paste into Zalo."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QObject
from PySide6.QtGui import QGuiApplication

from models.records import Person
from models.text.formats import number
from ui.desk import Desk
from ui.table.cell_table import CellTable


class Copying(QObject):
    """What is copied goes to the clipboard, and is said."""

    def __init__(self, desk: Desk, table: CellTable) -> None:
        super().__init__(table)
        self._desk = desk
        self._table = table

    def rows(self) -> None:
        """The selected lines with all columns in sight."""
        self._table.take_rows()
        self._table.copy()

    def phones(self) -> None:
        """The phones of the selected people, one a line."""
        self._table.rows.whole(self._table.selected_ids(), self._phones_of)

    def _phones_of(self, people: Sequence[Person]) -> None:
        self.text("\n".join(person.phone for person in people if person.phone))

    def text(self, phones: str) -> None:
        """These phones."""
        count = len(phones.split())
        if count:
            QGuiApplication.clipboard().setText(phones)
        words = f"Đã chép {number(count)} số điện thoại." if count else "Chưa có số nào để chép."
        self._desk.said.emit(words)
