"""Before a file has come: what to do, what was reconciled before, and the slips still open."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from models.contests.mark_names import USUAL_NAMES, MarkNames
from models.reconcile.records import BOX_NAMES, Box, EarlierFile
from models.text.formats import number, short_date
from ui.table.column import A_MOMENT, Column, Kind
from ui.table.few_lines import table_beside
from ui.theme.pieces import button, card, column_in, label, link

WHAT_TO_DO = (
    "Kéo thả tệp xuất từ nền tảng hoặc của thành phố vào đây, hoặc sao chép bảng rồi nhấn Ctrl+V."
)
ANY_SHAPE = (
    "Mỗi dòng một người hay một lượt thi đều được; chỉ có tài khoản, số điện thoại hoặc họ tên "
    "cũng được. Người không có trong tệp vẫn giữ nguyên kết quả."
)

LACKING = "Thiếu"
EMPTY = ("Chưa đối soát lần nào", "Mỗi lần ghi kết quả sẽ có một dòng ở đây.")
FILE_LETTERS, COUNT_LETTERS = 10, 5


def _when(file: EarlierFile) -> str:
    return f"{file.at:%d/%m/%Y %H:%M}"


def _file(file: EarlierFile) -> str:
    """ "ketqua.xlsx", with the units when it spoke of some only."""
    if not file.units:
        return file.file_name
    more = len(file.units) - 1
    rest = f" và {number(more)} đơn vị khác" if more else ""
    return f"{file.file_name} (chỉ {file.units[0]}{rest})"


def _told(file: EarlierFile) -> str:
    units = f"\nChỉ tính: {'; '.join(file.units)}" if file.units else ""
    return (
        f"{file.file_name}: {number(file.rows)} dòng, {number(file.accounts)} người trên nền tảng; "
        f"trong danh sách {number(file.registered)} đã đăng ký, "
        f"{number(file.completed)} đã hoàn thành.{units}"
    )


def _count_of(box: Box) -> Callable[[EarlierFile], str]:
    sign = "⚠ " if box is Box.REGRESSED else ""
    return lambda file: (sign if file.boxes[box] else "") + number(file.boxes[box])


def _count_column(box: Box) -> Column[EarlierFile]:
    return Column(
        box.value,
        EARLIER_NAMES.get(box, BOX_NAMES[box]),
        COUNT_LETTERS,
        _count_of(box),
        Kind.NUMBER,
        tooltip=lambda _file: BOX_NAMES[box],
    )


EARLIER_NAMES = {
    Box.NOT_ON_ROSTER: "Ngoài danh sách",
    Box.REGRESSED: "Nay không có",
}
"""Short, so that all six numbers stand in a narrow window; the tip has the whole name."""
COLUMNS: tuple[Column[EarlierFile], ...] = (
    Column("at", "Thời điểm", 19, _when, never_cut=A_MOMENT),
    Column("what", "Tệp", FILE_LETTERS, _file, Kind.STRONG, tooltip=_told, fills=True),
    *(_count_column(box) for box in Box),
    Column("as-of", "Số liệu đến", 12, lambda file: short_date(file.as_of)),
    Column("who", "Người ghi", 12, lambda file: file.who, Kind.QUIET),
)


class StartView(QWidget):
    """`choose` and `paste` are asked for by buttons; `slips` leads to the open slips."""

    choose = Signal()
    paste = Signal()
    slips = Signal()

    def __init__(self) -> None:
        super().__init__()
        self._entries: dict[int, EarlierFile] = {}
        self._choose = button("&Chọn tệp…", "reconcile-choose", primary=True)
        self._paste = button("Dán (Ctrl+V)", "reconcile-paste")
        self._slips = link("", "reconcile-slips")
        self._slips.hide()
        self._choose.clicked.connect(self.choose)
        self._paste.clicked.connect(self.paste)
        self._slips.clicked.connect(self.slips)
        words, of = "Các lần đối soát trước", lambda at: self._entries[at]
        self._table = table_beside(self, "reconcile-earlier", words, COLUMNS, of, EMPTY)
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
        inside.setSpacing(12)
        inside.addWidget(words)
        inside.addWidget(more)
        inside.addLayout(acts)
        column = column_in(self)
        column.addWidget(paper)
        column.addWidget(self._slips)
        column.addWidget(label("Các lần đối soát trước", "heading"))
        column.addWidget(self._table, 1)

    def name_marks(self, names: MarkNames) -> None:
        """Other marks than the usual ones have no such short word for who lacks the first."""
        usual = names == USUAL_NAMES
        short = BOX_NAMES[Box.NOT_REGISTERED] if usual else LACKING
        self._table.describe({Box.NOT_REGISTERED.value: short})

    def show_earlier(self, entries: Sequence[EarlierFile], slips: int) -> None:
        """Show what was done before, and how many slips are open."""
        self._entries = {entry.id: entry for entry in entries}
        self._table.rows.set_ids(tuple(self._entries))
        self._slips.setText(f"{number(slips)} phiếu sửa đơn vị đang mở")
        self._slips.setVisible(bool(slips))

    def take_focus(self) -> None:
        """Enter chooses a file."""
        self._choose.setFocus(Qt.FocusReason.OtherFocusReason)
