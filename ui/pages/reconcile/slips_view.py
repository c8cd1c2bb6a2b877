"""Phiếu sửa đơn vị: unit by unit, who must choose which name, whom to call, what to send."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from models.reconcile.records import Slip, UnitSlips
from models.reconcile.slips import list_slips
from models.store.store import Store
from models.text.formats import number, short_date
from models.text.phones import display_phone
from ui.table.column import A_DAY, A_PHONE, Column, Kind
from ui.table.few_lines import table_beside
from ui.theme.letters import SideSplitter
from ui.theme.pieces import button, card, column_in, label

SIDE_LETTERS = 46
EMPTY_HINT = "Phiếu tự mở khi đối soát thấy người của xã đứng ở đơn vị khác, và tự đóng khi đã sửa."


@dataclass(frozen=True, slots=True)
class Slips:
    """The open slips by unit, and those that evidence has closed."""

    open: tuple[UnitSlips, ...]
    closed: tuple[UnitSlips, ...]

    @property
    def count(self) -> int:
        """How many are open."""
        return sum(len(unit.slips) for unit in self.open)


def open_and_closed(file: Store) -> Slips:
    """The slips as they stand."""
    everything = list_slips(file, closed=True)
    closed = (
        replace(unit, slips=tuple(slip for slip in unit.slips if not slip.is_open))
        for unit in everything
    )
    return Slips(list_slips(file), tuple(unit for unit in closed if unit.slips))


@dataclass(frozen=True, slots=True)
class UnitLine:
    """One unit with its open slips."""

    id: int
    unit: UnitSlips


def _again(slip: Slip) -> str:
    return f"lần {number(slip.times)}" if slip.times > 1 else ""


UNIT_COLUMNS: tuple[Column[UnitLine], ...] = (
    Column(
        "unit", "Đơn vị", 20, lambda line: line.unit.unit, Kind.STRONG,
        tooltip=lambda line: line.unit.unit, fills=True,
    ),
    Column("count", "Phiếu", 7, lambda line: number(len(line.unit.slips)), Kind.NUMBER),
)  # fmt: skip
PERSON: Column[Slip] = Column("person", "Họ và tên", 24, lambda slip: slip.person, Kind.STRONG)
PHONE: Column[Slip] = Column(
    "phone", "Điện thoại", 14, lambda slip: display_phone(slip.phone), never_cut=A_PHONE
)
PLATFORM: Column[Slip] = Column(
    "platform", "Đang ghi trên nền tảng", 34, lambda slip: slip.platform_unit,
    Kind.WARNING, tooltip=lambda slip: slip.platform_unit,
)  # fmt: skip
OPENED: Column[Slip] = Column("opened", "Mở từ", 12, lambda slip: short_date(slip.opened_on))
AGAIN: Column[Slip] = Column("again", "Nhắc lại", 10, _again)
BY: Column[Slip] = Column(
    "by", "Căn cứ", 34, lambda slip: slip.opened_by, Kind.QUIET, tooltip=lambda slip: slip.opened_by
)
OPEN_COLUMNS = (PERSON, PHONE, PLATFORM, OPENED, AGAIN, BY)
CLOSED_COLUMNS: tuple[Column[Slip], ...] = (
    PERSON,
    Column("unit", "Đơn vị", 30, lambda slip: slip.unit),
    Column("closed", "Đóng ngày", 12, lambda slip: short_date(slip.closed_on), never_cut=A_DAY),
    Column(
        "evidence", "Căn cứ", 50, lambda slip: slip.closed_by, Kind.QUIET,
        tooltip=lambda slip: slip.closed_by,
    ),
)  # fmt: skip


class SlipsView(QWidget):
    """`message` asks for the Zalo text of a unit; `print_` for the printed slips of the unit with
    this id, None: of all units. `said` carries a sentence for the message bar."""

    message = Signal(object)
    print_ = Signal(object)
    said = Signal(str)

    def __init__(self) -> None:
        super().__init__()
        self._units: dict[int, UnitSlips] = {}
        self._open: dict[int, Slip] = {}
        self._closed: dict[int, Slip] = {}
        self._unit_table = table_beside(
            self, "slip-units", "Các đơn vị có phiếu đang mở", UNIT_COLUMNS,
            lambda at: UnitLine(at, self._units[at]), ("Không có phiếu nào đang mở", EMPTY_HINT),
        )  # fmt: skip
        self._open_table = table_beside(
            self, "slips-open", "Những người cần sửa đơn vị trên nền tảng", OPEN_COLUMNS,
            lambda at: self._open[at],
        )  # fmt: skip
        self._closed_table = table_beside(
            self, "slips-closed", "Những phiếu đã đóng", CLOSED_COLUMNS,
            lambda at: self._closed[at], ("Chưa có phiếu nào đóng", ""),
        )  # fmt: skip
        self._name = label("", "heading", wrap=True, name="slip-choose")
        self._name.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        self._contact = label("", "muted", wrap=True, name="slip-contact")
        self._copy = button("Sao chép tê&n đơn vị", "slip-copy-unit")
        self._send = button("Sao chép tin &Zalo", "slip-message", primary=True)
        self._print = button("&In phiếu đơn vị này…", "slip-print")
        self._print_all = button("In phiếu &mọi đơn vị…", "slip-print-all")
        self._acts = (self._copy, self._send, self._print)
        self._copy.clicked.connect(self._copy_name)
        self._send.clicked.connect(lambda: self.message.emit(self._current()))
        self._print.clicked.connect(lambda: self.print_.emit(self._unit_table.current_id()))
        self._print_all.clicked.connect(lambda: self.print_.emit(None))
        self._unit_table.picked.connect(self._show_unit)
        self._lay_out()
        self._show_unit()

    def _lay_out(self) -> None:
        acts = QHBoxLayout()
        for each in self._acts:
            acts.addWidget(each)
        acts.addStretch(1)
        self._paper = card()
        inside = QVBoxLayout(self._paper)
        inside.setContentsMargins(12, 8, 12, 8)
        inside.setSpacing(4)
        inside.addWidget(label("Tên đơn vị cần chọn trên nền tảng", "muted"))
        inside.addWidget(self._name)
        inside.addWidget(self._contact)
        inside.addLayout(acts)
        right = QWidget()
        column = QVBoxLayout(right)
        column.setContentsMargins(12, 0, 0, 0)
        column.setSpacing(8)
        column.addWidget(self._paper)
        column.addWidget(self._open_table, 3)
        column.addWidget(label("Đã đóng", "heading"))
        column.addWidget(self._closed_table, 2)
        split = SideSplitter(0, SIDE_LETTERS, "slips")
        left = QWidget()
        units = column_in(left)
        units.addWidget(self._unit_table, 1)
        units.addWidget(self._print_all, 0, Qt.AlignmentFlag.AlignLeft)
        split.set_halves(left, right)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 8, 0, 0)
        whole.addWidget(split)

    def show_slips(self, slips: Slips) -> None:
        """Show the slips as they stand; the unit that was looked at stays open."""
        self._units = {unit.unit_id: unit for unit in slips.open}
        self._closed = {slip.id: slip for unit in slips.closed for slip in unit.slips}
        self._closed_table.rows.set_ids(tuple(self._closed))
        self._print_all.setVisible(bool(slips.open))
        self._print_all.setToolTip(f"{number(slips.count)} phiếu đang mở")
        self._unit_table.rows.set_ids(tuple(self._units))
        if self._units and self._unit_table.current_id() is None:
            self._unit_table.go_to_first()
        self._show_unit()

    def take_focus(self) -> None:
        """The keys go to the units."""
        self._unit_table.setFocus(Qt.FocusReason.OtherFocusReason)

    def _current(self) -> UnitSlips | None:
        return self._units.get(self._unit_table.current_id() or 0)

    def _show_unit(self) -> None:
        unit = self._current()
        self._paper.setVisible(unit is not None)
        self._open_table.setVisible(unit is not None)
        self._open = {slip.id: slip for slip in unit.slips} if unit else {}
        self._open_table.rows.set_ids(tuple(self._open))
        if unit is not None:
            self._name.setText(unit.choose)
            self._contact.setText(contact_words(unit))

    def _copy_name(self) -> None:
        unit = self._current()
        if unit is not None:
            QGuiApplication.clipboard().setText(unit.choose)
            self.said.emit(f"Đã sao chép tên đơn vị “{unit.choose}”.")

    def copy_messages(self, texts: Sequence[str]) -> None:
        """Put the Zalo text on the clipboard; a long one in parts that are told."""
        if not texts:
            return
        QGuiApplication.clipboard().setText("\n\n".join(texts))
        long = f" Tin dài, gồm {number(len(texts))} phần: hãy gửi từng phần." if texts[1:] else ""
        self.said.emit(f"Đã sao chép tin Zalo.{long}")


def contact_words(unit: UnitSlips) -> str:
    """ "Người đứng đầu: Lê Thị Hoa, 0912 330 118 · Đầu mối: …"."""
    told = (
        ("Người đứng đầu", unit.head, unit.head_phone),
        ("Đầu mối", unit.contact, unit.contact_phone),
    )
    parts = [
        f"{who}: {', '.join(filter(None, (name, display_phone(phone))))}"
        for who, name, phone in told
        if name or phone
    ]
    return " · ".join(parts) or "Chưa có người đứng đầu, đầu mối: hãy ghi ở trang Đơn vị."
