"""The pairs who may stand twice: what is decided of one is done at once, and it is gone."""

from __future__ import annotations

from collections.abc import Callable, Hashable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from models.text.formats import number
from ui.deciding.answers import TAKE_BACK, Answer
from ui.deciding.flow import DecisionFlow
from ui.deciding.likeness import reason_kinds
from ui.duplicates.fields import field_lines
from ui.table.column import Column, Kind

if TYPE_CHECKING:
    from models.roster.doubles import Double

FromSecond = dict[str, bool]
HALF = 32
LEFT_OPEN = "{count} cặp còn phải chọn giá trị giữ lại: hãy xem từng cặp."


@dataclass(frozen=True, slots=True)
class PairLine:
    """One pair in the order of the list."""

    id: int
    double: Double


def pair_names(double: Double) -> str:
    """Both names, once when they are the same."""
    return " / ".join(dict.fromkeys((double.first.name, double.second.name)))


def pair_reasons(double: Double) -> str:
    """Why the two may be one person."""
    return "; ".join((*double.reasons, *double.warnings))


def _sureness(line: PairLine) -> str:
    return "✓ Gần như chắc" if line.double.sure else "? Cần quyết định"


def _sure_look(line: PairLine) -> Kind:
    return Kind.TEXT if line.double.sure else Kind.QUIET


def _names(line: PairLine) -> str:
    return pair_names(line.double)


def _reasons(line: PairLine) -> str:
    return pair_reasons(line.double)


class Pairs(DecisionFlow[FromSecond]):
    """A decision says of which fields the value of the second entry stays.

    `done` does what was decided; `undone` takes back what was done last.
    """

    name = "pairs"
    hint = "Ở bảng bên phải, ← → chọn giá trị giữ lại."
    columns: Sequence[Column[PairLine]] = (
        Column("names", "Người", 18, _names, Kind.STRONG, tooltip=_names, fills=True, least=14),
        Column("sure", "Mức độ", 17, _sureness, tooltip=_reasons, kind_of=_sure_look),
    )
    answers = {
        Answer.THIS: "Gộp làm một",
        Answer.NOBODY: "Không phải một người",
        Answer.BACK: TAKE_BACK,
    }
    tooltips = {Answer.BACK: "Lấy lại việc vừa làm ở đây (Ctrl+Z)"}
    empty = ("Không có ai trùng", "Mỗi người trong danh sách chỉ có một mục.")

    def __init__(
        self,
        done: Callable[[Answer, Mapping[int, FromSecond]], None],
        undone: Callable[[], None],
    ) -> None:
        super().__init__()
        self.pairs: dict[int, Double] = {}
        self._done, self._undone = done, undone

    def take(self, pairs: Iterable[Double]) -> None:
        """These are the pairs by now."""
        self.pairs = {pair.first.id << HALF | pair.second.id: pair for pair in pairs}
        self.made.clear()

    def ids(self) -> Sequence[int]:
        """The surest first."""
        return tuple(self.pairs)

    def line(self, row_id: int) -> PairLine:
        """One pair."""
        return PairLine(row_id, self.pairs[row_id])

    def offers(self, row_id: int, answer: Answer) -> bool:
        """Every pair can be one person or two, once."""
        return self.is_open(row_id) or answer is Answer.BACK

    def decision(self, row_id: int, answer: Answer, choice: FromSecond | None) -> FromSecond | None:
        """Entries that differ become one only where somebody has looked at them."""
        if not self.is_open(row_id):
            return None
        pair = self.pairs[row_id]
        if answer is Answer.THIS and choice is None:
            differ = any(line.open for line in field_lines(pair.first, pair.second, {}))
            return None if differ else {}
        return dict(choice or {})

    def store(self, answer: Answer, decisions: Mapping[int, FromSecond]) -> None:
        """Do it; until it is done the pairs stay, and are asked about no more."""
        super().store(answer, decisions)
        self._done(answer, decisions)

    def is_decided(self, row_id: int) -> bool:
        """What is decided is not in the list any more."""
        return False

    def take_back(self, row_ids: Iterable[int]) -> None:
        """Take back what was done last, whichever pair is looked at."""
        self._undone()

    def said(self, answer: Answer, made: Sequence[int], left: Sequence[int]) -> str:
        """Pairs with values to choose stay open."""
        return LEFT_OPEN.format(count=number(len(left))) if left else ""

    def alike(self, row_id: int, answer: Answer) -> Hashable:
        """Alike are pairs for the same reasons."""
        pair = self.pairs[row_id]
        return pair.sure, reason_kinds(pair.reasons), reason_kinds(pair.warnings)
