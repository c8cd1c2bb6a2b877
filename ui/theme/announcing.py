"""What a screen reader says at once, wherever the keys are."""

from __future__ import annotations

from PySide6.QtWidgets import QWidget


def announce(widget: QWidget, words: str) -> None:
    """Let it say `words`, which have appeared in `widget`."""
    # Not at the top: nothing is said before the first page stands there.
    from PySide6.QtGui import QAccessible, QAccessibleAnnouncementEvent

    QAccessible.updateAccessibility(QAccessibleAnnouncementEvent(widget, words))
