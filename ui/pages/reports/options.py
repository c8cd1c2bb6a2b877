"""What a document is made of: its kind, the day of its figures, a unit, phones masked or not."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import (
    QCheckBox,
    QListView,
    QListWidget,
    QListWidgetItem,
    QVBoxLayout,
    QWidget,
)

from models.contests.mark_names import MarkNames
from models.records import Unit
from reports.catalog import KINDS, UNIT_SUMMARY, ReportKind, is_offered, kind_title
from reports.gather.request import Request
from ui.people.date_field import DateField
from ui.people.unit_field import UnitField
from ui.theme.icons import icon
from ui.theme.pieces import label

PAUSE_MS = 200
CODE_ROLE = Qt.ItemDataRole.UserRole
WHOLE_COMMUNE = "Toàn xã, phường"
FREEZE_HINT = (
    "Giữ lại số liệu đúng như báo cáo gửi đi, để lần sau so sánh và đối chiếu "
    "(menu Báo cáo, Số liệu đã chốt)."
)


class KindsList(QListWidget):
    """As high as its lines; a long title takes two of them."""

    def __init__(self) -> None:
        super().__init__()
        self.setWordWrap(True)
        self.setResizeMode(QListView.ResizeMode.Adjust)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        # The titles are wrapped anew only once the list has been laid out.
        self._fitting = QTimer(self, singleShot=True, interval=0)
        self._fitting.timeout.connect(self.fit)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Titles wrap at another width, and the height follows."""
        super().resizeEvent(event)
        self._fitting.start()

    def fit(self) -> None:
        """Take the height of the lines that are shown."""
        self.doItemsLayout()
        # The hint of a row knows nothing of a title in two lines; a hidden row has no height.
        rows = sum(self.visualItemRect(self.item(row)).height() for row in range(self.count()))
        self.setFixedHeight(rows + 2 * self.frameWidth() + 4)


class ReportOptions(QWidget):
    """`changed` tells, a moment after the last letter, that another document is wanted."""

    changed = Signal()

    def __init__(self, today: date, kinds: Sequence[ReportKind] = KINDS) -> None:
        super().__init__()
        self._kinds = kinds
        self._pause = QTimer(self, singleShot=True, interval=PAUSE_MS)
        self._pause.timeout.connect(self.changed)
        self._list = KindsList()
        self._list.setObjectName("kinds")
        self._list.setAccessibleName("Loại văn bản")
        for kind in kinds:
            item = QListWidgetItem(icon("reports"), kind.title)
            item.setData(CODE_ROLE, kind.code)
            self._list.addItem(item)
        self._list.setCurrentRow(0)
        self._list.currentRowChanged.connect(self._kind_chosen)
        self._day = DateField("as-of", "Số liệu tính đến ngày", today)
        self._day.line.setText("hôm nay")
        self._day.changed.connect(self._wait)
        self._unit_place = QVBoxLayout()
        self._unit = UnitField("report-unit", "Đơn vị", (), WHOLE_COMMUNE)
        self._masked = QCheckBox("&Che bớt số điện thoại")
        self._masked.setObjectName("masked")
        self._masked.setChecked(True)
        self._masked.toggled.connect(self._wait)
        self._freeze = QCheckBox("Chốt &số liệu khi lưu")
        self._freeze.setObjectName("freeze")
        self._freeze.setToolTip(FREEZE_HINT)
        self._freeze.setChecked(True)
        self._unit_title = label("Đơn vị", "heading")
        self._lay_out()
        self.set_units(())

    def _lay_out(self) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(6)
        column.addWidget(label("Loại văn bản", "heading"))
        column.addWidget(self._list)
        column.addSpacing(8)
        column.addWidget(label("Số liệu tính đến hết ngày", "heading"))
        column.addWidget(self._day)
        column.addSpacing(8)
        column.addWidget(self._unit_title)
        column.addLayout(self._unit_place)
        column.addWidget(self._masked)
        column.addWidget(self._freeze)

    def name_marks(self, names: MarkNames) -> None:
        """Call the kinds as the contest calls its marks, and offer those that it counts."""
        for row, kind in enumerate(self._kinds):
            self._list.item(row).setText(kind_title(kind, names))
            self._list.setRowHidden(row, not is_offered(kind, names))
        self._list.fit()
        if not is_offered(self.kind, names):
            self._list.setCurrentRow(0)

    def set_units(self, units: Sequence[Unit]) -> None:
        """The units to choose from; the one that was chosen stays chosen."""
        chosen = self._unit.unit
        self._unit_place.removeWidget(self._unit)
        self._unit.deleteLater()
        self._unit = UnitField("report-unit", "Đơn vị", units, WHOLE_COMMUNE)
        if chosen is not None:
            self._unit.choose(chosen.id)
        self._unit.changed.connect(self._wait)
        self._unit_place.addWidget(self._unit)
        self._show_fitting()

    def choose_kind(self, code: str) -> bool:
        """Choose a kind by its code; False when there is none of that code."""
        codes = [kind.code for kind in self._kinds]
        if code in codes:
            self._list.setCurrentRow(codes.index(code))
        return code in codes

    @property
    def kind(self) -> ReportKind:
        """The kind that is chosen."""
        return self._kinds[max(0, self._list.currentRow())]

    @property
    def request(self) -> Request | None:
        """The document that is wanted; None while a date or a unit is half typed."""
        if not self._day.valid or not self._unit.valid:
            return None
        unit = self._unit.unit
        of_people = self.kind.names
        return Request(
            self.kind.code,
            self._day.day,
            unit.id if of_people and unit is not None else None,
            self._masked.isChecked(),
        )

    @property
    def freezes(self) -> bool:
        """Whether the figures shall be frozen as they are reported, when the document is saved."""
        return self.kind.code == UNIT_SUMMARY and self._freeze.isChecked()

    def _kind_chosen(self) -> None:
        self._show_fitting()
        self._wait()

    def _show_fitting(self) -> None:
        of_people = self.kind.names
        for each in (self._unit_title, self._unit, self._masked):
            each.setVisible(of_people)
        self._freeze.setVisible(not of_people)

    def _wait(self) -> None:
        self._pause.start()
