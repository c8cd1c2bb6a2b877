"""Tabs whose words are not cut: neither at the top, nor by the title that stands beside them."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, QSize
from PySide6.QtWidgets import QTabBar, QTabWidget, QWidget


class TallTabs(QTabBar):
    """Room for the marks above capital letters."""

    def tabSizeHint(self, index: int) -> QSize:
        size = super().tabSizeHint(index)
        return QSize(size.width(), size.height() + self.fontMetrics().height() // 2)


def give_way(title: QWidget, tabs: QTabWidget) -> None:
    """From now on `title`, in the corner of `tabs`, is shown only where all tabs fit beside it."""
    # The tabs are placed before their corner is shown, and would count its letters too small.
    title.ensurePolished()
    _GivingWay(title, tabs)


class _GivingWay(QObject):
    """Looks again when the room, the words or the letters are others."""

    def __init__(self, title: QWidget, tabs: QTabWidget) -> None:
        super().__init__(tabs)
        self._title, self._tabs = title, tabs
        tabs.installEventFilter(self)
        tabs.tabBar().installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """The title is the name of the page, which the rail has too."""
        if event.type() in {QEvent.Type.Resize, QEvent.Type.LayoutRequest}:
            bar = self._tabs.tabBar()
            wanted = sum(bar.tabSizeHint(at).width() for at in range(bar.count()))
            fits = wanted + self._title.sizeHint().width() <= self._tabs.width()
            if self._title.isVisibleTo(self._tabs) != fits:
                self._title.setVisible(fits)
        return False
