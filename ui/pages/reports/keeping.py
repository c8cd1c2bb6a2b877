"""A document that was composed becomes a file; one that another program holds loses nothing."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any, NamedTuple

from PySide6.QtWidgets import QWidget

from reports.catalog import EXCEL, PDF, WORD, file_name
from ui.calls.reports import Drawn, save_drawn
from ui.desk import Desk
from ui.saving import FileSaver, Saving

FOLDER_KEY = "reports/folder"
SUFFIX_WORDS = {
    PDF: "Tệp PDF (*.pdf)",
    WORD: "Văn bản Word (*.docx)",
    EXCEL: "Sổ tính Excel (*.xlsx)",
}
TITLES = {PDF: "Lưu PDF", WORD: "Lưu Word", EXCEL: "Lưu Excel"}
SAVING = "Đang lưu văn bản"


class Keeping(NamedTuple):
    """A document that shall become a file of one format; `saved(path)` is called when it has."""

    drawn: Drawn
    fmt: str
    saved: Callable[[Path], Any]


def keep_document(desk: Desk, kept: Keeping, over: QWidget) -> None:
    """Ask where it goes, with a name that has the time in it, and write it there."""
    drawn, fmt = kept.drawn, kept.fmt
    saving = Saving(
        TITLES[fmt],
        file_name(drawn.document, fmt, desk.now()),
        SUFFIX_WORDS[fmt],
        fmt,
        FOLDER_KEY,
        "save-dialog",
        lambda task, path: save_drawn(task.file, drawn, fmt, path),
        lambda _path, written: kept.saved(written),
        SAVING,
    )
    FileSaver(desk, over).ask(saving)
