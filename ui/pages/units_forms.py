"""The two small forms of the unit page: a new unit, and the unit to move into."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import (
    QComboBox,
    QLineEdit,
    QWidget,
)

from models.records import UNIT_KIND_NAMES, Unit, UnitKind
from models.text.formats import number
from models.text.names import storage_form
from ui.people.act_dialog import ActDialog
from ui.theme.pieces import label, show_words
from ui.theme.quiet_combo import QuietCombo

TOP_WORDS = "cấp cao nhất"
TOP = "(Cấp cao nhất)"


class NewUnitForm(ActDialog):
    """Name, khối and the unit above. `wanted` carries (name, khối, parent id or None)."""

    wanted = Signal(str, object, object)

    def __init__(self, units: Sequence[Unit], above: Unit | None, parent: QWidget) -> None:
        super().__init__("Thêm đơn vị", "Thêm đơn vị", parent, "Hủy")
        self.setObjectName("newUnitForm")
        self._units = {unit.id: unit for unit in units}
        self._name = QLineEdit()
        self._name.setObjectName("newUnitName")
        self._parent = _parents(units, ())
        self._kind = QuietCombo()
        self._kind.setObjectName("newUnitKind")
        for kind, words in UNIT_KIND_NAMES.items():
            self._kind.addItem(words, kind)
        self.form.addRow("&Tên đơn vị", self._name)
        self.form.addRow("T&rực thuộc", self._parent)
        self.form.addRow("&Khối", self._kind)
        self._name.textChanged.connect(self._check)
        self._parent.activated.connect(self._follow)
        self._parent.setCurrentIndex(self._parent.findData(above.id) if above else 0)
        self._follow()
        self._check()
        self._name.setFocus()
        self.accepted.connect(self._tell)

    def _follow(self) -> None:
        """A unit is usually of the khối of the one above."""
        above = self._units.get(self._parent.currentData() or 0)
        if above is not None:
            self._kind.setCurrentIndex(self._kind.findData(above.kind))

    def _check(self) -> None:
        self.act.setEnabled(bool(storage_form(self._name.text())))

    def _tell(self) -> None:
        kind = UnitKind(self._kind.currentData())
        self.wanted.emit(storage_form(self._name.text()), kind, self._parent.currentData())


class MoveUnitForm(ActDialog):
    """Where to. `wanted` carries the parent id, None for the top."""

    wanted = Signal(object)

    def __init__(
        self,
        units: Sequence[Unit],
        moved: Unit,
        people: int,
        below: frozenset[int],
        parent: QWidget,
    ) -> None:
        super().__init__("Chuyển đơn vị", "Chuyển đơn vị", parent, "Hủy")
        self.setObjectName("moveUnitForm")
        self._parent = _parents(units, below)
        self._parent.setCurrentIndex(max(0, self._parent.findData(moved.parent_id)))
        self.form.addRow(label(moved.name, "heading", wrap=True))
        self.form.addRow("Chuyển &vào", self._parent)
        self._units = {unit.id: unit for unit in units}
        self._moved, self._people = moved, people
        self._words = label("", "muted", wrap=True, name="moveUnitWords")
        self.form.addRow(self._words)
        self._parent.currentIndexChanged.connect(self._say)
        self._say()
        self._parent.setFocus()
        self.accepted.connect(lambda: self.wanted.emit(self._parent.currentData()))

    def _say(self) -> None:
        """What becomes of the people, before the unit is moved."""
        above = self._units.get(self._parent.currentData() or 0)
        before = self._units.get(self._moved.parent_id or 0)
        stays = above == before or not self._people
        words = "" if stays else belonging_words(self._moved, self._people, before, above)
        show_words(self._words, words)


def belonging_words(moved: Unit, people: int, before: Unit | None, above: Unit | None) -> str:
    """What is different for the people of a unit, with all below it, when it belongs elsewhere."""
    to = above.name if above is not None else TOP_WORDS
    words = [f"{moved.name} ({number(people)} người) sẽ thuộc {to}."]
    if above is not None:
        words.append(f"{number(people)} người này được cộng vào {above.name}")
        words[-1] += f", không còn cộng vào {before.name}." if before is not None else "."
    elif before is not None:
        words.append(f"{number(people)} người này không còn cộng vào {before.name}.")
    if above is not None and above.kind is not moved.kind:
        kind = UNIT_KIND_NAMES[moved.kind]
        words.append(f"Báo cáo theo khối vẫn tính vào “{kind}”; cần thì đổi ở ô Khối.")
    return " ".join(words)


def _parents(units: Sequence[Unit], but: Sequence[int] | frozenset[int]) -> QComboBox:
    """A choice of the unit above, drawn as a tree, without the units `but`."""
    made = QuietCombo()
    made.setObjectName("unitParent")
    made.setAccessibleName("Đơn vị cấp trên")
    made.setMaxVisibleItems(16)
    made.addItem(TOP, None)
    for unit in units:
        if unit.id not in but:
            made.addItem("    " * unit.depth + unit.name, unit.id)
    return made
