"""Dialogs whose inside scrolls: as high as the inside needs, as far as the screen goes.

Left alone, a window opens at no more than two thirds of its screen: on a low one the last fields
would lie out of sight though there is room for them.
"""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, QTimer
from PySide6.QtWidgets import QScrollArea, QWidget

from ui.theme.room import room_of


def grow_to_inside(window: QWidget, area: QScrollArea) -> None:
    """From now on `window` grows whenever what `area` holds lacks height; it never shrinks."""
    inside = area.widget()
    if inside is not None:
        _Growing(window, area, inside)


class _Growing(QObject):
    """Belongs to the area."""

    def __init__(self, window: QWidget, area: QScrollArea, inside: QWidget) -> None:
        super().__init__(area)
        self._window, self._area, self._inside = window, area, inside
        self._late = QTimer(self, singleShot=True, interval=0)
        self._late.timeout.connect(self._grow)
        window.installEventFilter(self)
        inside.installEventFilter(self)

    def _grow(self) -> None:
        inside, shown = self._inside, self._area.viewport()
        high = inside.sizeHint().height()
        if inside.hasHeightForWidth():
            high = inside.heightForWidth(shown.width())
        missing = high - shown.height()
        most = room_of(self._window).height()
        if self._window.isVisible() and missing > 0 and self._window.height() < most:
            self._window.resize(self._window.width(), min(self._window.height() + missing, most))

    def eventFilter(self, _watched: QObject, event: QEvent) -> bool:
        """The window is shown, or its inside is another one."""
        if event.type() in (QEvent.Type.Show, QEvent.Type.LayoutRequest):
            self._late.start()
        return False
