"""What a list proposes beyond its rows: exemptions, leavings, staff types, doubtful marks, moves.

Nothing of it is done until somebody says so. Each proposal is one decision: do it, or leave it.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from datetime import date
from typing import Any, NamedTuple

from models.contests.contests import find_contest_id
from models.intake.plan_records import CellChange, ImportBox, PlanProblem, PlanRow
from models.intake.proposal_records import Proposal, ProposalKind
from models.intake.roster_view import RosterView
from models.intake.shape.employment import Employment, WorkStanding
from models.intake.shape.records import SourceRow
from models.journal.change import Change
from models.records import DONE_WORDS, STAFF_TYPE_NAMES, Mark
from models.roster.exemptions import exempt_within
from models.roster.periods import Span
from models.store.schema import people
from models.text.formats import short_date

LEFT_UNDONE = "Cần quyết định: {words}; chưa thực hiện."
Ids = Mapping[int, int]
"""The person of each row, by its ordinal."""


EMPLOYMENT = frozenset({ProposalKind.EXEMPT, ProposalKind.LEAVES, ProposalKind.STAFF_TYPE})
_KINDS = {
    WorkStanding.EXEMPT: ProposalKind.EXEMPT,
    WorkStanding.LEAVES: ProposalKind.LEAVES,
    WorkStanding.STAFF_TYPE: ProposalKind.STAFF_TYPE,
}


class RunningContest(NamedTuple):
    """The contest being run: its first day, and for what reasons people are exempt in it."""

    begins: date | None
    exempt: Mapping[int, frozenset[str]]


def proposals_of(
    rows: Sequence[PlanRow],
    asking: Mapping[int, SourceRow],
    view: RosterView,
    contest: RunningContest,
) -> tuple[Proposal, ...]:
    """The proposals of all rows that mean somebody, in their order; nothing that is so already.

    `asking` are the rows of the file that say something of employment or leave marks open.
    """
    made: list[Proposal] = []
    for row in rows:
        if row.move is None and row.ordinal not in asking:
            continue
        if row.box in (ImportBox.REJECTED, ImportBox.SKIPPED):
            continue
        old = view.people.get(row.person_id) if row.person_id is not None else None
        for each in _of_row(row, asking.get(row.ordinal), view.today, contest.begins):
            if old is None or not _is_so(old, each, contest.exempt.get(old["id"], frozenset())):
                made.append(replace(each, id=len(made)))
    return tuple(made)


def _is_so(old: Mapping[Any, Any], proposal: Proposal, exempt_for: frozenset[str]) -> bool:
    """Whether the roster says so of this person already."""
    match proposal.kind:
        case ProposalKind.STAFF_TYPE:
            return bool(old["staff_type"] == proposal.staff_type)
        case ProposalKind.LEAVES:
            return old["left_on"] is not None
        case ProposalKind.EXEMPT:
            return proposal.reason in exempt_for
        case ProposalKind.MARK:
            return all(old[f"{mark}_on"] is not None for mark in proposal.marks)
        case ProposalKind.MOVE:
            return False


def problems_of(proposals: Iterable[Proposal], rows: Sequence[PlanRow]) -> list[PlanProblem]:
    """What is left undone, in words; a doubtful mark is told with its cell already."""
    return [
        PlanProblem(
            rows[each.row].file,
            rows[each.row].sheet,
            rows[each.row].row,
            "",
            each.said,
            LEFT_UNDONE.format(words=each.words),
        )
        for each in proposals
        if each.kind is not ProposalKind.MARK
    ]


def _of_row(
    row: PlanRow, source: SourceRow | None, today: date, begins: date | None
) -> Iterator[Proposal]:
    if row.move is not None:
        old, new = row.move
        maybe = "nếu đúng là người này thì " if row.box is ImportBox.UNCERTAIN else ""
        words = f"{maybe}chuyển từ {old} sang {new}"
        yield Proposal(0, row.ordinal, ProposalKind.MOVE, row.unit, words)
    if source is None:
        return
    if source.asked:
        on = {Mark.REGISTERED: source.registered_on, Mark.COMPLETED: source.completed_on}
        days = tuple(on[mark] for mark in source.asked)
        told = " và ".join(map(_marked, source.asked, days))
        said = "; ".join(each.value for each in source.problems) or source.name
        yield Proposal(
            0, row.ordinal, ProposalKind.MARK, said, f"ghi {told}", marks=source.asked, days=days
        )
    if source.employment is not None:
        found = _of_work(row, source.employment, today, begins)
        if found is not None:
            yield found


def _marked(mark: Mark, day: date | None) -> str:
    return f"{DONE_WORDS[mark]} ngày {short_date(day)}" if day else DONE_WORDS[mark]


def _of_work(row: PlanRow, told: Employment, today: date, begins: date | None) -> Proposal | None:
    kind = _KINDS[told.standing]
    if kind is ProposalKind.STAFF_TYPE:
        assert told.staff_type is not None
        words = f"ghi loại {STAFF_TYPE_NAMES[told.staff_type]}"
        return Proposal(0, row.ordinal, kind, told.text, words, staff_type=told.staff_type)
    since = told.since or today
    if kind is ProposalKind.LEAVES:
        words = f"ghi rời danh sách từ {short_date(since)}, lý do {told.reason}"
        return Proposal(0, row.ordinal, kind, told.text, words, told.reason, since)
    if begins is None:
        return None
    if told.until is not None and told.until < since:
        since = min(begins, told.until) if told.since is None else told.until
    until = f" đến hết {short_date(told.until)}" if told.until else ""
    words = f"ghi không thuộc đối tượng từ {short_date(since)}{until}, lý do {told.reason}"
    return Proposal(0, row.ordinal, kind, told.text, words, told.reason, since, told.until)


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
