"""How much room text needs on a sheet: no reader fits the height of merged cells by itself."""

from __future__ import annotations

import unicodedata
from math import ceil

from reportlab.pdfbase.pdfmetrics import stringWidth

from reports.profile import TextStyle

MM_PER_POINT = 25.4 / 72
LINE_HEIGHT = 1.2
SCREEN_ROUNDING = 1.015
_FACES = {
    (False, False): "Times-Roman",
    (True, False): "Times-Bold",
    (False, True): "Times-Italic",
    (True, True): "Times-BoldItalic",
}
_BASE_LETTERS = str.maketrans({"đ": "d", "Đ": "D"})


def text_width(text: str, style: TextStyle) -> float:
    """The length of one line in millimetres; in Times a mark does not widen its letter."""
    letters = unicodedata.normalize("NFD", text.translate(_BASE_LETTERS))
    base = "".join(letter for letter in letters if not unicodedata.combining(letter))
    points = stringWidth(base, _FACES[style.bold, style.italic], style.size)
    return float(points) * MM_PER_POINT * SCREEN_ROUNDING


def line_count(text: str, style: TextStyle, width: float) -> int:
    """How many lines `text` takes in `width` millimetres; a word that is longer is broken."""
    return sum(_lines_of(part, style, width) for part in text.split("\n"))


def _lines_of(text: str, style: TextStyle, width: float) -> int:
    lines, line = 1, ""
    for word in text.split(" "):
        longer = f"{line} {word}" if line else word
        if line and text_width(longer, style) > width:
            lines, line = lines + 1, word
        else:
            line = longer
        if (length := text_width(line, style)) > width:
            lines += ceil(length / width) - 1
            line = line[-1:]
    return lines


def line_height(style: TextStyle, lines: int = 1) -> float:
    """Points of height that so many lines need."""
    return round(style.size * LINE_HEIGHT * lines + 2, 1)
