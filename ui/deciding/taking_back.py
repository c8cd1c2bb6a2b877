"""Ctrl+Z among decisions: it takes back the last answer, and not what was saved before it."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence

from PySide6.QtCore import QEvent, QObject
from PySide6.QtGui import QKeyEvent, QKeySequence
from PySide6.QtWidgets import QWidget

AnsweredRows = tuple[int, ...]


class AnswersTakenBack(QObject):
    """The answers of a table in their order.

    As long as one of them stands, `listeners` keep Ctrl+Z from the window and `take_back` gets
    the rows of the newest; then the key belongs to the window again. Held down it acts once.
    """

    def __init__(
        self,
        listeners: Iterable[QWidget],
        stands: Callable[[int], bool],
        take_back: Callable[[AnsweredRows], None],
        parent: QObject,
    ) -> None:
        super().__init__(parent)
        self._stands, self._take_back = stands, take_back
        self._answers: list[AnsweredRows] = []
        for each in listeners:
            each.installEventFilter(self)

    def answered(self, rows: Sequence[int]) -> None:
        """One more answer, for these rows."""
        self._answers.append(tuple(rows))

    def forget(self) -> None:
        """Other rows come."""
        self._answers.clear()

    def eventFilter(self, listener: QObject, event: QEvent) -> bool:
        """Ctrl+Z is taken from the window before it acts."""
        if not (isinstance(event, QKeyEvent) and event.matches(QKeySequence.StandardKey.Undo)):
            return super().eventFilter(listener, event)
        kind = event.type()
        if kind is QEvent.Type.ShortcutOverride and self._newest():
            event.accept()
            return True
        if kind is QEvent.Type.KeyPress and self._newest():
            if not event.isAutoRepeat():
                self._take_back(self._newest())
            return True
        return super().eventFilter(listener, event)

    def _newest(self) -> AnsweredRows:
        while self._answers:
            rows = tuple(each for each in self._answers[-1] if self._stands(each))
            if rows:
                return rows
            self._answers.pop()
        return ()
