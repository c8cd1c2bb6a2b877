"""What leaves by a template: the filled workbook, or its rows on the clipboard."""

from __future__ import annotations

from datetime import date
from pathlib import Path

from PySide6.QtCore import QObject, Signal
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QWidget

from models.records.city import CityTemplate
from models.records.moment import Moment
from models.records.practising import practice_name
from models.text.formats import number
from reports.city_template.pasting import PastedRows
from ui.calls.city_template import FilledTemplate, save_filled, template_rows
from ui.desk import Desk
from ui.notice import Notice, Tone
from ui.saving import FileSaver, Saving
from ui.table.clipboard import table_mime
from ui.work import Task

FILTER = "Bảng tính Excel (*.xlsx)"
FOLDER = "city-template/folder"


class TemplateGiving(QObject):
    """`said` carries what was done, `refused` an `AppError`."""

    said = Signal(str)
    refused = Signal(object)

    def __init__(self, desk: Desk, over: QWidget) -> None:
        super().__init__(over)
        self._desk, self._over = desk, over

    def save(self, template: CityTemplate, content: bytes, moment: date | Moment | None) -> None:
        """Ask where the filled workbook goes, and write it."""
        stem = Path(template.file_name or template.name).stem
        name = f"{stem}_{self._desk.today():%Y%m%d}.xlsx"
        name = practice_name(name) if self._desk.is_practice else name

        def write(task: Task, path: Path) -> FilledTemplate:
            return save_filled(task.file, template, content, path, moment, overwrite=True)

        saving = Saving(
            "Lưu mẫu đã điền",
            name,
            FILTER,
            "xlsx",
            FOLDER,
            "city-save",
            write,
            self._written,
            refused=self.refused.emit,
        )
        FileSaver(self._desk, self._over).ask(saving)

    def _written(self, path: Path, done: FilledTemplate) -> None:
        words = f"Đã điền {number(done.cells)} ô và lưu {path.name}."
        self.said.emit(" ".join((words, *done.notes)))
        self._desk.noticed.emit(Notice(words, " ".join(done.notes), Tone.DONE, path))

    def copy(self, template: CityTemplate, content: bytes, moment: date | Moment | None) -> None:
        """Put the rows on the clipboard, in the order of the columns."""
        self._desk.ask(template_rows, self._copied, self.refused.emit, template, content, moment)

    def _copied(self, made: PastedRows) -> None:
        QGuiApplication.clipboard().setMimeData(table_mime(made.rows, numbers=made.numbers))
        count = number(len(made.rows))
        words = f"Đã sao chép {count} dòng: hãy dán vào cột đầu tiên đã gán của bảng."
        self.said.emit(f"{words} {made.note}".rstrip())
