"""How much room text needs on a sheet: no reader fits the height of merged cells by itself."""

from __future__ import annotations

import unicodedata
from functools import cache
from math import ceil

from reportlab.pdfbase.pdfmetrics import stringWidth

from reports.profile import TextStyle

MM_PER_POINT = 25.4 / 72
LINE_HEIGHT = 1.2
SCREEN_ROUNDING = 1.015
CELL_PADDING_MM = 1.4
_FACES = {
    (False, False): "Times-Roman",
    (True, False): "Times-Bold",
    (False, True): "Times-Italic",
    (True, True): "Times-BoldItalic",
}
_BASE_LETTERS = str.maketrans({"đ": "d", "Đ": "D"})


class _LetterWidths(dict[str, float]):
    """Millimetres of each letter of a face at one point; in Times a mark widens no letter."""

    def __init__(self, face: str) -> None:
        super().__init__()
        self._face = face

    def __missing__(self, letter: str) -> float:
        parts = unicodedata.normalize("NFD", letter.translate(_BASE_LETTERS))
        base = "".join(part for part in parts if not unicodedata.combining(part))
        width = float(stringWidth(base, self._face, 1)) * MM_PER_POINT * SCREEN_ROUNDING
        self[letter] = width
        return width


@cache
def _widths_of(face: str) -> _LetterWidths:
    return _LetterWidths(face)


def text_width(text: str, style: TextStyle) -> float:
    """The length of one line in millimetres."""
    widths = _widths_of(_FACES[style.bold, style.italic])
    return sum(map(widths.__getitem__, text)) * style.size


def line_count(text: str, style: TextStyle, width: float) -> int:
    """How many lines `text` takes in `width` millimetres; a word that is longer is broken."""
    if "\n" not in text and text_width(text, style) <= width:
        return 1
    return sum(_lines_of(part, style, width) for part in text.split("\n"))


def _lines_of(text: str, style: TextStyle, width: float) -> int:
    lines, used = 1, 0.0
    blank = text_width(" ", style)
    for word in text.split(" "):
        length = text_width(word, style)
        if used and used + blank + length > width:
            lines, used = lines + 1, length
        else:
            used += (blank if used else 0.0) + length
        if used > width:
            more = ceil(used / width) - 1
            lines, used = lines + more, used - more * width
    return lines


def line_height(style: TextStyle, lines: int = 1) -> float:
    """Points of height that so many lines need."""
    return round(style.size * LINE_HEIGHT * lines + 2, 1)


class ColumnRoom:
    """The height that texts need in one column, each text measured once."""

    def __init__(self, style: TextStyle, width: float) -> None:
        self._style, self._width = style, width - CELL_PADDING_MM
        self._lines: dict[str, int] = {}

    def lines(self, text: str) -> int:
        """How many lines the text takes."""
        count = self._lines.get(text)
        if count is None:
            count = self._lines[text] = line_count(text, self._style, self._width)
        return count
