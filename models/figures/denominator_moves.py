"""What came between two denominators: who counts no more, who counts now, who counts elsewhere."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from datetime import date, timedelta

from models.figures.dated_facts import DatedFacts
from models.figures.denominator import denominator_line
from models.records.denominator import DenominatorLine, DenominatorMove, Outside
from models.text.formats import day_month, inside_words

GONE = "không còn trong danh sách"
NEW = "mới ghi vào danh sách"
_DAY = timedelta(days=1)
_ON = frozenset({Outside.LEFT, Outside.NOT_YET})
"""What happens on a day; the others last from a day on."""

Lines = Mapping[str, DenominatorLine]
"""Everybody, or those who may differ, by uid."""


def moves_between_days(
    facts: Iterable[DatedFacts], earlier: date, later: date
) -> tuple[DenominatorMove, ...]:
    """What changed from the end of `earlier` to that of `later`, by what is known now."""
    found = [_move_of_days(each, earlier, later) for each in facts]
    return tuple(each for each in found if each is not None)


def _move_of_days(facts: DatedFacts, earlier: date, later: date) -> DenominatorMove | None:
    move = denominator_move(
        denominator_line(facts, earlier), denominator_line(facts, later), later.year
    )
    return move and with_day(move, facts, earlier, later)


def with_day(
    move: DenominatorMove, facts: DatedFacts, earlier: date, later: date
) -> DenominatorMove:
    """A move between units with its day, where one is known; any other as it is."""
    if move.kind:
        return move
    # Of several moves between the two days the last one led to the unit of now.
    days = [post.until for post in facts.posts if post.until and earlier < post.until <= later]
    return move._replace(day=max(days, default=None))


def denominator_move(
    before: DenominatorLine | None, after: DenominatorLine | None, year: int
) -> DenominatorMove | None:
    """What came between two lines of one person; None where they count alike, or not at all.

    A line is missing where the person did not stand on the roster at all. Days of another year
    than `year` are told with theirs.
    """
    counted, counts = _unit_of(before), _unit_of(after)
    known = after or before
    if known is None or counted == counts:
        return None
    move = DenominatorMove(known.uid, known.name, counted, counts)
    if counts is None:
        return _said(move, _lost(after), year)
    return _said(move, _gained(before), year) if counted is None else move


def _unit_of(line: DenominatorLine | None) -> int | None:
    return line.unit_id if line is not None and line.counts else None


_Why = tuple[str, date | None, bool]
"""What happened, on what day, and whether it happened then or lasts from then on."""


def _lost(line: DenominatorLine | None) -> _Why:
    """Why somebody counts no more."""
    if line is None:
        return GONE, None, True
    return inside_words(line.why_not), line.since, line.outside in _ON


def _gained(line: DenominatorLine | None) -> _Why:
    """Why somebody counts who did not before."""
    if line is None:
        return NEW, None, True
    day = line.until + _DAY if line.until else None
    if line.outside is Outside.EXEMPT:
        return f"hết {inside_words(line.reason)}", day, False
    if line.outside is Outside.NOT_YET:
        return "mới về", day, True
    return "trở lại", day, True


def _said(move: DenominatorMove, why: _Why, year: int) -> DenominatorMove:
    kind, day, once = why
    when = f" {'ngày' if once else 'từ'} {day_month(day, year)}" if day else ""
    return move._replace(kind=kind, day=day, words=kind + when)
