"""Who was recognised, as a table that is decided by key, with the two sides below it."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from models.marking.records import Recognised, Recognition, Standing
from models.records import Mark
from ui.marking.columns import COLUMNS, Line
from ui.marking.decisions import Choice, Decision, Decisions
from ui.marking.sides import Sides
from ui.table.data_table import DataTable
from ui.table.held import held_rows
from ui.table.rows_model import RowsModel
from ui.theme.pieces import button, label

KEYS: tuple[tuple[str, Choice | None, str], ...] = (
    ("1", Choice.SAME, "Là người này"),
    ("2", Choice.NOBODY, "Không phải ai ở đây"),
    ("3", Choice.SKIP, "Bỏ qua"),
    ("0", None, "Xóa quyết định"),
)
KEYS_HINT = "Phím 1, 2, 3, 0 ở bảng để quyết định; ← → chọn giữa những người giống."
_ORDER = (Standing.UNCERTAIN, Standing.NOT_FOUND, Standing.SURE)


class Preview(QWidget):
    """`decided` tells that a decision was made or taken back."""

    decided = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.decisions = Decisions()
        self._mark = Mark.REGISTERED
        self._items: dict[int, Recognised] = {}
        self._ids: list[int] = []
        model = RowsModel(COLUMNS, held_rows(self, self._line), self)
        self.table = DataTable(model, "mark-text")
        self.table.setObjectName("mark-lines")
        self.table.setAccessibleName("Những người nhận ra trong văn bản")
        self.table.empty_title = "Chưa có ai"
        self.table.empty_hint = "Dán tin nhắn, danh sách hoặc gõ họ tên, số điện thoại ở bên trái."
        self.table.picked.connect(self._show_current)
        self.sides = Sides()
        self._buttons: list[QPushButton] = []
        self._add_keys()
        self._lay_out()

    def _add_keys(self) -> None:
        for key, choice, words in KEYS:
            self._on_key(key, partial(self.decide, choice))
            made = button(f"{words} ({key})", f"decide-{choice or 'none'}")
            made.setAutoDefault(False)
            made.clicked.connect(partial(self.decide, choice))
            self._buttons.append(made)
        for arrow, step in ((Qt.Key.Key_Right, 1), (Qt.Key.Key_Left, -1)):
            self._on_key(arrow, partial(self.sides.turn, step))

    def _on_key(self, key: str | Qt.Key, deed: partial[None]) -> None:
        shortcut = QShortcut(QKeySequence(key), self.table)
        shortcut.setContext(Qt.ShortcutContext.WidgetShortcut)
        shortcut.activated.connect(deed)

    def _lay_out(self) -> None:
        acts = QHBoxLayout()
        acts.setSpacing(8)
        for each in self._buttons:
            acts.addWidget(each)
        acts.addStretch(1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        column.addWidget(self.table, 3)
        column.addWidget(self.sides, 2)
        column.addLayout(acts)
        column.addWidget(label(KEYS_HINT, "muted", wrap=True))

    def show_recognition(self, recognition: Recognition) -> None:
        """Show a text that has been read anew; decisions about what is still there stand."""
        self.decisions.take(recognition)
        self._items = {each.id: each for each in recognition.found}
        found = sorted(recognition.found, key=lambda each: _ORDER.index(each.standing))
        self._ids = [each.id for each in found]
        self._refresh()

    def show_mark(self, mark: Mark) -> None:
        """Another mark is wanted."""
        self._mark = mark
        self._refresh()

    def _refresh(self) -> None:
        self.table.rows.set_ids(self._ids)
        self._show_current()

    def _line(self, item_id: int) -> Line:
        item = self._items[item_id]
        decision, chosen = self.decisions.of(item), self.decisions.chosen(item)
        return Line(item_id, item, self._mark, decision, chosen)

    def _current(self) -> Recognised | None:
        current = self.table.current_id()
        return None if current is None else self._items.get(current)

    def _show_current(self) -> None:
        item = self._current()
        decision = self.decisions.of(item) if item else None
        self.sides.show_item(item, self._mark, decision)
        for made in self._buttons:
            made.setEnabled(item is not None)
        self._buttons[0].setEnabled(item is not None and bool(item.suggestions))

    def decide(self, choice: Choice | None, *_clicked: object) -> None:
        """Decide about the current line and go on to the next that is open."""
        item = self._current()
        if item is None or (choice is Choice.SAME and not item.suggestions):
            return
        self.decisions.decide(item, self._decision(item, choice))
        self._refresh()
        if choice is not None:
            self._go_on(item)
        self.decided.emit()

    def _decision(self, item: Recognised, choice: Choice | None) -> Decision | None:
        if choice is not Choice.SAME:
            return None if choice is None else Decision(choice)
        return Decision(choice, item.suggestions[self.sides.chosen()].person_id)

    def _go_on(self, item: Recognised) -> None:
        at = self._ids.index(item.id)
        following = [*self._ids[at + 1 :], *self._ids[:at]]
        undecided = (each for each in following if self.decisions.is_open(self._items[each]))
        self.table.go_to(next(undecided, item.id))

    def open_lines(self) -> list[Recognised]:
        """What would stay unmarked: still open, or found nowhere."""
        return [
            item
            for each in self._ids
            if self.decisions.is_open(item := self._items[each])
            or (item.standing is Standing.NOT_FOUND and self.decisions.of(item) is None)
        ]
