"""How much room a window has on its screen, and how it is kept there."""

from __future__ import annotations

from PySide6.QtCore import QPoint, QRect, QSize
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QWidget

FRAME = QSize(8, 40)
"""What a window manager draws around a window, where it has not said so yet."""


def room_of(window: QWidget) -> QSize:
    """How large the inside of a window can be."""
    frame = window.frameGeometry().size() - window.size()
    return window.screen().availableGeometry().size() - frame.expandedTo(FRAME)


def can_be_grabbed(frame: QRect, screen: QRect) -> bool:
    """Whether enough of the title bar lies on the screen to take hold of the window."""
    bar = QRect(frame.left(), frame.top(), frame.width(), 40)
    seen = bar.intersected(screen)
    return seen.width() >= 100 and seen.height() >= 20


def fitted(place: QRect, screen: QRect) -> QRect:
    """A place of the same size, cut down if need be, in the middle of the screen."""
    size = place.size().boundedTo(screen.size())
    moved = QRect(place.topLeft(), size)
    moved.moveCenter(screen.center())
    return moved


def in_reach(window: QWidget) -> bool:
    """Whether there is a screen on which somebody can take hold of it."""
    frame = window.frameGeometry()
    screens = QGuiApplication.screens()
    return any(can_be_grabbed(frame, screen.availableGeometry()) for screen in screens)


def bring_within(window: QWidget) -> None:
    """Let a window be no larger than its screen, and in reach: where the monitor is gone it comes
    to the first one. One that fills its screen is left alone."""
    if not in_reach(window):
        screen = QGuiApplication.primaryScreen().availableGeometry()
        window.setGeometry(fitted(window.geometry(), screen))
    elif not window.isMaximized() and not window.isFullScreen():
        size = window.size().boundedTo(room_of(window))
        if size != window.size():
            window.resize(size)
            shift_inside(window)


def shift_inside(window: QWidget) -> None:
    """Move it so that all of it lies on its screen."""
    screen, frame = window.screen().availableGeometry(), window.frameGeometry()
    left = max(screen.left(), min(frame.left(), screen.right() + 1 - frame.width()))
    top = max(screen.top(), min(frame.top(), screen.bottom() + 1 - frame.height()))
    if QPoint(left, top) != frame.topLeft():
        window.move(left, top)
