"""Nhật ký hoạt động: all that was done with the data, searched by word, day and kind; exported."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtWidgets import (
    QDialog,
    QHBoxLayout,
    QLineEdit,
    QWidget,
)

from models.records.actions import GROUP_KINDS, GROUP_NAMES, ActionGroup, LoggedAction
from models.text.formats import number
from ui.calls.journal import LogAsked, LogLook, log_integrity, log_look, save_log
from ui.desk import Desk
from ui.error_line import ErrorLine
from ui.history.change_dialog import ChangeDialog
from ui.notice import Notice, Tone
from ui.people.date_field import DateField
from ui.saving import FileSaver, Saving
from ui.table.column import A_MOMENT, Column, Kind
from ui.table.data_table import DataTable
from ui.table.held import held_rows
from ui.table.rows_model import RowsModel
from ui.theme.clearing import add_clearing
from ui.theme.footer import GAP, dialog_column, footer
from ui.theme.keys import on_enter
from ui.theme.letters import keep_in_letters
from ui.theme.pieces import button, hint_in, label
from ui.theme.quiet_combo import QuietCombo

if TYPE_CHECKING:
    from models.errors import AppError
    from models.journal.unbroken import ChainTold

TITLE = "Nhật ký hoạt động"
FOLDER_KEY = "log/folder"
FILE_NAME = "Nhật ký hoạt động.xlsx"
FILTER = "Tệp Excel (*.xlsx)"
SIZE_IN_LETTERS, SIZE_IN_LINES, SCREEN_SHARE = 190, 42, 0.94
SEARCH_LETTERS = 30
PAUSE_MS = 250
"""So long nobody must type before the log is asked."""


def _many(line: LoggedAction) -> str:
    return f"{number(line.count)} {line.counted}".rstrip() if line.count >= 0 else ""


COLUMNS: tuple[Column[tuple[int, LoggedAction]], ...] = (
    Column(
        "at", "Thời gian", 18, lambda row: f"{row[1].at:%d/%m/%Y %H:%M}", Kind.QUIET,
        never_cut=A_MOMENT,
    ),
    Column("who", "Người thực hiện", 15, lambda row: row[1].who),
    Column(
        "what", "Nội dung", 44, lambda row: row[1].what, tooltip=lambda row: row[1].what,
        fills=True,
    ),
    Column("many", "Số lượng", 12, lambda row: _many(row[1])),
    Column(
        "place", "Nơi đến", 20, lambda row: row[1].place, Kind.QUIET,
        tooltip=lambda row: row[1].place,
    ),
    Column(
        "why", "Lý do, chi tiết", 20, lambda row: row[1].why, tooltip=lambda row: row[1].why
    ),
)  # fmt: skip


class ActivityDialog(QDialog):
    """Shown with `open()`. `shown` tells that lines stand there as they were asked for."""

    shown = Signal()

    def __init__(self, desk: Desk, parent: QWidget) -> None:
        super().__init__(parent)
        self.setObjectName("activity-dialog")
        self.setWindowTitle(TITLE)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self._desk = desk
        self._lines: tuple[LoggedAction, ...] = ()
        self._make_fields()
        model = RowsModel(
            COLUMNS, held_rows(self, lambda at: (at, self._lines[at])), self, lambda row: row[0]
        )
        self._table = DataTable(model, "activity")
        self._table.setObjectName("activity-table")
        self._table.setAccessibleName(TITLE)
        self._table.empty_title = "Không có việc nào"
        self._table.empty_hint = "Hãy đổi từ cần tìm, ngày hoặc loại việc."
        self._count = label("Đang đọc…", "muted", wrap=True)
        self._count.setObjectName("activity-count")
        self._whole = label("", "muted", wrap=True)
        self._whole.setObjectName("activity-whole")
        self._problem = ErrorLine()
        self._open = button("&Chi tiết…", "activity-open")
        self._save = button("&Xuất ra Excel…", "activity-save")
        self._close = button("Đóng", "keep")
        self._lay_out()
        self._connect()
        self._ask()
        desk.ask(log_integrity, self._tell_whole, self._refused)

    def _make_fields(self) -> None:
        today = self._desk.today()
        self._search = QLineEdit()
        self._search.setObjectName("activity-search")
        self._search.setAccessibleName("Tìm trong nhật ký")
        hint_in(self._search, "Tìm theo nội dung, người, nơi đến, lý do")
        add_clearing(self._search)
        keep_in_letters(self._search, SEARCH_LETTERS)
        self._since = DateField("since", "Từ ngày", today, beside=True)
        self._until = DateField("until", "Đến ngày", today, beside=True)
        self._since.line.setPlaceholderText("từ ngày 1/6")
        self._until.line.setPlaceholderText("đến ngày 8/6")
        self._group = QuietCombo()
        self._group.setObjectName("activity-group")
        self._group.setAccessibleName("Loại việc")
        self._group.addItem("Mọi việc", None)
        for group, name in GROUP_NAMES.items():
            self._group.addItem(name, group)

    def _lay_out(self) -> None:
        fields = QHBoxLayout()
        fields.setSpacing(GAP)
        fields.addWidget(self._search, 1)
        fields.addWidget(self._since)
        fields.addWidget(self._until)
        fields.addWidget(self._group)
        whole = dialog_column(self)
        whole.addWidget(label(TITLE, "title"))
        whole.addLayout(fields)
        whole.addWidget(self._table, 1)
        whole.addWidget(self._count)
        whole.addWidget(self._whole)
        whole.addWidget(self._problem)
        whole.addLayout(footer(act=self._save, leave=self._close, others=(self._open,)))
        letter, line = self.fontMetrics().averageCharWidth(), self.fontMetrics().height()
        room = self.screen().availableGeometry().size() * SCREEN_SHARE
        self.resize(
            min(letter * SIZE_IN_LETTERS, room.width()), min(line * SIZE_IN_LINES, room.height())
        )

    def _connect(self) -> None:
        self._late = QTimer(self, singleShot=True, interval=PAUSE_MS)
        self._late.timeout.connect(self._ask)
        self._search.textChanged.connect(self._late.start)
        on_enter(self._search, self._table.setFocus)
        self._since.changed.connect(self._late.start)
        self._until.changed.connect(self._late.start)
        self._group.currentIndexChanged.connect(self._ask)
        self._desk.changed.connect(self._late.start)
        self._table.picked.connect(self._look)
        self._table.opened.connect(self._show_entry)
        self._open.clicked.connect(lambda: self._show_entry(self._table.current_id()))
        self._save.clicked.connect(self._choose_place)
        self._close.clicked.connect(self.reject)
        self._look()

    def _asked(self) -> LogAsked:
        group = self._group.currentData()
        kinds = GROUP_KINDS[ActionGroup(group)] if group else ()
        return LogAsked(self._since.day, self._until.day, self._search.text(), kinds)

    def _ask(self) -> None:
        """Read what is asked for now; days that cannot be understood are told at their field."""
        if self._since.valid and self._until.valid:
            self._desk.ask(log_look, self._show, self._refused, self._asked())

    def _show(self, look: LogLook) -> None:
        kept = self._table.current_id()
        self._lines = look.lines
        self._table.rows.set_ids(range(len(self._lines)))
        if kept is None or kept >= len(self._lines):
            self._table.go_to_first()
        many = number(len(look.lines))
        self._count.setText(
            f"{many} dòng mới nhất; tệp Excel có đủ mọi dòng." if look.is_cut else f"{many} dòng."
        )
        self._look()
        self.shown.emit()

    def _tell_whole(self, told: ChainTold) -> None:
        if told.broken:
            self._problem.fail(told.words)
        else:
            self._whole.setText(told.words)

    def _look(self) -> None:
        at = self._table.current_id()
        self._open.setEnabled(at is not None and self._entry_at(at) is not None)
        file = self._desk.file
        can_write = file is not None and file.only_read is None
        self._save.setEnabled(can_write and bool(self._lines))

    def _entry_at(self, at: int) -> int | None:
        return self._lines[at].entry if at < len(self._lines) else None

    def _show_entry(self, at: int | None) -> None:
        entry = None if at is None else self._entry_at(at)
        if entry is not None:
            ChangeDialog(self._desk, entry, self).open()

    def _choose_place(self) -> None:
        self._problem.say("")
        asked = self._asked()
        saving = Saving(
            "Xuất nhật ký hoạt động",
            FILE_NAME,
            FILTER,
            "xlsx",
            FOLDER_KEY,
            "activity-place",
            lambda task, path: save_log(task.file, asked, path),
            self._wrote,
            refused=self._refused,
        )
        FileSaver(self._desk, self).ask(saving)

    def _wrote(self, path: Path, lines: int) -> None:
        words = f"Đã xuất {number(lines)} dòng nhật ký hoạt động."
        self._desk.noticed.emit(Notice(words, tone=Tone.DONE, path=path))
        self._count.setText(f"{words} {path}")

    def _refused(self, error: AppError) -> None:
        self._problem.refuse(error)
