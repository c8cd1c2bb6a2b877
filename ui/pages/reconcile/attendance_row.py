"""What being in a meeting, answering a form or standing in a list comes to, as is chosen."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from models.contests.wording import what_attending_comes_to
from models.reconcile.records import ReconcilePlan
from models.records import AttendanceRule, Attended, Mark
from models.text.formats import score_words
from models.text.typed_numbers import doubt_words, read_decimal
from ui.pages.reconcile.listed_combo import ListedCombo
from ui.theme.pieces import label, line_edit, named, row_in
from ui.theme.without_signals import without_signals

MINUTES_PROBLEM = "Số phút tối thiểu phải là số không âm, ghi như 30."
WHO = {
    Attended.MEETING: "Người dự họp là",
    Attended.FORM: "Người trả lời là",
    Attended.LIST: "Người có tên trong tệp là",
}
NOT_CHOSEN = "(chưa chọn)"


class AttendanceRow(QWidget):
    """`ruled` carries what is chosen: for a meeting or a form the rule that the contest shall have
    from now on. `said` carries what is wrong."""

    ruled = Signal(object)
    said = Signal(str)

    def __init__(self) -> None:
        super().__init__()
        self._rule = AttendanceRule()
        self._who = label("", "muted")
        self._mark = named(ListedCombo(), "attended-mark")
        self._mark.addItem(NOT_CHOSEN, None)
        self._mark.addItem("đã đăng ký", Mark.REGISTERED.value)
        self._mark.addItem("đã hoàn thành", Mark.COMPLETED.value)
        self._mark.currentIndexChanged.connect(lambda _at: self._settle())
        self._minutes = line_edit("least-minutes", "Số phút tối thiểu", "0", letters=8)
        self._minutes.editingFinished.connect(self._settle)
        self._stay = QWidget()
        stay = row_in(self._stay)
        stay.addWidget(label("nếu dự từ", "muted"))
        stay.addWidget(self._minutes)
        stay.addWidget(label("phút", "muted"))
        row = row_in(self)
        row.addWidget(self._who)
        row.addWidget(self._mark)
        row.addWidget(self._stay)

    def show_plan(self, plan: ReconcilePlan) -> None:
        """Show the rule by which this plan was made; nothing for an export of a platform."""
        self.setVisible(plan.attended is not None)
        if plan.attended is None:
            return
        self._rule = plan.options.attendance
        with without_signals(self._mark, self._minutes):
            self._who.setText(WHO[plan.attended])
            self._mark.setAccessibleName(WHO[plan.attended])
            self._mark.setCurrentIndex(
                self._mark.findData(self._rule.mark and self._rule.mark.value)
            )
            least = self._rule.least_minutes
            self._minutes.setText(score_words(least) if least else "")
            self._stay.setVisible(plan.attended is Attended.MEETING)
            self.setToolTip(what_attending_comes_to(plan.attended, self._rule))

    def _settle(self) -> None:
        """Keep another rule when what is chosen and typed says one."""
        typed = self._minutes.text().strip()
        least = read_decimal(typed) if typed else 0.0
        if least is None or least < 0:
            self.said.emit(doubt_words(typed) or MINUTES_PROBLEM)
            return
        self.said.emit("")
        chosen = self._mark.currentData()
        rule = AttendanceRule(Mark(chosen) if chosen else None, least)
        if rule != self._rule:
            self._rule = rule
            self.ruled.emit(rule)
