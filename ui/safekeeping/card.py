"""The card "Sao lưu" of the page Dữ liệu: how safe the data is, and the newest copies."""

from __future__ import annotations

from datetime import datetime

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QComboBox, QHBoxLayout, QLabel, QVBoxLayout

from models.text.formats import size_words
from ui.pages.data_cards import SmallCard
from ui.safekeeping.keeper import Safety
from ui.safekeeping.memory import BOUNDS
from ui.safekeeping.words import (
    NEVER,
    bound_words,
    copy_line,
    problem_words,
    second_place_words,
    tried_words,
)
from ui.theme.pieces import button, label, link, restyle

SHOWN = 4


class CopiesCard(SmallCard):
    """Shows a `Safety`. `command` carries the key of a menu command; `choosing` asks for the
    second place, `bounded` carries another bound of bytes, too large for an `int` of Qt."""

    command = Signal(str)
    choosing = Signal()
    bounded = Signal(object)

    def __init__(self) -> None:
        super().__init__("Sao lưu")
        self._state = label(wrap=True, name="copiesState")
        self._advice = label(role="muted", wrap=True, name="copiesAdvice")
        self._lines = QVBoxLayout()
        self._lines.setSpacing(2)
        self._shown: list[QLabel] = []
        self._place = label(wrap=True, name="copiesPlace")
        self._now = button("Sao lưu ngay", "copiesNow")
        self._now.clicked.connect(lambda: self.command.emit("backup"))
        restore = button("Khôi phục…", "copiesRestore")
        restore.clicked.connect(lambda: self.command.emit("restore"))
        acts = QHBoxLayout()
        for each in (self._now, restore):
            acts.addWidget(each)
        acts.addStretch(1)
        choose = link("Chọn nơi sao lưu thứ hai…", "copiesChoose")
        choose.clicked.connect(self.choosing)
        self._bound = QComboBox()
        self._bound.setObjectName("copiesBound")
        self._bound.setAccessibleName("Dung lượng tối đa của các bản sao lưu")
        for size in BOUNDS:
            self._bound.addItem(bound_words(size), size)
        self._bound.activated.connect(lambda: self.bounded.emit(self._bound.currentData()))
        row = QHBoxLayout()
        row.addWidget(label("Dung lượng tối đa"))
        row.addWidget(self._bound)
        row.addStretch(1)
        self.column.addWidget(self._state)
        self.column.addWidget(self._advice)
        self.column.addLayout(acts)
        self.column.addLayout(self._lines)
        self.column.addWidget(self._place)
        self.column.addWidget(choose)
        self.column.addLayout(row)

    def show_safety(self, safety: Safety, now: datetime) -> None:
        """Show how safe the data is."""
        problem, newest = safety.problem, safety.newest
        if problem is not None:
            words = f"{problem_words(problem)}: {problem.sentence}"
        else:
            words = tried_words(newest, now) if newest else NEVER
        self._state.setText(words[:1].upper() + words[1:])
        self._state.setProperty("role", "attention" if problem is not None else "")
        restyle(self._state)
        self._advice.setText(problem.advice if problem else "")
        self._advice.setVisible(problem is not None)
        self._show_lines([copy_line(each, now) for each in safety.copies], safety)
        is_there = safety.place_is_there
        self._place.setText(
            second_place_words(safety.place, safety.carried, now, is_there=is_there)
        )
        at = self._bound.findData(safety.bound)
        if at >= 0:
            self._bound.setCurrentIndex(at)

    def focus_copies(self) -> None:
        """Put the cursor where a copy is asked for."""
        self._now.setFocus()

    def _show_lines(self, lines: list[str], safety: Safety) -> None:
        for each in self._shown:
            self._lines.removeWidget(each)
            each.deleteLater()
        more = len(lines) - SHOWN
        shown = lines[:SHOWN]
        if more > 0:
            total = sum(each.size for each in safety.copies)
            shown.append(f"và {more} bản cũ hơn; tất cả {size_words(total)}")
        self._shown = [label(words, "muted", wrap=True, name="copiesLine") for words in shown]
        for each in self._shown:
            self._lines.addWidget(each)
