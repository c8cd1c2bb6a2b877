"""Asking for a folder on a stick or another disk."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtWidgets import QFileDialog, QWidget

from ui.safekeeping.keeper import Safekeeper


def choose_second_place(keeper: Safekeeper, parent: QWidget) -> None:
    """Let the officer choose a folder on a stick or another disk."""
    place = keeper.safety.place
    name = QFileDialog.getExistingDirectory(
        parent, "Chọn nơi sao lưu thứ hai (USB, ổ đĩa khác)", str(place.folder) if place else ""
    )
    if name:
        keeper.choose_place(Path(name))
