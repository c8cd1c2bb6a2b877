"""Danh sách: the roster as a spreadsheet, with search, filters, marks and a side panel."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace
from functools import cached_property, partial
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QSettings, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from models.contests.mark_names import mark_names
from models.records import PeopleQuery, Person
from models.roster.person_rows import people_by_ids
from ui.calls import people as calls
from ui.calls.marks import MarkCounts
from ui.calls.stretches import column_end
from ui.desk import Desk
from ui.pages.page import Page
from ui.pages.roster.acts import Acts
from ui.pages.roster.bar import RosterBar
from ui.pages.roster.columns import PERSON_COLUMNS
from ui.pages.roster.filtering import Filtering
from ui.pages.roster.finding import RosterFinding, same_people
from ui.pages.roster.hands import Hands, Key
from ui.pages.roster.menus import open_marks, open_menu
from ui.pages.roster.picking import Picking
from ui.pages.roster.strip import FilterStrip
from ui.pages.roster.words import people_count, phone_or_words, status_line, when_empty
from ui.people.panel import PersonPanel
from ui.table.cell_table import CellTable
from ui.table.hits import sought_words
from ui.table.rows_model import Lost, RowsModel
from ui.theme.letters import SideSplitter, keep_in_letters, on_other_letters
from ui.work import Work

if TYPE_CHECKING:
    from ui.pages.roster.deeds import Deeds

FROZEN = 2
LETTERS_FOR_PANEL = 150
PANEL_LETTERS = 38
PANEL_KEY = "roster/panel"


class RosterPage(Page):
    """The roster; `take` gets a `PeopleQuery` or the id of a person."""

    title = "Danh sách"
    icon = "roster"
    topics = calls.TOPICS

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(desk, parent)
        self._found = calls.Found((), 0)
        self._late: calls.Found | None = None
        self._finding = RosterFinding(desk, self)
        self._go_to: int | None = None
        self._rows: RowsModel[Person] = RowsModel(PERSON_COLUMNS, self._fetch, self)
        self.table = CellTable(self._rows, "roster", FROZEN)
        self.table.ask_ends(self._ask_end)
        self._acts = Acts(self, self.table, self._deed)
        self._make_widgets()
        self._lay_out()
        self._picking = Picking(desk, self.table, self._panel)
        self._hands = Hands(self, self.table, self.bar, self._finding, self.show_query)
        self._connect()

    def _make_widgets(self) -> None:
        self.table.setObjectName("roster-table")
        self.table.setAccessibleName("Danh sách")
        self.bar = RosterBar()
        self.bar.panel.setChecked(QSettings().value(PANEL_KEY, "1") == "1")
        self._panel = PersonPanel(self.desk)
        self.strip = FilterStrip(self._acts)
        self._filtering = Filtering(
            self.desk, self._finding, self.table, self.bar, self.strip, self
        )

    def _lay_out(self) -> None:
        keep_in_letters(self._panel, 30)
        split = SideSplitter(1, PANEL_LETTERS, "roster")
        split.setHandleWidth(1)
        split.set_halves(self.table, self._panel)
        column = QVBoxLayout(self)
        column.setContentsMargins(20, 12, 20, 12)
        column.setSpacing(8)
        column.addWidget(self.bar)
        column.addWidget(self.strip)
        column.addWidget(split, 1)

    @cached_property
    def _deeds(self) -> Deeds:
        """What is done to people, loaded behind the names that are read first."""
        from ui.pages.roster.deeds import Deeds

        made = Deeds(self.desk, self.table, self)
        made.editing.saved.connect(self._saved)
        made.cells.import_asked.connect(partial(self.open_page.emit, "command", "paste"))
        return made

    def _deed(self, key: str) -> Callable[[], object]:
        """What the act `key` does: the page's own, or something to people."""
        own: dict[str, Callable[[], object]] = {
            "edit": self._edit_current,
            "edit-cell": self._edit_cell,
            "copy": self.table.copy,
            "history": self._show_history,
            "from-text": partial(self.open_page.emit, "command", "mark-text"),
            "slips": partial(self.open_page.emit, "reconcile", "slips"),
            "add": self.add_person,
            "insert": self.add_person,
        }
        return own.get(key) or (lambda: self._deeds.do(key))

    def _connect(self) -> None:
        bar = self.bar
        bar.search.searched.connect(self._search_for)
        bar.filter.clicked.connect(self._filtering.open_panel)
        bar.add.clicked.connect(self.add_person)
        bar.import_.clicked.connect(lambda: self.open_page.emit("import", None))
        bar.mark.clicked.connect(self._acts["registered"].trigger)
        bar.more.clicked.connect(lambda: open_marks(self._acts, bar.more, self))
        self.strip.given.connect(self._give)
        self.strip.selection.cleared.connect(self._hands.untick)
        self.strip.left_asked.connect(lambda: self.take(PeopleQuery(only_left=True)))
        bar.panel.toggled.connect(self._toggle_panel)
        self._filtering.chosen.connect(self.show_query)
        self._filtering.taken.connect(self.take)
        self.table.sorted_by.connect(self._sort)
        self.table.opened.connect(self._edit)
        self.table.wrote.connect(self._write)
        self.table.picked.connect(self._picking.look)
        self._picking.picked.connect(self._picked)
        self.table.menu_asked.connect(partial(open_menu, self._acts, self.table, self))
        self._panel.edit_asked.connect(self._edit)
        self._panel.copy_asked.connect(self._copy_text)
        self._panel.deed_asked.connect(self._do_to)
        self._panel.group_asked.connect(lambda key: self._acts[key].trigger())
        self.hear(self._take_contest, self.desk.reference.changed)
        if self.desk.reference.is_known:
            self._take_contest()
        self._finding.found.connect(self._show)
        self.table.edit_ended.connect(self._show_late)
        on_other_letters(self, self._fit_panel)
        self._finding.lost.connect(self.note_end)
        self._hands.bind(
            Key("Ctrl+Shift+L", self._filtering.open_panel),
            Key("Alt+Return", bar.panel.toggle),
            Key("Ctrl+P", partial(self._give, "print")),
            Key("Alt+Down", self._filtering.open_current_column),
        )

    def shown(self) -> None:
        """Read the roster when it is not the newest; the table is ready for keys."""
        if not self._stale:
            self._picking.look()
        super().shown()
        self.table.setFocus(Qt.FocusReason.OtherFocusReason)

    def take(self, what: object) -> None:
        """Show a query, or go to the person with an id."""
        if isinstance(what, PeopleQuery):
            self.bar.search.set_quietly(what.search)
            sorted_ = what.order != "name" or what.descending
            self.table.header.show_sorted(what.order if sorted_ else "", what.descending)
            self.show_query(what)
        elif isinstance(what, int):
            self._go_to = what
            self.show_query(PeopleQuery())

    def show_query(self, query: PeopleQuery) -> None:
        """Show whom `query` finds; who was selected under another filter is so no more."""
        if not same_people(query, self._finding.query):
            self.table.clearSelection()
        self._rows.sought = sought_words(query.search)
        self._finding.show(query, stale=self._stale)
        self.note_asked()
        self._filtering.show_query(query)

    def ask(self) -> None:
        """Find whom the query finds."""
        self._finding.data_changed()

    def _fetch(self, ids: Sequence[int], take: Any, lost: Lost) -> None:
        as_of = self._finding.query.as_of
        read = Work(lambda task: people_by_ids(task.file, ids, as_of), take, ended=lost)
        self.desk.run(read)

    def _ask_end(self, column: str, line: int, step: int, take: Callable[[int], None]) -> None:
        query, ids = self._finding.query, self._rows.ids
        self.desk.ask(column_end, take, None, query, ids, column, line, step)

    def _show_late(self) -> None:
        """What came while somebody was typing in a cell is shown once they have finished."""
        if self._late is not None:
            self._show(self._late)

    def _show(self, found: calls.Found) -> None:
        self._late = found if self.table.is_editing else None
        if self._late is not None:
            return
        if not self._found.whole and len(self.table.selected_ids()) > 1:
            # Whoever took all of the first lines meant everybody.
            self.table.clearSelection()
        self._found = found
        self.table.empty_title, self.table.empty_hint = when_empty(found)
        self._rows.set_ids(found.ids, found.first)
        self.table.header.fit_to(found.first)
        if found.whole:
            self.table.header.show_filled({"score": found.scored})
            self.strip.show_left(found.left, self._finding.query)
        self.bar.search.show_count(people_count(len(found.ids)) if found.whole else "")
        if found.whole and self._go_to is not None and self.table.go_to(self._go_to):
            self._go_to = None
        self._picking.look()
        self.loaded.emit()

    def _take_contest(self) -> None:
        contest = self.desk.reference.contest
        self._panel.set_contest(contest)
        names = mark_names(contest)
        self.table.describe(names.column_titles(), names.columns_left_out)
        self._acts.name_marks(names)
        self.bar.name_marks(names)
        self.strip.selection.name_marks(names)
        self._picking.look()

    def _search_for(self, text: str) -> None:
        self.show_query(replace(self._finding.query, search=phone_or_words(text)))

    def _sort(self, key: str, descending: bool) -> None:
        self.show_query(
            replace(self._finding.query, order=key or "name", descending=descending and bool(key))
        )

    def _picked(self, counts: MarkCounts) -> None:
        people = counts.people if self._found.whole else 0
        self._acts.set_people(people)
        self.bar.allow_marking(people)
        ticked = people > 0 and bool(self.table.ticked())
        self.strip.show_selection(people_count(people) if ticked else "")
        names = mark_names(self.desk.reference.contest)
        filtered = self._finding.filtered
        self.status.emit(status_line(self._found, counts, names, filtered=filtered))

    def _toggle_panel(self, shown: bool) -> None:
        QSettings().setValue(PANEL_KEY, "1" if shown else "0")
        self._fit_panel()

    def _fit_panel(self) -> None:
        """The panel stands aside where the table needs the room."""
        roomy = self.width() >= self.fontMetrics().averageCharWidth() * LETTERS_FOR_PANEL
        self._panel.setVisible(self.bar.panel.isChecked() and roomy)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Esc that nobody else wanted leads one step back."""
        if not self._hands.take_key(event):
            super().keyPressEvent(event)

    def _edit(self, person_id: int) -> None:
        self._deeds.editing.edit(person_id)

    def _write(self, person_id: int, column: str, text: str) -> None:
        self._deeds.cells.write(person_id, column, text)

    def _copy_text(self, phones: str) -> None:
        self._deeds.copying.text(phones)

    def _do_to(self, key: str, person_id: int) -> None:
        self._deeds.do_to(key, person_id)

    def _give(self, how: str) -> None:
        self._deeds.give(how, self._filtering.words(self._found))

    def _edit_current(self) -> None:
        current = self.table.current_id()
        if current is not None:
            self._edit(current)

    def _edit_cell(self) -> None:
        """F2; where a cell cannot be written into, the whole person can."""
        if not self.table.edit_current():
            self._edit_current()

    def _show_history(self) -> None:
        self.bar.panel.setChecked(True)
        self._panel.show_history()

    def add_person(self) -> None:
        """Open an empty dialog."""
        self._deeds.editing.add(self._finding.query)

    def _saved(self, person_id: int) -> None:
        self._go_to = person_id
        self.reload()
