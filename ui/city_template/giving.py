"""What leaves by a template: the filled workbook, or its rows on the clipboard."""

from __future__ import annotations

from datetime import date
from functools import partial
from pathlib import Path

from PySide6.QtCore import QObject, QSettings, Qt, Signal
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QFileDialog, QWidget

from models.records.city import CityTemplate
from models.records.moment import Moment
from models.text.formats import number
from reports.city_template.pasting import PastedRows
from ui.calls.city_template import FilledTemplate, save_filled, template_rows
from ui.desk import Desk
from ui.notice import Notice, Tone
from ui.start.files import remembered_folder
from ui.table.clipboard import table_mime

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
        name = f"{Path(template.file_name or template.name).stem}_{self._desk.today():%Y%m%d}.xlsx"
        dialog = QFileDialog(self._over, "Lưu mẫu đã điền", remembered_folder(FOLDER), FILTER)
        dialog.setObjectName("city-save")
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
        dialog.setDefaultSuffix("xlsx")
        dialog.selectFile(name)
        wanted = template, content, moment
        dialog.fileSelected.connect(lambda path: self._write(Path(path), *wanted))
        dialog.open()

    def _write(
        self, path: Path, template: CityTemplate, content: bytes, moment: date | Moment | None
    ) -> None:
        QSettings().setValue(FOLDER, str(path.parent))
        done = partial(self._written, path)
        # The dialog has asked already whether a file may be written over.
        wanted = template, content, path, moment
        self._desk.ask(save_filled, done, self.refused.emit, *wanted, overwrite=True)

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
        self.said.emit(f"Đã chép {count} dòng: hãy dán vào cột đầu tiên đã gán của bảng.")
