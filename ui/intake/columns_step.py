"""Step 2: what each column means, with the people that come of it shown at once."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtWidgets import QComboBox, QHBoxLayout, QWidget

from models.errors import AppError
from models.intake.shape.fields import Field
from models.intake.shape.records import ShapedTable
from models.intake.sitting.records import ChosenTable
from models.records import Unit
from models.text.formats import number
from ui.intake.field_rows import FieldRows
from ui.intake.preview import RowsPreview
from ui.theme.letters import keep_in_letters
from ui.theme.pieces import column_in, label, line_edit, named, show_words
from ui.theme.quiet_combo import QuietCombo
from ui.theme.without_signals import without_signals

PAUSE_MS = 150
CHOICE_LETTERS = 24
"""Longer names of files are cut, so that the common unit can be read beside them."""

LACKING = (
    "{count} người chưa có đơn vị: hãy ghi đơn vị của họ ở ô “Đơn vị chung”. "
    "Người mới không có đơn vị sẽ không được nhận."
)
HEADER_ROWS = re.compile(r"(\d{1,5})(?:\s*[-–]\s*(\d{1,5}))?")


class ColumnsStep(QWidget):
    """`wanted` carries (at, ChosenTable) whose rows shall be shaped; `show_shaped` gets the answer.

    `lacking` is what is said of rows without a unit, "" where they need none.
    """

    wanted = Signal(int, object)

    def __init__(self, lacking: str = LACKING) -> None:
        super().__init__()
        self._lacking_words = lacking
        self._tables: list[ChosenTable] = []
        self._choice = named(QuietCombo(), "table-choice", "Bảng đang xem")
        self._choice.setSizeAdjustPolicy(
            QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon
        )
        self._choice.setMinimumContentsLength(CHOICE_LETTERS)
        self._choice.currentIndexChanged.connect(self._show_table)
        self._header = line_edit("header-rows", "Dòng tiêu đề, ví dụ 6 hoặc 6-7")
        keep_in_letters(self._header, most=12)
        self._header.textEdited.connect(self._header_typed)
        self._unit = line_edit(
            "default-unit",
            "Đơn vị của những dòng không ghi đơn vị",
            "để trống nếu tệp đã ghi đơn vị từng người",
        )
        self._unit.textChanged.connect(self._unit_typed)
        self._fields = FieldRows()
        self._fields.changed.connect(self._fields_changed)
        self._lacking = label("", "attention", wrap=True, name="lacking-units")
        self._problem = label("", "attention", wrap=True)
        self._problem.hide()
        self._lacking.hide()
        self._pause = QTimer(self, singleShot=True, interval=PAUSE_MS)
        self._pause.timeout.connect(self._ask)
        self._preview = RowsPreview("shaped")
        self._lay_out()

    def _lay_out(self) -> None:
        line = QHBoxLayout()
        line.setSpacing(8)
        line.addWidget(self._choice, 1)
        line.addWidget(label("Dòng tiêu đề"))
        line.addWidget(self._header)
        line.addSpacing(16)
        line.addWidget(label("Đơn vị chung"))
        line.addWidget(self._unit, 1)
        column = column_in(self)
        column.addLayout(line)
        column.addWidget(self._problem)
        column.addWidget(self._fields, 3)
        column.addWidget(self._lacking)
        column.addWidget(self._preview, 2)

    def show_tables(self, tables: Sequence[ChosenTable], units: Sequence[Unit]) -> None:
        """Begin with these tables; names of `units` are proposed for the common unit."""
        from PySide6.QtWidgets import QCompleter

        self._tables = list(tables)
        completer = QCompleter([unit.name for unit in units], self)
        completer.setCaseSensitivity(Qt.CaseSensitivity.CaseInsensitive)
        completer.setFilterMode(Qt.MatchFlag.MatchContains)
        self._unit.setCompleter(completer)
        with without_signals(self._choice):
            self._choice.clear()
            for each in tables:
                self._choice.addItem(f"{each.workbook.file_name} – {each.guess.sheet}")
            self._choice.setVisible(len(tables) > 1)
        self._show_table(0)

    @property
    def tables(self) -> list[ChosenTable]:
        """The tables as the officer has corrected them."""
        return self._tables

    def _at(self) -> int:
        return max(0, self._choice.currentIndex())

    def _show_table(self, at: int) -> None:
        if not self._tables:
            return
        chosen = self._tables[at]
        first, last = chosen.guess.header_rows
        self._header.setText(f"{first}" if first == last else f"{first}–{last}")
        with without_signals(self._unit):
            self._unit.setText(chosen.guess.unit)
            self._unit.setCursorPosition(0)
        self._fields.show_table(chosen)
        self._ask()

    def _unit_typed(self, text: str) -> None:
        chosen = self._tables[self._at()]
        guess = replace(chosen.guess, unit=text.strip())
        self._tables[self._at()] = replace(chosen, guess=guess)
        self._pause.start()

    def _header_typed(self, text: str) -> None:
        found = HEADER_ROWS.fullmatch(text.strip())
        if found is None:
            self._say("Dòng tiêu đề ghi như 6 hoặc 6-7." if text.strip() else "")
            return
        first = int(found[1])
        try:
            moved = self._tables[self._at()].with_header(first, int(found[2] or first))
        except AppError as error:
            self._say(str(error))
            return
        self._say("")
        self._tables[self._at()] = moved
        self._fields.show_table(moved)
        self._pause.start()

    def _fields_changed(self, fields: dict[int, Field]) -> None:
        chosen = self._tables[self._at()]
        guess = chosen.guess.with_columns(fields)
        self._tables[self._at()] = replace(chosen, guess=guess)
        self._pause.start()

    def _ask(self) -> None:
        self.wanted.emit(self._at(), self._tables[self._at()])

    def show_shaped(self, at: int, shaped: ShapedTable) -> None:
        """Show what came of the table `at`."""
        if at != self._at():
            return
        self._preview.show_shaped(shaped)
        lacking = sum(not row.unit for row in shaped.rows)
        words = self._lacking_words.format(count=number(lacking)) if lacking else ""
        show_words(self._lacking, words)

    def _say(self, words: str) -> None:
        show_words(self._problem, words)
