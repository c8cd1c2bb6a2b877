"""Kiểm tra báo cáo: a returned PDF, Word or Excel file beside the one that was issued."""

from __future__ import annotations

from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from PySide6.QtCore import QPoint, QSettings, Qt
from PySide6.QtWidgets import (
    QDialog,
    QFileDialog,
    QWidget,
)

from models.errors import AppError
from models.text.formats import number
from ui.attachments.dropping import FileDrops
from ui.calls.issued import verified
from ui.desk import Desk
from ui.error_line import ErrorLine
from ui.start.files import remembered_folder
from ui.table.column import Column, Kind
from ui.table.data_table import DataTable
from ui.table.held import held_rows
from ui.table.rows_model import RowsModel
from ui.theme.footer import dialog_column, footer
from ui.theme.letters import fit_to_screen
from ui.theme.pieces import button, label, named, show_words
from ui.theme.quiet_combo import QuietCombo
from ui.work import Work

if TYPE_CHECKING:
    from reports.verifying.difference import ChangedPlace
    from reports.verifying.verdict import FileVerdict

TITLE = "Kiểm tra báo cáo"
HINT = (
    "Chọn tệp PDF, Word hoặc Excel nơi nhận gửi lại (tên tệp thế nào cũng được), hoặc kéo thả vào "
    "đây. Chương trình tìm văn bản đã phát hành tương ứng và so từng ô."
)
FILTER = "PDF, Word, Excel (*.pdf *.docx *.xlsx);;Mọi tệp (*)"
FOLDER_KEY = "verify/folder"
CHECKING = "Đang kiểm tra tệp"
LETTERS, LINES, SHARE = 130, 30, 0.94


class _Line(NamedTuple):
    """One line of what differs."""

    id: int
    told: ChangedPlace


def _shown(text: str | None) -> str:
    """ "(không có)" where it is not in that file at all."""
    return "(không có)" if text is None else text or "(để trống)"


COLUMNS: tuple[Column[_Line], ...] = (
    Column("place", "Chỗ khác", 36, lambda row: row.told.place, Kind.STRONG,
           tooltip=lambda row: row.told.place),
    Column("issued", "Bản phát hành", 26, lambda row: _shown(row.told.issued),
           tooltip=lambda row: _shown(row.told.issued)),
    Column("returned", "Tệp này", 26, lambda row: _shown(row.told.returned),
           tooltip=lambda row: _shown(row.told.returned), fills=True),
)  # fmt: skip


def open_verifying(desk: Desk, parent: QWidget) -> None:
    """Ask for a file and tell what it is."""
    VerifyDialog(desk, parent).open()


class VerifyDialog(QDialog):
    """One file after another; nothing is written. Shown with `open()`."""

    def __init__(self, desk: Desk, parent: QWidget) -> None:
        super().__init__(parent)
        self.setObjectName("verify-dialog")
        self.setWindowTitle(TITLE)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self._desk = desk
        self._path: Path | None = None
        self._lines: dict[int, _Line] = {}
        self._answer = label("", "heading", wrap=True, name="verify-answer")
        self._notes = label("", "muted", wrap=True, name="verify-notes")
        self._problem = ErrorLine("verify-problem")
        self._which = named(QuietCombo(), "verify-which", "Bản phát hành để đối chiếu")
        self._table = DataTable(
            RowsModel(COLUMNS, held_rows(self, lambda at: self._lines[at]), self), "verify"
        )
        named(self._table, "verify-differences", "Những chỗ khác")
        self._choose = button("&Chọn tệp…", "verify-choose", primary=True)
        self._close = button("Đóng", "keep")
        self._lay_out()
        for place in (self._answer, self._notes):
            show_words(place, "")
        self._which.hide()
        self._table.hide()
        FileDrops(self).dropped.connect(self._drop)
        self._choose.clicked.connect(self._ask_which_file)
        self._close.clicked.connect(self.reject)
        self._which.activated.connect(self._compare_with)
        self._choose.setFocus()

    def _lay_out(self) -> None:
        whole = dialog_column(self)
        whole.addWidget(label(TITLE, "title"))
        whole.addWidget(label(HINT, "muted", wrap=True))
        for each in (self._answer, self._notes, self._problem, self._which):
            whole.addWidget(each)
        whole.addWidget(self._table, 1)
        whole.addStretch()
        whole.addLayout(footer(act=self._choose, leave=self._close))
        fit_to_screen(self, LETTERS, LINES, SHARE)

    def _ask_which_file(self) -> None:
        dialog = QFileDialog(self, TITLE, remembered_folder(FOLDER_KEY), FILTER)
        dialog.setObjectName("verify-file-dialog")
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.setFileMode(QFileDialog.FileMode.ExistingFile)
        dialog.fileSelected.connect(lambda where: self.look_at(Path(where)))
        dialog.open()

    def _drop(self, paths: list[Path], _place: QPoint) -> None:
        if paths:
            self.look_at(paths[0])

    def look_at(self, path: Path) -> None:
        """Tell what the file at `path` is."""
        QSettings().setValue(FOLDER_KEY, str(path.parent))
        self._path = path
        self._which.clear()
        self._ask(None)

    def _compare_with(self, at: int) -> None:
        wanted = self._which.itemData(at)
        if isinstance(wanted, int):
            self._ask(wanted)

    def _ask(self, wanted: int | None) -> None:
        path = self._path
        if path is None:
            return
        self._problem.say("")
        show_words(self._answer, f"Đang kiểm tra “{path.name}”…")
        work = Work(
            lambda task: verified(task.file, path, wanted),
            partial(self._show, path),
            self._refused,
            words=CHECKING,
        )
        self._desk.run(work)

    def _show(self, path: Path, verdict: FileVerdict) -> None:
        from reports.verifying.verdict import verdict_words

        if path != self._path:
            return
        show_words(self._answer, verdict_words(verdict))
        show_words(self._notes, "\n".join(verdict.notes))
        self._offer(verdict)
        self._lines = {at: _Line(at, each) for at, each in enumerate(verdict.differences, start=1)}
        self._table.rows.set_ids(list(self._lines))
        self._table.setVisible(bool(self._lines))
        if self._lines:
            self._table.go_to_first()

    def _offer(self, verdict: FileVerdict) -> None:
        """The issued documents that it may be, where it is not sure."""
        from reports.verifying.verdict import issued_words

        if len(verdict.candidates) > 1 and not self._which.count():
            self._which.addItem("Chọn bản phát hành để đối chiếu…")
            for each in verdict.candidates:
                words = f"Số lưu {number(each.id)}: {issued_words(each)}"
                self._which.addItem(words, each.id)
        self._which.setVisible(self._which.count() > 0)

    def _refused(self, error: AppError) -> None:
        show_words(self._answer, "")
        show_words(self._notes, "")
        self._problem.refuse(error)
        self._table.hide()
