"""One stored definition of a report: its name, how often, by which months, which documents."""

from __future__ import annotations

from collections.abc import Iterable

from PySide6.QtWidgets import QCheckBox, QLineEdit, QVBoxLayout, QWidget

from models.contests.mark_names import mark_names
from models.errors import AppError
from models.papers.definitions import period_to_run, store_definition
from models.papers.periods import CUT_NAMES, SPAN_NAMES, PeriodCut, PeriodSpan
from models.records.recurring import ReportDefinition
from models.text.formats import short_date
from reports.catalog import FORMAT_NAMES, FORMATS, KINDS, UNIT_SUMMARY, is_offered, kind_title
from ui.desk import Desk
from ui.people.act_dialog import ActDialog
from ui.people.choices import line_of
from ui.people.date_field import DateField
from ui.people.field import FormField
from ui.theme.letters import keep_in_letters
from ui.theme.pieces import label
from ui.theme.quiet_combo import QuietCombo

WIDE_WITH_KINDS = 78
"""The longest name of a kind beside the titles of the fields, on any screen."""
NEW = ReportDefinition(0, "Báo cáo tháng", PeriodSpan.MONTH, kinds=(UNIT_SUMMARY,))


class DefinitionDialog(ActDialog):
    """Saves and closes. Below the fields stands the period that it would be run for today."""

    def __init__(self, desk: Desk, definition: ReportDefinition | None, parent: QWidget) -> None:
        title = "Sửa báo cáo định kỳ" if definition else "Thêm báo cáo định kỳ"
        super().__init__(title, "Lưu", parent, "Hủy")
        self.setObjectName("definition-dialog")
        keep_in_letters(self, WIDE_WITH_KINDS)
        told = definition or NEW
        self._desk, self._told = desk, told
        self._name = FormField(QLineEdit(told.name), "definition-name", "Tên báo cáo")
        self._span = _combo("definition-span", "Kỳ báo cáo", SPAN_NAMES, told.span)
        self._cut = _combo("definition-cut", "Cách tính kỳ", CUT_NAMES, told.cut)
        self._since = DateField("definition-since", "Từ ngày", desk.today())
        self._until = DateField("definition-until", "Đến ngày", desk.today())
        self._since.line.setText(short_date(told.since))
        self._until.line.setText(short_date(told.until))
        names = mark_names(desk.reference.contest)
        self._kinds = {
            kind.code: _tick(kind_title(kind, names), kind.code in told.kinds)
            for kind in KINDS
            if is_offered(kind, names) or kind.code in told.kinds
        }
        self._formats = {fmt: _tick(FORMAT_NAMES[fmt], fmt in told.formats) for fmt in FORMATS}
        for code, tick in (*self._kinds.items(), *self._formats.items()):
            tick.setObjectName(f"definition-{code}")
        self._period = label("", "muted", wrap=True)
        self._period.setObjectName("definition-period")
        self._lay_out()
        self._connect()
        self._check()
        line_of(self._name).selectAll()
        line_of(self._name).setFocus()

    def _lay_out(self) -> None:
        self.form.addRow("&Tên báo cáo", self._name)
        self.form.addRow("&Kỳ báo cáo", self._span)
        self.form.addRow("&Cách tính kỳ", self._cut)
        self.form.addRow("Từ n&gày", self._since)
        self.form.addRow("Đế&n ngày", self._until)
        self.form.addRow("", self._period)
        self.form.addRow("Văn bản", _column(self._kinds.values()))
        self.form.addRow("Định dạng", _column(self._formats.values()))

    def _connect(self) -> None:
        line_of(self._name).textChanged.connect(self._check)
        for combo in (self._span, self._cut):
            combo.currentIndexChanged.connect(self._check)
        for field in (self._since, self._until):
            field.changed.connect(self._check)
        for tick in (*self._kinds.values(), *self._formats.values()):
            tick.toggled.connect(self._check)

    def _definition(self) -> ReportDefinition:
        return ReportDefinition(
            self._told.id,
            line_of(self._name).text().strip(),
            str(self._span.currentData()),
            str(self._cut.currentData()),
            self._since.day,
            self._until.day,
            tuple(code for code, tick in self._kinds.items() if tick.isChecked()),
            tuple(fmt for fmt, tick in self._formats.items() if tick.isChecked()),
        )

    def _check(self) -> None:
        told = self._definition()
        free = told.span == PeriodSpan.FREE
        for row, wanted in ((self._since, free), (self._until, free), (self._cut, not free)):
            self.form.setRowVisible(row, wanted)
        days = self._since.valid and self._until.valid
        self.tell("")
        try:
            found = period_to_run(told, self._desk.today())
            self._period.setText(f"Kỳ gần nhất: {found.name}.")
        except AppError as error:
            self._period.setText(error.sentence)
            days = False
        self.act.setEnabled(bool(told.name and told.kinds and told.formats and days))

    def accept(self) -> None:
        """Save; the dialog stays open when that is refused."""
        if self.act.isEnabled():
            self._desk.ask(store_definition, self._done, self._refused, self._definition())

    def _done(self, _stored: int) -> None:
        super().accept()

    def _refused(self, error: AppError) -> None:
        self.refuse(error)


def _combo(
    name: str, words: str, names: dict[PeriodSpan, str] | dict[PeriodCut, str], chosen: str
) -> QuietCombo:
    made = QuietCombo()
    made.setObjectName(name)
    made.setAccessibleName(words)
    for value, shown in names.items():
        made.addItem(shown, value.value)
    made.setCurrentIndex(max(0, made.findData(chosen)))
    return made


def _tick(words: str, checked: bool) -> QCheckBox:
    made = QCheckBox(words)
    made.setChecked(checked)
    return made


def _column(ticks: Iterable[QCheckBox]) -> QWidget:
    made = QWidget()
    column = QVBoxLayout(made)
    column.setContentsMargins(0, 0, 0, 0)
    column.setSpacing(4)
    for tick in ticks:
        column.addWidget(tick)
    return made
