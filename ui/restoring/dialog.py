"""Khôi phục…: all kept copies, what differs from now, and the ways to take one of them."""

from __future__ import annotations

from functools import partial
from pathlib import Path

from PySide6.QtCore import Qt, QTimer, Signal, SignalInstance
from PySide6.QtWidgets import QDialog, QFileDialog, QListWidget, QWidget

from models.errors import AppError
from models.records.kept_copies import SecondPlace
from models.store.copies import backup_folder
from models.text.formats import number
from ui.calls.restoring import (
    CopiesLook,
    CopyCompared,
    CopyLoss,
    act_moment,
    compared_words,
    copies_folder,
    copies_look,
    copy_compared,
    copy_loss,
    loss_words,
)
from ui.desk import Desk
from ui.error_line import ErrorLine
from ui.restoring.columns import COPY_COLUMNS, CopyLine, copy_lines
from ui.start.files import DATA_FILTER
from ui.table.data_table import FEW_LINES, ROW_AIR, DataTable
from ui.table.held import held_rows
from ui.table.rows_model import RowsModel
from ui.theme.footer import SPACING, dialog_column, footer
from ui.theme.letters import fit_to_screen, keep_in_letters
from ui.theme.pieces import button, column_in, label, link, named, roomy, show_words
from ui.work import Task, Work

TITLE = "Khôi phục từ bản sao lưu"
HINT = (
    "Chọn một bản để xem khác gì so với hiện có. Trước khi thay, dữ liệu hiện có được sao lưu, nên "
    "khôi phục xong vẫn hoàn tác được."
)
NONE = "Chưa có bản sao lưu nào của tệp này"
NONE_HINT = "Nếu đã chép bản sao lưu ra USB hoặc máy khác, hãy bấm “Chọn tệp khác…”."
LETTERS, LINES, SHARE = 184, 36, 0.94
LEAST_LINES = 4
PAUSE_MS = 150
"""So long nobody must move before a copy is opened for its counts."""


class RestoreDialog(QDialog):
    """Shown with `open()`. Each signal carries the path of a copy: to take it, to look at it, or
    one that was chosen elsewhere and is to be asked about. `shown` tells that the list is there."""

    wanted = Signal(object)
    viewed = Signal(object)
    chosen = Signal(object)
    shown = Signal()

    def __init__(self, desk: Desk, data: Path, place: SecondPlace | None, parent: QWidget) -> None:
        super().__init__(parent)
        self.setObjectName("restore")
        self.setWindowTitle(TITLE)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self._desk, self._data, self._place = desk, data, place
        self._lines: dict[int, CopyLine] = {}
        self._told: dict[Path, CopyLoss] = {}
        self._compared: dict[Path, CopyCompared] = {}
        self._count = label("Đang tìm các bản sao lưu…", "muted", wrap=True, name="restore-count")
        self._table = DataTable(
            RowsModel(COPY_COLUMNS, held_rows(self, lambda at: self._lines[at]), self), "restore"
        )
        named(self._table, "restore-copies", "Các bản sao lưu")
        self._loss = label("", "heading", wrap=True, name="restore-loss")
        self._figures = label("", wrap=True, name="restore-figures")
        self._more = link("", "restore-more")
        self._acts = named(QListWidget(), "restore-acts", "Các việc sau bản này")
        self._problem = ErrorLine()
        self._other = button("&Chọn tệp khác…", "restore-other")
        self._view = button("C&hỉ xem", "restore-view")
        self._close = button("Đóng", "keep")
        self._take = button("&Khôi phục…", "restore-take", primary=True)
        self._lay_out()
        self._connect()
        self._pick()
        desk.run(Work(self._look, self._show, self._unseen))

    def _lay_out(self) -> None:
        self._acts.setMaximumHeight(self.fontMetrics().height() * 9)
        self._acts.hide()
        self._more.setCheckable(True)
        self._table.lines_wanted = FEW_LINES
        for each in (self._table, self._acts):
            keep_in_letters(each, least_lines=LEAST_LINES, air=ROW_AIR)
        inside = QWidget()
        column = column_in(inside, SPACING)
        column.addWidget(label(HINT, "muted", wrap=True))
        column.addWidget(self._table, 1)
        detail: tuple[QWidget, ...] = (
            self._count, self._loss, self._figures, self._more, self._acts
        )  # fmt: skip
        for part in detail:
            column.addWidget(part)
        whole = dialog_column(self)
        whole.addWidget(label(TITLE, "title"))
        # In large text all of it together is higher than a screen.
        whole.addWidget(roomy(inside), 1)
        whole.addWidget(self._problem)
        others = (self._view, self._other)
        whole.addLayout(footer(act=self._take, leave=self._close, others=others))
        fit_to_screen(self, LETTERS, LINES, SHARE)

    def _connect(self) -> None:
        self._table.empty_title, self._table.empty_hint = NONE, NONE_HINT
        self._late = QTimer(self, singleShot=True, interval=PAUSE_MS)
        self._late.timeout.connect(self._ask)
        self._table.picked.connect(self._pick)
        self._table.opened.connect(lambda _id: self._leave_by(self.wanted))
        self._more.toggled.connect(self._acts.setVisible)
        self._take.clicked.connect(lambda: self._leave_by(self.wanted))
        self._view.clicked.connect(lambda: self._leave_by(self.viewed))
        self._other.clicked.connect(self._choose_other)
        self._close.clicked.connect(self.reject)

    def _look(self, task: Task) -> CopiesLook:
        return copies_look(self._data, task.file if task.has_file else None, self._place)

    def _show(self, look: CopiesLook) -> None:
        second = copies_folder(look.second) if look.second is not None else None
        lines = copy_lines(look.copies, second, self._desk.now())
        self._lines = {each.id: each for each in lines}
        self._table.rows.set_ids(list(self._lines))
        proven = sum(each.copy.proven_at is not None for each in look.copies)
        words = f"{number(len(lines))} bản, {number(proven)} bản đã thử khôi phục."
        if self._place is not None and look.second is None:
            words += f" Chưa thấy {self._place.words}: cắm vào rồi mở lại để xem các bản ở đó."
        self._count.setText(words)
        if lines:
            self._table.go_to_first()
            self._table.setFocus()
        self._pick()
        self.shown.emit()

    def _unseen(self, error: AppError) -> None:
        self._count.clear()
        self._problem.refuse(error)

    def _unknown(self, path: Path, error: AppError) -> None:
        if path == self._path():
            self._problem.refuse(error)

    def _path(self) -> Path | None:
        line = self._lines.get(self._table.current_id() or 0)
        return line.beside.copy.path if line is not None else None

    def _pick(self) -> None:
        path = self._path()
        self._problem.say("")
        for each in (self._take, self._view):
            each.setEnabled(path is not None)
        loss = self._told.get(path) if path is not None else None
        line = self._lines.get(self._table.current_id() or 0)
        count = line.beside.later if line is not None else None
        # A copy that its seal does not place in the history is opened first.
        self._show_loss(loss or CopyLoss(None, count), there=loss is not None or count is not None)
        found = self._compared.get(path) if path is not None else None
        show_words(self._figures, compared_words(found) if found is not None else "")
        if path is not None and found is None:
            self._late.start()

    def _show_loss(self, loss: CopyLoss, *, there: bool) -> None:
        show_words(self._loss, loss_words(loss) if there else "")
        many = len(loss.acts)
        words = f"{number(many)} việc" + (" gần nhất" if loss.lost != many else "")
        self._more.setText(f"Xem {words} sẽ không còn")
        self._more.setVisible(bool(many))
        if not many:
            self._more.setChecked(False)
        self._acts.clear()
        self._acts.addItems(
            [f"{act_moment(each.at)} · {each.summary} · {each.who}" for each in loss.acts]
        )

    def _ask(self) -> None:
        """What there is to know of the copy on which the cursor stays."""
        path = self._path()
        if path is None or path in self._compared:
            return
        clock, data = self._desk.clock, self._data

        def ask(task: Task) -> tuple[CopyLoss, CopyCompared]:
            file = task.file if task.has_file else None
            return copy_loss(data, file, path, clock), copy_compared(data, file, path, clock)

        self._desk.run(Work(ask, partial(self._known, path), partial(self._unknown, path)))

    def _known(self, path: Path, found: tuple[CopyLoss, CopyCompared]) -> None:
        self._told[path], self._compared[path] = found
        if path == self._path():
            self._pick()

    def _leave_by(self, way: SignalInstance) -> None:
        path = self._path()
        if path is not None:
            self.accept()
            way.emit(path)

    def _choose_other(self) -> None:
        folder = str(backup_folder(self._data))
        name, _ = QFileDialog.getOpenFileName(self, "Chọn bản sao lưu", folder, DATA_FILTER)
        if name:
            self.accept()
            self.chosen.emit(Path(name))
