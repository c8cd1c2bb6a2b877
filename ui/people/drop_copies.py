"""After a purge: the old copies that still hold the data go at once, if the officer wants it."""

from __future__ import annotations

from datetime import datetime
from functools import partial

from PySide6.QtWidgets import QWidget

from models.safekeeping.holding import DroppedCopies, HoldingCopy, drop_copies, holding_copies
from models.store.data_file import DataFile
from ui.calls.purging import drop_copies_words, dropped_words
from ui.desk import Desk
from ui.people.question import Question
from ui.work import Work


class DropCopiesQuestion(Question):
    """`accepted` means that the old copies shall go now."""

    def __init__(self, copies: tuple[HoldingCopy, ...], parent: QWidget) -> None:
        title = "Xóa ngay các bản sao lưu cũ?"
        super().__init__(title, drop_copies_words(copies), "Xóa bản sao lưu cũ", parent)
        self.setObjectName("drop-copies")


def ask_to_drop_copies(desk: Desk, parent: QWidget) -> None:
    """Ask, where there are any, about the copies that were made until now."""
    desk.ask(_holding, partial(_ask, desk, parent))


def _holding(file: DataFile) -> tuple[tuple[HoldingCopy, ...], datetime]:
    now = file.clock()
    return holding_copies(file.path, now), now


def _ask(desk: Desk, parent: QWidget, found: tuple[tuple[HoldingCopy, ...], datetime]) -> None:
    copies, now = found
    if copies:
        question = DropCopiesQuestion(copies, parent)
        question.accepted.connect(partial(_drop, desk, now))
        question.open()


def _drop(desk: Desk, before: datetime) -> None:
    desk.run(
        Work(
            lambda task: drop_copies(task.file.path, task.file.clock, before=before),
            lambda done: _dropped(desk, done),
            words="Đang xóa các bản sao lưu cũ",
            writes=True,
        )
    )


def _dropped(desk: Desk, done: DroppedCopies) -> None:
    desk.said.emit(dropped_words(done))
