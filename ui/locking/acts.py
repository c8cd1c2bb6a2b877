"""The acts with a password in the window: which is asked, what is done, what is said."""

from __future__ import annotations

from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from models.errors import AppError
from models.text.formats import number
from ui.desk import Desk
from ui.locking.places import other_folders, second_place_of
from ui.locking.present_dialog import ChangePasswordDialog, NewCodeDialog, RemovePasswordDialog
from ui.locking.renewing import change_it, left_words, renew_code
from ui.locking.reworking import Rework, rework
from ui.locking.set_dialog import NewKey, SetPasswordDialog
from ui.notice import Notice, Tone, notice_of
from ui.start.opening import Opener, practice_path
from ui.work import Task

if TYPE_CHECKING:
    from models.records.kept_copies import SecondPlace
    from models.store.converting_copies import CopiesConverted
    from ui.window.main_window import MainWindow

ENCRYPTING, DECRYPTING = "Đang mã hóa tệp dữ liệu", "Đang bỏ mã hóa tệp dữ liệu"
SAMPLE_ONLY = Notice(
    "Xã thực hành chỉ có số liệu mẫu nên không cần mật khẩu.",
    "Hãy mở dữ liệu làm việc rồi đặt mật khẩu.",
)


class PasswordActs:
    """What the menu asks for; each looks at the file that is open then."""

    def __init__(self, window: MainWindow, desk: Desk, opener: Opener) -> None:
        self._window, self._desk, self._opener = window, desk, opener

    def set(self) -> None:
        """Ask for a password, then encrypt."""
        path = self._path(encrypted=False)
        if path == practice_path():
            self._desk.noticed.emit(SAMPLE_ONLY)
            return
        if path is None:
            return
        place = second_place_of(self._desk)
        made: list[SetPasswordDialog] = []

        def encrypt(prepared: NewKey) -> Task:
            told = partial(self._tell_set, made[0])
            what = Rework(partial(_encrypted, prepared, place), ENCRYPTING, told, made[0].failed)
            return rework(self._desk, self._opener, what)

        made.append(SetPasswordDialog(self._desk, encrypt, self._window))
        made[0].open()

    def change(self) -> None:
        """Ask for both passwords."""
        path = self._path(encrypted=True)
        if path is not None:
            asked = ChangePasswordDialog(self._desk, path, self._window)
            asked.accepted.connect(
                lambda: change_it(self._desk, self._window, asked.password, new_code=asked.new_code)
            )
            asked.open()

    def renew(self) -> None:
        """Ask for the password, then show the new recovery code."""
        path = self._path(encrypted=True)
        if path is not None:
            asked = NewCodeDialog(self._desk, path, self._window)
            asked.accepted.connect(lambda: renew_code(self._desk, self._window))
            asked.open()

    def remove(self) -> None:
        """Ask for the password, then write the file anew without."""
        path = self._path(encrypted=True)
        if path is not None:
            asked = RemovePasswordDialog(self._desk, path, self._window)
            asked.accepted.connect(self._decrypt)
            asked.open()

    def _path(self, *, encrypted: bool) -> Path | None:
        """The open file, if it can be worked with and has a password, or none."""
        file = self._desk.file
        if file is None or file.only_read is not None or (file.key is not None) is not encrypted:
            return None
        return file.path

    def _decrypt(self) -> None:
        place = second_place_of(self._desk)
        what = Rework(partial(_decrypted, place), DECRYPTING, self._tell_removed, self._refused)
        self._window.work_line.follow(rework(self._desk, self._opener, what))

    def _tell_set(self, dialog: SetPasswordDialog, copies: CopiesConverted) -> None:
        dialog.finished_well()
        done = f", cùng {number(copies.done)} bản sao lưu" if copies.done else ""
        left = left_words(copies.left, "chưa mã hóa được")
        self._say(f"Đã đặt mật khẩu và mã hóa tệp dữ liệu{done}.", left)

    def _tell_removed(self, copies: CopiesConverted) -> None:
        done = f", cùng {number(copies.done)} bản sao lưu" if copies.done else ""
        left = left_words(copies.left, "vẫn còn mật khẩu")
        self._say(f"Đã bỏ mật khẩu của tệp dữ liệu{done}.", left)

    def _say(self, words: str, left: str) -> None:
        self._desk.noticed.emit(Notice(words, left, Tone.PROBLEM if left else Tone.DONE))

    def _refused(self, error: AppError) -> None:
        self._desk.noticed.emit(notice_of(error))


def _encrypted(
    prepared: NewKey, place: SecondPlace | None, path: Path, task: Task
) -> CopiesConverted:
    from models.safekeeping.passwords import set_password

    told = partial(_count, task)
    others = other_folders(place)
    return set_password(path, prepared.slots, prepared.data_key, others=others, before_copy=told)


def _decrypted(place: SecondPlace | None, path: Path, task: Task) -> CopiesConverted:
    from models.safekeeping.passwords import remove_password

    told = partial(_count, task)
    return remove_password(path, others=other_folders(place), before_copy=told)


def _count(task: Task, done: int, of: int) -> None:
    task.progress.emit(done, of, f"Bản sao lưu {number(done + 1)}/{number(of)}")
