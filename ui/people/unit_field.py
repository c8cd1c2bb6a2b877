"""A unit chosen from the list, or found by typing any part of its name without diacritics."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QComboBox, QLineEdit

from models.records import Unit
from models.text.names import match_key, search_fold
from ui.people.field import FormField
from ui.table.completing import FOLDED_ROLE, FoldedCompleter
from ui.theme.quiet_combo import QuietCombo
from ui.theme.without_signals import without_signals

LETTERS = 20


class _UnitCombo(QuietCombo):
    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Qt would hand an Enter that the line has heard back to it, as a second one."""
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            event.ignore()
        else:
            super().keyPressEvent(event)


class UnitField(FormField):
    """`changed` tells that another unit, or none, is chosen now; `entered` that Enter was pressed
    on a unit."""

    changed = Signal()
    entered = Signal()

    def __init__(
        self,
        name: str,
        words: str,
        units: Sequence[Unit],
        hint: str = "Gõ một phần tên đơn vị",
    ) -> None:
        self._combo = _UnitCombo()
        super().__init__(self._combo, name, words)
        self._units = units
        self.line = line = QLineEdit()
        line.setPlaceholderText(hint)
        line.setAccessibleName(words)
        self._combo.setLineEdit(line)
        self._combo.setInsertPolicy(QComboBox.InsertPolicy.NoInsert)
        self._combo.setMaxVisibleItems(14)
        self._combo.setSizeAdjustPolicy(
            QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon
        )
        self._combo.setMinimumContentsLength(LETTERS)
        self._fill()
        self._combo.setCompleter(FoldedCompleter(self._combo.model(), self._combo))
        self._combo.editTextChanged.connect(self._check)
        line.returnPressed.connect(self._enter)

    @property
    def unit(self) -> Unit | None:
        """The unit whose name stands in the field."""
        key = match_key(self._combo.currentText())
        return next((unit for unit in self._units if match_key(unit.name) == key), None)

    @property
    def valid(self) -> bool:
        """Whether the field names a unit or nothing at all."""
        return self.unit is not None or not self._combo.currentText().strip()

    def offer(self, units: Sequence[Unit]) -> None:
        """Other units to choose from; what was chosen or typed stays, and nothing is told of it."""
        chosen, typed = self.unit, self._combo.currentText()
        self._units = units
        with without_signals(self._combo, self.line):
            self._fill()
            self._combo.setEditText(typed)
            if chosen is not None:
                self.choose(chosen.id)

    def _fill(self) -> None:
        self._combo.clear()
        for at, unit in enumerate(self._units):
            self._combo.addItem(unit.name, unit.id)
            self._combo.setItemData(at, search_fold(unit.name), FOLDED_ROLE)
        self._combo.setCurrentIndex(-1)

    def choose(self, unit_id: int) -> None:
        """Choose a unit by its id."""
        self._combo.setCurrentIndex(self._combo.findData(unit_id))
        # A long name is read from its beginning.
        self.line.home(False)

    def clear(self) -> None:
        """Name no unit any more."""
        self._combo.setCurrentIndex(-1)
        self._combo.clearEditText()

    def _enter(self) -> None:
        if self.unit is not None:
            self.entered.emit()

    def _check(self) -> None:
        self.say("" if self.valid else "Chưa có đơn vị nào tên như vậy.", problem=True)
        self.changed.emit()
