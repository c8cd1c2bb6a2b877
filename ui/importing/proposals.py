"""What a list proposes beyond its rows: carried out only where the officer says so."""

from __future__ import annotations

from collections.abc import Hashable, Mapping, Sequence
from dataclasses import dataclass

from models.intake.plan_records import ImportPlan, PlanRow
from models.intake.proposal_records import Proposal, ProposalKind
from ui.deciding.answers import TAKE_BACK, Answer
from ui.deciding.flow import YesNoFlow
from ui.table.column import Column, Kind

HINT = "Chưa làm gì cho đến khi bạn quyết định."
MOVES_HINT = "Tệp ghi đơn vị khác với danh sách; không ai được chuyển cho đến khi bạn quyết định."
DO, LEAVE = "Làm theo", "Để nguyên"

ProposalKey = tuple[str, str, int, str, str]
"""A proposal whichever the plan: its file, sheet, row, kind and what the file says."""


@dataclass(frozen=True, slots=True)
class ProposalLine:
    """One proposal with its row, and what was decided in words."""

    id: int
    proposal: Proposal
    row: PlanRow
    decided: str


def _words(line: ProposalLine) -> str:
    words = line.proposal.words
    return words[0].upper() + words[1:]


class Proposals(YesNoFlow):
    """`made` says of which proposals the officer said yes or no."""

    columns: Sequence[Column[ProposalLine]] = (
        Column("decision", "Quyết định", 16, lambda line: line.decided, Kind.STRONG),
        Column("row", "Dòng", 6, lambda line: str(line.row.row), Kind.NUMBER),
        Column("name", "Họ và tên", 24, lambda line: line.row.name, Kind.STRONG),
        Column("said", "Tệp ghi", 30, lambda line: line.proposal.said),
        Column("words", "Đề nghị", 60, _words, tooltip=_words),
    )
    answers = {Answer.THIS: DO, Answer.NOBODY: LEAVE, Answer.BACK: TAKE_BACK}

    def __init__(
        self,
        name: str,
        hint: str,
        plan: ImportPlan,
        ids: Sequence[int],
        known: Mapping[ProposalKey, bool],
    ) -> None:
        self.name, self.hint = name, hint
        self._plan, self._ids = plan, ids
        keys = {at: key_of(plan, plan.proposals[at]) for at in ids}
        super().__init__({at: known[key] for at, key in keys.items() if key in known})

    def ids(self) -> Sequence[int]:
        """The proposals in the order of the file."""
        return self._ids

    def line(self, row_id: int) -> ProposalLine:
        """A proposal with its row."""
        proposal = self._plan.proposals[row_id]
        return ProposalLine(row_id, proposal, self._plan.rows[proposal.row], self.words(row_id))

    def alike(self, row_id: int, answer: Answer) -> Hashable:
        """Alike are those in which the same words propose the same."""
        proposal = self._plan.proposals[row_id]
        return proposal.kind, proposal.said, proposal.words

    def verdicts(self) -> dict[ProposalKey, bool]:
        """What was decided, by what a proposal is known by in any plan."""
        plan = self._plan
        return {key_of(plan, plan.proposals[at]): verdict for at, verdict in self.made.items()}


def moves_of(plan: ImportPlan) -> list[int]:
    """The ids of the proposals to move somebody."""
    return [each.id for each in plan.proposals if each.kind is ProposalKind.MOVE]


def others_of(plan: ImportPlan) -> list[int]:
    """The ids of all other proposals."""
    return [each.id for each in plan.proposals if each.kind is not ProposalKind.MOVE]


def key_of(plan: ImportPlan, proposal: Proposal) -> ProposalKey:
    """What a proposal is known by when the plan is made anew."""
    row = plan.rows[proposal.row]
    return row.file, row.sheet, row.row, proposal.kind.value, proposal.said
