"""The ways in which a document leaves the page: on paper, as a file, issued for good."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial
from pathlib import Path

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QWidget

from models.errors import AppError
from models.records import Figures
from models.records.frozen import FrozenReport
from reports.checking.check import Faulty, refuse_faulty
from reports.checking.fault import Fault
from ui.calls.reports import Drawn, freeze_reported, log_printed
from ui.desk import Desk
from ui.issued.dialog import open_issued
from ui.notice import Notice, Tone, notice_of
from ui.pages.reports.issue_dialog import IssueDialog
from ui.pages.reports.keeping import Keeping, keep_document
from ui.printing.dialog import Printout, ask_and_print
from ui.work import Work


class Leaving(QObject):
    """Each way asks what it must know over the window, and says in the end what was done."""

    def __init__(self, desk: Desk, parent: QWidget) -> None:
        super().__init__(parent)
        self._desk, self._over = desk, parent

    def allowed(self, faults: Sequence[Fault]) -> bool:
        """Whether nothing is known that must be mended before; says so otherwise."""
        try:
            refuse_faulty(faults)
        except Faulty as error:
            self._desk.noticed.emit(notice_of(error))
            return False
        return True

    def print(self, drawn: Drawn, page: int) -> None:
        """On paper; `page` is the one that is in sight."""
        printout = Printout(drawn.pdf, len(drawn.sizes), drawn.document.name, page)
        ask_and_print(self._desk, printout, self._over, partial(self._log_printed, drawn))

    def save(self, fmt: str, drawn: Drawn, *, freezes: bool) -> None:
        """As a file; the figures are frozen with it if wished."""
        then = partial(self._freeze, drawn.document.figures) if freezes else self._saved
        keep_document(self._desk, Keeping(drawn, fmt, then), self._over)

    def issue(self, drawn: Drawn) -> None:
        """For good."""
        IssueDialog(self._desk, drawn, self._tell_issued, self._over).open()

    def _log_printed(self, drawn: Drawn, printer: str) -> None:
        self._desk.ask(log_printed, None, None, drawn, printer)

    def _saved(self, path: Path, more: str = "") -> None:
        words = " ".join(filter(None, (f"Đã lưu {path.name}.", more)))
        self._desk.noticed.emit(Notice(words, tone=Tone.DONE, path=path))

    def _freeze(self, figures: Figures, path: Path) -> None:
        """What goes out is frozen with the figures that stand in it."""
        freeze = Work(
            lambda task: freeze_reported(task.file, figures),
            lambda told: self._saved(path, told),
            partial(self._tell_not_frozen, path),
            writes=True,
        )
        self._desk.run(freeze)

    def _tell_not_frozen(self, path: Path, error: AppError) -> None:
        told = notice_of(error)
        words = f"Đã lưu {path.name}, nhưng chưa chốt được số liệu. {told.text}"
        self._desk.noticed.emit(told._replace(text=words, path=path))

    def _tell_issued(self, report: FrozenReport) -> None:
        """The list in which the files that go out are saved opens with it."""
        words = f"Đã phát hành “{report.title}”, mã {report.short_hash}."
        self._desk.noticed.emit(Notice(words, tone=Tone.DONE))
        open_issued(self._desk, self._over, report.id)
