"""What is hidden in the files: shown, and asked about in one place before anything is read."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QSettings
from PySide6.QtWidgets import QRadioButton, QVBoxLayout, QWidget

from models.intake.hidden import hidden_rows
from models.intake.sitting.records import ChosenTable, ReadFile
from models.text.formats import number
from ui.theme.pieces import card, column_in, label, named, row_in, show_words

SKIP_KEY = "import/skip-hidden"
PLACES_NAMED = 4
SHEETS_HINT = "Trang tính ẩn chỉ được đọc khi bạn đánh dấu nó ở bảng trên."


class HiddenQuestion(QWidget):
    """Asks about hidden rows; the last answer stands until another is given.

    At first hidden rows are read, so that nobody is lost by a filter that was left on.
    """

    def __init__(self) -> None:
        super().__init__()
        self.setObjectName("hidden-question")
        self._rows_words = label("", "attention", wrap=True, name="hidden-rows")
        self._sheets_words = label("", "attention", wrap=True, name="hidden-sheets")
        self._read = named(QRadioButton("Đọc &cả các dòng ẩn"), "hidden-read")
        self._skip = named(QRadioButton("&Bỏ qua các dòng ẩn"), "hidden-skip")
        skip = QSettings().value(SKIP_KEY, "0") == "1"
        (self._skip if skip else self._read).setChecked(True)
        self._skip.toggled.connect(_remember)
        self._choices = QWidget()
        line = row_in(self._choices, spacing=24)
        line.addWidget(self._read)
        line.addWidget(self._skip)
        line.addStretch(1)
        frame = card()
        column = QVBoxLayout(frame)
        column.setContentsMargins(12, 8, 12, 8)
        column.setSpacing(8)
        column.addWidget(self._rows_words)
        column.addWidget(self._choices)
        column.addWidget(self._sheets_words)
        outside = column_in(self)
        outside.addWidget(frame)

    @property
    def skip(self) -> bool:
        """Whether hidden rows shall be left out."""
        return self._skip.isChecked()

    def show_tables(self, files: Sequence[ReadFile], chosen: Sequence[ChosenTable]) -> None:
        """Ask about the hidden rows of the ticked tables, and name the hidden sheets."""
        rows, sheets = rows_words(chosen), sheets_words(files)
        show_words(self._rows_words, rows)
        self._choices.setVisible(bool(rows))
        show_words(self._sheets_words, sheets)
        self.setVisible(bool(rows or sheets))


def rows_words(chosen: Sequence[ChosenTable]) -> str:
    """ "Có 12 dòng đang ẩn hoặc bị lọc: “Sheet1” (12 dòng)."; "" when there are none."""
    counted = [(each, hidden_rows(each.sheet, each.guess)) for each in chosen]
    found = [(_place(each, chosen), count) for each, count in counted if count]
    if not found:
        return ""
    total = sum(count for _place, count in found)
    return f"Có {number(total)} dòng đang ẩn hoặc bị lọc: {_named(found)}."


def sheets_words(files: Sequence[ReadFile]) -> str:
    """ "Có trang tính đang ẩn: “Cũ” (40 dòng)."; "" when there is none."""
    found = [
        (f"“{guess.sheet}”", guess.data_rows[1] - guess.data_rows[0] + 1)
        for file in files
        for guess in file.tables
        if guess.hidden
    ]
    return f"Có trang tính đang ẩn: {_named(found)}. {SHEETS_HINT}" if found else ""


def _place(each: ChosenTable, chosen: Sequence[ChosenTable]) -> str:
    several = len({one.workbook.sha256 for one in chosen}) > 1
    sheet = f"“{each.guess.sheet}”"
    return f"{sheet} của tệp “{each.workbook.file_name}”" if several else sheet


def _named(found: Sequence[tuple[str, int]]) -> str:
    named = "; ".join(f"{place} ({number(count)} dòng)" for place, count in found[:PLACES_NAMED])
    more = len(found) - PLACES_NAMED
    return f"{named}; và {number(more)} nơi khác" if more > 0 else named


def _remember(skip: bool) -> None:
    QSettings().setValue(SKIP_KEY, "1" if skip else "0")
