"""For every number its formula in words, and the people behind it."""

from __future__ import annotations

from collections.abc import Collection, Iterable
from enum import StrEnum
from typing import NamedTuple

from models.contests.mark_names import mark_names
from models.contests.wording import mark_word
from models.records import (
    ColumnFilter,
    Contest,
    Figures,
    Mark,
    PeopleQuery,
    Status,
    UnitFigures,
)
from models.records.denominator import Outside
from models.records.frozen import PersonThen
from models.text.formats import inside_words, number, percent, until_words


class FigureNumber(StrEnum):
    """The numbers of a line of figures."""

    TOTAL = "total"
    REGISTERED = "registered"
    NOT_REGISTERED = "not_registered"
    FAILED = "failed"
    COMPLETED = "completed"
    NOT_COMPLETED = "not_completed"
    EXEMPT = "exempt"


_STATUSES: dict[FigureNumber, frozenset[Status]] = {
    FigureNumber.TOTAL: frozenset({Status.REGISTERED, Status.NOT_REGISTERED}),
    FigureNumber.REGISTERED: frozenset({Status.REGISTERED}),
    FigureNumber.NOT_REGISTERED: frozenset({Status.NOT_REGISTERED}),
    FigureNumber.FAILED: frozenset({Status.FAILED}),
    FigureNumber.COMPLETED: frozenset({Status.COMPLETED}),
    FigureNumber.NOT_COMPLETED: frozenset({Status.NOT_COMPLETED}),
    FigureNumber.EXEMPT: frozenset({Status.EXEMPT}),
}


class PeopleBehind(NamedTuple):
    """A number, how it comes about, and whom the roster shows for it.

    `query` is None where the roster cannot show them: of a minute of a day, or of another stage
    than the one that is worked on. `names_behind` tells them then.
    """

    number: FigureNumber
    people: int
    formula: str
    query: PeopleQuery | None


def people_behind(
    which: FigureNumber,
    found: Figures,
    line: UnitFigures | None = None,
    contest: Contest | None = None,
    unit_ids: Collection[int] | None = None,
) -> PeopleBehind:
    """The formula and the people of one number of `line`, or of the whole when it is None.

    `unit_ids` are the units that the line counts where it is not just its own: those below it, or
    those of a khối. A line of a staff type, which has no unit, is told by its code.
    """
    counted = line or found
    count = _count(which, counted)
    told = contest is None or contest.stage == found.stage
    query = None
    if told and found.minute is None:
        query = PeopleQuery(
            statuses=_STATUSES[which],
            as_of=found.as_of,
            unit_ids=frozenset(_units(line, unit_ids)),
            columns=_staff(line, unit_ids),
        )
    return PeopleBehind(which, count, _formula(which, found, counted, contest), query)


def _units(line: UnitFigures | None, unit_ids: Collection[int] | None) -> Collection[int]:
    if unit_ids is not None:
        return unit_ids
    return () if line is None or line.unit_id is None else (line.unit_id,)


def _staff(line: UnitFigures | None, unit_ids: Collection[int] | None) -> tuple[ColumnFilter, ...]:
    if line is None or line.unit_id is not None or unit_ids is not None:
        return ()
    return (ColumnFilter("staff_type", frozenset({line.code})),)


def _count(which: FigureNumber, line: Figures | UnitFigures) -> int:
    if which is FigureNumber.NOT_REGISTERED:
        return line.total - line.registered
    if which is FigureNumber.NOT_COMPLETED:
        return line.total - line.completed
    return int(getattr(line, which))


def _formula(
    which: FigureNumber, found: Figures, line: Figures | UnitFigures, contest: Contest | None
) -> str:
    until = until_words(found.as_of, found.minute)
    total, count = number(line.total), number(_count(which, line))
    if which is FigureNumber.TOTAL:
        present = number(line.total + line.exempt)
        exempt = f"{number(line.exempt)} người không thuộc đối tượng"
        return f"{total} = {present} người có mặt − {exempt}, tính {until}."
    if which is FigureNumber.EXEMPT:
        return f"{count} người có mặt mà không thuộc đối tượng, tính {until}."
    words = counted_as(which, contest)
    if which in (FigureNumber.NOT_REGISTERED, FigureNumber.NOT_COMPLETED):
        done = number(line.total - _count(which, line))
        return f"{count} = {total} người thuộc đối tượng − {done}: {words}, tính {until}."
    rate = percent(_count(which, line), line.total)
    return f"{count}/{total} = {rate}: {words} trong số người thuộc đối tượng, tính {until}."


def counted_as(which: FigureNumber, contest: Contest | None) -> str:
    """What the people of a number have in common, inside a sentence: "đã đăng ký"."""
    marks = {FigureNumber.REGISTERED: Mark.REGISTERED, FigureNumber.COMPLETED: Mark.COMPLETED}
    if which in marks:
        return inside_words(mark_word(marks[which], contest))
    if which is FigureNumber.TOTAL:
        return "thuộc đối tượng"
    return inside_words(mark_names(contest).status(Status(which)))


def names_behind(
    which: FigureNumber, people: Iterable[PersonThen], unit_codes: Collection[str] | None = None
) -> tuple[PersonThen, ...]:
    """The people of a number among those of a moment or of a frozen report.

    `unit_codes` are the uids of the units that are asked for; None: all.
    """
    return tuple(
        each
        for each in people
        if _is_behind(which, each) and (unit_codes is None or each.unit_code in unit_codes)
    )


def _is_behind(which: FigureNumber, person: PersonThen) -> bool:
    if which is FigureNumber.EXEMPT:
        return person.outside is Outside.EXEMPT
    if not person.counts:
        return False
    return {
        FigureNumber.TOTAL: True,
        FigureNumber.REGISTERED: person.mark is not None,
        FigureNumber.NOT_REGISTERED: person.mark is None,
        FigureNumber.FAILED: person.mark is Mark.FAILED,
        FigureNumber.COMPLETED: person.mark is Mark.COMPLETED,
        FigureNumber.NOT_COMPLETED: person.mark is not Mark.COMPLETED,
    }[which]
