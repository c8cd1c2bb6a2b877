"""Accounts of nobody on the roster; a selection of them can be taken in by one key."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QHBoxLayout

from models.reconcile.records import Box, Who
from models.records import Unit
from models.text.formats import number
from ui.pages.reconcile.decided import Decided
from ui.pages.reconcile.entries_tab import EntriesTab
from ui.pages.reconcile.unit_choice import UnitChoice
from ui.pages.reconcile.words import NEEDS_UNIT
from ui.theme.pieces import button, label


class OutsidersTab(EntriesTab):
    """Key 3 takes the selected accounts in as new people, 0 takes the decision back."""

    def __init__(self, decided: Decided) -> None:
        super().__init__(Box.NOT_ON_ROSTER, decided)
        self.unit = UnitChoice("outsider-unit", decided)
        self._lacking = label("", "attention", wrap=True)
        self._lacking.setObjectName("outsider-problem")
        self._lacking.hide()
        take = button("Đưa vào danh sách (3)", "outsider-new")
        back = button("Bỏ quyết định (0)", "outsider-back")
        take.clicked.connect(self.take_in)
        back.clicked.connect(self.take_back)
        acts = QHBoxLayout()
        acts.addWidget(self.unit, 1)
        acts.addWidget(take)
        acts.addWidget(back)
        self.layout_.addWidget(self._lacking)
        self.layout_.addLayout(acts)
        for key, deed in (("3", self.take_in), ("0", self.take_back)):
            shortcut = QShortcut(QKeySequence(key), self.table)
            shortcut.setContext(Qt.ShortcutContext.WidgetShortcut)
            shortcut.activated.connect(partial(deed))

    def set_units(self, units: Sequence[Unit], means: dict[str, int | None]) -> None:
        """The units to choose from, and those that texts of the platform mean."""
        self.unit.set_units(units, means)

    def take_in(self, *_clicked: object) -> None:
        """Take the selected accounts into the roster, as far as their unit is known."""
        lacking = 0
        for entry in self.selected():
            decision = self.unit.new_of(entry)
            if decision is None:
                lacking += 1
            else:
                self.decided.accounts[entry.ordinal] = decision
        self._lacking.setText(NEEDS_UNIT.format(count=number(lacking)))
        self._lacking.setVisible(bool(lacking))
        self.refresh()
        self.decided.changed.emit()

    def take_back(self, *_clicked: object) -> None:
        """Leave the selected accounts out again."""
        self._lacking.hide()
        mine = [
            entry.ordinal
            for entry in self.selected()
            if (made := self.decided.accounts.get(entry.ordinal)) and made.who is Who.NEW
        ]
        self.decided.decide(mine, None)
        self.refresh()
