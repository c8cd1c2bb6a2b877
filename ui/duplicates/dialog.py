"""Who may stand twice: pairs on the left, the two entries field by field on the right."""

from __future__ import annotations

from collections.abc import Mapping
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QDialog, QWidget

from models.errors import AppError
from models.text.formats import number
from ui.calls.duplicates import duplicate_pairs, merge_duplicates, tell_apart, undo_last
from ui.deciding.answers import Answer
from ui.deciding.table import DecisionTable
from ui.desk import Desk
from ui.duplicates.beside import PairFields
from ui.duplicates.pairs import FromSecond, Pairs, pair_names
from ui.error_line import ErrorLine
from ui.theme.footer import dialog_column, footer
from ui.theme.pieces import button, label

if TYPE_CHECKING:
    from models.roster.doubles import Double

TITLE = "Người có thể trùng"
SIZE_IN_LETTERS, SIZE_IN_LINES = 205, 44
SIDE_LETTERS = 48
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
        self._steps: list[int] = []
        self._count = label("Đang tìm…", "muted", wrap=True, name="count")
        self._said = label("", "muted", wrap=True, name="duplicates-said")
        self._problem = ErrorLine()
        self._flow = Pairs(self._do, self._undo)
        self._table = DecisionTable(self._flow, PairFields(self._flow), side_letters=SIDE_LETTERS)
        self._table.table.setAccessibleName("Những cặp có thể là một người")
        self._lay_out()
        undoing = QShortcut(QKeySequence(QKeySequence.StandardKey.Undo), self)
        undoing.activated.connect(self._undo)
        self._find()

    def _lay_out(self) -> None:
        close = button("Đóng", "keep")
        close.clicked.connect(self.reject)
        whole = dialog_column(self)
        whole.addWidget(label(TITLE, "title", wrap=True))
        whole.addWidget(self._count)
        whole.addWidget(self._table, 1)
        whole.addWidget(self._problem)
        whole.addLayout(footer(act=None, leave=close, says=self._said))
        letter, line = self.fontMetrics().averageCharWidth(), self.fontMetrics().height()
        room = self.screen().availableGeometry().size() * SCREEN_SHARE
        self.resize(
            min(letter * SIZE_IN_LETTERS, room.width()), min(line * SIZE_IN_LINES, room.height())
        )

    def _find(self) -> None:
        self._desk.ask(duplicate_pairs, self._show, self._refused)

    def _show(self, pairs: tuple[Double, ...]) -> None:
        self._flow.take(pairs)
        words = f"{number(len(pairs))} cặp cần quyết định" if pairs else "Không còn ai có thể trùng"
        self._count.setText(f"{words}.")
        self._table.refresh()
        if pairs and self._table.table.current_id() is None:
            self._table.table.go_to_first()
        self.shown.emit()

    def _do(self, answer: Answer, decisions: Mapping[int, FromSecond]) -> None:
        pairs = [self._flow.pairs[each] for each in decisions]
        keys = {pair.key: choice for pair, choice in zip(pairs, decisions.values(), strict=True)}
        who = pair_names(pairs[0]) if len(pairs) == 1 else f"{number(len(pairs))} cặp"
        if answer is Answer.THIS:
            done = partial(self._did, f"Đã gộp {who} làm một.")
            self._desk.ask(merge_duplicates, done, self._refused, keys)
        else:
            done = partial(self._did, f"Đã ghi nhớ: {who} không phải một người.")
            self._desk.ask(tell_apart, done, self._refused, tuple(keys))

    def _did(self, words: str, changes: int) -> None:
        self._steps.append(changes)
        self._say(f"{words} Nhấn Ctrl+Z để lấy lại.")
        self._find()

    def _undo(self) -> None:
        """Take back what was done here; what was done before stays for the window's own undo."""
        if self._steps:
            self._desk.ask(undo_last, self._undone, self._refused, self._steps.pop())

    def _undone(self, summary: str | None) -> None:
        self._say(f"Đã hoàn tác: {summary[:1].lower()}{summary[1:]}." if summary else "")
        self._find()

    def _say(self, words: str) -> None:
        self._problem.say("")
        self._said.setText(words)

    def _refused(self, error: AppError) -> None:
        self._flow.made.clear()
        self._said.clear()
        self._problem.refuse(error)
        self._table.refresh()
