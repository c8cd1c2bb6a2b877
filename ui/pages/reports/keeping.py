"""A document that was composed becomes a file; one that another program holds loses nothing."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from pathlib import Path
from typing import Any, NamedTuple

from PySide6.QtCore import QObject, QSettings, Qt
from PySide6.QtWidgets import QFileDialog, QWidget

from models.errors import AppError
from reports.catalog import EXCEL, PDF, WORD, file_name
from reports.publish import TargetHeld
from ui.calls.reports import Drawn, save_drawn
from ui.desk import Desk
from ui.notice import notice_of
from ui.start.choice import ChoiceDialog, Way
from ui.start.files import remembered_folder
from ui.work import Work

FOLDER_KEY = "reports/folder"
SUFFIX_WORDS = {
    PDF: "Tệp PDF (*.pdf)",
    WORD: "Văn bản Word (*.docx)",
    EXCEL: "Sổ tính Excel (*.xlsx)",
}
TITLES = {PDF: "Lưu PDF", WORD: "Lưu Word", EXCEL: "Lưu Excel"}
SAVING = "Đang lưu văn bản"
STILL_THERE = "Văn bản đã lập vẫn còn nguyên."


class Keeping(NamedTuple):
    """A document that shall become a file of one format; `saved(path)` is called when it has."""

    drawn: Drawn
    fmt: str
    saved: Callable[[Path], Any]


class Keeper(QObject):
    """Asks where documents go, and writes them there."""

    def __init__(self, desk: Desk, parent: QWidget) -> None:
        super().__init__(parent)
        self._desk, self._over = desk, parent

    def ask_where(self, kept: Keeping, name: str = "") -> None:
        """Ask with a name that has the time in it; the system asks before it replaces a file."""
        fmt, folder = kept.fmt, remembered_folder(FOLDER_KEY)
        dialog = QFileDialog(self._over, TITLES[fmt], folder, SUFFIX_WORDS[fmt])
        dialog.setObjectName("save-dialog")
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
        dialog.setDefaultSuffix(fmt)
        dialog.selectFile(name or file_name(kept.drawn.document, fmt, self._desk.now()))
        dialog.fileSelected.connect(lambda where: self._write(kept, Path(where)))
        dialog.open()

    def _write(self, kept: Keeping, path: Path) -> None:
        QSettings().setValue(FOLDER_KEY, str(path.parent))
        # The officer has agreed to replace what lies there.
        work = Work(
            lambda task: save_drawn(task.file, kept.drawn, kept.fmt, path),
            kept.saved,
            partial(self._refused, kept, path),
            words=SAVING,
            writes=True,
        )
        self._desk.run(work)

    def _refused(self, kept: Keeping, path: Path, error: AppError) -> None:
        if not isinstance(error, TargetHeld):
            self._desk.noticed.emit(notice_of(error))
            return
        ways = (
            Way("&Thử lại", "held-again", partial(self._write, kept, path), primary=True),
            Way("&Lưu tên khác…", "held-other", partial(self.ask_where, kept, _beside(path))),
            Way("Hủy", "held-leave"),
        )
        words = (error.sentence, error.advice, STILL_THERE)
        ChoiceDialog("Chưa lưu được văn bản", words, ways, self._over).open()


def _beside(path: Path) -> str:
    """A name that is not taken: "Biểu (2).pdf"."""
    number = 2
    while (other := path.with_name(f"{path.stem} ({number}){path.suffix}")).exists():
        number += 1
    return other.name
