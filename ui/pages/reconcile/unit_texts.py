"""What the platform calls the units: which texts nobody knows, and the unit that each means."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import partial

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QHBoxLayout, QLineEdit

from models.reconcile.records import UnitName
from models.records import Unit
from models.text.formats import number
from ui.importing.boxes import BoxTab
from ui.pages.reconcile.decided import Decided
from ui.pages.reconcile.fitting import discard
from ui.people.unit_field import UnitField
from ui.table.column import Column, Kind
from ui.theme.pieces import button, label

HINT = (
    "Tên đơn vị ghi trên nền tảng. Phím 1: nhận gợi ý đầu tiên; Enter: chọn đơn vị khác; "
    "0: bỏ lựa chọn. Chọn một lần, các lần đối soát sau tự nhận ra."
)
WORDS = "Đơn vị ứng với tên đang chọn"
UNKNOWN = "Chưa rõ"


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


COLUMNS: tuple[Column[TextLine], ...] = (
    Column("text", "Ghi trên nền tảng", 40, lambda line: line.name.text or "(trống)", Kind.TEXT),
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
    Column("why", "Vì sao", 44, _why, Kind.QUIET, tooltip=_why),
)


class UnitTextsTab(BoxTab):
    """Texts that nobody knows come first."""

    def __init__(self, decided: Decided) -> None:
        self._decided = decided
        self._texts: Sequence[UnitName] = ()
        self._names: dict[int, str] = {}
        super().__init__("reconcile-units", HINT, COLUMNS, (), self._line_of)
        self.table.empty_title = "Tệp không ghi đơn vị"
        self._field = UnitField("text-unit", WORDS, ())
        self._choose = button("Là đơn vị này", "text-choose")
        self._choose.clicked.connect(self._take_field)
        self._acts = QHBoxLayout()
        self._acts.addWidget(label(WORDS, "muted"))
        self._acts.addWidget(self._field, 1)
        self._acts.addWidget(self._choose)
        self.layout_.addLayout(self._acts)
        self.table.opened.connect(lambda _id: self._field.setFocus())
        for key, deed in (("1", self._take_suggestion), ("0", self._forget)):
            shortcut = QShortcut(QKeySequence(key), self.table)
            shortcut.setContext(Qt.ShortcutContext.WidgetShortcut)
            shortcut.activated.connect(partial(deed))

    def show_texts(self, texts: Sequence[UnitName], units: Sequence[Unit]) -> None:
        """Show these texts; `units` are those that they can mean."""
        self._texts = sorted(texts, key=lambda each: (each.unit_id is not None, -each.accounts))
        self._names = {unit.id: unit.name for unit in units}
        discard(self._field)
        self._field = UnitField("text-unit", WORDS, units)
        self._acts.insertWidget(1, self._field, 1)
        line = self._field.findChild(QLineEdit)
        if line is not None:
            line.returnPressed.connect(self._take_field)
        self._ids = range(len(self._texts))
        self.refresh()

    def _line_of(self, at: int) -> TextLine:
        name = self._texts[at]
        chosen = self._decided.units.get(name.text)
        means = self._names.get(chosen if chosen is not None else name.unit_id or 0, "")
        return TextLine(at, name, means, chosen is not None)

    def _current(self) -> UnitName | None:
        at = self.table.current_id()
        return None if at is None else self._texts[at]

    def _take_suggestion(self) -> None:
        name = self._current()
        if name is not None and name.suggestions:
            self._mean(name, name.suggestions[0][0])

    def _take_field(self) -> None:
        name, unit = self._current(), self._field.unit
        if name is not None and unit is not None:
            self._mean(name, unit.id)
            self.table.setFocus()

    def _forget(self) -> None:
        name = self._current()
        if name is not None:
            self._decided.mean(name.text, None)
            self.refresh()

    def _mean(self, name: UnitName, unit_id: int) -> None:
        self._decided.mean(name.text, unit_id)
        self.refresh()
        unknown = (
            at
            for at, each in enumerate(self._texts)
            if each.unit_id is None and each.text not in self._decided.units
        )
        following = next(unknown, None)
        if following is not None:
            self.table.go_to(following)
