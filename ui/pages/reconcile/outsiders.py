"""Accounts of nobody on the roster; a selection of them can be taken in by one key."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QHBoxLayout

from models.reconcile.records import Box, Who
from models.records import Unit
from ui.pages.reconcile.decided import Decided
from ui.pages.reconcile.entries_tab import EntriesTab
from ui.pages.reconcile.unit_choice import UnitChoice, can_be_new
from ui.pages.reconcile.words import lacking_words
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
        self.unit.entered.connect(self._entered)
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
        chosen = self.selected()
        named = [entry for entry in chosen if can_be_new(entry)]
        made = [(entry, self.unit.new_of(entry)) for entry in named]
        homeless = sum(decision is None for _entry, decision in made)
        words = lacking_words(homeless, len(chosen) - len(named))
        self._lacking.setText(words)
        self._lacking.setVisible(bool(words))
        self.decided.decide_each(
            {entry.ordinal: decision for entry, decision in made if decision is not None}
        )
        self.refresh()
        if homeless:
            self.unit.take_focus()

    def _entered(self) -> None:
        self.take_in()
        self.table.setFocus(Qt.FocusReason.OtherFocusReason)

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
