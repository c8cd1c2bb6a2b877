"""Sizes counted in letters: they follow the text when the officer makes it larger or smaller."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QEvent, QObject
from PySide6.QtWidgets import QWidget

Fit = Callable[[int, int], None]


def in_letters(widget: QWidget, fit: Fit) -> None:
    """Call `fit(letter, line)` now and each time the letters of `widget` become others."""
    _Follower(widget, fit)


class _Follower(QObject):
    """Belongs to its widget and goes with it."""

    def __init__(self, widget: QWidget, fit: Fit) -> None:
        super().__init__(widget)
        self._widget, self._fit = widget, fit
        widget.installEventFilter(self)
        self._tell()

    def _tell(self) -> None:
        metrics = self._widget.fontMetrics()
        self._fit(metrics.averageCharWidth(), metrics.height())

    def eventFilter(self, _watched: QObject, event: QEvent) -> bool:
        """Another font is another size."""
        if event.type() == QEvent.Type.FontChange:
            self._tell()
        return False
