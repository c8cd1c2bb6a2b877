"""The unit in which an account is taken into the roster: chosen, or what the platform means."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from models.reconcile.records import AccountDecision, Entry, Who
from models.records import Unit
from models.text.names import is_plausible_name
from ui.pages.reconcile.decided import DecidedSoFar, recognised
from ui.pages.reconcile.lines import platform_unit
from ui.people.unit_field import UnitField
from ui.theme.fitting import discard_widget
from ui.theme.pieces import row_in

WORDS = "Đơn vị khi đưa vào danh sách"
HINT = "Đơn vị của người mới (để trống: theo nền tảng)"


class UnitChoice(QWidget):
    """A field for the unit, which tells by itself what it is for.

    `entered` tells that a unit was chosen and Enter pressed.
    """

    entered = Signal()

    def __init__(self, name: str, decided: DecidedSoFar) -> None:
        super().__init__()
        self._name, self._decided = name, decided
        self._means: dict[str, int | None] = {}
        self._field = UnitField(name, WORDS, (), HINT)
        self._row = row_in(self)
        self._row.addWidget(self._field, 1)

    def set_units(self, units: Sequence[Unit], means: dict[str, int | None]) -> None:
        """The units to choose from; `means` has the unit of each text that is recognised."""
        self._means = means
        discard_widget(self._field)
        self._field = UnitField(self._name, WORDS, units, HINT)
        self._row.addWidget(self._field, 1)
        self._field.entered.connect(self.entered)

    def new_of(self, entry: Entry) -> AccountDecision | None:
        """The decision that takes an account in; None while nobody knows its unit."""
        chosen = self._field.unit
        if chosen is not None:
            return AccountDecision(Who.NEW, unit_id=chosen.id)
        known = recognised(self._means, self._decided.units, platform_unit(entry))
        return AccountDecision(Who.NEW) if known is not None else None

    def take_focus(self) -> None:
        """Let the officer type the unit."""
        self._field.setFocus()


def can_be_new(entry: Entry) -> bool:
    """Whether the account bears a name under which somebody can come into the roster."""
    known = entry.person is not None and entry.person.id >= 0
    named = entry.account is not None and is_plausible_name(entry.account.name)
    return named and not known
