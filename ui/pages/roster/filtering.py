"""The ways to filter the roster: the panel under "Lọc", funnels, saved filters, chips."""

from __future__ import annotations

from functools import cached_property
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from models.contests.mark_names import MarkNames, mark_names
from models.records import PeopleQuery
from ui.desk import Desk
from ui.pages.page import Page
from ui.pages.roster.bar import RosterBar
from ui.pages.roster.chips import filter_words
from ui.pages.roster.columns import PERSON_COLUMNS, known_words
from ui.pages.roster.finding import RosterFinding
from ui.pages.roster.saved_filters import SavedFilters
from ui.pages.roster.strip import FilterStrip
from ui.table.cell_table import CellTable

if TYPE_CHECKING:
    from ui.calls.people import Found
    from ui.pages.roster.column_filter import ColumnFilterPanel
    from ui.pages.roster.filter_panel import FilterPanel


class Filtering(QObject):
    """`chosen` carries the query that somebody has put together, `taken` that of a saved filter."""

    chosen = Signal(object)
    taken = Signal(object)

    def __init__(
        self,
        desk: Desk,
        finding: RosterFinding,
        table: CellTable,
        bar: RosterBar,
        strip: FilterStrip,
        page: Page,
    ) -> None:
        super().__init__(page)
        self._chips = strip.chips
        self._finding = finding
        self._table = table
        self._bar = bar
        self._desk, self._page = desk, page
        self._saved = SavedFilters(desk, finding, strip.saved, page)
        self._opening = False
        self._chips.removed.connect(self.chosen)
        self._saved.chosen.connect(self.taken)
        table.header.filter_asked.connect(self.open_column)
        finding.counted.connect(self._show_counts)
        page.hear(self._show_units, desk.reference.changed)
        if desk.reference.is_known:
            self._show_units()

    @cached_property
    def _panel(self) -> FilterPanel:
        """The panel under "Lọc", made when it is first opened."""
        from ui.pages.roster.filter_panel import FilterPanel

        made = FilterPanel(self._page)
        made.chosen.connect(self.chosen)
        return made

    @cached_property
    def _column(self) -> ColumnFilterPanel:
        """The list under a funnel, made when one is first opened."""
        from ui.pages.roster.column_filter import ColumnFilterPanel

        made = ColumnFilterPanel(self._desk, self._page)
        made.chosen.connect(self.chosen)
        return made

    @property
    def _names(self) -> MarkNames:
        return mark_names(self._desk.reference.contest)

    def show_query(self, query: PeopleQuery) -> None:
        """Show what is filtered by, in chips and funnels."""
        self._chips.show_query(query, self._desk.reference.units, self._names)
        self._table.header.show_filtered({each.column for each in query.columns})

    def words(self, found: Found) -> str:
        """How many are shown, and by what they are filtered."""
        return filter_words(found, self._finding.query, self._desk.reference.units, self._names)

    def _show_units(self) -> None:
        self._table.known_words = known_words(self._desk.reference.units)
        self.show_query(self._finding.query)

    def _show_counts(self) -> None:
        """Show newer counts, and the panel when it waits for them."""
        self.show_query(self._finding.query)
        if self._opening:
            self._opening = False
            counts, units = self._finding.statuses, self._desk.reference.units
            self._panel.show_query(self._finding.query, counts, units, self._names)
            self._panel.open_below(self._bar.filter)

    def open_panel(self) -> None:
        """Count first, so that the numbers in the panel are those of now."""
        self._opening = True
        self._desk.reference.look_up()
        self._finding.count()

    def open_column(self, section: int) -> None:
        """The list under the funnel of a column."""
        place = self._table.foot_of(section)
        self._column.ask(self._finding.query, self._table.rows.columns[section], place)

    def open_current_column(self) -> None:
        """Alt+Down: the list of the column in which the current cell lies."""
        section = self._table.currentIndex().column()
        if section >= 0 and PERSON_COLUMNS[section].filtered:
            self.open_column(section)
