"""All periods of one person with their dates: seen, mended and taken away."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLineEdit, QListWidget, QWidget

from models.errors import AppError
from models.records import Person
from models.records.periods import (
    EXEMPT_REASONS,
    LEAVING_REASONS,
    NO_GROUNDS,
    Grounds,
    Period,
    PeriodKind,
)
from models.roster.exemptions import edit_exemption, remove_exemption
from models.roster.leaving import edit_absence, remove_absence
from models.roster.timeline import periods_of
from models.roster.transfers import edit_last_day, remove_former
from models.store.store import Store
from ui.desk import Desk
from ui.people.act_dialog import ActDialog
from ui.people.date_field import DateField
from ui.people.field import FormField
from ui.people.period_words import period_words
from ui.theme.pieces import button
from ui.theme.quiet_combo import QuietCombo

REASONS = {PeriodKind.AWAY: LEAVING_REASONS, PeriodKind.EXEMPT: EXEMPT_REASONS}
LINES_SHOWN = 6
PRESENT_UNIT = (
    "Đơn vị hiện nay. Muốn sửa ngày chuyển đến, hãy sửa ngày cuối ở đơn vị trước; "
    "muốn đổi đơn vị, dùng “Chuyển đơn vị…”."
)
NOTHING = "Chọn một dòng ở trên để sửa."


class PeriodsDialog(ActDialog):
    """Saves one period at a time and stays open; each is an entry of the history."""

    def __init__(
        self, desk: Desk, person: Person, periods: Sequence[Period], parent: QWidget
    ) -> None:
        super().__init__(f"Các mốc thời gian của {person.name}", "Lưu", parent)
        self.setObjectName("periods-dialog")
        self._desk = desk
        self._person = person
        self._periods: Sequence[Period] = ()
        self._list = QListWidget()
        self._list.setObjectName("periods")
        self._list.setAccessibleName("Các mốc thời gian")
        self._list.setWordWrap(True)
        self._reason = QuietCombo()
        self._reason.setEditable(True)
        self._reason_field = FormField(self._reason, "period-reason", "Lý do")
        self._since = DateField("period-since", "Từ ngày", desk.today())
        self._until = DateField("period-until", "Đến hết ngày", desk.today())
        self._until.line.setPlaceholderText("để trống nếu chưa kết thúc")
        self._note = QLineEdit()
        self._note_field = FormField(self._note, "period-note", "Ghi chú")
        self._proof = QLineEdit()
        self._proof_field = FormField(self._proof, "period-proof", "Căn cứ")
        self._remove = button("&Xóa mốc này", "period-remove")
        self.add_button(self._remove)
        self.form.addRow(self._list)
        self.form.addRow("&Lý do", self._reason_field)
        self.form.addRow("&Từ ngày", self._since)
        self.form.addRow("Đế&n hết ngày", self._until)
        self.form.addRow("&Căn cứ", self._proof_field)
        self.form.addRow("&Ghi chú", self._note_field)
        self._connect()
        self._show(periods)
        self._list.setFocus(Qt.FocusReason.OtherFocusReason)

    def _connect(self) -> None:
        self._list.currentRowChanged.connect(self._choose)
        self._remove.clicked.connect(self._take_away)
        for changed in (self._since.changed, self._until.changed, self._reason.editTextChanged):
            changed.connect(self._check)

    def _show(self, periods: Sequence[Period]) -> None:
        """Show these periods; the line that was chosen stays chosen."""
        row = max(0, self._list.currentRow())
        self._periods = periods
        self._list.blockSignals(True)
        self._list.clear()
        self._list.addItems([period_words(each) for each in periods])
        self._list.setFixedHeight(
            self._list.sizeHintForRow(0) * min(LINES_SHOWN, max(2, len(periods) + 1))
        )
        self._list.setCurrentRow(min(row, len(periods) - 1))
        self._list.blockSignals(False)
        self._choose()

    @property
    def _period(self) -> Period | None:
        row = self._list.currentRow()
        return self._periods[row] if 0 <= row < len(self._periods) else None

    def _choose(self) -> None:
        """Fill the fields with the chosen period."""
        period = self._period
        reasons = REASONS.get(period.kind, ()) if period else ()
        self._reason.clear()
        self._reason.addItems(list(reasons))
        self._reason.setEditText(period.words if period else "")
        self._since.show_iso(period.since.isoformat() if period and period.since else "")
        self._until.show_iso(period.until.isoformat() if period and period.until else "")
        grounds = period.grounds if period else NO_GROUNDS
        self._note.setText(grounds.note)
        self._proof.setText(grounds.proof)
        of_unit = period is not None and period.kind is PeriodKind.UNIT
        fixed = period is None or (of_unit and not period.id)
        self.form.setRowVisible(self._reason_field, bool(reasons))
        of_exempt = period is not None and period.kind is PeriodKind.EXEMPT
        self.form.setRowVisible(self._note_field, of_exempt)
        self.form.setRowVisible(self._proof_field, of_exempt)
        self.form.setRowVisible(self._since, not fixed and not of_unit)
        self.form.setRowVisible(self._until, not fixed)
        self._remove.setEnabled(not fixed)
        self._check()
        if fixed:
            self.tell(PRESENT_UNIT if period else NOTHING)

    def _check(self) -> None:
        period = self._period
        since, until = self._since.day, self._until.day
        turned = since is not None and until is not None and until < since
        self.tell("Ngày kết thúc đứng trước ngày bắt đầu." if turned else "")
        if period is None or (period.kind is PeriodKind.UNIT and not period.id):
            self.act.setEnabled(False)
            return
        valid = self._since.valid and self._until.valid and not turned
        if period.kind is PeriodKind.UNIT:
            self.act.setEnabled(valid and until is not None)
        else:
            named = bool(self._reason.currentText().strip())
            self.act.setEnabled(valid and named and since is not None)

    def accept(self) -> None:
        """Save the chosen period, and show all of them anew."""
        period = self._period
        if period is None or not self.act.isEnabled():
            return
        words = self._reason.currentText()
        days = self._since.day, self._until.day
        grounds = Grounds(self._note.text(), self._proof.text())
        self._desk.ask(edit_period, self._again, self._refused, period, words, *days, grounds)

    def _take_away(self) -> None:
        if self._period is not None:
            self._desk.ask(remove_period, self._again, self._refused, self._period)

    def _again(self, _done: object) -> None:
        self._desk.ask(periods_of, self._show, None, self._person.id)

    def _refused(self, error: AppError) -> None:
        self.refuse(error)


def edit_period(
    file: Store,
    period: Period,
    words: str,
    since: date | None,
    until: date | None,
    grounds: Grounds = NO_GROUNDS,
) -> None:
    """Set the days of a period, its reason and grounds; of a unit only the last day can be set."""
    if period.kind is PeriodKind.UNIT:
        if until is not None:
            edit_last_day(file, period.id, until)
    elif since is not None and period.kind is PeriodKind.AWAY:
        edit_absence(file, period.person_id, period.id, words, since, until)
    elif since is not None:
        edit_exemption(file, period.id, words, since, until, grounds)


def remove_period(file: Store, period: Period) -> None:
    """Take a period away, as if it had never been."""
    if period.kind is PeriodKind.UNIT:
        remove_former(file, period.id)
    elif period.kind is PeriodKind.AWAY:
        remove_absence(file, period.person_id, period.id)
    else:
        remove_exemption(file, period.id)
