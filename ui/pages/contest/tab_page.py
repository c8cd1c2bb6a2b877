"""A tab of the page Cuộc thi whose lines wrap: nothing in it lies on top of something else."""

from __future__ import annotations

from PySide6.QtCore import QSize
from PySide6.QtGui import QResizeEvent

from ui.pages.page import Page


class WrappingTab(Page):
    """Needs as much height as its lines have at its width; a lower window scrolls."""

    def minimumSizeHint(self) -> QSize:
        """A row of buttons that goes on in the next line is higher than one."""
        least, layout = super().minimumSizeHint(), self.layout()
        if layout is None or not layout.hasHeightForWidth():
            return least
        wide = max(self.width(), least.width())
        return least.expandedTo(QSize(0, layout.minimumHeightForWidth(wide)))

    def resizeEvent(self, event: QResizeEvent) -> None:
        """At another width it has other lines."""
        super().resizeEvent(event)
        if event.size().width() != event.oldSize().width():
            self.updateGeometry()
