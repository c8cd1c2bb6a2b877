"""What is known of an issued document, and what can still be done with it: all but changing it."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial
from pathlib import Path

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from models.errors import AppError
from models.records.frozen import FrozenReport
from models.records.issued import IssuedAs, IssuedFile
from models.text.formats import number, short_date
from reports.catalog import EXCEL, PDF, WORD
from ui.calls.issued import KeptPdf, issue_anew, kept_pdf, log_kept_printed, save_kept
from ui.desk import Desk
from ui.error_line import ErrorLine
from ui.notice import Notice, Tone
from ui.people.question import Question
from ui.printing.dialog import Printout, ask_and_print
from ui.saving import FileSaver, Saving
from ui.theme.pieces import button, label
from ui.theme.wrapping_row import WrappingRow
from ui.work import Work

FOLDER_KEY = "reports/folder"
SAVE_WORDS = {PDF: "Lưu lại &PDF…", WORD: "Lưu lại &Word…", EXCEL: "Lưu lại &Excel…"}
SUFFIX_WORDS = {
    PDF: "Tệp PDF (*.pdf)",
    WORD: "Văn bản Word (*.docx)",
    EXCEL: "Sổ tính Excel (*.xlsx)",
}
GONE = "Tệp của văn bản này đã được xóa cùng dữ liệu cá nhân của cuộc thi."
RECALL = (
    "Văn bản “{}” được lập lại từ dữ liệu hiện nay và phát hành thành bản mới; bản cũ vẫn được giữ "
    "và ghi là đã thu hồi. Việc này không hoàn tác được."
)
RECALLING = "Đang phát hành bản mới"


class IssuedPanel(QWidget):
    """The chosen report as a document; gone for figures alone. `recalled` carries the new one."""

    recalled = Signal(object)

    def __init__(self, desk: Desk, parent: QWidget) -> None:
        super().__init__(parent)
        self._desk = desk
        self._report: FrozenReport | None = None
        self._files: dict[str, IssuedFile] = {}
        self._name = label("", "heading", wrap=True, name="issued-name")
        self._facts = label("", "muted", wrap=True, name="issued-facts")
        self._problem = ErrorLine("issued-problem")
        self._print = button("&In lại…", "issued-print")
        self._saves = {
            fmt: button(words, f"issued-save-{fmt}") for fmt, words in SAVE_WORDS.items()
        }
        self._recall = button("&Thu hồi bằng bản mới…", "issued-recall")
        column = QVBoxLayout(self)
        column.setSpacing(8)
        column.setContentsMargins(0, 0, 0, 0)
        row = WrappingRow()
        for each in (self._print, *self._saves.values(), self._recall):
            each.setAutoDefault(False)
            row.addWidget(each)
        for words in (self._name, self._facts):
            column.addWidget(words)
        column.addLayout(row)
        column.addWidget(self._problem)
        self._print.clicked.connect(self._ask_print)
        self._recall.clicked.connect(self._ask_recall)
        for fmt, each in self._saves.items():
            each.clicked.connect(partial(self._ask_where, fmt))
        self.show_report(None)

    def show_report(
        self,
        report: FrozenReport | None,
        files: Sequence[IssuedFile] = (),
        given: str = "",
    ) -> None:
        """Show another one; `given` is the number under which it stands in the register."""
        issue = report.issue if report is not None else None
        self._report, self._files = report, {each.fmt: each for each in files}
        self.setVisible(issue is not None)
        self._tell_gone()
        if report is None or issue is None:
            return
        self._name.setText(issue.name)
        self._facts.setText("\n".join(_facts(report, issue, given)))
        self._print.setVisible(PDF in self._files)
        for fmt, each in self._saves.items():
            each.setVisible(fmt in self._files)
        self._recall.setVisible(report.replaced_by is None and not report.nameless)

    def _ask_print(self) -> None:
        report = self._report
        self._tell_gone()
        if report is not None:
            self._desk.ask(kept_pdf, partial(self._print_kept, report), self._refused, report.id)

    def _print_kept(self, report: FrozenReport, kept: KeptPdf) -> None:
        name = report.issue.name if report.issue else report.title

        def printed(printer: str) -> None:
            self._desk.ask(log_kept_printed, None, None, report.id, printer)

        ask_and_print(self._desk, Printout(kept.content, kept.pages, name), self, printed)

    def _ask_where(self, fmt: str) -> None:
        if self._report is None:
            return
        self._tell_gone()
        title = SAVE_WORDS[fmt].replace("&", "").rstrip("…")
        report_id = self._report.id
        saving = Saving(
            title,
            self._files[fmt].name,
            SUFFIX_WORDS[fmt],
            fmt,
            FOLDER_KEY,
            "issued-save-dialog",
            lambda task, path: save_kept(task.file, report_id, fmt, path),
            self._saved,
            "Đang lưu văn bản đã phát hành",
            self._refused,
        )
        FileSaver(self._desk, self).ask(saving)

    def _saved(self, path: Path, _same: Path) -> None:
        words = f"Đã lưu {path.name} đúng từng byte như khi phát hành."
        self._desk.noticed.emit(Notice(words, tone=Tone.DONE, path=path))

    def _ask_recall(self) -> None:
        report = self._report
        if report is None:
            return
        words = RECALL.format(report.title)
        question = Question("Thu hồi bằng bản mới?", words, "Phát hành bản mới", self)
        question.accepted.connect(partial(self._recall_now, report.id))
        question.open()

    def _recall_now(self, report_id: int) -> None:
        self._tell_gone()
        work = Work(
            lambda task: issue_anew(task.file, report_id),
            self.recalled.emit,
            self._refused,
            words=RECALLING,
            writes=True,
        )
        self._desk.run(work)

    def _tell_gone(self) -> None:
        """Whatever failed before is over; that no file is kept stays said."""
        self._problem.say("" if self._files or self._report is None else GONE)

    def _refused(self, error: AppError) -> None:
        self._problem.refuse(error)


def _facts(report: FrozenReport, issue: IssuedAs, given: str) -> list[str]:
    """The number, when and by whom it was issued, who signed it, to whom it went, what became."""
    signer = " ".join(filter(None, (" ".join(issue.signer_lines[-1:]), issue.signer)))
    when = f"{report.at:%H:%M} ngày {short_date(report.at.date())}"
    lines = [
        f"Số: {given}" if given else f"Chưa ghi số (/{issue.symbol})" if issue.symbol else "",
        f"Phát hành lúc {when}, người lập: {report.who}; mã số liệu {report.short_hash}",
        f"Người ký: {signer}" if signer else "",
        f"Kính gửi: {'; '.join(issue.addressees)}" if issue.addressees else "",
        f"Có {number(issue.people)} người trong văn bản" if issue.people else "",
        f"Đã thu hồi bằng bản số lưu {report.replaced_by}" if report.replaced_by else "",
    ]
    return [*filter(None, lines)]
