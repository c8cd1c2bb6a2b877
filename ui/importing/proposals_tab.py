"""What the list proposes beyond its rows, decided one by one by key: 1 do it, 2 leave it."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import partial

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QHBoxLayout

from models.intake.plan_records import ImportPlan, PlanRow
from models.intake.proposals import Kind, Proposal
from ui.importing.boxes import BoxTab
from ui.table.column import Column
from ui.table.column import Kind as Look
from ui.theme.pieces import button

HINT = "Chưa làm gì cho đến khi bạn quyết định. Phím 1: làm theo; 2: để nguyên; 0: xóa quyết định."
MOVES_HINT = (
    "Tệp ghi đơn vị khác với danh sách; không ai được chuyển cho đến khi bạn quyết định. "
    "Phím 1: chuyển; 2: để nguyên; 0: xóa quyết định."
)
DO, LEAVE, OPEN = "Làm theo", "Để nguyên", "Chưa quyết định"

Key = tuple[str, str, int, str, str]
"""A proposal whichever the plan: its file, sheet, row, kind and what the file says."""


@dataclass(frozen=True, slots=True)
class ProposalLine:
    """One proposal with its row, and what was decided: yes, no, or nothing yet."""

    id: int
    proposal: Proposal
    row: PlanRow
    decided: bool | None = None


def _decision(line: ProposalLine) -> str:
    if line.decided is None:
        return OPEN
    return DO if line.decided else LEAVE


def _words(line: ProposalLine) -> str:
    words = line.proposal.words
    return words[0].upper() + words[1:]


COLUMNS: tuple[Column[ProposalLine], ...] = (
    Column("decision", "Quyết định", 16, _decision, Look.STRONG),
    Column("row", "Dòng", 6, lambda line: str(line.row.row), Look.NUMBER),
    Column("name", "Họ và tên", 24, lambda line: line.row.name, Look.STRONG),
    Column("said", "Tệp ghi", 30, lambda line: line.proposal.said),
    Column("words", "Đề nghị", 60, _words, tooltip=_words),
)


class ProposalsTab(BoxTab):
    """`decided` tells that a decision was made or taken back; `verdicts` has them all."""

    decided = Signal()

    def __init__(
        self, name: str, hint: str, plan: ImportPlan, ids: Sequence[int], known: Mapping[Key, bool]
    ) -> None:
        self._plan = plan
        self.verdicts: dict[int, bool] = {
            at: known[key] for at in ids if (key := key_of(plan, plan.proposals[at])) in known
        }
        super().__init__(name, hint, COLUMNS, ids, self._line_of)
        acts = QHBoxLayout()
        for number, words, verdict in (("1", DO, True), ("2", LEAVE, False)):
            made = button(f"{words} ({number})", f"{name}-{number}")
            made.setAutoDefault(False)
            made.clicked.connect(partial(self.decide, verdict))
            acts.addWidget(made)
        acts.addStretch(1)
        self.layout_.addLayout(acts)
        choices: tuple[tuple[str, bool | None], ...] = (("1", True), ("2", False), ("0", None))
        for number, choice in choices:
            shortcut = QShortcut(QKeySequence(number), self.table)
            shortcut.setContext(Qt.ShortcutContext.WidgetShortcut)
            shortcut.activated.connect(partial(self.decide, choice))

    def _line_of(self, at: int) -> ProposalLine:
        proposal = self._plan.proposals[at]
        return ProposalLine(at, proposal, self._plan.rows[proposal.row], self.verdicts.get(at))

    def decide(self, verdict: bool | None, *_clicked: object) -> None:
        """Decide about the current proposal and go on to the next that is open."""
        current = self.table.current_id()
        if current is None:
            return
        if verdict is None:
            self.verdicts.pop(current, None)
        else:
            self.verdicts[current] = verdict
        self.refresh()
        if verdict is not None:
            self._go_on(current)
        self.decided.emit()

    def _go_on(self, current: int) -> None:
        ids = list(self._ids)
        at = ids.index(current)
        following = [*ids[at + 1 :], *ids[:at]]
        left = next((each for each in following if each not in self.verdicts), None)
        if left is not None:
            self.table.go_to(left)


def moves_of(plan: ImportPlan) -> list[int]:
    """The ids of the proposals to move somebody."""
    return [each.id for each in plan.proposals if each.kind is Kind.MOVE]


def others_of(plan: ImportPlan) -> list[int]:
    """The ids of all other proposals."""
    return [each.id for each in plan.proposals if each.kind is not Kind.MOVE]


def key_of(plan: ImportPlan, proposal: Proposal) -> Key:
    """What a proposal is known by when the plan is made anew."""
    row = plan.rows[proposal.row]
    return row.file, row.sheet, row.row, proposal.kind.value, proposal.said
