"""Kept copies in the window: asked about, restored or looked at, never worked with."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QObject, QSettings

from models.machine.names import shown_name
from models.machine.places import default_data_file
from models.store.copies import backup_folder
from ui.desk import Desk
from ui.notice import Notice, Tone, notice_of
from ui.start.files import DATA_FILTER
from ui.start.opening import BroughtBack, Opener, practice_path
from ui.window.main_window import MainWindow
from ui.window.memory import last_file


class Copies(QObject):
    """Answers for whatever kept copy comes to the window."""

    def __init__(self, desk: Desk, settings: QSettings, window: MainWindow, opener: Opener) -> None:
        super().__init__(window)
        self._desk, self._settings, self._window, self._opener = desk, settings, window, opener
        opener.copy_found.connect(self.ask)
        opener.brought_back.connect(self._tell)
        opener.opened.connect(self._mark)

    def ask(self, path: Path) -> None:
        """Khôi phục… · Chỉ xem · Thôi."""
        from ui.start.choice import ChoiceDialog, Way

        sentences = [
            f"{shown_name(path.name)} là bản sao lưu, không phải tệp dữ liệu để làm việc.",
            "Khôi phục: đưa dữ liệu trong bản này trở lại làm dữ liệu làm việc. "
            "Chỉ xem: mở để đọc và xuất văn bản, không ghi gì.",
        ]
        ways = (
            Way("Khôi phục…", "copyRestore", lambda: self._confirm(path)),
            Way("Chỉ xem", "copyView", lambda: self._opener.view(path)),
            Way("Thôi", "copyLeave", self._leave),
        )
        ChoiceDialog("Đây là bản sao lưu", sentences, ways, self._window).open()

    def choose(self, beside: Path) -> None:
        """Let the officer choose one of the copies of the file at `beside`."""
        folder = backup_folder(beside)
        from PySide6.QtWidgets import QFileDialog

        name, _ = QFileDialog.getOpenFileName(
            self._window, "Chọn bản sao lưu", str(folder), DATA_FILTER
        )
        if name:
            self.ask(Path(name))

    def _confirm(self, path: Path) -> None:
        from ui.start.choice import ChoiceDialog, Way

        target = self._target(path)
        sentences = [
            f"Dữ liệu trong {shown_name(target)} sẽ được thay bằng bản sao lưu "
            f"{shown_name(path.name)}.",
            "Trước khi thay, dữ liệu hiện có được sao lưu vào thư mục sao-luu, "
            "nên có thể khôi phục trở lại.",
        ]
        ways = (
            Way("Khôi phục", "restoreNow", lambda: self._opener.restore(path, target), True),
            Way("Thôi", "restoreLeave", self._leave),
        )
        ChoiceDialog("Khôi phục từ bản sao lưu?", sentences, ways, self._window).open()

    def _target(self, path: Path) -> Path:
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

    def _mark(self) -> None:
        """Say above every page that nothing can be written, while that is so."""
        file = self._desk.file
        if file is None or file.only_read is None:
            self._window.banner.say("")
            return
        path = file.path
        acts = [("Mở dữ liệu làm việc", "bannerWork", self._open_work)]
        if file.is_kept_copy:
            acts.insert(0, ("Khôi phục…", "bannerRestore", lambda: self._confirm(path)))
        self._window.banner.say(f"CHỈ XEM. {file.only_read.sentence}", acts)

    def _open_work(self) -> None:
        last = last_file(self._settings)
        self._opener.open(last if last is not None else default_data_file())

    def _tell(self, done: BroughtBack) -> None:
        if done.problem is not None:
            self._desk.noticed.emit(notice_of(done.problem))
            return
        kept = f"Dữ liệu trước đó nằm ở {shown_name(done.kept)}." if done.kept else ""
        files = f", {done.files} tệp đính kèm" if done.files else ""
        words = f"Đã khôi phục {done.people} người{files} từ bản sao lưu."
        self._desk.noticed.emit(Notice(words, kept, Tone.DONE, folder=_folder(done)))


def _folder(done: BroughtBack) -> Path | None:
    return done.kept.parent if done.kept is not None else None
