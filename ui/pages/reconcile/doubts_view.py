"""Marks that the platform has lost, or that came of a wrong match: kept or taken away by key."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from models.records import Mark
from models.records.doubts import DoubtfulMark
from models.text.formats import number, short_date
from models.text.phones import display_phone
from ui.importing.boxes import BoxTab
from ui.table.column import A_DAY, A_PHONE, Column, Kind
from ui.theme.pieces import button, label

HINT = (
    "Kết quả của những người này vẫn được tính cho tới khi cán bộ quyết định. Chọn một hoặc nhiều "
    "dòng rồi nhấn phím 1 để giữ kết quả, phím 2 để bỏ đánh dấu; Ctrl+Z để hoàn tác."
)
MARK_WORDS = {Mark.REGISTERED: "Đã đăng ký", Mark.COMPLETED: "Đã hoàn thành"}
KEEP, UNMARK = "1", "2"
NO_LINE = "Hãy chọn ít nhất một dòng trước."


COLUMNS: tuple[Column[DoubtfulMark], ...] = (
    Column("name", "Họ và tên", 24, lambda each: each.name, Kind.STRONG),
    Column("mark", "Kết quả", 15, lambda each: MARK_WORDS[each.mark], Kind.WARNING),
    Column("marked", "Ngày ghi", 12, lambda each: short_date(each.marked_on), never_cut=A_DAY),
    Column("unit", "Đơn vị", 28, lambda each: each.unit, tooltip=lambda each: each.unit),
    Column("phone", "Điện thoại", 14, lambda each: display_phone(each.phone), never_cut=A_PHONE),
    Column("since", "Từ ngày", 12, lambda each: short_date(each.since), never_cut=A_DAY),
    Column("why", "Lý do", 44, lambda each: each.why, Kind.QUIET, tooltip=lambda each: each.why),
)


class DoubtsView(QWidget):
    """`kept` and `unmarked` carry the ids of the people whose lines are selected."""

    kept = Signal(object)
    unmarked = Signal(object)

    def __init__(self) -> None:
        super().__init__()
        self._marks: dict[int, DoubtfulMark] = {}
        self._tab = BoxTab("doubts", HINT, COLUMNS, (), lambda each: self._marks[each])
        self._tab.table.empty_title = "Không có kết quả nào cần quyết định"
        self._said = label("", "attention")
        self._said.setObjectName("doubts-problem")
        acts = QHBoxLayout()
        for key, name, words, deed in (
            (KEEP, "doubts-keep", "Giữ kết quả", self._keep),
            (UNMARK, "doubts-unmark", "Bỏ đánh dấu", self._unmark),
        ):
            made = button(f"{words} ({key})", name)
            made.clicked.connect(deed)
            shortcut = QShortcut(QKeySequence(key), self._tab.table)
            shortcut.setContext(Qt.ShortcutContext.WidgetShortcut)
            shortcut.activated.connect(deed)
            acts.addWidget(made)
        acts.addWidget(self._said, 1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self._tab, 1)
        column.addLayout(acts)

    def show_marks(self, marks: Sequence[DoubtfulMark]) -> None:
        """Show these in place of the ones before."""
        self._marks = {each.id: each for each in marks}
        self._said.setText("")
        self._tab.table.rows.set_ids(tuple(self._marks))

    def take_focus(self) -> None:
        """Let the keys act on the lines."""
        self._tab.table.setFocus(Qt.FocusReason.OtherFocusReason)

    def _keep(self) -> None:
        if chosen := self._chosen():
            self.kept.emit(chosen)

    def _unmark(self) -> None:
        if chosen := self._chosen():
            self.unmarked.emit(chosen)

    def _chosen(self) -> list[int]:
        chosen = [each for each in self._tab.table.selected_ids() if each in self._marks]
        self._said.setText("" if chosen else NO_LINE)
        return chosen


def kept_words(count: int) -> str:
    """What was done with the marks that stay."""
    return f"Đã giữ kết quả của {number(count)} người. Ctrl+Z để hoàn tác."


def unmarked_words(count: int) -> str:
    """What was done with the marks that went."""
    return f"Đã bỏ đánh dấu {number(count)} người. Ctrl+Z để hoàn tác."
