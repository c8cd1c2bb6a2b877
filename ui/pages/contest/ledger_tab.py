"""Đối tượng: who is counted as of a day, who is not and why, and what has changed since."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import date

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QComboBox, QVBoxLayout, QWidget

from models.figures.ledger import ledger_on, reasons_counted
from models.records import Person
from models.records.denominator import Ledger, LedgerLine, Outside
from models.roster.exemptions import remove_exemption
from models.roster.person_rows import people_by_ids
from models.text.formats import number, short_date
from ui.desk import Desk
from ui.pages.contest.ledger_words import COLUMNS, change_words, ledger_counts_words
from ui.pages.contest.tab_page import WrappingTab
from ui.pages.roster.dated import Dated
from ui.people.date_field import DateField
from ui.table.data_table import DataTable
from ui.table.held import held_rows
from ui.table.rows_model import RowsModel
from ui.theme.letters import keep_in_letters
from ui.theme.pieces import button, label
from ui.theme.quiet_combo import QuietCombo
from ui.theme.wrapping_row import WrappingRow

CHOICE_IN_LETTERS = 24
OUTSIDE, EVERYBODY, COUNTED, MOVED = "outside", "everybody", "counted", "moved"


class LedgerTab(WrappingTab):
    """`take` gets a day to show."""

    title = "Đối tượng"
    topics = frozenset({"people", "exemptions", "absences", "posts", "units", "contests"})

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(desk, parent)
        self._lines: dict[int, LedgerLine] = {}
        self._ledger: Ledger | None = None
        self._dated = Dated(desk, self)
        self._day = DateField("ledger-day", "Tính đến hết ngày", desk.today())
        self._day.line.setText(short_date(desk.today()))
        self._beside = DateField("ledger-beside", "So với ngày", desk.today())
        for each in (self._day, self._beside):
            each.changed.connect(self._day_changed)
        self._shown = QuietCombo()
        self._shown.setObjectName("ledger-shown")
        self._shown.setAccessibleName("Hiện những ai")
        self._shown.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToContents)
        keep_in_letters(self._shown, CHOICE_IN_LETTERS)
        self._shown.currentIndexChanged.connect(self._filter)
        self._words = label("", wrap=True)
        self._words.setObjectName("ledger-words")
        self._change = label("", wrap=True)
        self._change.setObjectName("ledger-change")
        model = RowsModel(COLUMNS, held_rows(self, self._lines.__getitem__), self)
        self._table = DataTable(model, "ledger")
        self._table.setObjectName("ledger")
        self._table.setAccessibleName("Sổ đối tượng")
        self._table.empty_title = "Không có ai"
        self._table.empty_hint = (
            "Ai không phải tham gia (thai sản, nghỉ dài ngày, biệt phái, Ban Tổ chức …) thì ghi ở "
            "đây với lý do và thời gian: tỷ lệ chỉ tính trên những người còn lại."
        )
        self._add = button("&Ghi người không tính…", "ledger-add", primary=True)
        self._edit = button("&Sửa mốc…", "ledger-edit")
        self._again = button("Tính &lại…", "ledger-again")
        self._remove = button("&Xóa mốc", "ledger-remove")
        self._lay_out()
        self._connect()

    def _lay_out(self) -> None:
        head = WrappingRow()
        for words, field in (
            ("Tính đến hết ngày", self._day),
            ("So với ngày", self._beside),
            ("Hiện", self._shown),
        ):
            named = label(words, "muted")
            named.setBuddy(field)
            head.addWidget(named)
            head.addWidget(field)
        for each in (self._add, self._edit, self._again, self._remove):
            head.addWidget(each)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        column.addLayout(head)
        column.addWidget(self._words)
        column.addWidget(self._change)
        column.addWidget(self._table, 1)

    def _connect(self) -> None:
        self._add.clicked.connect(self._ask_whom)
        self._edit.clicked.connect(self._show_periods)
        self._again.clicked.connect(lambda: self._with_people(self._dated.count_again))
        self._remove.clicked.connect(self._take_away)
        self._table.picked.connect(self._note_chosen)
        self._table.opened.connect(self._dated.show_periods_of)
        for key, deed in ((Qt.Key.Key_Delete, self._remove), (Qt.Key.Key_Insert, self._add)):
            shortcut = QShortcut(QKeySequence(key), self._table)
            shortcut.setContext(Qt.ShortcutContext.WidgetShortcut)
            shortcut.activated.connect(deed.click)
        self._note_chosen()

    def take(self, what: object) -> None:
        """Show the ledger of the day `what`."""
        if isinstance(what, date):
            self._day.line.setText(short_date(what))

    def ask(self) -> None:
        """Read the ledger of the day that is written above it."""
        day = self._day.day or self.desk.today()
        self.read(ledger_on, self._show, None, day, self._beside.day)

    def _day_changed(self) -> None:
        if self._day.valid and self._beside.valid and self.isVisible():
            self.reload()

    def _show(self, ledger: Ledger) -> None:
        self._ledger = ledger
        self._lines.clear()
        self._lines.update((line.id, line) for line in ledger.lines)
        self._words.setText(ledger_counts_words(ledger))
        self._change.setText(change_words(ledger, self._beside.day))
        self._change.setVisible(self._beside.day is not None)
        self._offer(ledger)
        self._filter()
        self.loaded.emit()

    def _offer(self, ledger: Ledger) -> None:
        """What can be shown: everybody, who is counted, who is not, and each reason."""
        kept = self._shown.currentData() or OUTSIDE
        outside, everybody = len(ledger.outside), len(ledger.lines)
        choices = [
            (f"Không được tính ({number(outside)})", OUTSIDE),
            (f"Được tính ({number(everybody - outside)})", COUNTED),
            (f"Tất cả ({number(everybody)})", EVERYBODY),
            *([(f"Có thay đổi ({number(len(ledger.moved))})", MOVED)] if ledger.moved else ()),
            *((f"{reason} ({number(n)})", f"={reason}") for reason, n in reasons_counted(ledger)),
        ]
        self._shown.blockSignals(True)
        self._shown.clear()
        for words, key in choices:
            self._shown.addItem(words, key)
        self._shown.setCurrentIndex(max(0, self._shown.findData(kept)))
        self._shown.blockSignals(False)

    def _filter(self) -> None:
        if self._ledger is not None:
            chosen = str(self._shown.currentData())
            moved = self._ledger.moved if chosen == MOVED else None
            ids = [
                line.id
                for line in self._ledger.lines
                if (_is_shown(line, chosen) if moved is None else line.id in moved)
            ]
            self._table.rows.set_ids(ids)
            self.status.emit(f"{number(len(ids))} người")
            self._note_chosen()

    def _chosen(self) -> list[LedgerLine]:
        return [self._lines[each] for each in self._table.selected_ids() if each in self._lines]

    def _note_chosen(self) -> None:
        chosen = self._chosen()
        exempt = [line for line in chosen if line.outside is Outside.EXEMPT]
        self._edit.setEnabled(len(chosen) == 1)
        self._again.setEnabled(bool(exempt))
        self._remove.setEnabled(len(exempt) == len(chosen) == 1)

    def _ask_whom(self) -> None:
        from ui.people.pick_dialog import PickPeopleDialog

        dialog = PickPeopleDialog(self.desk, "Ai không thuộc đối tượng?", "Tiếp tục…", self)
        dialog.picked.connect(self._dated.exempt)
        dialog.open()

    def _with_people(self, deed: Callable[[Sequence[Person]], object]) -> None:
        ids = [line.id for line in self._chosen() if line.outside is Outside.EXEMPT]
        if ids:
            self.desk.ask(people_by_ids, deed, None, ids)

    def _show_periods(self) -> None:
        if len(chosen := self._chosen()) == 1:
            self._dated.show_periods_of(chosen[0].id)

    def _take_away(self) -> None:
        line = self._chosen()[0]
        told = f"Đã xóa mốc “{line.reason}” của {line.name}. Ctrl+Z để hoàn tác."
        self.desk.ask(
            remove_exemption, lambda _done: self.desk.said.emit(told), None, line.period_id
        )


def _is_shown(line: LedgerLine, chosen: str) -> bool:
    if chosen == EVERYBODY:
        return True
    if chosen in (OUTSIDE, COUNTED):
        return (line.outside is None) == (chosen == COUNTED)
    return line.outside is not None and f"={line.reason}" == chosen
