"""Kept copies in the window: asked about, restored or looked at, never worked with."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from PySide6.QtCore import QObject, QSettings

from models.machine.names import shown_name
from models.machine.places import default_data_file
from ui.desk import Desk
from ui.notice import Notice, Tone, notice_of
from ui.safekeeping.memory import CopyMemory
from ui.start.opening import BroughtBack, Opener, practice_path
from ui.window.main_window import MainWindow
from ui.window.memory import last_file
from ui.work import Task, Work

if TYPE_CHECKING:
    from models.errors import AppError
    from models.handover.package import PackageFacts
    from models.records.kept_copies import SecondPlace
    from ui.calls.restoring import CopyLoss

UNDO = "undo-restore"
KEPT_FIRST = (
    "Trước khi thay, dữ liệu hiện có được sao lưu vào thư mục sao-luu, nên có thể khôi phục trở "
    "lại."
)


class _Before(NamedTuple):
    """What a restore put away: the state before, of which file."""

    copy: Path
    target: Path


class Copies(QObject):
    """Answers for whatever kept copy comes to the window. `packages` is called with the facts of
    one that is a hand-over package."""

    def __init__(
        self,
        desk: Desk,
        settings: QSettings,
        window: MainWindow,
        opener: Opener,
        packages: Callable[[PackageFacts], object] | None = None,
    ) -> None:
        super().__init__(window)
        self._desk, self._settings, self._window, self._opener = desk, settings, window, opener
        self._packages = packages
        self._before: _Before | None = None
        opener.copy_found.connect(self.ask)
        opener.brought_back.connect(self._tell)
        opener.opened.connect(self._forget_other)
        window.commands["restore"].triggered.connect(lambda: self.choose(self._target()))
        window.commands[UNDO].triggered.connect(self._undo)
        self._remember(None)

    def ask(self, path: Path) -> None:
        """Ask what to do with a copy: Khôi phục… · Chỉ xem · Hủy. A package is received."""
        self._desk.run(
            Work(lambda _task: _package_at(path), partial(self._ask, path), self._refused)
        )

    def _ask(self, path: Path, package: PackageFacts | None) -> None:
        if package is not None and self._packages is not None:
            self._packages(package)
            return
        from ui.start.choice import ChoiceDialog, Way

        sentences = [
            f"{shown_name(path.name)} là bản sao lưu, không phải tệp dữ liệu để làm việc.",
            "Khôi phục: đưa dữ liệu trong bản này trở lại làm dữ liệu làm việc. "
            "Chỉ xem: mở để đọc và xuất văn bản, không ghi gì.",
        ]
        ways = (
            Way("Khôi phục…", "copyRestore", lambda: self.confirm(path)),
            Way("Chỉ xem", "copyView", lambda: self.view(path)),
            Way("Hủy", "copyLeave", self._leave),
        )
        ChoiceDialog("Đây là bản sao lưu", sentences, ways, self._window).open()

    def choose(self, beside: Path) -> None:
        """Show all copies of the file at `beside`, and take or look at one of them."""
        from ui.restoring.dialog import RestoreDialog

        place = self.second_place_of(beside)
        dialog = RestoreDialog(self._desk, beside, place, self._window)
        dialog.wanted.connect(partial(self.confirm, target=beside))
        dialog.viewed.connect(self.view)
        dialog.chosen.connect(self.ask)
        dialog.open()

    def second_place_of(self, data: Path) -> SecondPlace | None:
        """Where copies of the file at `data` go besides, as this machine remembers it."""
        return CopyMemory(self._settings, data).place

    def view(self, path: Path) -> None:
        """Open a copy for reading only, after its password where it has another one."""
        self._unlocked(path, lambda: self._opener.view(path))

    def restore(self, path: Path, target: Path) -> None:
        """Put a copy in the place of `target`, after its password where it has another one."""
        self._unlocked(path, lambda: self._opener.restore(path, target))

    def _unlocked(self, path: Path, go_on: Callable[[], object]) -> None:
        from ui.restoring.unlocking import once_unlocked

        once_unlocked(self._desk, path, self._window, go_on, self._leave)

    def confirm(self, path: Path, target: Path | None = None) -> None:
        """Say what taking the copy at `path` would cost, and ask once more."""
        from ui.calls.restoring import copy_loss

        place, clock = target or self._target(path), self._desk.clock

        def look(task: Task) -> CopyLoss:
            return copy_loss(place, task.file if task.has_file else None, path, clock)

        self._desk.run(Work(look, partial(self._confirm, path, place), self._refused))

    def _confirm(self, path: Path, target: Path, loss: CopyLoss) -> None:
        from ui.calls.restoring import copy_words, loss_words

        named = f"bản sao lưu {shown_name(path.name)}"
        told = copy_words(loss.copy) if loss.copy is not None else named
        lost = loss_words(loss)
        if self._desk.file is None:
            lost = "Những việc sau bản này mà tệp hiện có còn giữ đọc được thì được làm lại."
        from models.safekeeping.doubts import restoring_doubts

        sentences = [
            f"Dữ liệu trong {shown_name(target)} sẽ được thay bằng {told}.",
            lost,
            *restoring_doubts(path, target),
            KEPT_FIRST,
        ]
        self._ask_once_more("Khôi phục từ bản sao lưu?", sentences, "Khôi phục", path, target)

    def _ask_once_more(
        self, title: str, sentences: list[str], words: str, path: Path, target: Path
    ) -> None:
        from ui.start.choice import ChoiceDialog, Way

        ways = (
            Way(words, "restoreNow", lambda: self.restore(path, target), True),
            Way("Hủy", "restoreLeave", self._leave),
        )
        ChoiceDialog(title, sentences, ways, self._window).open()

    def _target(self, path: Path | None = None) -> Path:
        """The working file that the copy takes the place of."""
        file = self._desk.file
        if file is not None and file.only_read is None and file.path != practice_path():
            return file.path
        tried = self._opener.tried
        if tried is not None and tried not in (path, practice_path()):
            return tried
        last = last_file(self._settings)
        return last if last is not None and last != path else default_data_file()

    def _leave(self) -> None:
        """Nothing is done; without a file the questions of the first start are still there."""
        if self._desk.file is None:
            self._opener.left.emit()

    def _refused(self, error: AppError) -> None:
        self._desk.noticed.emit(notice_of(error))
        self._leave()

    def _forget_other(self) -> None:
        """What a restore has put away of another file is not to be brought back here."""
        file = self._desk.file
        if file is None or self._before is None or file.path != self._before.target:
            self._remember(None)

    def _tell(self, brought: BroughtBack) -> None:
        done = brought.done
        if done is None:
            if brought.problem is not None:
                self._desk.noticed.emit(notice_of(brought.problem))
            return
        from ui.calls.restoring import brought_words

        # A damaged file was put away as it was: nobody wants that back.
        whole = done.kept is not None and done.salvaged is None
        self._remember(_Before(done.kept, brought.target) if done.kept and whole else None)
        kept = f"Dữ liệu trước đó nằm ở {shown_name(done.kept)}." if done.kept else ""
        self._desk.noticed.emit(
            Notice(
                brought_words(done),
                kept,
                Tone.DONE,
                folder=done.kept.parent if done.kept is not None else None,
                command=UNDO if self._before is not None else "",
                deed="Hoàn tác khôi phục" if self._before is not None else "",
            )
        )

    def _remember(self, before: _Before | None) -> None:
        self._before = before
        self._window.commands[UNDO].setEnabled(before is not None)

    def _undo(self) -> None:
        """Bring back what a restore has put away."""
        before = self._before
        if before is None:
            return
        sentences = [
            f"Dữ liệu trước khi khôi phục ({shown_name(before.copy.name)}) sẽ trở lại "
            f"{shown_name(before.target)}; việc làm từ lúc khôi phục đến nay sẽ không còn.",
            KEPT_FIRST,
        ]
        self._ask_once_more(
            "Hoàn tác khôi phục?", sentences, "Hoàn tác khôi phục", before.copy, before.target
        )


def _package_at(path: Path) -> PackageFacts | None:
    from models.handover.package import package_facts

    return package_facts(path)
