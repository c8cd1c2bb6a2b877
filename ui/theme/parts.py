"""The parts of a window that F6 leads through: a table keeps Tab for its own cells."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from PySide6.QtCore import QObject, QPoint, QRect, Qt
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import (
    QAbstractItemView,
    QAbstractScrollArea,
    QDialog,
    QHeaderView,
    QLayout,
    QPushButton,
    QSplitter,
    QWidget,
)

APART = "apart"
"""The property of what is a part of its own, and the last one, wherever it lies."""


class KeyParts(QObject):
    """Each table, each half beside another, what stands around them, and what lies over all."""

    def __init__(self, window: QWidget) -> None:
        super().__init__(window)
        self._window = window

    def go_on(self) -> None:
        """The keys go to the next part."""
        self._step(1)

    def go_back(self) -> None:
        """The keys go to the part before."""
        self._step(-1)

    def part_of(self, widget: QWidget) -> QObject:
        """The part that `widget` belongs to."""
        above = list(self._above(widget))
        apart = [each for each in above if each.property(APART)]
        tables = [each for each in above if _is_table(each)]
        halves = [each for each in above if isinstance(each.parentWidget(), QSplitter)]
        return next(reversed(apart or tables or halves), self.around(above))

    def around(self, _above: Sequence[QWidget]) -> QObject:
        """What a widget belongs to that stands in no table and in no half."""
        return self._window

    def rank_of(self, part: QObject) -> int:
        """Parts of a lower rank come first, wherever they stand."""
        return 9 if part.property(APART) else 2

    def enter(self, part: QObject, first: QWidget) -> None:
        """Give the keys to a part, whose `first` one would have them."""
        table = part is first and isinstance(part, QAbstractItemView)
        reasons = Qt.FocusReason
        first.setFocus(reasons.OtherFocusReason if table else reasons.ShortcutFocusReason)

    def _step(self, step: int) -> None:
        stops, focused = self._stops(), self._window.focusWidget()
        parts = list(stops)
        if not parts:
            return
        here = self.part_of(focused) if focused is not None else None
        # From nowhere it goes to the first or to the last.
        at = parts.index(here) + step if here in parts else min(step, 0)
        part = parts[at % len(parts)]
        self.enter(part, stops[part])

    def _stops(self) -> dict[QObject, QWidget]:
        """What has the keys first in each part, as the parts are read."""
        inside: dict[QObject, list[QWidget]] = {}
        for each in self._window.findChildren(QWidget):
            if _takes_keys(each) and each.window() is self._window:
                inside.setdefault(self.part_of(each), []).append(each)
        first = {
            part: part if isinstance(part, QAbstractItemView) else self._first(stops)
            for part, stops in inside.items()
        }

        def order(part: QObject) -> tuple[int, int, int]:
            at = self._place(part if isinstance(part, QWidget) else first[part])
            return self.rank_of(part), at.left(), at.top()

        return {part: first[part] for part in sorted(first, key=order)}

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

    def _above(self, widget: QWidget) -> Iterator[QWidget]:
        """The widget, and what holds it in the window."""
        each: QWidget | None = widget
        while each is not None and each is not self._window:
            yield each
            each = each.parentWidget()


class DialogParts(KeyParts):
    """Those of a dialog: the row of buttons comes after all else, at what Enter would press."""

    def __init__(self, dialog: QDialog) -> None:
        super().__init__(dialog)
        for keys, deed in (("F6", self.go_on), ("Shift+F6", self.go_back)):
            QShortcut(QKeySequence(keys), dialog).activated.connect(deed)

    def around(self, above: Sequence[QWidget]) -> QObject:
        """The row of buttons, or all else."""
        row = self._row()
        if row is not None and any(row.indexOf(each) >= 0 for each in above):
            return row
        return super().around(above)

    def rank_of(self, part: QObject) -> int:
        """Just before what lies over the dialog."""
        return 8 if part is self._row() else super().rank_of(part)

    def enter(self, part: QObject, first: QWidget) -> None:
        """Give the keys to a part."""
        row = self._row()
        if part is row and row is not None:
            for each in self._window.findChildren(QPushButton):
                if row.indexOf(each) >= 0 and each.isDefault() and _takes_keys(each):
                    first = each
        super().enter(part, first)

    def _row(self) -> QLayout | None:
        """The last line of the dialog, which stays in sight where the rest scrolls."""
        whole = self._window.layout()
        last = whole.itemAt(whole.count() - 1) if whole is not None else None
        return last.layout() if last is not None else None


def _is_table(widget: QWidget) -> bool:
    return isinstance(widget, QAbstractItemView) and not isinstance(widget, QHeaderView)


def _takes_keys(widget: QWidget) -> bool:
    return (
        bool(widget.focusPolicy() & Qt.FocusPolicy.TabFocus)
        and widget.isVisible()
        and widget.isEnabled()
    )
