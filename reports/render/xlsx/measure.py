"""How much room text needs on a sheet: no reader fits the height of merged cells by itself."""

from __future__ import annotations

from reports.profile import TextStyle
from reports.render.lengths import line_count, line_length

LINE_HEIGHT = 1.2
SCREEN_ROUNDING = 1.015
CELL_PADDING_MM = 1.4


def text_width(text: str, style: TextStyle) -> float:
    """The length of one line in millimetres, as a screen rounds it."""
    return line_length(text, style) * SCREEN_ROUNDING


def cell_lines(text: str, style: TextStyle, width: float) -> int:
    """How many lines `text` takes in `width` millimetres of a sheet."""
    return line_count(text, style, width / SCREEN_ROUNDING)


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
            count = self._lines[text] = cell_lines(text, self._style, self._width)
        return count
