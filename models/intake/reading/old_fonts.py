"""Fonts of before Unicode in a file: which cells are written in one, as stretches of rows."""

from __future__ import annotations

import re
from functools import lru_cache

from models.intake.grid import FontRun

MOST_RUNS = 5_000
"""A list changes its font a few times; more is no list, and must not fill the memory."""

ROWS_FOLLOWED = 5_000
"""Below this row every column keeps the font that it has there: a commune's list is shorter."""

LAST_ROW = 2**20
NEEDLE = re.compile(r"\.vn|vni|vps|vi |viscii", re.IGNORECASE)
_RULE = re.compile(r"\.([\w-]+)\s*\{([^{}]*)\}")
_FAMILY = re.compile(r"font-family\s*:\s*[\"']?\s*([^;,\"'}]+)", re.IGNORECASE)


@lru_cache(256)
def old_font(name: str) -> str:
    """The name of a font of before Unicode (".VnTime"), "" for every other font."""
    # Imported late, because hardly any file needs the tables of the old encodings.
    from models.text.legacy.codec import encoding_of_font

    return name if NEEDLE.search(name) and encoding_of_font(name) else ""


def font_of_style(style: str) -> str:
    """The old font that CSS declarations ask for, "" when they name none."""
    found = _FAMILY.search(style)
    return old_font(found[1].strip()) if found else ""


def fonts_of_classes(page: str) -> dict[str, str]:
    """CSS class → old font, as Excel writes it into the head of a web page."""
    if not NEEDLE.search(page):
        return {}
    rules = ((found[1], font_of_style(found[2])) for found in _RULE.finditer(page))
    return {name: font for name, font in rules if font}


class FontTrail:
    """Collects the fonts of text cells, told row by row, as runs in each column."""

    def __init__(self) -> None:
        self._runs: dict[int, list[FontRun]] = {}
        self._open: dict[int, tuple[int, int, str]] = {}
        self._count = 0
        self.is_over = False

    def end(self) -> None:
        """No further cell will be told; all runs that are open reach to the last row."""
        self.is_over = True
        for column, (first, _, font) in self._open.items():
            self._open[column] = (first, LAST_ROW, font)

    def note(self, row: int, column: int, font: str) -> None:
        """A text cell in `font`, "" for one in an ordinary font."""
        current = self._open.get(column)
        if current and current[2] == font:
            self._open[column] = (current[0], row, font)
            return
        self._close(column)
        if font and self._count < MOST_RUNS:
            self._open[column] = (row, row, font)
            self._count += 1

    def runs(self) -> dict[int, tuple[FontRun, ...]]:
        """The runs by column, once all cells have been told."""
        for column in list(self._open):
            self._close(column)
        return {column: tuple(runs) for column, runs in self._runs.items()}

    def _close(self, column: int) -> None:
        if current := self._open.pop(column, None):
            self._runs.setdefault(column, []).append(FontRun(*current))
