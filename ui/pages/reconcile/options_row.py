"""What the file is understood by: the day that it tells of, the rule, and the pass mark."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from models.contests.wording import what_counts
from models.reconcile.records import ReconcileOptions, ReconcilePlan
from models.records import SCORE_RULE_NAMES, AttendanceRule, Attended, ScoreRule
from models.text.formats import score_words, short_date
from models.text.typed_numbers import doubt_words, read_decimal
from ui.pages.reconcile.attendance_row import AttendanceRow
from ui.pages.reconcile.listed_combo import ListedCombo
from ui.people.date_field import DateField
from ui.theme.letters import keep_in_letters
from ui.theme.pieces import label, line_edit, named, row_in
from ui.theme.without_signals import without_signals

MARK_PROBLEM = "Điểm đạt phải là số lớn hơn 0, ghi như 5 hoặc 7,5."


class OptionsRow(QWidget):
    """`changed` asks for a new plan; `said` carries what is wrong with a field, "" when nothing.

    `ruled` carries the rule and the pass mark that the contest shall have from now on,
    `attendance_ruled` what a meeting or a form comes to in it.
    """

    changed = Signal()
    ruled = Signal(object, object)
    attendance_ruled = Signal(object)
    said = Signal(str)

    def __init__(self, today: date) -> None:
        super().__init__()
        self._options = ReconcileOptions()
        self._shown: date | None = None
        self._kind: Attended | None = None
        self._day = DateField("as-of", "Số liệu đến hết ngày", today)
        keep_in_letters(self._day, 17, 17)
        self._day.line.editingFinished.connect(self._settle)
        self._rule = named(ListedCombo(), "score-rule", "Khi một người thi nhiều lượt")
        for rule, words in SCORE_RULE_NAMES.items():
            self._rule.addItem(words, rule.value)
        self._rule.currentIndexChanged.connect(lambda _at: self._settle())
        self._mark = line_edit("pass-mark", "Điểm đạt", "chưa đặt", letters=14)
        self._mark.editingFinished.connect(self._settle)
        self._scores = QWidget()
        scores = row_in(self._scores)
        scores.addWidget(self._rule)
        scores.addWidget(label("Điểm đạt từ", "muted"))
        scores.addWidget(self._mark)
        row = row_in(self)
        row.addWidget(label("Đến hết ngày", "muted"))
        row.addWidget(self._day)
        row.addWidget(self._scores)
        self._attendance = AttendanceRow()
        self._attendance.ruled.connect(self._take_attendance)
        self._attendance.said.connect(self.said)
        row.addWidget(self._attendance)
        row.addStretch(1)

    @property
    def options(self) -> ReconcileOptions:
        """How the file shall be understood."""
        return self._options

    def begin(self) -> None:
        """Forget what was said of the file before."""
        self._options = ReconcileOptions()

    def show_plan(self, plan: ReconcilePlan) -> None:
        """Show how this plan was made; score and rule only where there are scores."""
        self._options, self._shown, self._kind = plan.options, plan.as_of, plan.attended
        with without_signals(self._day.line, self._rule, self._mark):
            self._day.line.setText(short_date(plan.as_of))
            self._rule.setCurrentIndex(self._rule.findData(plan.options.rule.value))
            self._mark.setText(score_words(plan.options.pass_mark))
            self._scores.setToolTip(what_counts(plan.options.rule, plan.options.pass_mark))
        self._attendance.show_plan(plan)
        self._scores.setVisible(any(each.score is not None for each in plan.accounts))

    def _take_attendance(self, rule: AttendanceRule) -> None:
        """What a mere list means is said of this file alone; the contest keeps the rest."""
        if self._kind is Attended.LIST:
            self._options = replace(self._options, attendance=rule)
            self.changed.emit()
        else:
            self.attendance_ruled.emit(rule)

    def _settle(self) -> None:
        """Ask for another plan when what is typed says something else, and can be read."""
        typed = self._mark.text().strip()
        mark = read_decimal(typed)
        if typed and (mark is None or mark <= 0):
            self.said.emit(doubt_words(typed) or MARK_PROBLEM)
            return
        if not self._day.valid:
            self.said.emit(self._day.hint)
            return
        rule = ScoreRule(self._rule.currentData())
        same = self._day.day in (None, self._shown)
        day = self._options.as_of if same else self._day.day
        told = self._options
        self.said.emit("")
        self._options = replace(told, as_of=day, rule=rule, pass_mark=mark)
        if (rule, mark) != (told.rule, told.pass_mark):
            self.ruled.emit(rule, mark)
        elif self._options != told:
            self.changed.emit()
