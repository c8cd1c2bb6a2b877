"""Another password, another recovery code: no data is written anew, the copies follow."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from typing import TYPE_CHECKING, NamedTuple

from PySide6.QtWidgets import QWidget

from models.errors import AppError
from models.text.formats import number
from reports.recovery_sheet import RecoverySheet
from ui.desk import Desk
from ui.locking.code_dialog import CodeDialog
from ui.locking.places import other_folders, second_place_of
from ui.notice import Notice, Tone, notice_of
from ui.work import Task, Work

if TYPE_CHECKING:
    from pathlib import Path

    from models.records.kept_copies import SecondPlace
    from models.safekeeping.passwords import PasswordChanged

CHANGED, RENEWED = "Đã đổi mật khẩu.", "Đã lập mã khôi phục mới; mã cũ hết tác dụng."
CHANGING, RENEWING = "Đang đổi mật khẩu", "Đang lập mã khôi phục mới"


class Renewed(NamedTuple):
    """What was changed, and the sheet of the new recovery code, if there is one."""

    changed: PasswordChanged
    sheet: RecoverySheet | None


def change_it(desk: Desk, over: QWidget, password: str, *, new_code: bool) -> None:
    """Let the open file have that password from now on, and a new recovery code if it is to."""
    place = second_place_of(desk)
    call = partial(_changed, password=password, new_code=new_code, place=place)
    _run(desk, over, call, CHANGING, CHANGED)


def renew_code(desk: Desk, over: QWidget) -> None:
    """Let the open file have a new recovery code."""
    _run(desk, over, partial(_renewed, place=second_place_of(desk)), RENEWING, RENEWED)


def renew_after_recovery(desk: Desk, over: QWidget, password: str) -> None:
    """Whoever opened the file by the code gets the new password, and a new code."""
    change_it(desk, over, password, new_code=True)


def _run(desk: Desk, over: QWidget, call: Callable[[Task], Renewed], words: str, said: str) -> None:
    tell = partial(_tell, desk, over, said)
    refuse = partial(_refuse, desk)
    desk.run(Work(call, tell, refuse, words=words, writes=True))


def _changed(task: Task, *, password: str, new_code: bool, place: SecondPlace | None) -> Renewed:
    from models.safekeeping.passwords import change_password

    _refuse_only_read(task)
    others = other_folders(place)
    changed = change_password(task.file, password, new_code=new_code, others=others)
    return Renewed(changed, _sheet(task, changed.code))


def _renewed(task: Task, place: SecondPlace | None) -> Renewed:
    from models.safekeeping.passwords import renew_recovery

    _refuse_only_read(task)
    changed = renew_recovery(task.file, other_folders(place))
    return Renewed(changed, _sheet(task, changed.code))


def _refuse_only_read(task: Task) -> None:
    if task.file.only_read is not None:
        raise AppError(task.file.only_read.sentence, task.file.only_read.advice)


def _sheet(task: Task, code: str) -> RecoverySheet | None:
    return sheet_of(task, code) if code else None


def sheet_of(task: Task, code: str, key_id: str = "") -> RecoverySheet:
    """The sheet of a code of the open file; of a key that it is still to get where one is named."""
    from models.office.whose import the_commune
    from models.store.keyring import slots_of
    from models.store.recovery_code import code_groups

    file = task.file
    made_on, commune = file.clock().date(), the_commune(file).name
    return RecoverySheet(
        file.path.name, commune, made_on, key_id or slots_of(file.path).id, code_groups(code)
    )


def _tell(desk: Desk, over: QWidget, said: str, done: Renewed) -> None:
    left = left_words(done.changed.copies.left, "chưa theo mật khẩu mới")
    tone = Tone.PROBLEM if left else Tone.DONE
    desk.noticed.emit(Notice(said, left, tone))
    if done.sheet is not None:
        CodeDialog(desk, done.sheet, said, over).open()


def _refuse(desk: Desk, error: AppError) -> None:
    desk.noticed.emit(notice_of(error))


def left_words(left: tuple[Path, ...], how: str) -> str:
    """Which copies are not as they should be; "" when all are."""
    if not left:
        return ""
    named = ", ".join(each.name for each in left[:3])
    more = f" và {number(len(left) - 3)} tệp nữa" if len(left) > 3 else ""
    return f"{named}{more} {how}: hãy xóa đi hoặc cất ở nơi có khóa."
