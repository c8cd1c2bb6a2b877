"""Who may stand twice: pairs on the left, the two entries field by field on the right."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QDialog, QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from models.errors import AppError
from models.journal.replay import undo
from models.text.formats import number
from ui.calls.duplicates import find, merge, tell_apart
from ui.desk import Desk
from ui.duplicates.fields import COLUMNS, FieldLine, field_lines
from ui.duplicates.pairs import COLUMNS as PAIR_COLUMNS
from ui.duplicates.pairs import PairLine, names, reasons
from ui.table.data_table import DataTable
from ui.table.held import held_rows
from ui.table.rows_model import RowsModel
from ui.theme.letters import SideSplitter
from ui.theme.pieces import button, label

if TYPE_CHECKING:
    from models.roster.doubles import Double

TITLE = "Người có thể trùng"
HINT = (
    "Phím 1: gộp làm một; 2: không phải một người; 3: để sau. "
    "Ở bảng bên phải, ← → chọn giá trị giữ lại. Ctrl+Z lấy lại việc vừa làm."
)
SIZE_IN_LETTERS, SIZE_IN_LINES = 205, 44
SIDE_LETTERS = 54
SCREEN_SHARE = 0.94


class DuplicatesDialog(QDialog):
    """Shown with `open()`. `shown` tells that the pairs were looked for and stand there."""

    shown = Signal()

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("duplicates-dialog")
        self.setWindowTitle(TITLE)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self._desk = desk
        self._pairs: tuple[Double, ...] = ()
        self._from_second: dict[str, bool] = {}
        self._fields: list[FieldLine] = []
        self._current: tuple[int, int] | None = None
        self._done = 0
        self._make()
        self._lay_out()
        self._connect()
        self._find()

    def _make(self) -> None:
        pairs = RowsModel(PAIR_COLUMNS, held_rows(self, self._pair_line), self)
        self._list = DataTable(pairs, "duplicate-pairs")
        self._list.setObjectName("pairs")
        self._list.setAccessibleName("Những cặp có thể là một người")
        fields = RowsModel(COLUMNS, held_rows(self, self._field_line), self)
        self._sides = DataTable(fields, "duplicate-fields")
        self._sides.setObjectName("fields")
        self._sides.setAccessibleName("Hai người đặt cạnh nhau")
        self._count = label("Đang tìm…", "muted", wrap=True)
        self._count.setObjectName("count")
        self._why = label("", "attention", wrap=True)
        self._why.setObjectName("why")
        self._problem = label("", "attention", wrap=True)
        self._problem.setObjectName("problem")
        self._acts: list[QPushButton] = []

    def _lay_out(self) -> None:
        right = QWidget()
        column = QVBoxLayout(right)
        column.setContentsMargins(8, 0, 0, 0)
        column.addWidget(self._why)
        column.addWidget(self._sides, 1)
        halves = SideSplitter(0, SIDE_LETTERS)
        halves.set_halves(self._list, right)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(24, 20, 24, 20)
        whole.setSpacing(10)
        whole.addWidget(label(TITLE, "title", wrap=True))
        whole.addWidget(self._count)
        whole.addWidget(halves, 1)
        whole.addWidget(label(HINT, "muted", wrap=True))
        whole.addWidget(self._problem)
        whole.addLayout(self._foot())
        letter, line = self.fontMetrics().averageCharWidth(), self.fontMetrics().height()
        room = self.screen().availableGeometry().size() * SCREEN_SHARE
        self.resize(
            min(letter * SIZE_IN_LETTERS, room.width()), min(line * SIZE_IN_LINES, room.height())
        )

    def _foot(self) -> QHBoxLayout:
        foot = QHBoxLayout()
        foot.setSpacing(8)
        close = button("Đóng", "keep")
        close.clicked.connect(self.reject)
        foot.addWidget(close)
        foot.addStretch(1)
        for words, name, key, deed in (
            ("Để sau", "skip", "3", self._skip),
            ("Không phải một người", "apart", "2", self._tell_apart),
            ("Gộp làm một", "merge", "1", self._merge),
        ):
            made = button(f"{words} ({key})", name, primary=name == "merge")
            made.clicked.connect(deed)
            for table in (self._list, self._sides):
                shortcut = QShortcut(QKeySequence(key), table)
                shortcut.setContext(Qt.ShortcutContext.WidgetShortcut)
                shortcut.activated.connect(made.click)
            self._acts.append(made)
            foot.addWidget(made)
        for each in (close, *self._acts):
            each.setAutoDefault(False)
        return foot

    def _connect(self) -> None:
        self._list.picked.connect(self._show_pair)
        for arrow, second in ((Qt.Key.Key_Left, False), (Qt.Key.Key_Right, True)):
            shortcut = QShortcut(QKeySequence(arrow), self._sides)
            shortcut.setContext(Qt.ShortcutContext.WidgetShortcut)
            shortcut.activated.connect(partial(self._choose, second))
        self._sides.doubleClicked.connect(self._choose_clicked)
        undoing = QShortcut(QKeySequence(QKeySequence.StandardKey.Undo), self)
        undoing.activated.connect(self._undo)

    def _find(self) -> None:
        self._desk.ask(find, self._show, self._refused)

    def _show(self, pairs: tuple[Double, ...]) -> None:
        self._pairs = pairs
        words = f"{number(len(pairs))} cặp cần xem" if pairs else "Không còn ai có thể trùng"
        self._count.setText(f"{words}.")
        self._list.empty_title = "Không có ai trùng"
        self._list.empty_hint = "Mỗi người trong danh sách chỉ có một mục."
        self._list.rows.set_ids(range(len(pairs)))
        if pairs and self._list.current_id() is None:
            self._list.go_to(0)
        self._show_pair()
        self.shown.emit()

    def _pair_line(self, at: int) -> PairLine:
        return PairLine(at, self._pairs[at])

    def _field_line(self, at: int) -> FieldLine:
        return self._fields[at]

    def _pair(self) -> Double | None:
        at = self._list.current_id()
        return self._pairs[at] if at is not None and at < len(self._pairs) else None

    def _show_pair(self) -> None:
        pair = self._pair()
        for act in self._acts:
            act.setEnabled(pair is not None)
        if pair is None or pair.key != self._current:
            self._current = pair.key if pair else None
            self._from_second = {}
        self._why.setText(f"{names(pair)}: {reasons(pair)}" if pair else "")
        self._fields = field_lines(pair.first, pair.second, self._from_second) if pair else []
        self._sides.rows.set_ids(range(len(self._fields)))

    def _choose(self, second: bool) -> None:
        at = self._sides.current_id()
        if at is not None and self._fields[at].open:
            self._from_second[self._fields[at].key] = second
            self._show_pair()

    def _choose_clicked(self) -> None:
        at = self._sides.current_id()
        column = self._sides.currentIndex().column()
        if at is not None and column in (1, 2):
            self._choose(column == 2)

    def _merge(self) -> None:
        pair = self._pair()
        if pair is not None:
            self._set_busy()
            done = partial(self._did, f"Đã gộp {names(pair)} làm một.")
            chosen = dict(self._from_second)
            self._desk.ask(merge, done, self._refused, *pair.key, chosen)

    def _tell_apart(self) -> None:
        pair = self._pair()
        if pair is not None:
            self._set_busy()
            done = partial(self._did, f"Đã ghi nhớ: {names(pair)} không phải một người.")
            self._desk.ask(tell_apart, done, self._refused, *pair.key)

    def _set_busy(self) -> None:
        for act in self._acts:
            act.setEnabled(False)

    def _did(self, words: str, _answer: None) -> None:
        self._done += 1
        self._problem.setText(f"{words} Nhấn Ctrl+Z để lấy lại.")
        self._current = None
        self._find()

    def _undo(self) -> None:
        """Take back what was done here; what was done before stays for the window's own undo."""
        if self._done:
            self._done -= 1
            self._desk.ask(undo, self._undone, self._refused)

    def _undone(self, summary: str | None) -> None:
        self._problem.setText(
            f"Đã hoàn tác: {summary[:1].lower()}{summary[1:]}." if summary else ""
        )
        self._find()

    def _skip(self) -> None:
        """Go on to the next pair; this one stays in the list."""
        at = self._list.current_id()
        if at is not None and self._pairs:
            self._list.go_to((at + 1) % len(self._pairs))

    def _refused(self, error: AppError) -> None:
        self._problem.setText(str(error))
        self._show_pair()
