"""The cards of the tab Sao lưu: how safe the data is, all copies of it, and the second place."""

from __future__ import annotations

from datetime import datetime

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout

from models.text.formats import number, size_words
from ui.error_line import ErrorLine
from ui.pages.data_cards import SmallCard
from ui.safekeeping.copies_columns import KEPT_COLUMNS, KeptLine
from ui.safekeeping.keeper import Safety
from ui.safekeeping.memory import BOUNDS
from ui.safekeeping.words import (
    NEVER,
    bound_words,
    problem_words,
    second_place_words,
    tried_words,
)
from ui.table.data_table import ROW_AIR
from ui.table.few_lines import table_beside
from ui.theme.letters import keep_in_letters
from ui.theme.pieces import button, label, named, restyle
from ui.theme.quiet_combo import QuietCombo
from ui.theme.wrapping_row import WrappingRow

COPIES_SHOWN = 7


class CopiesCard(SmallCard):
    """Shows a `Safety`. `command` carries the key of a menu command, `bounded` another bound of
    bytes, too large for an `int` of Qt."""

    command = Signal(str)
    bounded = Signal(object)

    def __init__(self) -> None:
        super().__init__("Các bản sao lưu")
        self._lines: tuple[KeptLine, ...] = ()
        self._state = label(wrap=True, name="copiesState")
        self._advice = ErrorLine("copiesAdvice")
        self._now = button("Sao lưu &ngay", "copiesNow", primary=True)
        self._restore = button("&Khôi phục…", "copiesRestore")
        self._check = button("K&iểm tra dữ liệu…", "copiesCheck")
        hint = "Bản đầu tiên được tạo khi có thay đổi hoặc khi bấm “Sao lưu ngay”."
        self._table = table_beside(
            self, "copiesTable", "Các bản sao lưu", KEPT_COLUMNS, self._line, (NEVER, hint)
        )
        keep_in_letters(self._table, least_lines=COPIES_SHOWN, air=ROW_AIR)
        self._total = label(role="muted", name="copiesTotal")
        self._bound = named(QuietCombo(), "copiesBound", "Dung lượng tối đa của các bản sao lưu")
        for size in BOUNDS:
            self._bound.addItem(bound_words(size), size)
        self._lay_out()
        for each, key in (
            (self._now, "backup"),
            (self._restore, "restore"),
            (self._check, "data-check"),
        ):
            each.clicked.connect(lambda _=False, k=key: self.command.emit(k))
        self._table.opened.connect(lambda _: self.command.emit("restore"))
        self._bound.activated.connect(lambda: self.bounded.emit(self._bound.currentData()))

    def _lay_out(self) -> None:
        acts = WrappingRow()
        for each in (self._now, self._restore, self._check):
            acts.addWidget(each)
        foot = QHBoxLayout()
        foot.setSpacing(8)
        foot.addWidget(self._total, 1)
        foot.addWidget(label("Dung lượng tối đa"))
        foot.addWidget(self._bound)
        self.column.addWidget(self._state)
        self.column.addWidget(self._advice)
        self.column.addLayout(acts)
        self.column.addWidget(self._table)
        self.column.addLayout(foot)

    def _line(self, at: int) -> KeptLine:
        return self._lines[at]

    def show_safety(self, safety: Safety, now: datetime) -> None:
        """Show how safe the data is."""
        problem, newest = safety.problem, safety.newest
        if problem is not None:
            words = f"{problem_words(problem)}: {problem.sentence}"
            self._advice.refuse(problem, problem.advice)
        else:
            words = tried_words(newest, now) if newest else NEVER
            self._advice.say("")
        self._state.setText(words[:1].upper() + words[1:])
        self._state.setProperty("role", "attention" if problem is not None else "")
        restyle(self._state)
        self._lines = tuple(KeptLine(at, each, now) for at, each in enumerate(safety.copies))
        self._table.rows.set_ids(range(len(self._lines)))
        total = sum(each.size for each in safety.copies)
        many = f"{number(len(self._lines))} bản, {size_words(total)}"
        self._total.setText(many if self._lines else "")
        at = self._bound.findData(safety.bound)
        if at >= 0:
            self._bound.setCurrentIndex(at)

    def focus_copies(self) -> None:
        """Put the cursor where a copy is asked for."""
        self._now.setFocus()


class SecondPlaceCard(SmallCard):
    """Where copies go besides; `choosing` asks for another place."""

    choosing = Signal()

    def __init__(self) -> None:
        super().__init__("Nơi sao lưu thứ hai")
        self._words = label(wrap=True, name="copiesPlace")
        choose = button("C&họn nơi sao lưu thứ hai…", "copiesChoose")
        choose.clicked.connect(self.choosing)
        row = WrappingRow()
        row.addWidget(choose)
        self.column.addWidget(self._words)
        self.column.addLayout(row)

    def show_safety(self, safety: Safety, now: datetime) -> None:
        """Say where that is, what went there last, and whether it is there now."""
        is_there = safety.place_is_there
        words = second_place_words(safety.place, safety.carried, now, is_there=is_there)
        told = words.removeprefix("Nơi sao lưu thứ hai: ")
        self._words.setText(f"{told[:1].upper()}{told[1:]}")


class NotCopiedCard(SmallCard):
    """In the place of both, of data of which nobody keeps copies. `command` carries the key of a
    menu command."""

    command = Signal(str)

    def __init__(self, words: str) -> None:
        super().__init__("Các bản sao lưu")
        self._now = button("Sao lưu &ngay", "practiceCopy")
        self._now.clicked.connect(lambda: self.command.emit("backup"))
        row = WrappingRow()
        row.addWidget(self._now)
        self.column.addWidget(label(words, wrap=True, name="copiesNone"))
        self.column.addLayout(row)

    def focus_copies(self) -> None:
        """Put the cursor where a copy is asked for."""
        self._now.setFocus()
