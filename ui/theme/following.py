"""What has the focus is in sight, also when Tab comes to it from outside the area it scrolls in."""

from __future__ import annotations

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QApplication, QScrollArea, QWidget


def follow_focus(area: QScrollArea) -> None:
    """From now on `area` scrolls to whatever in it gets the focus; Qt only does so while the focus
    was in it before."""
    _Following(area)


class _Following(QObject):
    """Belongs to the area."""

    def __init__(self, area: QScrollArea) -> None:
        super().__init__(area)
        self._area = area
        app = QApplication.instance()
        if isinstance(app, QApplication):
            app.focusChanged.connect(self._follow)

    def _follow(self, _before: QWidget | None, now: QWidget | None) -> None:
        if now is not None and self._area.isAncestorOf(now):
            self._area.ensureWidgetVisible(now)
