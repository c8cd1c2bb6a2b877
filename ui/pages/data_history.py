"""The history: when, what, how much, by whom, whether it still holds; each entry opens."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Any

from PySide6.QtCore import Qt, QTimer, Signal, SignalInstance
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QFrame, QPushButton, QVBoxLayout

from models.records import ChangeEntry
from models.text.formats import number
from ui.calls.office import HISTORY_LINES, FileLook
from ui.history.words import state_words
from ui.table.column import A_MOMENT, Column, Kind
from ui.table.data_table import DataTable
from ui.table.rows_model import Lost, RowsModel
from ui.theme.clearing import add_clearing
from ui.theme.letters import keep_in_letters
from ui.theme.pieces import button, label, line_edit
from ui.theme.wrapping_row import WrappingRow

FIND = "Tìm nội dung, người thực hiện (Ctrl+F)"
FIND_LETTERS = 44
SEARCH_PAUSE_MS = 250
"""So long nobody must type before the journal is asked."""
NOT_FOUND = "Không có thay đổi nào có những từ này"
EMPTY_HINT = "Mỗi việc làm trong phần mềm được ghi lại tại đây."


def _kind(entry: ChangeEntry) -> Kind:
    gone = entry.undoes is not None or not entry.in_effect
    return Kind.QUIET if gone else Kind.TEXT


def _moment(entry: ChangeEntry) -> str:
    return f"{entry.at:%d/%m/%Y %H:%M}"


COLUMNS: tuple[Column[ChangeEntry], ...] = (
    Column(
        "at", "Thời gian", 18, lambda e: f"{e.at:%d/%m/%Y %H:%M}", Kind.QUIET, never_cut=A_MOMENT
    ),
    Column(
        "what",
        "Nội dung",
        40,
        lambda entry: entry.summary,
        kind_of=_kind,
        tooltip=lambda entry: entry.summary,
        fills=True,
    ),
    Column("state", "Trạng thái", 19, state_words, kind_of=_kind),
    Column("rows", "Số dòng", 10, lambda entry: number(entry.rows), Kind.NUMBER),
    Column("who", "Người thực hiện", 16, lambda entry: entry.who),
)


class HistoryCard(QFrame):
    """The list with what is done to it above it. `undo` and `redo` ask for a step, `opened`
    carries the id of an entry that is to be shown row by row, `returning` that of one that is to
    be taken back, `log` asks for the whole log, `searched` for what the words find.
    """

    undo = Signal()
    redo = Signal()
    opened = Signal(int)
    returning = Signal(int)
    log = Signal()
    searched = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.setProperty("role", "card")
        self._entries: dict[int, ChangeEntry] = {}
        self._model = RowsModel(COLUMNS, self._fetch, self)
        self.table = DataTable(self._model, "history")
        self.table.setObjectName("historyTable")
        self.table.setAccessibleName("Lịch sử thay đổi")
        self.search = line_edit("historySearch", "Tìm trong lịch sử", FIND)
        add_clearing(self.search)
        keep_in_letters(self.search, FIND_LETTERS)
        self._count = label(role="muted", name="historyCount")
        self._open = button("&Chi tiết…", "historyOpen")
        self._open.setToolTip("Từng dòng trước và sau (Enter)")
        self._return = button("&Lấy lại…", "historyReturn")
        self._return.setToolTip("Đưa riêng việc này trở lại như trước, kể cả khi không mới nhất")
        self._undo = button("Hoàn tác", "historyUndo")
        self._redo = button("Làm lại", "historyRedo")
        self._log = button("&Nhật ký hoạt động…", "historyLog")
        self._connect()
        column = QVBoxLayout(self)
        column.setContentsMargins(1, 12, 1, 1)
        column.setSpacing(8)
        column.addLayout(self._head())
        column.addWidget(self.table, 1)

    def _connect(self) -> None:
        self._late = QTimer(self, singleShot=True, interval=SEARCH_PAUSE_MS)
        self._late.timeout.connect(self.searched)
        self.search.textChanged.connect(self._late.start)
        self.table.opened.connect(self.opened)
        self.table.picked.connect(self._look)
        self._log.clicked.connect(self.log)
        self._open.clicked.connect(lambda: self._tell(self.opened))
        self._return.clicked.connect(lambda: self._tell(self.returning))
        self._undo.clicked.connect(self.undo)
        self._redo.clicked.connect(self.redo)
        find = QShortcut(QKeySequence(QKeySequence.StandardKey.Find), self)
        find.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
        find.activated.connect(self.search.setFocus)

    def _head(self) -> QVBoxLayout:
        acts = WrappingRow()
        for each in (
            self.search,
            self._open,
            self._return,
            self._undo,
            self._redo,
            self._log,
        ):
            acts.addWidget(each)
        rows = QVBoxLayout()
        rows.setContentsMargins(15, 0, 15, 0)
        rows.setSpacing(8)
        rows.addLayout(acts)
        rows.addWidget(self._count)
        return rows

    def show_look(self, look: FileLook) -> None:
        """Show the history of `look`."""
        self._entries = {entry.id: entry for entry in look.history}
        found = bool(self.search.text().strip())
        self.table.empty_title = NOT_FOUND if found else "Chưa có thay đổi nào"
        self.table.empty_hint = "" if found else EMPTY_HINT
        self._model.set_ids(list(self._entries))
        many = number(len(look.history))
        cut = len(look.history) == HISTORY_LINES
        self._count.setText(f"{many} thay đổi mới nhất" if cut else f"{many} thay đổi")
        _name(self._undo, "Hoàn tác", look.undo)
        _name(self._redo, "Làm lại", look.redo)
        self._look()

    def _look(self) -> None:
        entry = self._entries.get(self.table.current_id() or 0)
        self._open.setEnabled(entry is not None)
        holds = entry is not None and entry.in_effect and entry.undoes is None
        self._return.setEnabled(holds and entry is not None and not entry.stays)

    def _tell(self, signal: SignalInstance) -> None:
        at = self.table.current_id()
        if at is not None:
            signal.emit(at)

    def _fetch(
        self, ids: Sequence[int], take: Callable[[Sequence[ChangeEntry]], Any], _lost: Lost
    ) -> None:
        take([self._entries[each] for each in ids if each in self._entries])


def _name(step: QPushButton, verb: str, summary: str | None) -> None:
    step.setEnabled(summary is not None)
    words = f"{verb}: {summary[:1].lower()}{summary[1:]}" if summary else f"Không có gì để {verb}"
    step.setToolTip(words)
    step.setAccessibleName(words)
