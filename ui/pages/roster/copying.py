"""Copying from the roster: whole lines, phones to call, and a reminder to send by Zalo."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial

from PySide6.QtCore import QObject
from PySide6.QtGui import QGuiApplication

from models.records import Person
from models.text.formats import number
from ui.calls.reminder import reminder_of
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
        words = (
            f"Đã sao chép {number(count)} số điện thoại."
            if count
            else "Chưa có số nào để sao chép."
        )
        self._desk.said.emit(words)

    def message(self) -> None:
        """A text that reminds the selected people of what they still have to do."""
        ids = self._table.selected_ids()
        self._desk.ask(reminder_of, partial(self._message_of, len(ids)), None, ids)

    def _message_of(self, selected: int, told: tuple[int, tuple[str, ...]]) -> None:
        count, texts = told
        if not texts:
            self._desk.said.emit("Những người được chọn không còn việc gì phải nhắc.")
            return
        QGuiApplication.clipboard().setText("\n\n".join(texts))
        done = f" {number(selected - count)} người không phải nhắc." if count < selected else ""
        long = f" Tin dài, gồm {number(len(texts))} phần: hãy gửi từng phần." if texts[1:] else ""
        self._desk.said.emit(f"Đã sao chép tin nhắn nhắc {number(count)} người.{done}{long}")
