"""The printed slips of one unit or of all, saved where the officer wants them."""

from __future__ import annotations

from functools import partial
from pathlib import Path

from PySide6.QtCore import QSettings
from PySide6.QtWidgets import QFileDialog, QWidget

from reports.catalog import WRONG_UNITS, file_name
from reports.compose import compose
from reports.document import Publication
from reports.exporting import export
from reports.gather.request import Request
from ui.desk import Desk
from ui.notice import Notice, Tone
from ui.start.files import remembered_folder
from ui.work import Work

FOLDER_KEY = "reports/folder"
FMT = "pdf"


class SlipPaper:
    """`ask` composes the slips, asks for a place and writes them there."""

    def __init__(self, desk: Desk, window: QWidget) -> None:
        self._desk, self._window = desk, window

    def ask(self, unit_id: int | None) -> None:
        """The slips of this unit; None: of all units."""
        request = Request(WRONG_UNITS, unit_id=unit_id)
        self._desk.ask(compose, partial(self._ask_where, request), None, request)

    def _ask_where(self, request: Request, document: Publication) -> None:
        dialog = QFileDialog(
            self._window, "Lưu phiếu sửa đơn vị", remembered_folder(FOLDER_KEY), "Tệp PDF (*.pdf)"
        )
        dialog.setObjectName("slips-dialog")
        dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
        dialog.setDefaultSuffix(FMT)
        dialog.selectFile(file_name(document, FMT, self._desk.now()))
        dialog.fileSelected.connect(partial(self._write, request, document))
        dialog.finished.connect(dialog.deleteLater)
        dialog.open()

    def _write(self, request: Request, document: Publication, where: str) -> None:
        path = Path(where)
        QSettings().setValue(FOLDER_KEY, str(path.parent))
        # The officer has agreed to replace what lies there.
        write = Work(
            lambda task: export(task.file, request, FMT, path, overwrite=True, document=document),
            self._written,
            writes=True,
        )
        self._desk.run(write)

    def _written(self, path: Path) -> None:
        words = f"Đã lưu {path.name}. Hãy mở tệp để xem và in."
        self._desk.noticed.emit(Notice(words, tone=Tone.DONE, path=path))
