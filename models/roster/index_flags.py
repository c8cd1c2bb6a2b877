"""What is true of each person today, as one byte: whom a query accepts, and how many are marked."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable
from typing import NamedTuple

from models.records import PeopleQuery, Status
from models.roster.counting import does_count

PRESENT, EXEMPT, REGISTERED, COMPLETED, PHONE, FAILED = 1, 2, 4, 8, 16, 32
MARKS = EXEMPT | REGISTERED | COMPLETED | FAILED


class Marked(NamedTuple):
    """How many of some people are registered, and completed, as of today.

    `counted` are those of them who are in the figures: people, registered, completed. The `failed`
    took part without passing; all are in so many `units`.
    """

    registered: int
    completed: int
    counted: tuple[int, int, int]
    failed: int = 0
    units: int = 0


def marked_of(flags: bytes) -> Marked:
    """How many of the people with these flags are marked, and those of them who count."""
    times = Counter(flags)

    def having(flag: int, counted: bool) -> int:
        return sum(
            count for each, count in times.items() if each & flag and (not counted or _counts(each))
        )

    return Marked(
        having(REGISTERED, False),
        having(COMPLETED, False),
        (having(PRESENT, True), having(REGISTERED, True), having(COMPLETED, True)),
        having(FAILED, False),
    )


def _counts(flags: int) -> bool:
    return does_count(present=bool(flags & PRESENT), exempt=bool(flags & EXEMPT))


def flags_accepted(query: PeopleQuery) -> bytes:
    """For each value of the flags 1 when the query accepts it."""

    def accepts(flags: int) -> bool:
        here = query.include_left or bool(flags & PRESENT) is not query.only_left
        phone = not query.without_phone or not flags & PHONE
        wanted = not query.statuses or any(_has(flags, status) for status in query.statuses)
        return here and phone and wanted

    return acceptance_table(accepts)


def acceptance_table(accepts: Callable[[int], bool]) -> bytes:
    """For each value of the flags 1 when it is accepted, to translate bytes with."""
    return bytes(accepts(flags) for flags in range(256))


def _has(flags: int, status: Status) -> bool:
    if status is Status.EXEMPT or flags & EXEMPT:
        return status is Status.EXEMPT and bool(flags & EXEMPT)
    completed = bool(flags & COMPLETED)
    registered = bool(flags & REGISTERED)
    return {
        Status.REGISTERED: registered,
        Status.NOT_REGISTERED: not registered,
        Status.COMPLETED: completed,
        Status.FAILED: bool(flags & FAILED),
        Status.NOT_COMPLETED: not completed,
    }[status]
