"""One line per column of the file: its title, what it means, and what it holds."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QComboBox, QFrame, QGridLayout, QScrollArea, QWidget

from models.intake.grid import column_letter
from models.intake.shape.fields import FIELD_TITLES, PRIVATE_FIELDS, Field
from models.intake.shape.records import ColumnGuess
from models.intake.sitting.records import ChosenTable
from ui.theme.letters import keep_in_letters
from ui.theme.pieces import label, named
from ui.theme.quiet_combo import QuietCombo

EXAMPLES, EXAMPLE_LETTERS, MEANING_LETTERS = 3, 60, 40
COLUMN_SHARES = (2, 0, 4, 2)
HIDDEN_VALUES = "(không đọc, không hiện)"


class FieldRows(QScrollArea):
    """`changed` carries the meaning of each column by its index."""

    changed = Signal(object)

    def __init__(self) -> None:
        super().__init__()
        self.setObjectName("fields")
        self.setWidgetResizable(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._combos: dict[int, QComboBox] = {}

    def show_table(self, chosen: ChosenTable) -> None:
        """One line for each column of the table."""
        page = QWidget()
        page.setBackgroundRole(page.backgroundRole().Base)
        page.setAutoFillBackground(True)
        grid = QGridLayout(page)
        grid.setContentsMargins(12, 8, 12, 8)
        grid.setHorizontalSpacing(16)
        grid.setVerticalSpacing(4)
        for place, share in enumerate(COLUMN_SHARES):
            grid.setColumnStretch(place, share)
        for place, words in enumerate(("Cột trong tệp", "Nội dung", "Ví dụ trong tệp", "Lý do")):
            grid.addWidget(label(words, "heading"), 0, place)
        self._combos = {}
        for line, column in enumerate(chosen.guess.columns, start=1):
            self._add_line(grid, line, column, chosen)
        grid.setRowStretch(grid.rowCount(), 1)
        self.setWidget(page)

    def _add_line(
        self, grid: QGridLayout, line: int, column: ColumnGuess, chosen: ChosenTable
    ) -> None:
        title = f"{column.letter} · {column.header_text or 'không có tiêu đề'}"
        if column.index in chosen.sheet.hidden_columns:
            title += " (cột đang ẩn)"
        combo = named(QuietCombo(), f"field-{column.letter}", f"Ý nghĩa của cột {title}")
        keep_in_letters(combo, most=MEANING_LETTERS)
        for field, words in FIELD_TITLES.items():
            combo.addItem(words, field.value)
        combo.setCurrentIndex(combo.findData(column.field.value))
        combo.currentIndexChanged.connect(lambda _at: self.changed.emit(self.fields()))
        self._combos[column.index] = combo
        private = column.field in PRIVATE_FIELDS
        example = HIDDEN_VALUES if private else _examples(chosen, column.index)
        grid.addWidget(label(title, wrap=True), line, 0)
        grid.addWidget(combo, line, 1)
        grid.addWidget(label(example, "muted", wrap=True), line, 2)
        open_ = column.may_be is not None
        grid.addWidget(label(column.why, "attention" if open_ else "muted", wrap=True), line, 3)

    def fields(self) -> dict[int, Field]:
        """What each column means now."""
        return {index: Field(combo.currentData()) for index, combo in self._combos.items()}


def _examples(chosen: ChosenTable, index: int) -> str:
    first, last = chosen.guess.data_rows
    found: list[str] = []
    for row in chosen.sheet.rows[first - 1 : last]:
        if row[index] is not None and str(row[index]) not in found:
            found.append(str(row[index]))
        if len(found) == EXAMPLES:
            break
    words = " · ".join(found) or f"cột {column_letter(index)} trống"
    return words if len(words) <= EXAMPLE_LETTERS else words[: EXAMPLE_LETTERS - 1] + "…"
