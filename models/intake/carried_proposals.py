"""Carrying out the proposals that somebody accepted, inside the change of their import."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date
from typing import Any

from models.contests.contests import find_contest_id
from models.intake.plan_records import CellChange, ImportBox, PlanRow
from models.intake.proposals import Proposal, ProposalKind
from models.journal.change import Change
from models.records import Mark
from models.roster.exemptions import exempt_within
from models.roster.periods import Span
from models.store.schema import people

Ids = Mapping[int, int]
"""The person of each row, by its ordinal."""


def with_moves(rows: Sequence[PlanRow], accepted: Sequence[Proposal]) -> list[PlanRow]:
    """The rows, of which only those move somebody whose move was accepted."""
    moving = {each.row for each in accepted if each.kind is ProposalKind.MOVE}
    return [
        row if row.move is None else _moved(row) if row.ordinal in moving else _staying(row)
        for row in rows
    ]


def carry_out_proposals(
    change: Change, accepted: Sequence[Proposal], ids: Ids, day: date
) -> dict[int, dict[str, Any]]:
    """Write exemptions, leavings and staff types; returns the accepted marks by person.

    What was accepted of a row that means nobody after all is left out.
    """
    meant = [(ids[each.row], each) for each in accepted if each.row in ids]
    types = {
        p: {"staff_type": str(e.staff_type)} for p, e in meant if e.kind is ProposalKind.STAFF_TYPE
    }
    change.update(people, types)
    leaving = {
        person: {"left_on": each.since, "left_reason": each.reason}
        for person, each in meant
        if each.kind is ProposalKind.LEAVES
    }
    change.update(people, leaving)
    _exempt(change, [(person, each) for person, each in meant if each.kind is ProposalKind.EXEMPT])
    return {person: _marks(each, day) for person, each in meant if each.kind is ProposalKind.MARK}


def _exempt(change: Change, meant: Sequence[tuple[int, Proposal]]) -> None:
    contest_id = find_contest_id(change.connection)
    if contest_id is None:
        return
    periods: dict[Span, list[int]] = {}
    for person, each in meant:
        assert each.since is not None
        periods.setdefault(Span(0, each.reason, each.since, each.until), []).append(person)
    for span, persons in periods.items():
        exempt_within(change, contest_id, persons, span)


def _marks(accepted: Proposal, day: date) -> dict[str, Any]:
    """The dates of accepted marks, `day` where the row tells none; who completed has registered."""
    days = accepted.days or (None,) * len(accepted.marks)
    dates: dict[str, Any] = {m: on or day for m, on in zip(accepted.marks, days, strict=True)}
    if Mark.COMPLETED in dates:
        dates.setdefault(Mark.REGISTERED, dates[Mark.COMPLETED])
    return dates


def _moved(row: PlanRow) -> PlanRow:
    if row.box is ImportBox.UNCERTAIN:
        return row
    assert row.move is not None
    return row._replace(
        box=ImportBox.UPDATED,
        values={**row.values, "unit": row.unit},
        changes=(CellChange("unit", *row.move), *row.changes),
    )


def _staying(row: PlanRow) -> PlanRow:
    return row._replace(move=None)
