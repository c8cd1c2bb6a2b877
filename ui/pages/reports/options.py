"""What a document is made of, by its kind: only what has a meaning for it is offered."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from PySide6.QtCore import QRegularExpression, Qt, QTimer, Signal
from PySide6.QtGui import QRegularExpressionValidator
from PySide6.QtWidgets import QCheckBox, QHBoxLayout, QScrollArea, QWidget

from models.records import Unit
from models.text.typed_numbers import read_whole
from reports.catalog import UNIT_SUMMARY, ReportKind
from reports.gather.request import PAPER_SIZES, Request
from ui.pages.reports.moment_fields import MomentFields
from ui.pages.reports.people_fields import PeopleFields
from ui.pages.reports.period_field import PeriodField
from ui.pages.reports.signing_fields import SigningFields
from ui.people.date_field import DateField
from ui.theme.pieces import column_in, hint_in, label, line_edit, named
from ui.theme.quiet_combo import QuietCombo

PAUSE_MS = 200
NUMBER_LETTERS = 13
NUMBER_TYPED = r"[0-9]{0,5}|[1-9][0-9]?\.[0-9]{0,3}"
FREEZE_HINT = (
    "Giữ lại số liệu đúng như báo cáo gửi đi, để lần sau so sánh và đối chiếu "
    "(menu Báo cáo, Số liệu đã chốt)."
)


class ReportOptions(QWidget):
    """`changed` tells, a moment after the last letter, that another document is wanted."""

    changed = Signal()

    def __init__(self, today: date, kind: ReportKind) -> None:
        super().__init__()
        self._kind = kind
        self._pause = QTimer(self, singleShot=True, interval=PAUSE_MS)
        self._pause.timeout.connect(self.changed)
        self._moment = MomentFields(today)
        self._period_title = label("Kỳ báo cáo", "heading")
        self._period = PeriodField(today)
        self._people = PeopleFields()
        self._paper_title = label("Khổ giấy", "heading")
        self._paper = named(QuietCombo(), "paper", "Khổ giấy")
        self._paper.addItems(list(PAPER_SIZES))
        self.signing = SigningFields()
        self._number = line_edit("number", "Số văn bản", "để trống", NUMBER_LETTERS)
        self._number.setValidator(
            QRegularExpressionValidator(QRegularExpression(NUMBER_TYPED), self._number)
        )
        self._issued = DateField("issued-on", "Ngày ban hành", today)
        hint_in(self._issued.line, "để trống, văn thư ghi")
        self._number_part, self._issued_part = QWidget(), QWidget()
        self._freeze = named(QCheckBox("Chốt số &liệu khi lưu"), "freeze")
        self._freeze.setToolTip(FREEZE_HINT)
        self._freeze.setChecked(True)
        self._lay_out()
        self._connect()
        self.show_kind(kind)

    def _lay_out(self) -> None:
        column = column_in(self)
        period = (self._period_title, self._period)
        for each in (self._moment, *period, self._people, self._paper_title, self._paper):
            column.addWidget(each)
        column.addSpacing(4)
        column.addWidget(self.signing)
        for part, words, field in (
            (self._number_part, "Số", self._number),
            (self._issued_part, "Ngày ban hành", self._issued),
        ):
            inside = column_in(part, 4)
            inside.addWidget(label(words, "heading"))
            inside.addWidget(field)
            inside.addStretch(1)
        row = QHBoxLayout()
        row.setSpacing(8)
        row.addWidget(self._number_part)
        row.addWidget(self._issued_part, 1)
        column.addLayout(row)
        column.addWidget(self._freeze)

    def _connect(self) -> None:
        for each in (self._moment, self._period, self._people, self._issued):
            each.changed.connect(self._pause.start)
        self._number.textChanged.connect(self._pause.start)
        self._paper.currentIndexChanged.connect(self._pause.start)

    def show_kind(self, kind: ReportKind) -> None:
        """Offer what has a meaning for `kind`; a number belongs to one document alone."""
        if kind is not self._kind:
            self._number.clear()
            self._people.mask_again()
        self._kind = kind
        of_period, signed = kind.of_period is True, kind.is_signed
        self._moment.setVisible(signed and not of_period)
        for each in (self._period_title, self._period):
            each.setVisible(of_period)
        self._people.fit(kind)
        for poster in (self._paper_title, self._paper):
            poster.setVisible(not signed)
        self.signing.setVisible(signed)
        self._issued_part.setVisible(signed)
        self._number_part.setVisible(bool(kind.type_code))
        self._freeze.setVisible(kind.code == UNIT_SUMMARY)

    def call_commune(self, commune: str) -> None:
        """What the commune is: "xã", "phường", "đặc khu"."""
        self._people.call_commune(commune)

    def set_units(self, units: Sequence[Unit]) -> None:
        """The units to choose from; the one that was chosen stays chosen."""
        self._people.set_units(units)

    def focus_on(self, what: str) -> None:
        """Put the focus where a cure leads to: "signer" or "day"."""
        field: QWidget = self._moment
        if what == "signer":
            field = self.signing.signer
            field.setFocus(Qt.FocusReason.OtherFocusReason)
        else:
            self._moment.go_to_day()
        place: QWidget | None = self
        while place is not None and not isinstance(place, QScrollArea):
            place = place.parentWidget()
        if place is not None:
            place.ensureWidgetVisible(field)

    @property
    def request(self) -> Request | None:
        """The document that is wanted; None while a date, a unit or a number is half typed."""
        kind = self._kind
        of_period = kind.of_period is True
        period = self._period.period if of_period else None
        whole = period is not None if of_period else self._moment.valid
        typed = self._number.text() if kind.type_code else ""
        number = read_whole(typed)
        whole = whole and (number is not None or not typed)
        if not (whole and self._people.valid and self._issued.valid):
            return None
        return Request(
            kind.code,
            None if of_period else self._moment.moment,
            self._people.unit_id,
            masked=not self._people.reason,
            period=period,
            number=number,
            issued_on=self._issued.day,
            reason=self._people.reason,
            paper=self._paper.currentText(),
        )

    @property
    def freezes(self) -> bool:
        """Whether the figures shall be frozen as they are reported, when the document is saved."""
        return self._kind.code == UNIT_SUMMARY and self._freeze.isChecked()
