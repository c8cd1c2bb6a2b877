"""A small made-up flow: baskets of which the officer says which fruit they hold."""

from __future__ import annotations

from dataclasses import dataclass

from ui.deciding.answers import TAKE_BACK, UNDECIDED, Answer
from ui.deciding.flow import ChoosingFlow, Possible, RowFacts
from ui.table.column import Column

BASKETS = {
    10: ("đỏ", ("táo",)),
    11: ("đỏ", ("mận",)),
    12: ("đỏ", ("táo", "mận")),
    13: ("vàng", ("chuối",)),
    14: ("đỏ", ("lựu",)),
    15: ("lạ", ()),
}
"""By id: why a basket is asked about, and what it may hold."""


@dataclass(frozen=True)
class BasketLine:
    """A basket with what was decided of it."""

    id: int
    words: str


class Baskets(ChoosingFlow[str]):
    """Decisions are fruits, or "nothing"."""

    name = "baskets"
    hint = "Rổ nào đựng quả gì."
    columns = (
        Column("id", "Rổ", 8, lambda line: str(line.id)),
        Column("decision", "Quyết định", 20, lambda line: line.words),
    )
    answers = {
        Answer.THIS: "Là quả này",
        Answer.NOBODY: "Không phải quả nào",
        Answer.NEW: "Quả mới",
        Answer.BACK: TAKE_BACK,
    }

    def __init__(self, baskets=None):
        super().__init__()
        self.baskets = dict(BASKETS if baskets is None else baskets)

    def ids(self):
        return tuple(self.baskets)

    def line(self, row_id):
        return BasketLine(row_id, self.made.get(row_id, UNDECIDED))

    def kept(self, row_id):
        return self.made.get(row_id)

    def same(self, choice):
        return choice

    def otherwise(self, row_id, answer):
        return "quả mới" if answer is Answer.NEW else "nothing"

    def alike(self, row_id, answer):
        why, fruits = self.baskets[row_id]
        return why, len(fruits)

    def facts(self, row_id):
        return RowFacts(f"Rổ {row_id}", self.baskets[row_id][0], (("Số", str(row_id)),))

    def choices(self, row_id):
        return self.baskets[row_id][1]

    def shown(self, row_id, choice):
        return Possible(choice, f"màu {self.baskets[row_id][0]}", "ở chợ")
