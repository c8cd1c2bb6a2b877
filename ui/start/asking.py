"""Which files the officer wants: lists to read, another data file."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QSettings
from PySide6.QtWidgets import QWidget

from ui.start.files import DATA_FILTER, LIST_FILTER
from ui.window.memory import user_folder

FOLDER_KEY = "import/folder"


def asked_lists(settings: QSettings, over: QWidget) -> list[Path]:
    """The lists that are chosen, where the last ones lay; none when nobody wants any."""
    from PySide6.QtWidgets import QFileDialog

    folder = str(settings.value(FOLDER_KEY) or "")
    names, _ = QFileDialog.getOpenFileNames(over, "Nhập danh sách", folder, LIST_FILTER)
    if names:
        settings.setValue(FOLDER_KEY, str(Path(names[0]).parent))
    return [Path(name) for name in names]


def asked_data_file(over: QWidget) -> Path | None:
    """The data file that is chosen, if any."""
    from PySide6.QtWidgets import QFileDialog

    name, _ = QFileDialog.getOpenFileName(over, "Mở tệp dữ liệu", str(user_folder()), DATA_FILTER)
    return Path(name) if name else None
