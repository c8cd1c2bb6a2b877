"""Purging a closed contest is asked about: what goes, what stays, and where it still lies."""

from __future__ import annotations

from functools import partial

from PySide6.QtWidgets import QWidget

from models.campaign.purging import purge_contest
from models.records.purging import Purged
from ui.calls.purging import (
    PurgeLook,
    copies_words,
    gone_lines,
    lasting_words,
    purged_words,
)
from ui.desk import Desk
from ui.people.drop_copies import ask_to_drop_copies
from ui.people.question import Question
from ui.work import Work


class PurgeQuestion(Question):
    """`accepted` means that the personal data shall go for good."""

    def __init__(self, look: PurgeLook, parent: QWidget) -> None:
        title = f"Xóa dữ liệu cá nhân của cuộc thi {look.counts.contest}?"
        super().__init__(title, purge_words(look), "Xóa hẳn", parent)
        self.setObjectName("purge-question")


def purge_words(look: PurgeLook) -> str:
    """That nothing brings it back, what goes and what stays, and which copies still hold it."""
    sure = "Việc này không hoàn tác được và cuộc thi không mở lại được nữa. Sẽ xóa hẳn khỏi tệp:"
    gone = "\n".join([sure, *gone_lines(look.counts)])
    return "\n\n".join([gone, lasting_words(look.counts), copies_words(look.copies)])


def purge_now(desk: Desk, look: PurgeLook, parent: QWidget) -> None:
    """Purge the contest that was looked at, say so, and ask about old copies over `parent`."""
    code, of = look.counts.code, sum(look.counts.gone.values())
    desk.run(
        Work(
            lambda task: purge_contest(task.file, code, task.counting(max(1, of))),
            partial(_purged, desk, parent),
            words="Đang xóa dữ liệu cá nhân của cuộc thi",
            writes=True,
        )
    )


def _purged(desk: Desk, parent: QWidget, done: Purged) -> None:
    desk.said.emit(purged_words(done.counts, swept=done.swept))
    ask_to_drop_copies(desk, parent)
