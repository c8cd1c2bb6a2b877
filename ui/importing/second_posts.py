"""Second posts that rows of the files offer: who counts elsewhere, recorded only when told."""

from __future__ import annotations

from collections.abc import Hashable, Iterable, Sequence
from dataclasses import dataclass

from models.intake.plan_records import ImportPlan, PlanRow
from models.text.formats import number
from ui.deciding.answers import TAKE_BACK, Answer
from ui.deciding.flow import YesNoFlow
from ui.table.column import Column, Kind


@dataclass(frozen=True, slots=True)
class PostLine:
    """One offer, and in words whether it is taken."""

    id: int
    row: PlanRow
    decided: str


def posts_title(plan: ImportPlan) -> str:
    """The words on the tab."""
    return f"Chức vụ kiêm nhiệm ({number(len(plan.offered_posts))})"


class SecondPosts(YesNoFlow):
    """Begins with the rows whose post was `taken` before."""

    name = "posts"
    hint = (
        "Người đã có ở đơn vị khác: vẫn tính một lần, ở đơn vị chính. "
        "Chưa quyết định thì không ghi."
    )
    columns: Sequence[Column[PostLine]] = (
        Column("decision", "Quyết định", 20, lambda line: line.decided, Kind.STRONG),
        Column("row", "Dòng", 6, lambda line: str(line.row.row), Kind.NUMBER),
        Column("name", "Họ và tên", 24, lambda line: line.row.name, Kind.STRONG),
        Column("unit", "Đơn vị thứ hai", 30, lambda line: line.row.unit),
        Column("position", "Chức vụ kiêm nhiệm", 24, lambda line: line.row.post or ""),
        Column("reasons", "Lý do", 60, lambda line: " ".join(line.row.reasons), Kind.WARNING),
    )
    answers = {
        Answer.THIS: "Ghi chức vụ kiêm nhiệm",
        Answer.NOBODY: "Không ghi",
        Answer.BACK: TAKE_BACK,
    }

    def __init__(self, plan: ImportPlan, taken: Iterable[int]) -> None:
        self._offers = {row.ordinal: row for row in plan.offered_posts}
        super().__init__({each: True for each in taken if each in self._offers})

    @property
    def taken(self) -> frozenset[int]:
        """The ordinals of the rows whose post is recorded."""
        return frozenset(each for each, yes in self.made.items() if yes)

    def ids(self) -> Sequence[int]:
        """The rows that offer a post."""
        return list(self._offers)

    def line(self, row_id: int) -> PostLine:
        """An offer with its row."""
        return PostLine(row_id, self._offers[row_id], self.words(row_id))

    def alike(self, row_id: int, answer: Answer) -> Hashable:
        """All offers are of one kind."""
        return True
