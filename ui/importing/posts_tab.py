"""Second posts that rows of the files offer: who counts elsewhere, recorded only when told."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from functools import partial

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QHBoxLayout

from models.intake.plan_records import ImportPlan, PlanRow
from models.text.formats import number
from ui.importing.boxes import BoxTab
from ui.table.column import Column, Kind
from ui.theme.pieces import button

HINT = (
    "Người đã có ở đơn vị khác: vẫn tính một lần, ở đơn vị chính. "
    "Phím 1: ghi chức vụ kiêm nhiệm; 0: không ghi."
)


@dataclass(frozen=True, slots=True)
class PostLine:
    """One offer, and whether it is taken."""

    id: int
    row: PlanRow
    taken: bool


def _decision(line: PostLine) -> str:
    return "Ghi chức vụ kiêm nhiệm" if line.taken else "Không ghi"


COLUMNS: tuple[Column[PostLine], ...] = (
    Column("decision", "Quyết định", 20, _decision, Kind.STRONG),
    Column("row", "Dòng", 6, lambda line: str(line.row.row), Kind.NUMBER),
    Column("name", "Họ và tên", 24, lambda line: line.row.name, Kind.STRONG),
    Column("unit", "Đơn vị thứ hai", 30, lambda line: line.row.unit),
    Column("position", "Chức vụ kiêm nhiệm", 24, lambda line: line.row.post or ""),
    Column("reasons", "Lý do", 60, lambda line: " ".join(line.row.reasons), Kind.WARNING),
)


def posts_title(plan: ImportPlan) -> str:
    """The words on the tab."""
    return f"Chức vụ kiêm nhiệm ({number(len(plan.offered_posts))})"


class PostsTab(BoxTab):
    """`decided` tells that an offer was taken or left; `taken` are the ordinals of the rows."""

    decided = Signal()

    def __init__(self, plan: ImportPlan, taken: Iterable[int]) -> None:
        self._offers = {row.ordinal: row for row in plan.offered_posts}
        self.taken = {ordinal for ordinal in taken if ordinal in self._offers}
        super().__init__("posts", HINT, COLUMNS, list(self._offers), self._line_of)
        for key, take in (("1", True), ("0", False)):
            shortcut = QShortcut(QKeySequence(key), self.table)
            shortcut.setContext(Qt.ShortcutContext.WidgetShortcut)
            shortcut.activated.connect(partial(self._decide, take))
        acts = QHBoxLayout()
        for words, name, act in (
            ("Ghi chức vụ kiêm nhiệm (1)", "post-take", partial(self._decide, True)),
            ("Không ghi (0)", "post-leave", partial(self._decide, False)),
            ("Ghi tất cả", "post-take-all", self._take_all),
        ):
            made = button(words, name)
            made.setAutoDefault(False)
            made.clicked.connect(act)
            acts.addWidget(made)
        acts.addStretch(1)
        self.layout_.addLayout(acts)

    def _line_of(self, ordinal: int) -> PostLine:
        return PostLine(ordinal, self._offers[ordinal], ordinal in self.taken)

    def _decide(self, take: bool, *_clicked: object) -> None:
        current = self.table.current_id()
        if current is None:
            return
        (self.taken.add if take else self.taken.discard)(current)
        self.refresh()
        self.decided.emit()

    def _take_all(self, *_clicked: object) -> None:
        self.taken |= set(self._offers)
        self.refresh()
        self.decided.emit()
