"""Tabs whose words are not cut at the top."""

from __future__ import annotations

from PySide6.QtCore import QSize
from PySide6.QtWidgets import QTabBar


class TallTabs(QTabBar):
    """Room for the marks above capital letters."""

    def tabSizeHint(self, index: int) -> QSize:
        size = super().tabSizeHint(index)
        return QSize(size.width(), size.height() + self.fontMetrics().height() // 2)
