"""Opens the one list of what was reported: figures that were frozen, documents that were issued."""

from __future__ import annotations

from PySide6.QtWidgets import QWidget

from ui.desk import Desk
from ui.frozen.dialog import FrozenDialog


def open_issued(desk: Desk, parent: QWidget, shown: int | None = None) -> None:
    """Show the list; the report with the id `shown` is chosen."""
    FrozenDialog(desk, parent, shown).open()
