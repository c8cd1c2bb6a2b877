"""The parts of the window that F6 leads through: a table keeps Tab for its own cells."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from PySide6.QtCore import QObject, QPoint, QRect, Qt
from PySide6.QtWidgets import (
    QAbstractItemView,
    QAbstractScrollArea,
    QHeaderView,
    QSplitter,
    QWidget,
)

from ui.window.message_bar import MessageBar
from ui.window.rail import Rail


class Areas(QObject):
    """The rail, the bar of the page, each table in it, what stands beside one, what stands around
    the page (the status line), the message; a new message comes before all others.
    """

    def __init__(self, window: QWidget, rail: Rail, page: QWidget, messages: MessageBar) -> None:
        super().__init__(window)
        self._window, self._rail, self._page, self._messages = window, rail, page, messages
        self._met = 0

    def go_on(self) -> None:
        """The keys go to the next part."""
        if self._messages.isVisible() and self._messages.count != self._met:
            self._enter(self._messages)
        else:
            self._step(1)

    def go_back(self) -> None:
        """The keys go to the part before."""
        self._step(-1)

    def _step(self, step: int) -> None:
        stops, focused = self._stops(), self._window.focusWidget()
        parts = list(stops)
        if not parts:
            return
        here = self._part(focused) if focused is not None else None
        # From nowhere it goes to the first or to the last.
        at = parts.index(here) + step if here in parts else min(step, 0)
        part = parts[at % len(parts)]
        self._enter(part, stops[part])

    def _enter(self, part: QWidget, first: QWidget | None = None) -> None:
        if part is self._messages:
            self._met = self._messages.count
            self._messages.take_focus()
        elif part is self._rail:
            self._rail.take_focus()
        elif isinstance(part, QAbstractItemView):
            part.setFocus(Qt.FocusReason.OtherFocusReason)
        elif first is not None:
            first.setFocus(Qt.FocusReason.ShortcutFocusReason)

    def _stops(self) -> dict[QWidget, QWidget]:
        """What has the keys first in each part, as the parts are read."""
        inside: dict[QWidget, list[QWidget]] = {}
        for each in self._window.findChildren(QWidget):
            if _takes_keys(each) and each.window() is self._window:
                inside.setdefault(self._part(each), []).append(each)
        first = {part: self._first(stops) for part, stops in inside.items()}
        return {part: first[part] for part in sorted(first, key=self._order)}

    def _order(self, part: QWidget) -> tuple[int, int, int]:
        known = {self._rail: 0, self._page: 1, self._window: 3, self._messages: 4}
        at = self._place(part)
        return known.get(part, 2), at.left(), at.top()

    def _place(self, widget: QWidget) -> QRect:
        """Where it stands, as if nothing had been scrolled."""
        at = widget.mapTo(self._window, QPoint(0, 0))
        for each in self._above(widget):
            area = each.parentWidget()
            if isinstance(area, QAbstractScrollArea) and area.viewport() is each:
                at += QPoint(area.horizontalScrollBar().value(), area.verticalScrollBar().value())
        return QRect(at, widget.size())

    def _first(self, stops: Sequence[QWidget]) -> QWidget:
        """The one at the left of the upmost line."""
        places = {each: self._place(each) for each in stops}
        high = min(places.values(), key=QRect.top)
        line = [each for each, at in places.items() if at.top() <= high.bottom()]
        return min(line, key=lambda each: places[each].left())

    def _part(self, widget: QWidget) -> QWidget:
        """The part that `widget` belongs to."""
        for whole in (self._rail, self._messages):
            if whole is widget or whole.isAncestorOf(widget):
                return whole
        above = list(self._above(widget))
        tables = [each for each in above if _is_table(each)]
        halves = [each for each in above if isinstance(each.parentWidget(), QSplitter)]
        around = self._page if self._page in above else self._window
        return next(reversed(tables or halves), around)

    def _above(self, widget: QWidget) -> Iterator[QWidget]:
        """The widget, and what holds it in the window."""
        each: QWidget | None = widget
        while each is not None and each is not self._window:
            yield each
            each = each.parentWidget()


def _is_table(widget: QWidget) -> bool:
    return isinstance(widget, QAbstractItemView) and not isinstance(widget, QHeaderView)


def _takes_keys(widget: QWidget) -> bool:
    return (
        bool(widget.focusPolicy() & Qt.FocusPolicy.TabFocus)
        and widget.isVisible()
        and widget.isEnabled()
    )
