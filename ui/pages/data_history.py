"""The history: when, what, how much, by whom, whether it still holds; each entry opens."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Any

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFrame, QPushButton, QVBoxLayout

from models.records import ChangeEntry
from models.text.formats import number
from ui.calls.office import FileLook
from ui.history.words import state_words
from ui.table.column import A_MOMENT, Column, Kind
from ui.table.data_table import DataTable
from ui.table.rows_model import Lost, RowsModel
from ui.theme.pieces import button, label
from ui.theme.wrapping_row import WrappingRow


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
    carries the id of an entry that is to be shown row by row, `log` asks for the whole log."""

    undo = Signal()
    redo = Signal()
    opened = Signal(int)
    log = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.setProperty("role", "card")
        self._entries: dict[int, ChangeEntry] = {}
        self._model = RowsModel(COLUMNS, self._fetch, self)
        self.table = DataTable(self._model, "history")
        self.table.setObjectName("historyTable")
        self.table.setAccessibleName("Lịch sử thay đổi")
        self.table.empty_title = "Chưa có thay đổi nào"
        self.table.empty_hint = "Mỗi việc làm trong phần mềm được ghi lại tại đây."
        self.table.opened.connect(self.opened)
        self.table.picked.connect(self._look)
        self._log = button("Nhật ký hoạt động…", "historyLog")
        self._open = button("Chi tiết…", "historyOpen")
        self._open.setToolTip("Từng dòng trước và sau; lấy lại việc này (Enter)")
        self._log.clicked.connect(self.log)
        self._open.clicked.connect(self._open_current)
        self._undo = button("Hoàn tác", "historyUndo")
        self._redo = button("Làm lại", "historyRedo")
        self._undo.clicked.connect(self.undo)
        self._redo.clicked.connect(self.redo)
        column = QVBoxLayout(self)
        column.setContentsMargins(1, 8, 1, 1)
        column.addLayout(self._head())
        column.addWidget(self.table, 1)

    def _head(self) -> QVBoxLayout:
        acts = WrappingRow()
        for each in (self._open, self._log, self._undo, self._redo):
            acts.addWidget(each)
        rows = QVBoxLayout()
        rows.setContentsMargins(15, 0, 11, 0)
        rows.setSpacing(8)
        rows.addWidget(label("Lịch sử thay đổi", "heading"))
        rows.addLayout(acts)
        return rows

    def show_look(self, look: FileLook) -> None:
        """Show the history of `look`."""
        self._entries = {entry.id: entry for entry in look.history}
        self._model.set_ids(list(self._entries))
        _name(self._undo, "Hoàn tác", look.undo)
        _name(self._redo, "Làm lại", look.redo)
        self._look()

    def _look(self) -> None:
        self._open.setEnabled(self.table.current_id() is not None)

    def _open_current(self) -> None:
        at = self.table.current_id()
        if at is not None:
            self.opened.emit(at)

    def _fetch(
        self, ids: Sequence[int], take: Callable[[Sequence[ChangeEntry]], Any], _lost: Lost
    ) -> None:
        take([self._entries[each] for each in ids if each in self._entries])


def _name(step: QPushButton, verb: str, summary: str | None) -> None:
    step.setEnabled(summary is not None)
    words = f"{verb}: {summary[:1].lower()}{summary[1:]}" if summary else f"Không có gì để {verb}"
    step.setToolTip(words)
    step.setAccessibleName(words)
