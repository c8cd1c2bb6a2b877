"""The menu of saved filters: chosen, saved under a name, renamed, removed."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace
from functools import partial
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QMenu, QPushButton

from models.contests.mark_names import MarkNames, mark_names
from models.records import PeopleQuery, Status, UnitKind
from ui.desk import Desk
from ui.pages.page import Page
from ui.pages.roster.finding import RosterFinding
from ui.pages.roster.words import UNDO_HINT

if TYPE_CHECKING:
    from models.records import Unit
    from models.records.filters import SavedFilter

NOWHERE = frozenset({0})
"""No unit has this id: where there is no school, nobody works at one."""


class SavedFilters(QObject):
    """Lives at `button`; `chosen` carries the query of the filter that was chosen."""

    chosen = Signal(object)

    def __init__(self, desk: Desk, finding: RosterFinding, button: QPushButton, page: Page) -> None:
        super().__init__(button)
        self._desk = desk
        self._finding = finding
        self._button = button
        self._filters: Sequence[SavedFilter] = ()
        self._menu = QMenu(button)
        self._menu.setObjectName("saved-filters-menu")
        button.setMenu(self._menu)
        self._fill(())
        page.hear(self._changed)
        page.hear(self._fill_again, desk.reference.changed)
        finding.counted.connect(self.read)

    def _changed(self, topics: frozenset[str]) -> None:
        if "saved_filters" in topics:
            self.read()

    def read(self) -> None:
        """Ask which filters there are."""
        from models.roster.kept_filters import list_filters

        self._desk.ask(list_filters, self._fill)

    @property
    def _names(self) -> MarkNames:
        return mark_names(self._desk.reference.contest)

    def _fill_again(self) -> None:
        """The contest may call its marks otherwise."""
        self._fill(self._filters)

    def _fill(self, filters: Sequence[SavedFilter]) -> None:
        self._filters = filters
        self._menu.clear()
        for each in filters:
            self._add(self._menu, each.name, partial(self._choose, each.query))
        ready = f"Trường {self._names.undone(self._names.counted[0])}"
        if not any(each.name == ready for each in filters):
            self._add(self._menu, ready, self._choose_schools)
        self._menu.addSeparator()
        self._add(self._menu, "&Lưu bộ lọc đang dùng…", self._ask_name)
        for title, deed in (("Đổi &tên", self._ask_other_name), ("&Xóa", self._remove)):
            below = self._menu.addMenu(title)
            below.setEnabled(bool(filters))
            for each in filters:
                self._add(below, each.name, partial(deed, each))

    @staticmethod
    def _add(menu: QMenu, words: str, deed: Callable[[], Any]) -> None:
        action = menu.addAction(words)
        action.triggered.connect(lambda _checked=False: deed())

    def _choose(self, query: PeopleQuery) -> None:
        self.chosen.emit(query)

    def _choose_schools(self) -> None:
        missing = Status.NOT_COMPLETED if self._names.one else Status.NOT_REGISTERED
        self._choose(schools_missing(self._desk.reference.units, missing))

    def _ask_name(self) -> None:
        query = replace(self._finding.query, as_of=None)
        self._ask("Lưu bộ lọc đang dùng", "", lambda name: self._save(name, query))

    def _save(self, name: str, query: PeopleQuery) -> None:
        from models.roster.filters import save_filter

        done = partial(self._tell, f"Đã lưu bộ lọc “{name}”.")
        self._desk.ask(save_filter, done, None, name, query)

    def _ask_other_name(self, each: SavedFilter) -> None:
        from models.roster.filters import rename_filter

        def rename(name: str) -> None:
            done = partial(self._tell, f"Đã đổi tên bộ lọc thành “{name}”.")
            self._desk.ask(rename_filter, done, None, each.id, name)

        self._ask(f"Đổi tên bộ lọc “{each.name}”", each.name, rename)

    def _remove(self, each: SavedFilter) -> None:
        from models.roster.filters import remove_filter

        done = partial(self._tell, f"Đã xóa bộ lọc “{each.name}”.")
        self._desk.ask(remove_filter, done, None, each.id)

    def _tell(self, words: str, _nothing: None) -> None:
        self._desk.said.emit(f"{words} {UNDO_HINT}")

    def _ask(self, title: str, name: str, take: Callable[[str], None]) -> None:
        from ui.pages.roster.filter_name import FilterNameDialog

        dialog = FilterNameDialog(title, name, self._button.window())
        dialog.chosen.connect(take)
        dialog.open()


def schools_missing(units: Sequence[Unit], missing: Status) -> PeopleQuery:
    """Whoever works at a school and misses a mark, as `missing` says."""
    schools = frozenset(unit.id for unit in units if unit.kind is UnitKind.SCHOOL)
    return PeopleQuery(unit_ids=schools or NOWHERE, statuses=frozenset({missing}))
