"""How much room a window has on its screen."""

from __future__ import annotations

from PySide6.QtCore import QSize
from PySide6.QtWidgets import QWidget

FRAME = QSize(8, 40)
"""What a window manager draws around a window, where it has not said so yet."""


def room_of(window: QWidget) -> QSize:
    """How large the inside of a window can be."""
    frame = window.frameGeometry().size() - window.size()
    return window.screen().availableGeometry().size() - frame.expandedTo(FRAME)
