"""The denominator of a day: for every person whether they count, and the reason where not.

The rules are those that the figures count by (`presence`, `exempt_days`, `unit_of_day`) over plain
values; a test holds this list and the figures of the same day together.
"""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date, timedelta

from models.contests.closed import refuse_purged
from models.contests.contests import find_contest_id
from models.figures.dated_facts import DatedFacts, load_facts
from models.records.denominator import DenominatorLine, Outside
from models.roster.periods import Span, holds_on
from models.roster.presence import is_present
from models.roster.unit_of_day import unit_of
from models.store.store import Store

_DAY = timedelta(days=1)


def denominator_on(data_file: Store, day: date | None = None) -> tuple[DenominatorLine, ...]:
    """Everybody who was ever on the roster, as of the end of `day` (today when None).

    In the order of names. Who counts has no reason; the others each have theirs.
    """
    with data_file.reading() as connection:
        refuse_purged(connection)
        facts = load_facts(connection, find_contest_id(connection))
    shown = day or data_file.clock().date()
    return tuple(denominator_line(each, shown) for each in facts)


def denominator_line(facts: DatedFacts, day: date) -> DenominatorLine:
    """Whether somebody with these facts counts on `day`, and what keeps them out."""
    unit_id = unit_of(facts.unit_id, facts.posts, day)
    line = DenominatorLine(facts.person_id, facts.uid, facts.name, unit_id)
    if not is_present(facts.times, day):
        return _gone(facts, day, line)
    held = _held(facts.exempt, day)
    return line if held is None else _for_a_time(line, Outside.EXEMPT, held)


def _gone(facts: DatedFacts, day: date, line: DenominatorLine) -> DenominatorLine:
    """The line of somebody who does not work here on `day`."""
    if facts.came_on is not None and day < facts.came_on:
        return line._replace(outside=Outside.NOT_YET, until=facts.came_on - _DAY)
    if facts.left_on is not None and facts.left_on <= day:
        reason = facts.left_reason
        return line._replace(outside=Outside.LEFT, reason=reason, since=facts.left_on)
    away = _held(facts.away, day)
    assert away is not None
    return _for_a_time(line, Outside.AWAY, away)


def _for_a_time(line: DenominatorLine, outside: Outside, span: Span) -> DenominatorLine:
    return line._replace(
        outside=outside,
        reason=span.reason,
        since=span.since,
        until=span.until,
        period_id=span.id,
    )


def _held(spans: Iterable[Span], day: date) -> Span | None:
    """The period that holds on `day`; of several the oldest row, as the figures take it."""
    return next((span for span in spans if holds_on([(span.since, span.until)], day)), None)
