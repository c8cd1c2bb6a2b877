"""Lưu trọn bộ: every document of one day or of a period goes into one new folder."""

from __future__ import annotations

from datetime import date
from pathlib import Path

from PySide6.QtWidgets import QWidget

from models.papers.periods import ReportPeriod
from models.records.moment import Moment, as_moment
from models.text.formats import number
from ui.calls.bundle import Bundle, save_bundle, titles_words
from ui.desk import Desk
from ui.notice import Notice, Tone
from ui.pages.reports.moment_fields import MomentFields
from ui.pages.reports.period_field import PeriodField
from ui.people.act_dialog import ActDialog
from ui.saving import FolderSaver, FolderSaving
from ui.theme.pieces import label, named
from ui.theme.quiet_combo import QuietCombo
from ui.work import Task

FOLDER_KEY = "bundle/folder"
SAVING_ALL = "Đang lưu trọn bộ văn bản"
WHAT_IT_DOES = (
    "Lập mọi văn bản của ngày hoặc kỳ báo cáo: gửi thành phố, gửi từng đơn vị và lưu nội bộ, đủ "
    "các định dạng, vào một thư mục mới. Số điện thoại được che bớt."
)
OF_DAY, OF_PERIOD = "Một ngày", "Một kỳ báo cáo"


class BundleDialog(ActDialog):
    """Asks of when, then in which folder; the dialog closes and the window shows how far it is.

    `as_of` is the day or the minute that is proposed; None: today.
    """

    def __init__(self, desk: Desk, parent: QWidget, as_of: date | Moment | None = None) -> None:
        super().__init__("Lưu trọn bộ văn bản", "Chọn &thư mục…", parent, "Hủy")
        self.setObjectName("bundle-dialog")
        self._desk = desk
        self._scope = named(QuietCombo(), "bundle-scope", "Số liệu của")
        self._scope.addItems([OF_DAY, OF_PERIOD])
        self._moment = MomentFields(desk.today())
        if as_of is not None:
            self._moment.show_moment(as_of)
        self._period = PeriodField(desk.today())
        self.form.addRow(label(WHAT_IT_DOES, "muted", wrap=True))
        self.form.addRow("&Số liệu của", self._scope)
        self.form.addRow(self._moment)
        self.form.addRow("&Kỳ báo cáo", self._period)
        self._scope.currentIndexChanged.connect(self._check)
        self._moment.changed.connect(self._check)
        self._period.changed.connect(self._check)
        self._check()
        self._scope.setFocus()

    @property
    def _of_period(self) -> bool:
        return self._scope.currentText() == OF_PERIOD

    def _check(self) -> None:
        self.form.setRowVisible(self._moment, not self._of_period)
        self.form.setRowVisible(self._period, self._of_period)
        known = self._period.period is not None if self._of_period else self._moment.valid
        self.act.setEnabled(known)

    def accept(self) -> None:
        """Ask for the folder; the documents are made once it is chosen."""
        parent = self.parentWidget()
        if not self.act.isEnabled() or parent is None:
            return
        period = self._period.period if self._of_period else None
        day = None if self._of_period else self._moment.moment
        super().accept()
        ask_folder(self._desk, None if day is None else as_moment(day), period, parent)


def ask_folder(
    desk: Desk, as_of: Moment | None, period: ReportPeriod | None, parent: QWidget
) -> None:
    """Ask inside which folder the new one shall lie, and make the documents."""

    def write(task: Task, folder: Path) -> Bundle:
        return save_bundle(task.file, folder, as_of=as_of, period=period, step=task.report)

    saving = FolderSaving(
        "Lưu trọn bộ vào một thư mục mới trong",
        FOLDER_KEY,
        "bundle-folder",
        write,
        lambda _folder, made: _tell(desk, made),
        SAVING_ALL,
    )
    FolderSaver(desk, parent).ask(saving)


def _tell(desk: Desk, made: Bundle) -> None:
    words = f"Đã lưu {number(len(made.files))} tệp vào thư mục “{made.folder.name}”."
    faulty = titles_words(each for each in made.skipped if each.faulty)
    empty = titles_words(each for each in made.skipped if not each.faulty)
    told = [f"Còn lỗi phải sửa nên chưa lập: {faulty}."] if faulty else []
    told += [f"Không có nội dung nên không lập: {empty}."] if empty else []
    tone = Tone.PROBLEM if faulty else Tone.DONE
    desk.noticed.emit(Notice(words, " ".join(told), tone, folder=made.folder))
