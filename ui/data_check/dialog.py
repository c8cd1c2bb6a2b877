"""Kiểm tra dữ liệu…: is everything sound, what is not, and what mending would do."""

from __future__ import annotations

from collections.abc import Callable
from typing import NamedTuple

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QDialog, QSizePolicy, QWidget

from models.errors import AppError
from models.text.formats import number
from ui.calls.data_check import (
    DataLook,
    checked_words,
    look_over,
    mend_and_look,
    mended_words,
    size_lines,
    to_do,
)
from ui.desk import Desk
from ui.error_line import ErrorLine
from ui.people.question import Question
from ui.progress import STOPPED, WorkProgress
from ui.table.column import Column, Kind
from ui.table.data_table import DataTable
from ui.table.held import held_rows
from ui.table.rows_model import RowsModel
from ui.theme.footer import dialog_column, footer
from ui.theme.letters import fit_to_screen
from ui.theme.pieces import button, label, named, show_words
from ui.work import Work

TITLE = "Kiểm tra dữ liệu"
HINT = (
    "Chương trình đọc lại cả tệp, so dữ liệu với nhật ký và xem từng quy tắc. Việc kiểm tra không "
    "thay đổi gì."
)
CHECKING, MENDING = "Đang kiểm tra dữ liệu", "Đang sửa"
LETTERS, LINES, SHARE = 130, 30, 0.94
MOST_ASKED = 8


class _Line(NamedTuple):
    """One finding in the table."""

    id: int
    what: str
    where: str
    to_do: str


COLUMNS: tuple[Column[_Line], ...] = (
    Column("what", "Không đúng", 48, lambda row: row.what, Kind.STRONG,
           tooltip=lambda row: row.what),
    Column("where", "Ở đâu", 34, lambda row: row.where, tooltip=lambda row: row.where),
    Column("mend", "Cách xử lý", 34, lambda row: row.to_do, tooltip=lambda row: row.to_do,
           fills=True),
)  # fmt: skip


def open_data_check(
    desk: Desk, parent: QWidget, restore: Callable[[], object] | None = None
) -> None:
    """Check at once, and tell; `restore` is called when the officer takes that way."""
    dialog = DataCheckDialog(desk, parent)
    if restore is not None:
        dialog.restoring.connect(restore)
    dialog.open()


class DataCheckDialog(QDialog):
    """Checks when it is made; "Kiểm tra lại" does so again. Shown with `open()`. `restoring` asks
    for the list of copies, where something was found of which nobody knows what is right."""

    restoring = Signal()

    def __init__(self, desk: Desk, parent: QWidget) -> None:
        super().__init__(parent)
        self.setObjectName("data-check")
        self.setWindowTitle(TITLE)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self._desk = desk
        self._look: DataLook | None = None
        self._lines: dict[int, _Line] = {}
        self._answer = label("", "heading", wrap=True, name="data-check-answer")
        self._problem = ErrorLine()
        self._mended = label("", "muted", wrap=True, name="data-check-mended")
        self._detail = label("", wrap=True, name="data-check-detail")
        self._size = label("", "muted", wrap=True, name="data-check-size")
        self._progress = WorkProgress()
        self._table = DataTable(
            RowsModel(COLUMNS, held_rows(self, lambda at: self._lines[at]), self), "data-check"
        )
        named(self._table, "data-check-findings", "Những chỗ cần xem")
        self._mend = button("&Sửa…", "data-check-mend", primary=True)
        self._again = button("&Kiểm tra lại", "data-check-again")
        self._restore = button("Khôi &phục…", "data-check-restore")
        self._stop = button("&Dừng", "data-check-stop")
        self._close = button("Đóng", "keep")
        self._lay_out()
        self._progress.ended.connect(self._ended)
        self._table.picked.connect(self._tell_whole)
        self._mend.clicked.connect(self._ask_to_mend)
        self._again.clicked.connect(self._begin)
        self._stop.clicked.connect(self._progress.stop)
        self._restore.clicked.connect(self._leave_to_restore)
        self._close.clicked.connect(self.reject)
        self._begin()

    def _lay_out(self) -> None:
        whole = dialog_column(self)
        whole.addWidget(label(TITLE, "title"))
        whole.addWidget(label(HINT, "muted", wrap=True))
        self._progress.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Maximum)
        for each in (self._progress, self._answer, self._problem, self._mended):
            whole.addWidget(each)
        whole.addWidget(self._table, 1)
        whole.addWidget(self._detail)
        whole.addWidget(self._size)
        whole.addStretch()
        others = (self._stop, self._again, self._restore)
        whole.addLayout(footer(act=self._mend, leave=self._close, others=others))
        fit_to_screen(self, LETTERS, LINES, SHARE)

    def _begin(self) -> None:
        show_words(self._mended, "")
        self._run(Work(look_over, self._show, self._refused, words=CHECKING))

    def _run(self, work: Work[DataLook]) -> None:
        show_words(self._answer, "")
        self._problem.say("")
        self._show_findings(None)
        for each in (self._again, self._mend, self._restore, self._size):
            each.hide()
        self._progress.show()
        self._stop.show()
        self._stop.setFocus()
        self._desk.run(work, shown_by=self._progress.follow)

    def _ended(self, stopped: bool) -> None:
        self._progress.hide()
        self._stop.hide()
        self._again.show()
        self._close.setFocus()
        if stopped:
            show_words(self._answer, STOPPED)

    def _show(self, look: DataLook) -> None:
        self._look = look
        show_words(self._answer, checked_words(look.checked))
        show_words(self._size, "\n".join(size_lines(look.parts)))
        mended = mended_words(look.mended) if look.mended is not None else ""
        show_words(self._mended, " ".join(filter(None, (mended, look.copy))))
        self._show_findings(look)

    def _show_findings(self, look: DataLook | None) -> None:
        findings = look.checked.findings if look is not None else ()
        self._lines = {
            at: _Line(at, each.what, each.where, to_do(each))
            for at, each in enumerate(findings, start=1)
        }
        self._table.rows.set_ids(list(self._lines))
        self._table.setVisible(bool(self._lines))
        show_words(self._detail, "")
        self._mend.setVisible(look is not None and bool(look.checked.to_mend))
        self._restore.setVisible(look is not None and bool(look.copy))
        if self._lines:
            self._table.go_to_first()
            self._table.setFocus()

    def _tell_whole(self) -> None:
        """What the columns are too narrow for."""
        line = self._lines.get(self._table.current_id() or 0)
        told = f"{line.what}\nỞ: {line.where}\n{line.to_do}" if line is not None else ""
        show_words(self._detail, told)

    def _refused(self, error: AppError) -> None:
        self._problem.refuse(error)

    def _leave_to_restore(self) -> None:
        self.accept()
        self.restoring.emit()

    def _ask_to_mend(self) -> None:
        if self._look is None:
            return
        sure = self._look.checked.to_mend
        told = [f"• {each.where}: {each.mend}" for each in sure[:MOST_ASKED]]
        if len(sure) > MOST_ASKED:
            told.append(f"• và {number(len(sure) - MOST_ASKED)} chỗ nữa")
        words = "\n".join([*told, "", "Trước khi sửa, chương trình sao lưu. Sửa xong vẫn hoàn tác "
                           "được."])  # fmt: skip
        question = Question(f"Sửa {number(len(sure))} chỗ?", words, "Sửa", self)
        question.accepted.connect(self._begin_mending)
        question.open()

    def _begin_mending(self) -> None:
        if self._look is not None:
            sure = self._look.checked.to_mend
            self._run(
                Work(
                    lambda task: mend_and_look(task, sure),
                    self._show,
                    self._refused,
                    words=MENDING,
                    writes=True,
                )
            )
