"""A new contest: from a preset, like another one of the file, or one's own."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from datetime import date

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QCheckBox, QWidget

from models.contests.adding import contest_by_code
from models.contests.blueprints import moved_by_years, moved_to, own_contest, short_of, tidied
from models.contests.checks import check_contest
from models.contests.choosing import ContestChoice, contest_choices
from models.errors import AppError
from models.records import Contest
from models.text.formats import short_date
from ui.desk import Desk
from ui.pages.contest.edit_dialog import line_field
from ui.pages.contest.settings_dialog import ONE_MARK_WORDS
from ui.pages.contest.typed import typed_day
from ui.people.act_dialog import ActDialog
from ui.people.date_field import DateField
from ui.people.field import FormField
from ui.theme.quiet_combo import QuietCombo

OWN = ""
STARTS, ENDS = "Ngày bắt đầu", "Ngày kết thúc"


class NewContestDialog(ActDialog):
    """`wanted` carries the contest to add and the code of the one it is like, "" for none. Its
    fields follow what it is made from."""

    wanted = Signal(object, str)

    def __init__(self, desk: Desk, parent: QWidget) -> None:
        super().__init__("Cuộc thi mới", "Thêm cuộc thi", parent, "Hủy")
        self.setObjectName("new-contest")
        self._desk = desk
        self._base: Contest | None = None
        self._choices: dict[str, ContestChoice] = {}
        self._source = QuietCombo()
        self._name, self._name_field = line_field("new-name", "Tên cuộc thi")
        self._short, self._short_field = line_field("new-short", "Tên gọi tắt")
        self._short.setPlaceholderText("lấy phần đầu của tên")
        self._starts = DateField("new-starts", STARTS, desk.today())
        self._ends = DateField("new-ends", ENDS, desk.today())
        self._one = QCheckBox(ONE_MARK_WORDS)
        self._one.setObjectName("new-one-mark")
        self._word, self._word_field = line_field("new-word", "Gọi mốc đó là")
        self._word.setPlaceholderText("ví dụ: đã kích hoạt chữ ký số")
        self.form.addRow("&Theo", FormField(self._source, "new-source", "Theo"))
        self.form.addRow("Tê&n cuộc thi", self._name_field)
        self.form.addRow("Tên &gọi tắt", self._short_field)
        self.form.addRow("&Bắt đầu ngày", self._starts)
        self.form.addRow("&Kết thúc ngày", self._ends)
        self.form.addRow(self._one)
        self.form.addRow("Gọi mốc đó &là", self._word_field)
        self._source.currentIndexChanged.connect(self._follow)
        self._one.toggled.connect(self._fit)
        self.act.setEnabled(False)
        desk.ask(contest_choices, self._offer)

    def _offer(self, found: Sequence[ContestChoice]) -> None:
        self._source.blockSignals(True)
        for each in found:
            self._choices[each.code] = each
            words = f"Như {each.short_name}" if each.added else f"Mẫu {each.short_name}"
            self._source.addItem(words, each.code)
        self._source.addItem("Tự đặt", OWN)
        self._source.blockSignals(False)
        self.act.setEnabled(True)
        self._follow()
        self._source.setFocus()

    def _follow(self) -> None:
        """Another source: ask what it holds, and begin anew with its name and days."""
        code = str(self._source.currentData())
        if code == OWN:
            self._take(None)
        else:
            self._desk.ask(contest_by_code, self._take, None, code)

    def _take(self, base: Contest | None) -> None:
        if (base.code if base else OWN) != self._source.currentData():
            return
        self._base = base
        shown = base if base is None or self._is_preset else moved_by_years(base)
        for line, text in (
            (self._name, shown.name if shown else ""),
            (self._short, shown.short_name if shown else ""),
            (self._starts.line, short_date(shown.stages[0].starts_on) if shown else ""),
        ):
            # What somebody has typed stays.
            if not line.isModified():
                line.setText(text)
                line.setCursorPosition(0)
        self._fit()

    @property
    def _is_preset(self) -> bool:
        return self._base is not None and not self._choices[self._base.code].added

    def _fit(self) -> None:
        """Only what can be chosen for this source is asked."""
        own = self._base is None
        for field, shown in (
            (self._ends, own),
            (self._one, own),
            (self._word_field, own and self._one.isChecked()),
        ):
            self.form.setRowVisible(field, shown)

    def _contest(self) -> Contest:
        starts = typed_day(STARTS, self._starts)
        name, short = self._name.text(), self._short.text()
        if self._base is None:
            ends = typed_day(ENDS, self._ends)
            made = own_contest(name, starts, ends, one_mark=self._one.isChecked())
            word = self._word.text() if self._one.isChecked() else ""
            made = replace(made, completed_word=word)
        else:
            made = self._dated(self._base, starts)
        return tidied(replace(made, name=name, short_name=short or short_of(name)))

    def _dated(self, base: Contest, starts: date) -> Contest:
        """On its own days, on the same days of another year, or from another first day on."""
        if self._is_preset and starts == base.stages[0].starts_on:
            return base
        for_next = moved_by_years(base)
        moved = for_next if starts == for_next.stages[0].starts_on else moved_to(base, starts)
        return replace(moved, code=base.code if self._is_preset else "")

    def accept(self) -> None:
        """Hand the contest over when it can be kept; else say what is wrong."""
        try:
            made = self._contest()
            check_contest(made)
        except AppError as error:
            self.tell(str(error))
            return
        self.wanted.emit(made, self._base.code if self._base else "")
        super().accept()
