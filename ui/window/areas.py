"""The parts of the main window: the rail, the page, what stands in and around it, the message."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QWidget

from ui.theme.parts import KeyParts
from ui.window.message_bar import MessageBar
from ui.window.rail import Rail


class Areas(KeyParts):
    """The rail, the bar of the page, each table in it, what stands beside one, what stands around
    the page (the status line), the message; a new message comes before all others.
    """

    def __init__(self, window: QWidget, rail: Rail, page: QWidget, messages: MessageBar) -> None:
        super().__init__(window)
        self._ranks: dict[QObject, int] = {rail: 0, page: 1, window: 3}
        self._rail, self._page, self._messages = rail, page, messages
        self._met = 0

    def go_on(self) -> None:
        """The keys go to the next part."""
        if self._messages.isVisible() and self._messages.count != self._met:
            self.enter(self._messages, self._messages)
        else:
            super().go_on()

    def part_of(self, widget: QWidget) -> QObject:
        """The rail is one part, whatever stands in it."""
        within = self._rail is widget or self._rail.isAncestorOf(widget)
        return self._rail if within else super().part_of(widget)

    def around(self, above: Sequence[QWidget]) -> QObject:
        """The page, or what stands around it."""
        return self._page if self._page in above else super().around(above)

    def rank_of(self, part: QObject) -> int:
        """The rail and the bar of the page come first, the status line after the tables."""
        return self._ranks.get(part, super().rank_of(part))

    def enter(self, part: QObject, first: QWidget) -> None:
        """Give the keys to a part."""
        if part is self._messages:
            self._met = self._messages.count
            self._messages.take_focus()
        elif part is self._rail:
            self._rail.take_focus()
        else:
            super().enter(part, first)
