"""The history: when, what, how much, by whom, and whether it still holds."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Any

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QPushButton, QVBoxLayout

from models.records import ChangeEntry
from models.text.formats import number
from ui.calls.office import FileLook
from ui.table.column import A_MOMENT, Column, Kind
from ui.table.data_table import DataTable
from ui.table.rows_model import Lost, RowsModel
from ui.theme.pieces import button, label


def state_words(entry: ChangeEntry) -> str:
    """Whether a change holds; undoing and redoing are no changes of their own."""
    if entry.undoes is not None:
        return ""
    return "Đang có hiệu lực" if entry.in_effect else "Đã hoàn tác"


def _kind(entry: ChangeEntry) -> Kind:
    gone = entry.undoes is not None or not entry.in_effect
    return Kind.QUIET if gone else Kind.TEXT


COLUMNS: tuple[Column[ChangeEntry], ...] = (
    Column(
        "at", "Lúc", 18, lambda entry: f"{entry.at:%d/%m/%Y %H:%M}", Kind.QUIET, never_cut=A_MOMENT
    ),
    Column("what", "Việc", 56, lambda entry: entry.summary, kind_of=_kind),
    Column("state", "Trạng thái", 19, state_words, kind_of=_kind),
    Column("rows", "Số dòng", 10, lambda entry: number(entry.rows), Kind.NUMBER),
    Column("who", "Người làm", 16, lambda entry: entry.who),
)


class HistoryCard(QFrame):
    """The list with the two steps above it. `undo` and `redo` ask for a step."""

    undo = Signal()
    redo = Signal()

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
        self._undo = button("Hoàn tác", "historyUndo")
        self._redo = button("Làm lại", "historyRedo")
        self._undo.clicked.connect(self.undo)
        self._redo.clicked.connect(self.redo)
        column = QVBoxLayout(self)
        column.setContentsMargins(1, 8, 1, 1)
        column.addLayout(self._head())
        column.addWidget(self.table, 1)

    def _head(self) -> QHBoxLayout:
        row = QHBoxLayout()
        row.setContentsMargins(15, 0, 11, 0)
        row.addWidget(label("Lịch sử thay đổi", "heading"), 1)
        row.addWidget(self._undo)
        row.addWidget(self._redo)
        return row

    def show_look(self, look: FileLook) -> None:
        """Show the history of `look`."""
        self._entries = {entry.id: entry for entry in look.history}
        self._model.set_ids(list(self._entries))
        _name(self._undo, "Hoàn tác", look.undo)
        _name(self._redo, "Làm lại", look.redo)

    def _fetch(
        self, ids: Sequence[int], take: Callable[[Sequence[ChangeEntry]], Any], _lost: Lost
    ) -> None:
        take([self._entries[each] for each in ids if each in self._entries])


def _name(step: QPushButton, verb: str, summary: str | None) -> None:
    step.setEnabled(summary is not None)
    words = f"{verb}: {summary[:1].lower()}{summary[1:]}" if summary else f"Không có gì để {verb}"
    step.setToolTip(words)
    step.setAccessibleName(words)
