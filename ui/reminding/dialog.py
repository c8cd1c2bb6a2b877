"""Đôn đốc: units one after the other, the text copied and logged by one key, the next one."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial
from itertools import chain

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QGuiApplication, QKeySequence, QShortcut
from PySide6.QtWidgets import QDialog, QVBoxLayout, QWidget

from models.campaign.sheets import ReminderSheet
from models.campaign.words import reminder_words, short_day
from models.errors import AppError
from models.records.reminders import Addressee, Reminder, ReminderWay
from models.text.formats import number
from ui.calls.duplicates import undo_last
from ui.calls.reminding import RemindLine, give, remind_lines, remind_sheet
from ui.desk import Desk
from ui.error_line import ErrorLine
from ui.reminding.sheet_view import SheetView
from ui.table.column import Column, Kind
from ui.table.data_table import DataTable
from ui.table.held import held_rows
from ui.table.rows_model import RowsModel
from ui.theme.footer import dialog_column, footer
from ui.theme.keys import bound_keys
from ui.theme.letters import SideSplitter
from ui.theme.pieces import button, label

TITLE = "Đôn đốc đơn vị"
SIZE_IN_LETTERS, SIZE_IN_LINES = 190, 44
SIDE_LETTERS = 70
SCREEN_SHARE = 0.94
HINT = (
    "Enter hoặc phím cách: sao chép tin và ghi nhật ký, rồi sang đơn vị sau. "
    "Mũi tên xuống: để sau. Ctrl+Z: lấy lại."
)
ALL_DONE = "Đã đôn đốc hết; mọi lần đôn đốc đã ghi vào nhật ký. Ctrl+Z: lấy lại."
ACTS = (
    (ReminderWay.ZALO, "&Sao chép tin Zalo", "remind-copy"),
    (ReminderWay.PHONE, "Đã gọi điệ&n", "remind-called"),
    (ReminderWay.LETTER, "Đã gửi &văn bản", "remind-written"),
)


class ReminderDialog(QDialog):
    """Goes through the units `wanted`, None: all that are due today. Shown with `open()`.

    `shown` tells that the units stand there, `ready` that the text of the current one does, and
    `given` carries the reminders each time that some were logged.
    """

    shown = Signal()
    ready = Signal()
    given = Signal(object)

    def __init__(
        self, desk: Desk, wanted: Sequence[int] | None = None, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self.setObjectName("reminder-dialog")
        self.setWindowTitle(TITLE)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self._desk, self._wanted = desk, wanted
        self._ids: tuple[int, ...] | None = None if wanted is None else tuple(wanted)
        self._lines: dict[int, RemindLine] = {}
        self._done: dict[int, str] = {}
        self._steps: list[int] = []
        self._left: int | None = None
        self._shown_id: int | None = None
        self._count = label("Đang tìm…", "muted", wrap=True)
        self._count.setObjectName("count")
        self._said = label("", wrap=True)
        self._said.setObjectName("remind-said")
        self._problem = ErrorLine()
        self._table = self._make_table()
        self._view = SheetView()
        self._acts = [(way, button(words, name)) for way, words, name in ACTS]
        self._lay_out()
        self._connect()
        self._view.show_sheet(None)
        self._enable(False)
        self._read()

    def _make_table(self) -> DataTable:
        columns: tuple[Column[RemindLine], ...] = (
            Column("name", "Đơn vị", 20, lambda line: line.name, Kind.STRONG, fills=True,
                   tooltip=lambda line: line.name),
            Column("why", "Lý do", 16, lambda line: line.why, tooltip=lambda line: line.why),
            Column("last", "Nhắc gần nhất", 14, self._last_words),
        )  # fmt: skip
        made = DataTable(RowsModel(columns, held_rows(self, self._line_of), self), "reminding")
        made.setObjectName("remind-units")
        made.setAccessibleName("Các đơn vị phải đôn đốc")
        made.empty_title = "Không có đơn vị nào phải đôn đốc hôm nay"
        made.empty_hint = "Đơn vị đã nhắc hôm nay thì ngày mai mới nhắc lại."
        return made

    def _line_of(self, row_id: int) -> RemindLine:
        return self._lines[row_id]

    def _last_words(self, line: RemindLine) -> str:
        if line.id in self._done:
            return f"✓ {self._done[line.id]}"
        return "" if line.last is None else f"lần {line.reminded}, {short_day(line.last.day)}"

    def _lay_out(self) -> None:
        left = QWidget()
        column = QVBoxLayout(left)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self._table, 1)
        halves = SideSplitter(0, SIDE_LETTERS, "reminders")
        halves.set_halves(left, self._view)
        copies, *others = [each for _way, each in self._acts]
        copies.setProperty("primary", True)
        close = button("Đóng", "keep")
        close.clicked.connect(self.reject)
        whole = dialog_column(self)
        whole.addWidget(label(TITLE, "title", wrap=True))
        whole.addWidget(self._count)
        whole.addWidget(halves, 1)
        whole.addWidget(self._problem)
        whole.addLayout(footer(act=copies, leave=close, others=others, says=self._said))
        letter, line = self.fontMetrics().averageCharWidth(), self.fontMetrics().height()
        room = self.screen().availableGeometry().size() * SCREEN_SHARE
        self.resize(
            min(letter * SIZE_IN_LETTERS, room.width()), min(line * SIZE_IN_LINES, room.height())
        )

    def _connect(self) -> None:
        self._table.picked.connect(self._show_current)
        self._view.asked.connect(self._ask_sheet)
        self._view.phone_wanted.connect(self._copy_phone)
        for way, each in self._acts:
            each.clicked.connect(partial(self._give, way))
        for keys in (*bound_keys("Return"), QKeySequence(Qt.Key.Key_Space)):
            acting = QShortcut(keys, self._table)
            acting.setContext(Qt.ShortcutContext.WidgetShortcut)
            acting.setAutoRepeat(False)
            acting.activated.connect(self._give_once)
        anywhere = QShortcut(self)
        anywhere.setKeys(bound_keys("Ctrl+Return"))
        anywhere.setAutoRepeat(False)
        anywhere.activated.connect(self._give_once)
        undoing = QShortcut(QKeySequence(QKeySequence.StandardKey.Undo), self._table)
        undoing.setContext(Qt.ShortcutContext.WidgetShortcut)
        undoing.activated.connect(self._undo)

    def _read(self) -> None:
        self._desk.ask(remind_lines, self._show, self._refused, self._ids, self._wanted)

    def _show(self, lines: Sequence[RemindLine]) -> None:
        self._lines = {each.id: each for each in lines}
        self._ids = tuple(self._lines)
        self._table.rows.set_ids(self._ids)
        waiting = len([each for each in self._ids if each not in self._done])
        told = f"Còn {number(waiting)} mục. {HINT}" if waiting else ALL_DONE
        self._count.setText(told if self._ids else "")
        if self._table.current_id() is None:
            self._table.go_to_first()
            self._table.setFocus()
        if self._left is not None:
            left, self._left = self._left, None
            self._go_on(left)
        self._ask_sheet()
        self.shown.emit()

    def _show_current(self) -> None:
        if self._table.current_id() != self._shown_id:
            self._ask_sheet()

    def _ask_sheet(self) -> None:
        row_id = self._shown_id = self._table.current_id()
        self._problem.say("")
        self._enable(False)
        if row_id is None:
            self._view.show_sheet(None)
            return
        self._desk.ask(
            remind_sheet,
            partial(self._show_sheet, row_id),
            partial(self._no_sheet, row_id),
            row_id,
            self._wanted,
            staff=self._view.staff,
            every_name=self._view.every_name,
        )

    def _show_sheet(self, row_id: int, sheet: ReminderSheet) -> None:
        if row_id == self._shown_id:
            self._view.show_sheet(sheet)
            self._enable(True)
            self.ready.emit()

    def _no_sheet(self, row_id: int, error: AppError) -> None:
        """There is nothing to remind this unit of any more."""
        if row_id == self._shown_id:
            self._view.show_sheet(None)
            self._refused(error)
            self.ready.emit()

    def _enable(self, ready: bool) -> None:
        for _way, each in self._acts:
            each.setEnabled(ready)

    def _copy_phone(self, phone: str) -> None:
        QGuiApplication.clipboard().setText(phone)
        self._say(f"Đã sao chép số {phone}.")

    def _give_once(self) -> None:
        """By key nobody is reminded twice; the buttons stay for whoever wants that."""
        if self._shown_id in self._done:
            self._go_on(self._shown_id)
        else:
            self._give(ReminderWay.ZALO)

    def _give(self, way: ReminderWay, *_clicked: object) -> None:
        """Log the reminder that is shown; by Zalo its text is copied with that."""
        row_id, sheet, text = self._shown_id, self._view.sheet, self._view.text
        if row_id is None or sheet is None or not self._acts[0][1].isEnabled():
            return
        self._enable(False)
        if way is ReminderWay.ZALO:
            QGuiApplication.clipboard().setText(text)
        kept = "" if way is ReminderWay.PHONE else text
        self._desk.ask(
            give,
            partial(self._gave, row_id),
            self._refused_to_log,
            sheet.given(way, kept),
        )

    def _gave(self, row_id: int, reminders: Sequence[Reminder]) -> None:
        first = reminders[0]
        self._done[row_id] = f"lần {first.number}, {short_day(first.day)} {first.at:%H:%M}"
        self._steps.append(row_id)
        copied = "Đã sao chép và ghi" if first.way is ReminderWay.ZALO else "Đã ghi"
        about = sheet_about(reminders)
        self._say(f"{copied}: {about}{reminder_words(first)}.")
        self.given.emit(reminders)
        self._left = row_id
        self._read()

    def _go_on(self, row_id: int) -> None:
        """To the next one that was not reminded yet, round the end."""
        ids = self._ids or ()
        at = ids.index(row_id) if row_id in ids else 0
        following = (ids[each] for each in chain(range(at + 1, len(ids)), range(at)))
        target = next((each for each in following if each not in self._done), None)
        if target is not None:
            self._table.go_to(target)

    def _undo(self) -> None:
        """Take back what was logged here last; what was done before stays."""
        if self._steps:
            self._desk.ask(undo_last, self._undone, self._refused, 1)

    def _undone(self, summary: str | None) -> None:
        row_id = self._steps.pop()
        self._done.pop(row_id, None)
        self._say(f"Đã hoàn tác: {summary[:1].lower()}{summary[1:]}." if summary else "")
        self._table.go_to(row_id)
        self._read()

    def _refused_to_log(self, error: AppError) -> None:
        self._enable(True)
        self._refused(error)

    def _refused(self, error: AppError) -> None:
        self._said.clear()
        self._problem.refuse(error)
        self._count.setText(self._count.text() if self._ids else "")

    def _say(self, words: str) -> None:
        self._problem.say("")
        self._said.setText(words)


def sheet_about(reminders: Sequence[Reminder]) -> str:
    """ "Trạm Y tế xã, " before the words of a reminder of one unit."""
    first = reminders[0]
    return "" if first.to is Addressee.CHAIRMAN else f"{first.unit}, "
