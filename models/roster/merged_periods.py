"""The periods of two entries that became one: of one reason they are joined where they meet."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from sqlalchemy import Table, select

from models.journal.change import Change, rows_by_id
from models.roster.leaving import absences_by_person
from models.roster.periods import Joined, Span, joined_with
from models.store.schema import absences, exemptions, people


class _Kept(NamedTuple):
    """A stored period and what it becomes."""

    span: Span
    joined: Joined


def join_periods(change: Change, person_id: int) -> None:
    """Join the exemptions in each contest, and the times away, of somebody merged."""
    statement = (
        select(exemptions)
        .where(exemptions.c.person_id == person_id)
        .order_by(exemptions.c.since, exemptions.c.id)
    )
    by_contest: dict[int, list[Span]] = {}
    for row in change.connection.execute(statement):
        span = Span(row.id, row.reason, row.since, row.until)
        by_contest.setdefault(row.contest_id, []).append(span)
    for spans in by_contest.values():
        _write(change, exemptions, _joined(spans))
    away = absences_by_person(change, [person_id]).get(person_id, [])
    _write(change, absences, _joined(_before_leaving(change, person_id, away)))


def _before_leaving(change: Change, person_id: int, away: Sequence[Span]) -> list[Span]:
    """The times away that a leaving which still lasts does not take in; it takes in the others."""
    row = rows_by_id(change.connection, people, [person_id])[person_id]
    if row["left_on"] is None:
        return list(away)
    leaving = joined_with(Span(0, row["left_reason"], row["left_on"], None), away)
    if leaving.taken_in:
        change.update(people, {person_id: {"left_on": leaving.since}})
        change.delete(absences, [span.id for span in leaving.taken_in])
    return [span for span in away if span not in leaving.taken_in]


def _joined(spans: Sequence[Span]) -> list[_Kept]:
    kept: list[_Kept] = []
    rest = list(spans)
    while rest:
        first = rest.pop(0)
        made = joined_with(first, rest)
        kept.append(_Kept(first, made))
        rest = [span for span in rest if span not in made.taken_in]
    return kept


def _write(change: Change, table: Table, kept: Sequence[_Kept]) -> None:
    longer = [each for each in kept if each.joined.taken_in]
    change.delete(table, [span.id for each in longer for span in each.joined.taken_in])
    for span, joined in longer:
        change.update(table, {span.id: {"since": joined.since, "until": joined.until}})
