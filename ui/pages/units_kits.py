"""The form that writes a kit for each unit: which units, by when, into which folder."""

from __future__ import annotations

from collections.abc import Collection
from functools import partial
from pathlib import Path

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QWidget

from models.errors import AppError
from models.records import Unit
from models.text.formats import number, short_date
from reports.compose_kits import KitOffer, KitsHeld, KitsWritten, kit_offer, write_kits
from reports.publish import TargetHeld
from ui.desk import Desk
from ui.notice import Notice, Tone
from ui.pages.units_kit_ticks import KitTicks
from ui.people.act_dialog import ActDialog
from ui.people.date_field import DateField
from ui.progress import WorkProgress
from ui.saving import FolderSaver, FolderSaving
from ui.theme.pieces import label, link
from ui.work import Task, Work

FOLDER_KEY = "kits/folder"
KEEP, STOP = "Đóng", "Dừng"
INTRODUCTION = (
    "Mỗi đơn vị một tệp Excel có sẵn danh sách của mình để sửa, điền và gửi lại. "
    "Tệp gửi lại thì kéo thả vào cửa sổ này để nhập."
)


class KitsDialog(ActDialog):
    """Ticks the units `wanted`, or all of them. `written` carries a `KitsWritten`."""

    written = Signal(object)

    def __init__(self, desk: Desk, wanted: Collection[int] | None, parent: QWidget) -> None:
        super().__init__("Xuất biểu mẫu cho đơn vị", "", parent, KEEP)
        self.setObjectName("kits-dialog")
        self._desk = desk
        self._wanted = wanted
        self._units = KitTicks()
        self._chosen = label("", "muted")
        self._chosen.setObjectName("kitsChosen")
        self._all = link("Chọn tất cả", "kitsAll")
        self._none = link("Bỏ chọn", "kitsNone")
        self._deadline = DateField("kitsDeadline", "Hạn gửi lại", desk.today())
        self._error: AppError | None = None
        self._saver = FolderSaver(desk, self, self._run)
        self._progress = WorkProgress()
        self._lay_out()
        self._connect()
        self._check()
        desk.ask(kit_offer, self._show, self._refused)

    def _lay_out(self) -> None:
        bar = QHBoxLayout()
        bar.setSpacing(16)
        bar.addWidget(self._all)
        bar.addWidget(self._none)
        bar.addStretch(1)
        bar.addWidget(self._chosen)
        self.form.addRow(label(INTRODUCTION, "muted", wrap=True))
        self.form.addRow(bar)
        self.form.addRow(self._units)
        self.form.addRow("&Hạn gửi lại", self._deadline)
        self.form.addRow(self._progress)
        self._show_working(False)
        self._units.setFocus()

    def _connect(self) -> None:
        self._all.clicked.connect(self._units.tick_all)
        self._none.clicked.connect(self._units.tick_none)
        self._units.itemChanged.connect(self._check)
        self._deadline.changed.connect(self._check)
        self._progress.ended.connect(self._rest)

    def _show(self, offer: KitOffer) -> None:
        everybody = [unit.id for unit in offer.units]
        wanted = everybody if self._wanted is None else self._wanted
        self._units.show_units(offer.units, wanted)
        if offer.deadline is not None:
            self._deadline.show_iso(offer.deadline.isoformat())
        self._check()

    def _check(self) -> None:
        """Say how many kits there will be; a deadline that is over is not printed."""
        ticked = self._units.ticked()
        self._chosen.setText(_chosen_words(ticked))
        self.act.setText(f"Chọn thư mục và ghi {number(len(ticked))} biểu mẫu…")
        day = self._deadline.day
        late = day is not None and day < self._desk.today()
        if late or self._error is None:
            self.tell(f"Hạn {short_date(day)} đã qua." if late else "")
        else:
            self.refuse(self._error)
        free = self._progress.task is None
        self.act.setEnabled(free and bool(ticked) and self._deadline.valid and not late)

    def accept(self) -> None:
        """Ask for the folder; the kits are written once it is chosen."""
        self._saver.ask(self._saving(tuple(unit.id for unit in self._units.ticked())))

    def _saving(self, ids: tuple[int, ...]) -> FolderSaving:
        deadline = self._deadline.day

        def write(task: Task, folder: Path) -> KitsWritten:
            return write_kits(task.file, ids, deadline, folder, partial(_tell, task))

        return FolderSaving(
            "Chọn thư mục để ghi biểu mẫu",
            FOLDER_KEY,
            "folder-dialog",
            write,
            self._done,
            "Đang ghi biểu mẫu",
            self._refused,
            self._still_left,
        )

    def _still_left(self, error: TargetHeld) -> FolderSaving:
        """What was written before one was held stays; the others are tried again."""
        self._refused(error)
        assert isinstance(error, KitsHeld)
        return self._saving(error.left)

    def _run(self, work: Work[KitsWritten]) -> None:
        self._error = None
        self._desk.run(work, self._progress.follow)
        self._show_working(True)

    def _show_working(self, working: bool) -> None:
        self._progress.setVisible(working)
        for field in (self._units, self._all, self._none, self._deadline):
            field.setEnabled(not working)
        keep = self.findChild(QPushButton, "keep")
        if keep is not None:
            keep.setText(STOP if working else KEEP)
        self._check()

    def _done(self, _folder: Path, written: KitsWritten) -> None:
        self.written.emit(written)
        super().accept()

    def _refused(self, error: AppError) -> None:
        self._error = error
        self.refuse(error)

    def _rest(self) -> None:
        """Whatever the end was, the form is free again."""
        self._show_working(False)

    def reject(self) -> None:
        """Close; while kits are being written, stop after the one at hand."""
        if self._progress.task is None:
            super().reject()
        else:
            self._progress.stop()


def _tell(task: Task, done: int, of: int, words: str) -> None:
    task.report(done, of, f"{words} ({number(done + 1)}/{number(of)})")


def kits_notice(written: KitsWritten) -> Notice:
    """What was written, and the way to it."""
    count, wanted = number(len(written.paths)), number(written.wanted)
    if not written.paths:
        return Notice("Đã dừng, chưa ghi biểu mẫu nào.")
    if len(written.paths) == written.wanted:
        words = f"Đã ghi {count} biểu mẫu vào {written.folder}."
    else:
        words = f"Đã dừng: ghi xong {count}/{wanted} biểu mẫu vào {written.folder}."
    return Notice(words, tone=Tone.DONE, folder=written.folder)


def _chosen_words(units: tuple[Unit, ...]) -> str:
    words = f"{number(len(units))} đơn vị, {number(sum(unit.people for unit in units))} người"
    empty = sum(1 for unit in units if not unit.people)
    return f"{words}, {number(empty)} biểu mẫu trống" if empty else words
