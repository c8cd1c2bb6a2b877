"""Sizes that are counted in letters and lines: they follow the text when it grows or shrinks."""

from __future__ import annotations

from collections.abc import Callable
from math import isfinite

from PySide6.QtCore import QEvent, QObject, QSettings, QSize, Qt, QTimer
from PySide6.QtGui import QFont, QFontDatabase, QResizeEvent
from PySide6.QtWidgets import QListView, QSplitter, QWidget

MOST_OF_SCREEN = 0.94
LIST_AIR = 8
"""The frame of a list takes 6 of them; in less than its lines need it scrolls by a whole one."""


def keep_in_letters(
    widget: QWidget, least: float = 0, most: float = 0, *, least_lines: float = 0, air: int = 0
) -> None:
    """Let `widget` be at least and at most so many letters wide, now and in larger text.

    `least_lines` is how many lines high it is at least, with `air` points around each.
    """
    _Letters(widget, least, most, least_lines, air)


def on_other_letters(widget: QWidget, deed: Callable[[], object]) -> None:
    """Call `deed` whenever `widget` has another width or other letters: how many stand in it is
    another number."""
    _Counting(widget, deed)


def fit_to_screen(window: QWidget, letters: int, lines: int, share: float) -> None:
    """Let a window be so many letters wide and lines high, as far as that share of the screen
    allows."""
    letter, line = window.fontMetrics().averageCharWidth(), window.fontMetrics().height()
    room = window.screen().availableGeometry().size() * share
    window.resize(QSize(letter * letters, line * lines).boundedTo(room))


def equal_letters() -> QFont:
    """A font whose letters are all as wide; how large they are follows the text."""
    return QFont(QFontDatabase.systemFont(QFontDatabase.SystemFont.FixedFont).families())


def keep_lines(listed: QListView, lines: int) -> None:
    """Let a list be just so high that so many of its lines stand in it whole.

    A line too long for it ends in "…": a bar to move it by would take the room of another line.
    """
    listed.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
    listed.setFixedHeight(listed.sizeHintForRow(0) * lines + LIST_AIR)


class _Letters(QObject):
    """Sets the sizes of the widget it belongs to."""

    def __init__(
        self, widget: QWidget, least: float, most: float, least_lines: float, air: int
    ) -> None:
        super().__init__(widget)
        self._least, self._most, self._lines, self._air = least, most, least_lines, air
        widget.installEventFilter(self)
        self._fit(widget)

    def _fit(self, widget: QWidget) -> None:
        metrics = widget.fontMetrics()
        letter = metrics.averageCharWidth()
        if self._least:
            widget.setMinimumWidth(_on_screen(widget, round(letter * self._least)))
        if self._most:
            widget.setMaximumWidth(round(letter * self._most))
        if self._lines:
            widget.setMinimumHeight(round((metrics.height() + self._air) * self._lines))

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """The letters are others now."""
        if event.type() == QEvent.Type.FontChange and isinstance(watched, QWidget):
            self._fit(watched)
        return False


def _on_screen(widget: QWidget, wide: int) -> int:
    """No window has to be wider than its screen."""
    room = widget.screen().availableGeometry().width()
    return min(wide, round(room * MOST_OF_SCREEN)) if widget.isWindow() else wide


class _Counting(QObject):
    """Belongs to the widget."""

    def __init__(self, widget: QWidget, deed: Callable[[], object]) -> None:
        super().__init__(widget)
        self._deed = deed
        widget.installEventFilter(self)

    def eventFilter(self, _watched: QObject, event: QEvent) -> bool:
        """The room or the letters are others now."""
        if event.type() in (QEvent.Type.Resize, QEvent.Type.FontChange):
            self._deed()
        return False


class SideSplitter(QSplitter):
    """Two halves; the `side` (0 or 1) keeps its letters, the other one has the rest of the room.

    Under its `name` it is as wide at the next start as it was dragged.
    """

    def __init__(self, side: int, letters: float, name: str) -> None:
        super().__init__(Qt.Orientation.Horizontal)
        self.setObjectName(f"split-{name}")
        self._side, self._usual, self._key = side, letters, f"sides/{name}"
        self._dragged = _kept_number(self._key)
        self.setChildrenCollapsible(False)
        self.splitterMoved.connect(self._keep)
        # The letters of what stands inside follow after those of the splitter itself.
        self._fitting = QTimer(self, singleShot=True, interval=0)
        self._fitting.timeout.connect(self._fit)

    def set_halves(self, left: QWidget, right: QWidget) -> None:
        """Put both in."""
        self.addWidget(left)
        self.addWidget(right)
        self.setStretchFactor(1 - self._side, 1)
        self._fit()

    def give(self, letters: float, name: str) -> None:
        """Let the side have so many letters from now on, or as many as it was dragged to under
        this name."""
        self._usual, self._key = letters, f"sides/{name}"
        self._dragged = _kept_number(self._key)
        self._fit()

    def _keep(self) -> None:
        """Somebody has dragged the border."""
        self._dragged = self.sizes()[self._side] / self.fontMetrics().averageCharWidth()
        QSettings().setValue(self._key, self._dragged)

    def _fit(self) -> None:
        wide = round((self._dragged or self._usual) * self.fontMetrics().averageCharWidth())
        sizes = [wide, wide]
        sizes[1 - self._side] = max(sum(self.sizes()) - wide, wide)
        self.setSizes(sizes)

    def changeEvent(self, event: QEvent) -> None:
        """In larger text the side is wider, in smaller text narrower."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.FontChange and self.count() == 2:
            self._fitting.start()


class ShareSplitter(QSplitter):
    """Two halves that share whatever room there is: the first has `share` of it, or as much as it
    was dragged to, now and at the next start; one over and one beside the other for itself."""

    def __init__(
        self,
        name: str,
        share: float = 0.5,
        orientation: Qt.Orientation = Qt.Orientation.Vertical,
    ) -> None:
        super().__init__(orientation)
        self.setObjectName(f"split-{name}")
        self._name, self._usual = name, share
        self.setChildrenCollapsible(False)
        self.splitterMoved.connect(self._keep)
        self.turn(orientation)

    def turn(self, orientation: Qt.Orientation) -> None:
        """Let the halves stand beside each other, or one over the other."""
        self.setOrientation(orientation)
        way = "beside" if orientation == Qt.Orientation.Horizontal else "over"
        self._key = f"shares/{self._name}-{way}"
        kept = _kept_number(self._key)
        self._share = kept if 0 < kept < 1 else self._usual
        self._fit()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """More or less room to share."""
        super().resizeEvent(event)
        self._fit()

    def _fit(self) -> None:
        room = sum(self.sizes())
        if room:
            first = round(room * self._share)
            self.setSizes([first, room - first])

    def _keep(self) -> None:
        """Somebody has dragged the border."""
        sizes = self.sizes()
        self._share = sizes[0] / sum(sizes)
        QSettings().setValue(self._key, self._share)


def _kept_number(key: str) -> float:
    """How far a border was dragged; 0 when it never was, or when that cannot be read."""
    try:
        kept = float(str(QSettings().value(key, 0)))
    except ValueError:
        return 0.0
    return kept if isfinite(kept) and kept > 0 else 0.0
