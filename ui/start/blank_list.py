"""The blank form of a list, saved where the officer wants it."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QWidget

from ui.desk import Desk
from ui.notice import Notice, Tone

if TYPE_CHECKING:
    from datetime import date

FOLDER_KEY = "blank-list/folder"
TITLE = "Lưu biểu mẫu danh sách trống"


def save_blank_list(desk: Desk, over: QWidget) -> None:
    """Ask where it goes, and write it there; no data file is needed."""
    from reports.blank_list import BLANK_LIST_NAME
    from ui.saving import FileSaver, Saving

    day = desk.today()

    def saved(path: Path, _same: Path) -> None:
        words = f"Đã lưu {path.name}. Điền xong, kéo tệp vào cửa sổ để nhập."
        desk.noticed.emit(Notice(words, tone=Tone.DONE, path=path))

    saving = Saving(
        TITLE,
        BLANK_LIST_NAME,
        "Tệp Excel (*.xlsx)",
        "xlsx",
        FOLDER_KEY,
        "blank-list-dialog",
        lambda _task, path: _write(day, path),
        saved,
    )
    FileSaver(desk, over).ask(saving)


def _write(day: date, path: Path) -> Path:
    from reports.blank_list import blank_list
    from reports.publish import write_file

    return write_file(blank_list(day), "xlsx", path, overwrite=True)
