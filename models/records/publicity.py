"""Nhiệm vụ tuyên truyền: what, which unit, by when; done when, with what to show for it."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from enum import StrEnum

CHANNELS = (
    "Cổng thông tin điện tử",
    "Bảng thông tin nội bộ",
    "Mạng xã hội",
    "Nhóm Zalo",
    "Loa truyền thanh",
    "Hội nghị, cuộc họp",
)
"""Offered; any other may be written."""


class TaskState(StrEnum):
    """How a task stands on a day."""

    OPEN = "open"
    OVERDUE = "overdue"
    DONE = "done"


TASK_STATE_NAMES: dict[TaskState, str] = {
    TaskState.OPEN: "Đang thực hiện",
    TaskState.OVERDUE: "Quá hạn",
    TaskState.DONE: "Đã hoàn thành",
}


@dataclass(frozen=True, slots=True)
class TaskDraft:
    """What is said of a task before it is stored.

    `asked` is how many are asked for (1 posting, 3 news items), `done` how many there are;
    `done_on` the day on which all of them were there. `links` are whole addresses.
    """

    what: str
    channel: str = ""
    unit_id: int | None = None
    due_on: date | None = None
    asked: int = 1
    done: int = 0
    done_on: date | None = None
    links: tuple[str, ...] = ()
    note: str = ""


@dataclass(frozen=True, slots=True)
class PublicityTask:
    """A task as it is kept. `files` counts the pictures and files that show it was done."""

    id: int
    what: str
    channel: str
    unit_id: int | None
    unit: str
    due_on: date | None
    asked: int
    done: int
    done_on: date | None
    links: tuple[str, ...] = ()
    note: str = ""
    files: int = 0

    def done_by(self, day: date) -> bool:
        """Whether all that is asked was there at the end of `day`."""
        return self.done_on is not None and self.done_on <= day

    def state(self, day: date) -> TaskState:
        """How it stands at the end of `day`; the day it is due is still in time."""
        if self.done_by(day):
            return TaskState.DONE
        overdue = self.due_on is not None and self.due_on < day
        return TaskState.OVERDUE if overdue else TaskState.OPEN

    def days_late(self, day: date) -> int:
        """How many days after it was due it was done, or is still not done on `day`."""
        if self.due_on is None:
            return 0
        ended = self.done_on if self.done_by(day) and self.done_on is not None else day
        return max(0, (ended - self.due_on).days)


@dataclass(frozen=True, slots=True)
class PublicityProgress:
    """How many tasks there are and how they stand; `asked` and `done` count what they ask for,
    with nothing beyond it."""

    tasks: int
    finished: int
    overdue: int
    asked: int
    done: int
    without_proof: int


@dataclass(frozen=True, slots=True)
class UsualTask:
    """A task that is usual in such a contest, offered with its unit where the commune has it."""

    draft: TaskDraft
    unit: str
    added: bool
