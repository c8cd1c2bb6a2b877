"""The printed slips of one unit or of all, saved where the officer wants them."""

from __future__ import annotations

from functools import partial
from pathlib import Path

from PySide6.QtWidgets import QWidget

from reports.catalog import WRONG_UNITS, file_name
from reports.compose import compose
from reports.document import Publication
from reports.exporting import export
from reports.gather.request import Request
from ui.desk import Desk
from ui.notice import Notice, Tone
from ui.saving import FileSaver, Saving
from ui.work import Task

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
        def write(task: Task, path: Path) -> Path:
            return export(task.file, request, FMT, path, overwrite=True, document=document)

        saving = Saving(
            "Lưu phiếu sửa đơn vị",
            file_name(document, FMT, self._desk.now()),
            "Tệp PDF (*.pdf)",
            FMT,
            FOLDER_KEY,
            "slips-dialog",
            write,
            self._written,
        )
        FileSaver(self._desk, self._window).ask(saving)

    def _written(self, path: Path, _same: Path) -> None:
        words = f"Đã lưu {path.name}. Hãy mở tệp để xem và in."
        self._desk.noticed.emit(Notice(words, tone=Tone.DONE, path=path))
