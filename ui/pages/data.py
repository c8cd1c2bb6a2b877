"""Dữ liệu: where the file lies, what has been done to it, and how the window looks."""

from __future__ import annotations

from datetime import date
from functools import partial

from PySide6.QtWidgets import QFrame, QHBoxLayout, QScrollArea, QVBoxLayout, QWidget

from models.contests.contests import set_internal_deadline
from ui.calls import office
from ui.calls.office import FileLook
from ui.desk import Desk
from ui.locking.card import PasswordCard
from ui.pages.data_cards import DeadlineCard, FileCard, LooksCard
from ui.pages.data_history import HistoryCard
from ui.pages.page import Page
from ui.safekeeping.card import CopiesCard
from ui.safekeeping.choosing import choose_second_place
from ui.safekeeping.keeper import Safety, keeper_of
from ui.theme.appearance import worn
from ui.theme.letters import keep_in_letters
from ui.theme.pieces import label
from ui.window.steps import saved_words


class DataPage(Page):
    """Shows one `FileLook`; reloads itself after each change."""

    title = "Dữ liệu"
    icon = "data"

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(desk, parent)
        self._file = FileCard()
        self._copies = CopiesCard()
        self._password = PasswordCard(desk)
        self._deadline = DeadlineCard()
        self._history = HistoryCard()
        self._lay_out()
        self._file.command.connect(lambda key: self.open_page.emit("command", key))
        self._copies.command.connect(lambda key: self.open_page.emit("command", key))
        self._password.command.connect(lambda key: self.open_page.emit("command", key))
        self._connect_keeper()
        self._history.undo.connect(lambda: self.open_page.emit("command", "undo"))
        self._history.redo.connect(lambda: self.open_page.emit("command", "redo"))
        self._history.log.connect(lambda: self.open_page.emit("command", "activity"))
        self._history.opened.connect(self._open_entry)
        self._deadline.chosen.connect(self._set_deadline)

    def _connect_keeper(self) -> None:
        """Copies are kept neither of the practice commune nor of what is only looked at."""
        keeper = keeper_of(self.desk)
        self._copies.setVisible(keeper is not None and keeper.watches)
        if keeper is None:
            return
        keeper.known.connect(self._show_safety)
        self._copies.choosing.connect(partial(choose_second_place, keeper, self))
        self._copies.bounded.connect(keeper.keep_bound)
        self._show_safety(keeper.safety)

    def _show_safety(self, safety: Safety) -> None:
        keeper = keeper_of(self.desk)
        self._copies.setVisible(keeper is not None and keeper.watches)
        self._copies.show_safety(safety, self.desk.now())

    def _lay_out(self) -> None:
        side = QWidget()
        cards = QVBoxLayout(side)
        cards.setContentsMargins(0, 0, 0, 0)
        cards.setSpacing(12)
        cards.addWidget(self._file)
        cards.addWidget(self._copies)
        cards.addWidget(self._password)
        cards.addWidget(self._deadline)
        appearance = worn()
        if appearance is not None:
            cards.addWidget(LooksCard(appearance))
        cards.addStretch(1)
        scroll = QScrollArea()
        scroll.setWidgetResizable(True)
        scroll.setFrameShape(QFrame.Shape.NoFrame)
        scroll.setWidget(side)
        keep_in_letters(scroll, 44)
        row = QHBoxLayout()
        row.setSpacing(12)
        row.addWidget(scroll, 1)
        row.addWidget(self._history, 3)
        column = QVBoxLayout(self)
        column.setContentsMargins(20, 16, 20, 16)
        column.setSpacing(12)
        column.addWidget(label(self.title, "title"))
        column.addLayout(row, 1)

    def take(self, what: object) -> None:
        """ "deadline" puts the cursor into the deadline, "history" into the history, "copies" to
        the copies."""
        if what == "deadline":
            self._deadline.focus_day()
        elif what == "history":
            self._history.table.setFocus()
        elif what == "copies":
            self._copies.focus_copies()

    def ask(self) -> None:
        """Read where the file lies, the contest and the history."""
        self.read(office.file_look, self._show)

    def _show(self, look: FileLook) -> None:
        saved = look.history[0].at if look.history else None
        self._file.show_place(look.place, saved_words(saved, self.desk.now()))
        self._deadline.show_contest(look.contest)
        self._history.show_look(look)
        self.loaded.emit()

    def _open_entry(self, entry_id: int) -> None:
        from ui.history.change_dialog import ChangeDialog

        ChangeDialog(self.desk, entry_id, self).open()

    def _set_deadline(self, stage_number: int, day: date | None) -> None:
        self.desk.ask(set_internal_deadline, None, None, stage_number, day)
