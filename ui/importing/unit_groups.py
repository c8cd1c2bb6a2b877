"""Unit names that seem to be one unit, decided group by group, by key."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from enum import Enum
from functools import partial

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QHBoxLayout

from models.intake.plan_records import UnitGroup
from models.text.formats import number
from ui.importing.boxes import BoxTab
from ui.table.column import Column, Kind
from ui.theme.pieces import button

HINT = (
    "Các tên dưới đây có vẻ là một đơn vị. Phím 1: là một đơn vị; 2: để riêng; "
    "0: xóa quyết định. Chưa quyết định thì mỗi tên là một đơn vị mới."
)


class Verdict(Enum):
    """What the officer says of a group."""

    ONE = "one"
    APART = "apart"
    BY_NAME = "by_name"


VERDICT_WORDS = {
    Verdict.ONE: "Là một đơn vị",
    Verdict.APART: "Để riêng",
    Verdict.BY_NAME: "Đã chọn từng tên",
}
KEYS: tuple[tuple[str, Verdict | None], ...] = (
    ("1", Verdict.ONE),
    ("2", Verdict.APART),
    ("0", None),
)


@dataclass(frozen=True, slots=True)
class GroupLine:
    """One group with what was said of it."""

    id: int
    group: UnitGroup
    verdict: Verdict | None


def _names(line: GroupLine) -> str:
    return " · ".join(line.group.names)


def _proposed(line: GroupLine) -> str:
    new = " (đơn vị mới)" if line.group.unit_id is None else ""
    return f"{line.group.proposed}{new}"


def _verdict(line: GroupLine) -> str:
    return VERDICT_WORDS[line.verdict] if line.verdict else "Chưa quyết định"


def _why(line: GroupLine) -> str:
    return line.group.why


COLUMNS: tuple[Column[GroupLine], ...] = (
    Column("verdict", "Quyết định", 19, _verdict, Kind.STRONG),
    Column("names", "Tên trong tệp", 46, _names, tooltip=_names),
    Column("people", "Người", 7, lambda line: number(line.group.people), Kind.NUMBER),
    Column("proposed", "Đề nghị là", 46, _proposed, Kind.STRONG, tooltip=_proposed),
    Column("why", "Vì sao", 36, _why, Kind.QUIET, tooltip=_why),
)


class UnitGroups(BoxTab):
    """`decided` carries the place of a group and its verdict, None when it is taken back."""

    decided = Signal(int, object)

    def __init__(self, groups: Sequence[UnitGroup]) -> None:
        self._groups = groups
        self._verdicts: dict[int, Verdict] = {}
        super().__init__("unit-groups", HINT, COLUMNS, range(len(groups)), self._line_of)
        acts = QHBoxLayout()
        for key, verdict in KEYS:
            shortcut = QShortcut(QKeySequence(key), self.table)
            shortcut.setContext(Qt.ShortcutContext.WidgetShortcut)
            shortcut.activated.connect(partial(self._decide, verdict))
            if verdict is not None:
                made = button(f"{VERDICT_WORDS[verdict]} ({key})", f"group-{verdict.value}")
                made.setAutoDefault(False)
                made.clicked.connect(partial(self._decide, verdict))
                acts.addWidget(made)
        acts.addStretch(1)
        self.layout_.addLayout(acts)

    def _line_of(self, at: int) -> GroupLine:
        return GroupLine(at, self._groups[at], self._verdicts.get(at))

    def say(self, at: int, verdict: Verdict | None) -> None:
        """Show what was said of the group `at`."""
        if verdict is None:
            self._verdicts.pop(at, None)
        else:
            self._verdicts[at] = verdict
        self.refresh()

    def _decide(self, verdict: Verdict | None, *_clicked: object) -> None:
        at = self.table.current_id()
        if at is None:
            return
        self.say(at, verdict)
        self.decided.emit(at, verdict)
        following = [*range(at + 1, len(self._groups)), *range(at)]
        undecided = next((each for each in following if each not in self._verdicts), None)
        if verdict is not None and undecided is not None:
            self.table.go_to(undecided)
