"""Dữ liệu: the copies of the file, what has been done to it, and how the program is set up."""

from __future__ import annotations

from datetime import date
from functools import partial

from PySide6.QtWidgets import QVBoxLayout, QWidget

from models.contests.contests import set_internal_deadline
from models.contests.editing import edit_contest
from models.records import Contest
from ui.calls import office
from ui.calls.office import FileLook
from ui.desk import Desk
from ui.locking.card import PasswordCard
from ui.pages.contest.retention_dialog import USUAL_PURPOSE, RetentionDialog
from ui.pages.data_cards import DeadlineCard, FileCard, LooksCard
from ui.pages.data_columns import CardColumns
from ui.pages.data_history import HistoryCard
from ui.pages.data_register import ImportsCard, KeepingCard
from ui.pages.data_tabs import COPIES, HISTORY, SETTINGS, DataTabs
from ui.pages.page import Page
from ui.safekeeping.card import CopiesCard, NotCopiedCard, SecondPlaceCard
from ui.safekeeping.choosing import choose_second_place
from ui.safekeeping.keeper import Safety, keeper_of
from ui.theme.appearance import worn
from ui.theme.pieces import label
from ui.window.steps import saved_words

NO_COPIES = "Số liệu mẫu và tệp chỉ để xem không được tự sao lưu."
COPIES_SHARES = (5, 3)


class DataPage(Page):
    """Shows one `FileLook`; reloads itself after each change."""

    title = "Dữ liệu"
    icon = "data"

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(desk, parent)
        self._contest: Contest | None = None
        self._file = FileCard()
        self._copies = CopiesCard()
        self._place = SecondPlaceCard()
        self._none = NotCopiedCard(NO_COPIES)
        self._password = PasswordCard(desk)
        self._deadline = DeadlineCard()
        self._keeping = KeepingCard()
        self._imports = ImportsCard()
        self._history = HistoryCard()
        self._tabs = DataTabs()
        self._lay_out()
        for card in (self._file, self._copies, self._none, self._password):
            card.command.connect(lambda key: self.open_page.emit("command", key))
        self._connect_keeper()
        self._history.undo.connect(lambda: self.open_page.emit("command", "undo"))
        self._history.redo.connect(lambda: self.open_page.emit("command", "redo"))
        self._history.log.connect(lambda: self.open_page.emit("command", "activity"))
        self._history.opened.connect(self._open_entry)
        self._history.returning.connect(partial(self._open_entry, asks=True))
        self._history.searched.connect(self.reload)
        self._deadline.chosen.connect(self._set_deadline)
        self._keeping.wanted.connect(self._ask_how_long)

    def _connect_keeper(self) -> None:
        """Copies are kept neither of the practice commune nor of what is only looked at."""
        keeper = keeper_of(self.desk)
        self._show_kept()
        if keeper is None:
            return
        keeper.known.connect(self._show_safety)
        self._place.choosing.connect(partial(choose_second_place, keeper, self))
        self._copies.bounded.connect(keeper.keep_bound)
        self._show_safety(keeper.safety)

    def _show_kept(self) -> None:
        keeper = keeper_of(self.desk)
        kept = keeper is not None and keeper.watches
        self._copies.setVisible(kept)
        self._place.setVisible(kept)
        self._none.setVisible(not kept)

    def _show_safety(self, safety: Safety) -> None:
        self._show_kept()
        now = self.desk.now()
        self._copies.show_safety(safety, now)
        self._place.show_safety(safety, now)

    def _lay_out(self) -> None:
        appearance = worn()
        looks = () if appearance is None else (LooksCard(appearance),)
        for card in looks:
            card.command.connect(lambda key: self.open_page.emit("command", key))
        copies = CardColumns(
            (self._copies, self._none), (self._place, self._password), COPIES_SHARES
        )
        cards = CardColumns((*looks, self._deadline), (self._file, self._keeping))
        settings = QWidget()
        below = QVBoxLayout(settings)
        below.setContentsMargins(0, 0, 0, 0)
        below.setSpacing(16)
        below.addWidget(cards)
        below.addWidget(self._imports, 1)
        self._tabs.add(COPIES, copies, scrolls=True)
        self._tabs.add(HISTORY, self._history, scrolls=False)
        self._tabs.add(SETTINGS, settings, scrolls=True)
        self._tabs.remember()
        column = QVBoxLayout(self)
        column.setContentsMargins(20, 16, 20, 16)
        column.setSpacing(12)
        column.addWidget(label(self.title, "title"))
        column.addWidget(self._tabs, 1)

    def hasHeightForWidth(self) -> bool:
        """What wraps takes its room within the tab, which scrolls: the window does not grow."""
        return False

    def take(self, what: object) -> None:
        """ "deadline" puts the cursor into the deadline, "history" into the history, "copies" to
        the copies; "settings" opens that tab."""
        if what == "deadline":
            self._tabs.open(SETTINGS)
            self._deadline.focus_day()
        elif what == "history":
            self._tabs.open(HISTORY)
            self._history.table.setFocus()
        elif what == "copies":
            self._tabs.open(COPIES)
            (self._none if self._copies.isHidden() else self._copies).focus_copies()
        elif what == SETTINGS:
            self._tabs.open(SETTINGS)

    def ask(self) -> None:
        """Read where the file lies, the contest and the history."""
        self.read(office.file_look, self._show, None, self._history.search.text())

    def _show(self, look: FileLook) -> None:
        self._contest = look.contest
        self._file.show_place(look.place, saved_words(look.saved_at, self.desk.now()))
        self._deadline.show_contest(look.contest)
        self._keeping.show_contest(look.contest, USUAL_PURPOSE)
        self._imports.show_files(look.imports)
        self._history.show_look(look)
        self.loaded.emit()

    def _open_entry(self, entry_id: int, *, asks: bool = False) -> None:
        from ui.history.change_dialog import ChangeDialog

        ChangeDialog(self.desk, entry_id, self, asks=asks).open()

    def _set_deadline(self, stage_number: int, day: date | None) -> None:
        self.desk.ask(set_internal_deadline, None, None, stage_number, day)

    def _ask_how_long(self) -> None:
        if self._contest is not None:
            dialog = RetentionDialog(self._contest, self.desk.today(), self)
            dialog.edited.connect(lambda edit: self.desk.ask(edit_contest, None, None, edit))
            dialog.open()
