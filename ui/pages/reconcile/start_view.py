"""Before a file has come: what to do, what was reconciled before, and the slips still open."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from models.records import ChangeEntry
from models.text.formats import number
from ui.table.column import Column, Kind
from ui.table.data_table import DataTable
from ui.table.held import held_rows
from ui.table.rows_model import RowsModel
from ui.theme.pieces import button, card, label, link

WHAT_TO_DO = (
    "Kéo thả tệp xuất từ nền tảng hoặc của thành phố vào đây, hoặc chép bảng rồi nhấn Ctrl+V."
)
ANY_SHAPE = (
    "Mỗi dòng một người hay một lượt thi đều được; chỉ có tài khoản, số điện thoại hoặc họ tên "
    "cũng được. Không ai bị bỏ dấu chỉ vì tệp không nhắc đến."
)


def _when(entry: ChangeEntry) -> str:
    return f"{entry.at:%d/%m/%Y %H:%M}"


COLUMNS: tuple[Column[ChangeEntry], ...] = (
    Column("at", "Thời điểm", 18, _when),
    Column("what", "Kết quả", 80, lambda entry: entry.summary, Kind.STRONG, fills=True),
    Column("who", "Người thực hiện", 20, lambda entry: entry.who, Kind.QUIET),
)


class StartView(QWidget):
    """`choose` and `paste` are asked for by buttons; `slips` leads to the open slips."""

    choose = Signal()
    paste = Signal()
    slips = Signal()

    def __init__(self) -> None:
        super().__init__()
        self._entries: dict[int, ChangeEntry] = {}
        self._choose = button("&Chọn tệp…", "reconcile-choose", primary=True)
        self._paste = button("Dán (Ctrl+V)", "reconcile-paste")
        self._slips = link("", "reconcile-slips")
        self._slips.hide()
        self._choose.clicked.connect(self.choose)
        self._paste.clicked.connect(self.paste)
        self._slips.clicked.connect(self.slips)
        model = RowsModel(COLUMNS, held_rows(self, lambda each: self._entries[each]), self)
        self._table = DataTable(model, "reconcile-earlier")
        self._table.setObjectName("reconcile-earlier")
        self._table.setAccessibleName("Các lần đối soát trước")
        self._table.empty_title = "Chưa đối soát lần nào"
        self._table.empty_hint = "Mỗi lần ghi kết quả sẽ có một dòng ở đây."
        self._lay_out()

    def _lay_out(self) -> None:
        paper = card()
        words = label(WHAT_TO_DO, "heading", wrap=True)
        words.setAlignment(Qt.AlignmentFlag.AlignCenter)
        more = label(ANY_SHAPE, "muted", wrap=True)
        more.setAlignment(Qt.AlignmentFlag.AlignCenter)
        acts = QHBoxLayout()
        acts.addStretch(1)
        acts.addWidget(self._choose)
        acts.addWidget(self._paste)
        acts.addStretch(1)
        inside = QVBoxLayout(paper)
        inside.setContentsMargins(24, 20, 24, 20)
        inside.setSpacing(10)
        inside.addWidget(words)
        inside.addWidget(more)
        inside.addLayout(acts)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        column.addWidget(paper)
        column.addWidget(self._slips)
        column.addWidget(label("Các lần đối soát trước", "heading"))
        column.addWidget(self._table, 1)

    def show_earlier(self, entries: Sequence[ChangeEntry], slips: int) -> None:
        """Show what was done before, and how many slips are open."""
        self._entries = {entry.id: entry for entry in entries}
        self._table.rows.set_ids(tuple(self._entries))
        self._slips.setText(f"{number(slips)} phiếu sửa đơn vị đang mở")
        self._slips.setVisible(bool(slips))

    def take_focus(self) -> None:
        """Enter chooses a file."""
        self._choose.setFocus(Qt.FocusReason.OtherFocusReason)
