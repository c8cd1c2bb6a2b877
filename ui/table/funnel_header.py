"""A header that draws funnels and hears clicks on them; the frozen copy has its own."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from typing import Any

from PySide6.QtCore import SIGNAL, QEvent, QObject, QRect, Qt, Signal
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QHeaderView, QTableView, QWidget

from ui.table.column import Column
from ui.table.funnels import Funnels


class FunnelHeader(QHeaderView):
    """`filter_asked` carries the section whose funnel was clicked."""

    filter_asked = Signal(int)

    def __init__(self, columns: Sequence[Column[Any]], parent: QWidget) -> None:
        # Making the header already calls the handler below.
        self._made = False
        super().__init__(Qt.Orientation.Horizontal, parent)
        self._funnels = Funnels(self, columns)
        self._funnels.clicked.connect(self.filter_asked)
        self._made = True
        self.setHighlightSections(False)
        self.setSectionsClickable(True)

    def serve(self, table: QTableView) -> None:
        """Become the header of `table`; a click on a title sorts, and selects nobody."""
        table.setHorizontalHeader(self)
        for signal in ("sectionPressed(int)", "sectionEntered(int)"):
            # Qt would select the whole column, and one key then mark everybody.
            QObject.disconnect(self, SIGNAL(signal), table, None)  # type: ignore[call-overload]

    @property
    def filtered(self) -> frozenset[str]:
        """The keys of the columns that people are filtered by."""
        return self._funnels.filtered

    def place_of_funnel(self, section: int) -> QRect:
        """Where the funnel of a section is, in the header."""
        return self._funnels.place_of(section)

    def show_filtered(self, keys: Collection[str]) -> None:
        """Mark the funnels of the columns that people are filtered by."""
        if frozenset(keys) != self._funnels.filtered:
            self._funnels.filtered = frozenset(keys)
            self.viewport().update()

    def viewportEvent(self, event: QEvent) -> bool:
        """Funnels hear the mouse first."""
        # Asking for the viewport would make PySide name all kinds of widgets there are.
        taken = self._made and self._funnels.heard and self._funnels.takes(event)
        return taken or super().viewportEvent(event)

    def paintSection(self, painter: QPainter, rect: QRect, section: int) -> None:
        """The title, and the funnel where one can filter."""
        painter.save()
        super().paintSection(painter, rect, section)
        painter.restore()
        painter.save()
        self._funnels.paint(painter, rect, section)
        painter.restore()
