"""Bài dự thi: what the units made, the jury's scores, the one representative, what became of it."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget

from models.campaign.entries import remove_entry
from models.campaign.entry_rows import entry_book
from models.campaign.representative import choice_remarks, choose_none, choose_representative
from models.records.entries import Chosen, ContestEntry, EntryBook
from ui.desk import Desk
from ui.pages.contest.awards_dialog import AwardsDialog, AwardsLook, awards_look
from ui.pages.contest.beside_table import BesideTable
from ui.pages.contest.entries_words import (
    COLUMNS,
    EMPTY_HINT,
    EMPTY_TITLE,
    NO_STAGE_HINT,
    NO_STAGE_TITLE,
    book_words,
)
from ui.pages.contest.entry_dialog import EntryDialog
from ui.pages.contest.entry_panel import EntryPanel
from ui.pages.contest.jury_dialog import JuryDialog
from ui.pages.contest.scores_dialog import ScoresDialog
from ui.pages.contest.sending_dialog import PresentingDialog, SendingDialog
from ui.pages.contest.tab_page import WrappingTab
from ui.people.question import Question
from ui.table.few_lines import table_beside
from ui.theme.keys import on_key
from ui.theme.pieces import button, column_in, label, named
from ui.theme.quiet_combo import QuietCombo
from ui.theme.wrapping_row import WrappingRow

SIDE_LETTERS = 42
NO_JURY = "Ban Giám khảo chưa có ai: hãy ghi các giám khảo trước khi chấm điểm."


class EntriesTab(WrappingTab):
    """`take` gets the id of an entry to choose."""

    title = "Bài dự thi"
    topics = frozenset(
        {"entries", "entry_authors", "entry_scores", "jurors", "awards", "attachments"}
        | {"contests", "stages", "people", "units"}
    )

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(desk, parent)
        self._entries: dict[int, ContestEntry] = {}
        self._book: EntryBook | None = None
        self._wanted: int | None = None
        self._stage = named(QuietCombo(), "entries-stage", "Chặng")
        self._words = label("", wrap=True, name="entries-words")
        self._table = table_beside(
            self, "entries", "Các bài dự thi", COLUMNS, self._entries.__getitem__
        )
        self._panel = EntryPanel(desk)
        self._beside = BesideTable(
            self._table, self._panel, SIDE_LETTERS, "Chi tiết, t&ệp…", "entry-details"
        )
        self._add = button("&Thêm bài dự thi…", "entry-add", primary=True)
        self._jury = button("Ban Giám &khảo…", "entry-jury")
        self._awards = button("&Giải thưởng…", "entry-awards")
        self._of_one = {
            name: button(words, f"entry-{name}")
            for name, words in (
                ("edit", "&Sửa…"),
                ("score", "&Chấm điểm…"),
                ("choose", "Chọn đại &diện"),
                ("send", "Gửi &bài…"),
                ("present", "Thuyết t&rình…"),
                ("remove", "&Xóa"),
            )
        }
        self._lay_out()
        self._connect()

    def setFocus(self, reason: Qt.FocusReason = Qt.FocusReason.OtherFocusReason) -> None:
        """The keys begin in the table.

        A proxy would hide from the Tab key what stands before it.
        """
        self._table.setFocus(reason)

    def _lay_out(self) -> None:
        acts = WrappingRow()
        acts.addWidget(self._stage)
        for each in (self._add, *self._of_one.values(), self._jury, self._awards, self._beside.act):
            acts.addWidget(each)
        column = column_in(self)
        column.addLayout(acts)
        column.addWidget(self._words)
        column.addWidget(self._beside, 1)

    def _connect(self) -> None:
        self._stage.activated.connect(self.reload)
        self._add.clicked.connect(lambda: self._ask_entry(None))
        self._jury.clicked.connect(self._open_jury)
        self._awards.clicked.connect(self._ask_awards)
        deeds: dict[str, Callable[[ContestEntry], object]] = {
            "edit": self._ask_entry,
            "score": self._open_scores,
            "choose": self._ask_choice,
            "send": lambda entry: SendingDialog(self.desk, entry, self).open(),
            "present": lambda entry: PresentingDialog(self.desk, entry, self).open(),
            "remove": self._remove,
        }
        for name, deed in deeds.items():
            self._of_one[name].clicked.connect(partial(self._with_chosen, deed))
        self._table.picked.connect(self._show_chosen)
        self._table.opened.connect(lambda _id: self._of_one["edit"].click())
        on_key(self._table, Qt.Key.Key_Insert, self._add.click, alone=True)
        on_key(self._table, Qt.Key.Key_Delete, self._of_one["remove"].click, alone=True)
        self._show_chosen()

    def take(self, what: object) -> None:
        """Choose the entry with the id `what`, once it is here."""
        if isinstance(what, int):
            self._wanted = what
            self.reload()

    def ask(self) -> None:
        """Read the entries of the stage that is chosen above them."""
        self.read(entry_book, self._show, None, self._stage.currentData())

    def _show(self, book: EntryBook | None) -> None:
        self._book = book
        found = book.entries if book else ()
        self._entries.clear()
        self._entries.update((each.id, each) for each in found)
        self._table.empty_title = EMPTY_TITLE if book else NO_STAGE_TITLE
        self._table.empty_hint = EMPTY_HINT if book else NO_STAGE_HINT
        self._table.rows.set_ids(list(self._entries), found)
        self._words.setText(book_words(book, self.desk.today()) if book else "")
        self._offer_stages(book)
        if self._wanted is not None and self._table.go_to(self._wanted):
            self._wanted = None
        self._show_chosen()
        self.loaded.emit()

    def _offer_stages(self, book: EntryBook | None) -> None:
        """Which stage of entries is shown, where there are several."""
        self._stage.clear()
        for number, name in (book.stages if book else {}).items():
            self._stage.addItem(f"Chặng {number} – {name}", number)
        self._stage.setCurrentIndex(self._stage.findData(book.stage if book else None))
        self._stage.setVisible(self._stage.count() > 1)

    def _chosen(self) -> ContestEntry | None:
        ids = self._table.selected_ids()
        return self._entries.get(ids[0]) if len(ids) == 1 else None

    def _show_chosen(self) -> None:
        entry = self._chosen()
        self._panel.show_entry(entry)
        for each in (*self._of_one.values(), self._beside.act):
            each.setEnabled(entry is not None)
        stands = entry is not None and entry.representative
        self._of_one["choose"].setText("Bỏ đại &diện" if stands else "Chọn đại &diện")
        for name in ("send", "present"):
            self._of_one[name].setEnabled(stands)
        self._add.setEnabled(self._book is not None)

    def _with_chosen(self, deed: Callable[[ContestEntry], object]) -> None:
        if (entry := self._chosen()) is not None:
            deed(entry)

    def _ask_entry(self, entry: ContestEntry | None) -> None:
        self.desk.reference.when_known(partial(self._open_entry, entry))

    def _open_entry(self, entry: ContestEntry | None) -> None:
        if self._book is None:
            return
        units, stage = self.desk.reference.units, self._book.stage
        dialog = EntryDialog(self.desk, units, stage, entry, self)
        dialog.saved.connect(self.take)
        dialog.open()

    def _open_scores(self, entry: ContestEntry) -> None:
        if self._book is None:
            return
        if not self._book.jurors:
            self.desk.said.emit(NO_JURY)
            self._open_jury()
            return
        ScoresDialog(self.desk, entry, self._book.jurors, self._book.scale, self).open()

    def _open_jury(self) -> None:
        if self._book is not None:
            JuryDialog(self.desk, self._book.jurors, self._book.scale, self).open()

    def _ask_awards(self) -> None:
        self.desk.reference.when_known(self._read_awards)

    def _read_awards(self) -> None:
        self.desk.ask(awards_look, self._open_awards, None)

    def _open_awards(self, look: AwardsLook) -> None:
        entry = self._chosen()
        own = entry.id if entry else None
        AwardsDialog(self.desk, self.desk.reference.units, look, own, self).open()

    def _ask_choice(self, entry: ContestEntry) -> None:
        if entry.representative:
            said = f"Bài “{entry.title}” không còn là bài đại diện. Ctrl+Z để hoàn tác."
            self.desk.ask(choose_none, lambda _: self.desk.said.emit(said), None, entry.id)
            return
        self.desk.ask(choice_remarks, partial(self._weigh, entry), None, entry.id)

    def _weigh(self, entry: ContestEntry, remarks: tuple[str, ...]) -> None:
        """A plain choice is made at once; what replaces another or is unusual is asked about."""
        former = self._book.representative if self._book else None
        if former is None and not remarks:
            self._choose(entry)
            return
        title, act = "Chọn bài dự thi đại diện", "Chọn bài này"
        words = [f"Bài “{entry.title}” ({entry.unit})."]
        if former is not None:
            title, act = "Thay bài dự thi đại diện", "Thay bài"
            words = [f"Bài “{entry.title}” thay bài “{former.title}” đang là bài đại diện."]
        question = Question(title, " ".join([*words, *remarks]), act, self)
        question.accepted.connect(partial(self._choose, entry))
        question.open()

    def _choose(self, entry: ContestEntry) -> None:
        self.desk.ask(choose_representative, self._tell_choice, None, entry.id, replace=True)

    def _tell_choice(self, chosen: Chosen) -> None:
        instead = f", thay bài “{chosen.former}”" if chosen.former else ""
        said = f"Bài “{chosen.title}” là bài dự thi đại diện{instead}. Ctrl+Z để hoàn tác."
        self.desk.said.emit(said)

    def _remove(self, entry: ContestEntry) -> None:
        said = f"Đã xóa bài dự thi “{entry.title}”. Ctrl+Z để hoàn tác."
        self.desk.ask(remove_entry, lambda _: self.desk.said.emit(said), None, entry.id)
