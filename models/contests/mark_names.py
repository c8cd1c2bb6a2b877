"""What the marks of a contest are called, and which of them are counted and shown.

The one place for it: the usual words, or those that the contest has of its own.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from models.records import STATUS_NAMES, Contest, Mark, Status
from models.records.person_columns import DAY_TITLES, PERSON_TITLES

if TYPE_CHECKING:
    from models.records import Figures, UnitFigures

DID, NOT_YET = "đã ", "chưa "
_COLUMNS = {Mark.REGISTERED: "registered_on", Mark.COMPLETED: "completed_on"}
_OF_REGISTERING = frozenset({Status.REGISTERED, Status.NOT_REGISTERED})


class MarkNames(NamedTuple):
    """The words of a contest, "" for the usual ones; with `one` only completing is counted."""

    registered: str = ""
    completed: str = ""
    one: bool = False

    @property
    def counted(self) -> tuple[Mark, ...]:
        """The marks that are counted and shown, the one that comes first first."""
        return (Mark.COMPLETED,) if self.one else (Mark.REGISTERED, Mark.COMPLETED)

    def first_of(self, counted: UnitFigures | Figures) -> int:
        """How many of those who count have the mark that comes first."""
        return counted.completed if self.one else counted.registered

    @property
    def statuses(self) -> tuple[Status, ...]:
        """The states that people are told apart by."""
        return tuple(each for each in Status if not self.one or each not in _OF_REGISTERING)

    def done(self, mark: Mark) -> str:
        """ "đã kích hoạt chữ ký số", within a sentence."""
        return self._own(mark) or _USUAL[mark]

    def deed(self, mark: Mark) -> str:
        """ "kích hoạt chữ ký số": what is done, or taken back."""
        own = self._own(mark)
        return own.removeprefix(DID) if own else _DEEDS[mark]

    def undone(self, mark: Mark) -> str:
        """ "chưa kích hoạt chữ ký số"."""
        return f"{NOT_YET}{self.deed(mark)}"

    def status(self, status: Status) -> str:
        """A state as it stands alone: "Chưa kích hoạt chữ ký số"."""
        own = {
            Status.REGISTERED: (Mark.REGISTERED, self.done),
            Status.NOT_REGISTERED: (Mark.REGISTERED, self.undone),
            Status.COMPLETED: (Mark.COMPLETED, self.done),
            Status.NOT_COMPLETED: (Mark.COMPLETED, self.undone),
        }.get(status)
        return capitalised(own[1](own[0])) if own else STATUS_NAMES[status]

    def title(self, mark: Mark) -> str:
        """What stands above the column of a mark."""
        return capitalised(self.deed(mark))

    def column_titles(self) -> dict[str, str]:
        """The titles of the columns that marks stand in, by column."""
        return {column: self.title(mark) for mark, column in _COLUMNS.items()}

    @property
    def columns_left_out(self) -> tuple[str, ...]:
        """The columns that have no place where only completing is counted."""
        return (_COLUMNS[Mark.REGISTERED],) if self.one else ()

    def day_title(self, mark: Mark) -> str:
        """ "Ngày kích hoạt chữ ký số"."""
        own = self._own(mark)
        return f"Ngày {self.deed(mark)}" if own else DAY_TITLES[_COLUMNS[mark]]

    def _own(self, mark: Mark) -> str:
        word = {Mark.REGISTERED: self.registered, Mark.COMPLETED: self.completed}.get(mark, "")
        return f"{word[:1].lower()}{word[1:]}"


_DEEDS = {
    Mark.REGISTERED: PERSON_TITLES["registered_on"].lower(),
    Mark.FAILED: PERSON_TITLES["failed_on"].lower(),
    Mark.COMPLETED: PERSON_TITLES["completed_on"].lower(),
}
_USUAL = {
    Mark.REGISTERED: STATUS_NAMES[Status.REGISTERED].lower(),
    Mark.FAILED: STATUS_NAMES[Status.FAILED].lower(),
    Mark.COMPLETED: STATUS_NAMES[Status.COMPLETED].lower(),
}
USUAL_NAMES = MarkNames()


def mark_names(contest: Contest | None) -> MarkNames:
    """The words of a contest; the usual ones without one."""
    if contest is None:
        return USUAL_NAMES
    return MarkNames(contest.registered_word, contest.completed_word, contest.one_mark)


def capitalised(words: str) -> str:
    """The words as they begin a sentence."""
    return f"{words[:1].upper()}{words[1:]}"
