"""What a power cut left open beside an encrypted file is encrypted after its next opening."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from ui.desk import Desk
from ui.locking.places import other_folders, second_place_of
from ui.locking.renewing import left_words
from ui.notice import Notice, Tone
from ui.work import Task, Work

if TYPE_CHECKING:
    from models.records.kept_copies import SecondPlace
    from models.store.converting_copies import CopiesConverted


def finish_copies(desk: Desk) -> None:
    """Look, and say what could not be encrypted."""
    desk.run(Work(partial(_finished, place=second_place_of(desk)), partial(_tell, desk)))


def _finished(task: Task, place: SecondPlace | None) -> CopiesConverted:
    from models.safekeeping.passwords import finish_encrypting

    return finish_encrypting(task.file, other_folders(place))


def _tell(desk: Desk, done: CopiesConverted) -> None:
    left = left_words(done.left, "chưa mã hóa được")
    if left:
        desk.noticed.emit(Notice("Còn bản sao lưu không có mật khẩu.", left, Tone.PROBLEM))
