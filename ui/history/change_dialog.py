"""One entry of the history: each row before and after, and taking it back."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import partial
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QDialog, QWidget

from models.records.history import ACT_NAMES, RowAct, RowChange, ValueChange
from models.text.formats import number
from ui.calls.journal import EntryLook, entry_look, entry_rows, plan_taking_back
from ui.desk import Desk
from ui.error_line import ErrorLine
from ui.history.words import entry_words, question_words, rests_words
from ui.notice import Notice, Tone
from ui.people.question import Question
from ui.table.column import Column, Kind
from ui.table.data_table import FEW_LINES, DataTable
from ui.table.held import held_rows
from ui.table.rows_model import Lost, RowsModel
from ui.theme.footer import dialog_column, footer
from ui.theme.pieces import button, label
from ui.work import Task, Work

if TYPE_CHECKING:
    from models.errors import AppError
    from models.journal.reverting import RevertPlan

SIZE_IN_LETTERS, SIZE_IN_LINES, SCREEN_SHARE = 170, 40, 0.94


def _whole(side: str) -> Callable[[Any], str]:
    return lambda row: str(getattr(row, side))


def _act_kind(row: RowChange) -> Kind:
    return Kind.WARNING if row.act is RowAct.REMOVED else Kind.TEXT


ROW_COLUMNS: tuple[Column[RowChange], ...] = (
    Column("act", "Nội dung", 9, lambda row: ACT_NAMES[row.act], kind_of=_act_kind),
    Column("table", "Mục", 16, lambda row: row.table, Kind.QUIET),
    Column("subject", "Của ai, đơn vị nào", 26, lambda row: row.subject, Kind.STRONG),
    Column("before", "Trước", 34, _whole("before"), tooltip=_whole("before")),
    Column("after", "Sau", 34, _whole("after"), tooltip=_whole("after"), fills=True),
)
ShownValue = tuple[int, ValueChange]
VALUE_COLUMNS: tuple[Column[ShownValue], ...] = (
    Column("title", "Nội dung", 26, lambda row: row[1].title, Kind.QUIET),
    Column(
        "before", "Trước", 34, lambda row: row[1].before or "–",
        tooltip=lambda row: row[1].before,
    ),
    Column(
        "after", "Sau", 34, lambda row: row[1].after or "–", Kind.STRONG,
        tooltip=lambda row: row[1].after, fills=True,
    ),
)  # fmt: skip


class ChangeDialog(QDialog):
    """Shown with `open()`. `shown` tells that the entry stands there; one that `asks` goes on
    at once to the question whether it is taken back, over the rows that it is about."""

    shown = Signal()

    def __init__(self, desk: Desk, entry_id: int, parent: QWidget, *, asks: bool = False) -> None:
        super().__init__(parent)
        self.setObjectName("change-dialog")
        self.setWindowTitle("Chi tiết thay đổi")
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self._desk, self._id, self._asks = desk, entry_id, asks
        self._values: tuple[ValueChange, ...] = ()
        self._title = label("", "title", wrap=True)
        self._title.setObjectName("entry-title")
        self._words = label("Đang đọc…", "muted", wrap=True)
        self._words.setObjectName("entry-words")
        self._table = DataTable(RowsModel(ROW_COLUMNS, self._fetch, self), "entry-rows")
        self._table.setObjectName("entry-rows")
        self._table.setAccessibleName("Các dòng đã thay đổi")
        held = held_rows(self, lambda at: (at, self._values[at]))
        self._cells = DataTable(
            RowsModel(VALUE_COLUMNS, held, self, lambda row: row[0]), "entry-values"
        )
        self._cells.setObjectName("entry-values")
        self._cells.setAccessibleName("Trước và sau của dòng đang chọn")
        self._cells.lines_wanted = FEW_LINES
        self._cells.empty_title = "Chọn một dòng để xem trước và sau"
        self._problem = ErrorLine()
        self._one = button("&Lấy lại việc này…", "take-back")
        self._all = button("Lấy lại &mọi việc từ đây…", "take-back-all")
        self._close = button("Đóng", "keep")
        self._lay_out()
        self._connect()
        desk.ask(entry_look, self._show, self._refused, entry_id)

    def _lay_out(self) -> None:
        whole = dialog_column(self)
        for part in (self._title, self._words):
            whole.addWidget(part)
        whole.addWidget(self._table, 3)
        whole.addWidget(self._cells, 2)
        whole.addWidget(self._problem)
        whole.addLayout(footer(act=None, leave=self._close, others=(self._one, self._all)))
        letter, line = self.fontMetrics().averageCharWidth(), self.fontMetrics().height()
        room = self.screen().availableGeometry().size() * SCREEN_SHARE
        self.resize(
            min(letter * SIZE_IN_LETTERS, room.width()), min(line * SIZE_IN_LINES, room.height())
        )

    def _connect(self) -> None:
        self._allow(False)
        self._table.picked.connect(self._show_values)
        self._one.clicked.connect(lambda: self._plan(onwards=False))
        self._all.clicked.connect(lambda: self._plan(onwards=True))
        self._close.clicked.connect(self.reject)

    def _show(self, look: EntryLook) -> None:
        self._title.setText(look.entry.summary)
        self._words.setText(entry_words(look.entry))
        self._table.rows.set_ids(look.rows)
        self._table.go_to_first()
        self._table.setFocus()
        self._problem.say(rests_words(look.plan))
        self._allow(look.entry.undoes is None and not look.entry.stays)
        self._one.setEnabled(self._one.isEnabled() and look.plan.problem is None)
        self.shown.emit()
        if self._asks and self._one.isEnabled():
            self._plan(onwards=False)

    def _allow(self, is_allowed: bool) -> None:
        file = self._desk.file
        can_write = file is not None and file.only_read is None
        for each in (self._one, self._all):
            each.setEnabled(is_allowed and can_write)

    def _fetch(self, ids: Sequence[int], take: Callable[..., Any], lost: Lost) -> None:
        self._desk.ask(entry_rows, take, lambda _error: lost(), list(ids))

    def _show_values(self) -> None:
        at = self._table.current_id()
        row = None if at is None else self._table.rows.row_of(at)
        self._values = () if row is None else row.cells
        self._cells.rows.set_ids(range(len(self._values)))

    def _plan(self, *, onwards: bool) -> None:
        self._allow(False)
        ask = partial(self._ask, onwards=onwards)
        self._desk.ask(plan_taking_back, ask, self._refused, self._id, onwards=onwards)

    def _ask(self, plan: RevertPlan, *, onwards: bool) -> None:
        self._allow(True)
        self._problem.say(rests_words(plan))
        if plan.problem is not None:
            return
        many = f"{number(len(plan.entries))} việc" if onwards else "việc này"
        question = Question("Lấy lại", question_words(plan), f"&Lấy lại {many}", self)
        question.accepted.connect(partial(self._take_back, onwards))
        question.open()

    def _take_back(self, onwards: bool) -> None:
        self._allow(False)

        def call(task: Task) -> str:
            from models.journal.reverting import take_back

            return take_back(task.file, self._id, onwards=onwards, step=task.report)

        work = Work(call, self._taken, self._refused, words="Đang lấy lại", writes=True)
        self._desk.run(work)

    def _taken(self, summary: str) -> None:
        words = f"Đã {summary[:1].lower()}{summary[1:]}. Ctrl+Z để hoàn tác."
        self._desk.noticed.emit(Notice(words, tone=Tone.DONE))
        self.accept()

    def _refused(self, error: AppError) -> None:
        self._allow(True)
        self._problem.refuse(error)
