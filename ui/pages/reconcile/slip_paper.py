"""The printed slips of one unit or of all, saved where the officer wants them."""

from __future__ import annotations

from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QSettings
from PySide6.QtWidgets import QFileDialog, QWidget

from ui.calls import reports as report_calls
from ui.calls import slips as calls
from ui.desk import Desk
from ui.notice import Notice, Tone
from ui.start.files import documents_folder

if TYPE_CHECKING:
    from reports.document import Document

FOLDER_KEY = "reports/folder"
FMT = "pdf"


class SlipPaper:
    """`ask` composes the slips, asks for a place and writes them there."""

    def __init__(self, desk: Desk, window: QWidget) -> None:
        self._desk, self._window = desk, window

    def ask(self, unit_id: int | None) -> None:
        """The slips of this unit; None: of all units."""
        self._desk.ask(calls.slip_document, self._ask_where, None, unit_id)

    def _ask_where(self, document: Document) -> None:
        dialog = QFileDialog(self._window, "Lưu phiếu sửa đơn vị", _folder(), "Tệp PDF (*.pdf)")
        dialog.setObjectName("slips-dialog")
        dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
        dialog.setDefaultSuffix(FMT)
        dialog.selectFile(report_calls.suggested_name(document, FMT, self._desk.now()))
        dialog.fileSelected.connect(partial(self._write, document))
        dialog.finished.connect(dialog.deleteLater)
        dialog.open()

    def _write(self, document: Document, where: str) -> None:
        path = Path(where)
        QSettings().setValue(FOLDER_KEY, str(path.parent))
        self._desk.ask(report_calls.save, self._written, None, document, FMT, path)

    def _written(self, path: Path) -> None:
        words = f"Đã lưu {path.name}. Hãy mở tệp để xem và in."
        self._desk.noticed.emit(Notice(words, tone=Tone.DONE, path=path))


def _folder() -> str:
    kept = str(QSettings().value(FOLDER_KEY, "") or "")
    return kept if kept and Path(kept).is_dir() else str(documents_folder())
