"""What the roster asks about marks, and does to them: set, taken away, asked about first."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from typing import TYPE_CHECKING, NamedTuple

from models.records import Mark
from models.roster.index import count_marked

if TYPE_CHECKING:
    from models.journal.change import WriteStep
    from models.records import MarkResult, Person
    from models.store.store import Store

MANY = 50
"""Whoever marks more people at once is asked first."""


class Toggled(NamedTuple):
    """What Space did: `set` tells whether marks were set or taken away."""

    mark: Mark
    set: bool
    result: MarkResult


class Asked(NamedTuple):
    """What must be asked before marks are set, or taken away.

    `changed` of `people` would get or lose the mark; `completed` would lose that mark too.
    """

    mark: Mark
    set: bool
    people: int
    changed: int
    completed: int = 0


class Counted(NamedTuple):
    """Those of some people who are counted in the figures of today."""

    people: int = 0
    registered: int = 0
    completed: int = 0


class MarkCounts(NamedTuple):
    """How many of some people are marked, and how many of them have to take part.

    `registered`, `completed` and `failed` speak of all of them, `counted` of those in the figures
    alone; they are in so many `units`.
    """

    people: int
    registered: int
    completed: int
    counted: Counted = Counted()
    failed: int = 0
    units: int = 0

    def having(self, mark: Mark) -> int:
        """How many have the mark; of who failed and has completed since only the latter."""
        return {
            Mark.REGISTERED: self.registered,
            Mark.FAILED: self.failed,
            Mark.COMPLETED: self.completed,
        }[mark]


def count_marks(file: Store, ids: Sequence[int]) -> MarkCounts:
    """How many of these people are registered, completed, or have failed today."""
    found = count_marked(file, ids)
    counted = Counted(*found.counted)
    return MarkCounts(
        len(ids), found.registered, found.completed, counted, found.failed, found.units
    )


def mark_counts_of(people: Sequence[Person]) -> MarkCounts:
    """How many of these people are registered, completed, or have failed."""
    counted = [person for person in people if person.counts]
    failed = sum(1 for person in people if person.has_failed)
    whole = Counted(len(counted), *_marks(counted))
    units = len({person.unit_id for person in people})
    return MarkCounts(len(people), *_marks(people), whole, failed, units)


def _marks(people: Sequence[Person]) -> tuple[int, int]:
    registered = sum(1 for person in people if person.registered_on)
    return registered, sum(1 for person in people if person.completed_on)


def toggle_marks(
    file: Store, ids: Sequence[int], mark: Mark, step: WriteStep | None = None
) -> Toggled | Asked:
    """Mark those who are not yet marked; when all are, take the mark away from all.

    Many people, or another mark that would go too, are asked about first.
    """
    counts = count_marks(file, ids)
    done = counts.having(mark)
    if ids and done == len(ids):
        return clear_or_ask(file, ids, mark, step)
    if len(ids) - done > MANY:
        return Asked(mark, True, len(ids), len(ids) - done)
    return mark_as_before(file, ids, mark, step)


def clear_or_ask(
    file: Store, ids: Sequence[int], mark: Mark, step: WriteStep | None = None
) -> Toggled | Asked:
    """Take the mark away from these people, unless that must be asked about first."""
    counts = count_marks(file, ids)
    done = counts.having(mark)
    completed = counts.completed if mark is Mark.REGISTERED else 0
    if done > MANY or completed:
        return Asked(mark, False, len(ids), done, completed)
    return unmark(file, ids, mark, step)


def mark_as_before(
    file: Store, ids: Sequence[int], mark: Mark, step: WriteStep | None = None
) -> Toggled:
    """Mark as of today; whose mark was taken away gets the day back that stood."""
    from models.roster.mark_again import mark_again

    return Toggled(mark, True, mark_again(file, ids, mark, step))


def mark_on_day(
    file: Store,
    ids: Sequence[int],
    mark: Mark,
    on: date | None = None,
    step: WriteStep | None = None,
) -> Toggled:
    """Mark these people as of `on`, this minute when None; `step` hears how many are done."""
    from models.roster.marks import set_marks

    return Toggled(mark, True, set_marks(file, ids, mark, on, step))


def unmark(file: Store, ids: Sequence[int], mark: Mark, step: WriteStep | None = None) -> Toggled:
    """Take the mark away from these people."""
    from models.roster.marks import clear_marks

    return Toggled(mark, False, clear_marks(file, ids, mark, step))
