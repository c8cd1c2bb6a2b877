"""What hands expect of a list by key: to the search, to the next hit, and back out with Esc."""

from __future__ import annotations

from collections.abc import Callable
from typing import NamedTuple

from PySide6.QtCore import QObject, Qt
from PySide6.QtGui import QKeyEvent, QShortcut

from models.records import PeopleQuery
from ui.pages.page import Page
from ui.pages.roster.bar import RosterBar
from ui.pages.roster.finding import RosterFinding, same_people
from ui.table.cell_table import CellTable
from ui.theme.keys import bound_keys


class Hands(QObject):
    """`show` shows another query."""

    def __init__(
        self,
        page: Page,
        table: CellTable,
        bar: RosterBar,
        finding: RosterFinding,
        show: Callable[[PeopleQuery], None],
    ) -> None:
        super().__init__(page)
        self._page, self._table, self._bar = page, table, bar
        self._finding = finding
        self._show = show
        bar.search.left.connect(self.to_table)
        bar.search.escaped.connect(self._escape)

    def bind(self, *keys: Key) -> None:
        """Let these keys do these deeds on the page."""
        own = (
            Key("Ctrl+F", self.to_search),
            Key("F3", self.next_hit),
            Key("Shift+F3", self.hit_before),
            Key("Ctrl+W", self.close_view),
            Key("Ctrl+F4", self.close_view),
        )
        for key in (*own, *keys):
            shortcut = QShortcut(self._page)
            shortcut.setKeys(bound_keys(key.keys))
            shortcut.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
            shortcut.activated.connect(key.deed)

    def to_search(self) -> None:
        """The search box, with what it holds ready to be typed over."""
        self._bar.search.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self._bar.search.selectAll()

    def to_table(self) -> None:
        """The table is ready for keys."""
        self._table.setFocus(Qt.FocusReason.OtherFocusReason)

    def next_hit(self) -> None:
        """The next of those who were found, after the last the first again."""
        self._hit(1)

    def hit_before(self) -> None:
        """The one before, before the first the last again."""
        self._hit(-1)

    def _hit(self, step: int) -> None:
        ids = self._table.rows.ids
        if not self._finding.query.search or not ids:
            self.to_search()
            return
        begun = self._table.hasFocus()
        at = self._table.currentIndex().row() + step if begun else 0
        self._table.go_to(ids[at % len(ids)])
        self.to_table()

    def take_key(self, event: QKeyEvent) -> bool:
        """Esc, one step back each time: nobody ticked, nothing searched for, no filter."""
        return event.key() == Qt.Key.Key_Escape and self._step_back()

    def close_view(self) -> None:
        """What is looked at is closed: ticks, search and filters at once. The file stays open, as
        closing that is leaving the program, and so does the window."""
        while self._step_back():
            pass

    def _escape(self) -> None:
        """Esc in the empty search box."""
        if not self._step_back():
            self.to_table()

    def untick(self) -> None:
        """Nobody is ticked."""
        self._table.clearSelection()
        # Coming by key would select the cell that the keys are in.
        self._table.setFocus(Qt.FocusReason.MouseFocusReason)

    def _step_back(self) -> bool:
        query = self._finding.query
        if self._table.ticked():
            self.untick()
        elif query.search:
            self._bar.search.empty()
        elif not same_people(query, PeopleQuery()):
            self._show(PeopleQuery(order=query.order, descending=query.descending))
        else:
            return False
        return True


class Key(NamedTuple):
    """Keys, and what they do."""

    keys: str
    deed: Callable[[], object]
