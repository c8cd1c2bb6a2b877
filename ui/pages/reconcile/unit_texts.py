"""What the platform calls the units: which texts nobody knows, and the unit that each means."""

from __future__ import annotations

from collections.abc import Hashable, Iterable, Mapping, Sequence
from dataclasses import dataclass

from PySide6.QtWidgets import QWidget

from models.reconcile.records import UnitName
from models.records import Unit
from models.text.formats import number
from ui.deciding.answers import TAKE_BACK, Answer
from ui.deciding.flow import ChoosingFlow, Possible, RowFacts
from ui.deciding.likeness import reason_kinds
from ui.deciding.sides import Sides
from ui.deciding.table import DecisionTable
from ui.pages.reconcile.decided import DecidedSoFar
from ui.people.unit_field import UnitField
from ui.table.column import Column, Kind
from ui.theme.pieces import button, row_in

WORDS = "Đơn vị ứng với tên đang chọn"
UNKNOWN = "Chưa rõ"
BLANK = "(trống)"
Suggested = tuple[int, str, str]


@dataclass(frozen=True, slots=True)
class TextLine:
    """One text of the platform; `means` is the name of its unit, `by_hand` who said so."""

    id: int
    name: UnitName
    means: str
    by_hand: bool


def _means(line: TextLine) -> str:
    return line.means or UNKNOWN


def _why(line: TextLine) -> str:
    if line.by_hand:
        return "Bạn đã chọn; sẽ được nhớ khi ghi kết quả"
    if line.name.suggestions and not line.means:
        return "; ".join(f"gợi ý: {name} ({why})" for _id, name, why in line.name.suggestions)
    return line.name.reason


class PlatformUnits(ChoosingFlow[int]):
    """A decision is the id of the unit that a text means; texts that nobody knows come first."""

    name = "reconcile-units"
    hint = (
        "Tên đơn vị ghi trên nền tảng; Enter: chọn đơn vị khác. Chọn một lần, các lần đối soát sau "
        "tự nhận ra."
    )
    columns: Sequence[Column[TextLine]] = (
        Column("text", "Ghi trên nền tảng", 40, lambda line: line.name.text or BLANK, Kind.TEXT),
        Column("accounts", "Tài khoản", 10, lambda line: number(line.name.accounts), Kind.NUMBER),
        Column("people", "Trong danh sách", 15, lambda line: number(line.name.people), Kind.NUMBER),
        Column(
            "means",
            "Là đơn vị",
            36,
            _means,
            Kind.STRONG,
            kind_of=lambda line: Kind.STRONG if line.means else Kind.WARNING,
            tooltip=_means,
        ),
        Column("why", "Lý do", 44, _why, Kind.QUIET, tooltip=_why),
    )
    answers = {Answer.THIS: "Là đơn vị gợi ý", Answer.BACK: TAKE_BACK}
    empty = ("Tệp không ghi đơn vị", "")
    opposite = "Đơn vị gợi ý"
    turning = "chọn giữa các đơn vị gợi ý"

    def __init__(
        self, decided: DecidedSoFar, texts: Sequence[UnitName], units: Sequence[Unit]
    ) -> None:
        super().__init__()
        self._decided = decided
        self._texts = sorted(texts, key=lambda each: (each.unit_id is not None, -each.accounts))
        self._names = {unit.id: unit.name for unit in units}

    def ids(self) -> Sequence[int]:
        """The texts by their places."""
        return range(len(self._texts))

    def line(self, row_id: int) -> TextLine:
        """A text with what it means by now."""
        text = self._texts[row_id]
        chosen = self._decided.units.get(text.text)
        means = self._names.get(chosen if chosen is not None else text.unit_id or 0, "")
        return TextLine(row_id, text, means, chosen is not None)

    def is_open(self, row_id: int) -> bool:
        """Whether nobody knows what a text means."""
        return self._texts[row_id].unit_id is None and not self.is_decided(row_id)

    def is_decided(self, row_id: int) -> bool:
        """Whether the officer has said what it means."""
        return self._texts[row_id].text in self._decided.units

    def kept(self, row_id: int) -> int | None:
        """The unit that the officer has named."""
        return self._decided.units.get(self._texts[row_id].text)

    def same(self, choice: Suggested) -> int:
        """The unit that is suggested."""
        return choice[0]

    def store(self, answer: Answer, decisions: Mapping[int, int]) -> None:
        """Let the texts mean these units."""
        self._decided.mean({self._texts[at].text: unit for at, unit in decisions.items()})

    def take_back(self, row_ids: Iterable[int]) -> None:
        """Let the texts mean what was found at first."""
        self._decided.mean_nothing([self._texts[at].text for at in row_ids])

    def alike(self, row_id: int, answer: Answer) -> Hashable:
        """Alike are texts with suggestions for the same reasons."""
        return reason_kinds(why for _id, _name, why in self._texts[row_id].suggestions)

    def facts(self, row_id: int) -> RowFacts:
        """What the platform writes, and of how many."""
        text = self._texts[row_id]
        counted = (
            ("Tài khoản", number(text.accounts)),
            ("Trong danh sách", f"{number(text.people)} người"),
        )
        return RowFacts(text.text or BLANK, text.reason, counted)

    def choices(self, row_id: int) -> Sequence[Suggested]:
        """The units that it may mean."""
        return self._texts[row_id].suggestions

    def shown(self, row_id: int, choice: Suggested) -> Possible:
        """A unit, and why."""
        return Possible(choice[1], choice[2])

    def nobody(self, row_id: int) -> str:
        """Without a suggestion the unit must be named, unless it is known already."""
        if not self.is_open(row_id):
            return "Đã rõ là đơn vị nào; muốn đổi thì chọn ở ô bên dưới."
        return "Chưa có gợi ý: hãy chọn đơn vị ở ô bên dưới."


class UnitTextsTab(DecisionTable):
    """Any other unit can be named in a field."""

    def __init__(
        self, decided: DecidedSoFar, texts: Sequence[UnitName], units: Sequence[Unit]
    ) -> None:
        flow = PlatformUnits(decided, texts, units)
        self._field = UnitField("text-unit", WORDS, units, WORDS)
        choose = button("Là đơn vị này", "text-choose")
        choose.clicked.connect(self._take_field)
        named = QWidget()
        row = row_in(named)
        row.addWidget(self._field, 1)
        row.addWidget(choose)
        super().__init__(flow, Sides(flow), [named])
        self.table.opened.connect(lambda _id: self._field.setFocus())
        self._field.entered.connect(self._take_field)

    def _take_field(self) -> None:
        at, unit = self.table.current_id(), self._field.unit
        if at is not None and unit is not None:
            self.put(Answer.THIS, {at: unit.id})
            self.table.setFocus()
