"""What a list proposes beyond its rows: exemptions, leavings, staff types, doubtful marks, moves.

Nothing of it is done until somebody says so. Each proposal is one decision: do it, or leave it.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from enum import StrEnum
from typing import Any, NamedTuple

from models.intake.plan_records import ImportBox, PlanProblem, PlanRow
from models.intake.roster_view import RosterView
from models.intake.shape.employment import Employment, WorkStanding
from models.intake.shape.records import SourceRow
from models.records import STAFF_TYPE_NAMES, Mark, StaffType
from models.text.formats import short_date


class ProposalKind(StrEnum):
    """What would be done."""

    EXEMPT = "exempt"
    LEAVES = "leaves"
    STAFF_TYPE = "staff_type"
    MARK = "mark"
    MOVE = "move"


EMPLOYMENT = frozenset({ProposalKind.EXEMPT, ProposalKind.LEAVES, ProposalKind.STAFF_TYPE})
LEFT_UNDONE = "Cần quyết định: {words}; chưa thực hiện."
MARK_WORDS = {Mark.REGISTERED: "đã đăng ký", Mark.COMPLETED: "đã hoàn thành"}
_KINDS = {
    WorkStanding.EXEMPT: ProposalKind.EXEMPT,
    WorkStanding.LEAVES: ProposalKind.LEAVES,
    WorkStanding.STAFF_TYPE: ProposalKind.STAFF_TYPE,
}


@dataclass(frozen=True, slots=True)
class Proposal:
    """One decision: what the file says of the person of row `row`, and `words` for what to do.

    `row` is the ordinal of the `PlanRow`; `said` is the cell. The first day of an exemption or
    a leaving is always set.
    """

    id: int
    row: int
    kind: ProposalKind
    said: str
    words: str
    reason: str = ""
    since: date | None = None
    until: date | None = None
    staff_type: StaffType | None = None
    marks: tuple[Mark, ...] = ()
    days: tuple[date | None, ...] = ()
    """The days of the marks as far as the row tells them."""


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
    return f"{MARK_WORDS[mark]} ngày {short_date(day)}" if day else MARK_WORDS[mark]


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
