"""The figures beside the sheet: of whom, which, and the one that is put into the picked cell."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QListWidget, QListWidgetItem, QWidget

from models.records import UNIT_KIND_NAMES, Unit, UnitKind
from ui.city_template.draft import OfferedPlace, ValueScope
from ui.pages.reports.moment_fields import MomentFields
from ui.theme.keys import on_key
from ui.theme.pieces import button, column_in, label, named
from ui.theme.quiet_combo import QuietCombo
from ui.theme.without_signals import without_signals


class ValuesSide(QWidget):
    """`chosen` carries the `OfferedPlace`; `taken_away` tells that the cell shall stay as it is.

    `when` are the fields that say as of when the figures are.
    """

    chosen = Signal(object)
    taken_away = Signal()
    scoped = Signal()

    def __init__(self, today: date) -> None:
        super().__init__()
        self.when = MomentFields(today)
        self._offered: list[OfferedPlace] = []
        self._scopes: list[ValueScope] = []
        self._where = label("", "heading", wrap=True, name="city-where")
        self._scope = named(QuietCombo(), "city-scope", "Số liệu của ai")
        self._list = named(QListWidget(), "city-values", "Số liệu điền vào ô")
        self._put = button("&Gán vào ô này", "city-put")
        self._take = button("&Bỏ gán", "city-take")
        for each in (self._put, self._take):
            each.setAutoDefault(False)
        column = column_in(self)
        column.setContentsMargins(12, 0, 0, 0)
        parts = (self._where, self._scope, self._list, self._put, self._take, self.when)
        for widget in parts:
            column.addWidget(widget)
        self._scope.currentIndexChanged.connect(lambda _at: self.scoped.emit())
        self._list.itemDoubleClicked.connect(lambda _item: self._choose())
        self._put.clicked.connect(self._choose)
        self._take.clicked.connect(self.taken_away)
        on_key(self._list, "Return", self._choose, alone=True, repeats=False)

    @property
    def scope(self) -> ValueScope:
        """Of whom the figures are that are offered."""
        at = self._scope.currentIndex()
        return self._scopes[at] if 0 <= at < len(self._scopes) else ValueScope()

    def set_units(self, units: Sequence[Unit], commune: str) -> None:
        """Offer the whole `commune` ("xã"), each khối and each unit; who was chosen stays so."""
        everybody = f"Toàn {commune}"
        scopes = [(everybody, ValueScope())]
        scopes += [(UNIT_KIND_NAMES[kind], ValueScope(kind=kind)) for kind in UnitKind]
        scopes += [(unit.name, ValueScope(unit=unit)) for unit in units]
        held = self._scope.currentText()
        self._scopes = [scope for _, scope in scopes]
        with without_signals(self._scope):
            self._scope.clear()
            self._scope.addItems([words for words, _ in scopes])
            self._scope.setCurrentText(held or everybody)

    def offer(
        self, offered: Sequence[OfferedPlace], where: str, now: OfferedPlace | None, *, scoped: bool
    ) -> None:
        """Offer what may go to a place; `now` is what goes there at present."""
        self._where.setText(where)
        self._scope.setVisible(scoped)
        at = self._list.currentRow()
        if list(offered) != self._offered:
            self._offered = list(offered)
            self._list.clear()
            for each in offered:
                self._list.addItem(QListWidgetItem(each.title))
            at = 0
        known = [each[:2] for each in self._offered]
        if now is not None and now[:2] in known:
            at = known.index(now[:2])
        self._list.setCurrentRow(max(at, 0))
        self._put.setEnabled(bool(offered))
        self._take.setEnabled(now is not None)

    def go_to_list(self) -> None:
        """Let the keys choose among the figures."""
        self._list.setFocus(Qt.FocusReason.OtherFocusReason)

    def _choose(self) -> None:
        at = self._list.currentRow()
        if self._put.isEnabled() and 0 <= at < len(self._offered):
            self.chosen.emit(self._offered[at])
