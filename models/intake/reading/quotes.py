"""Delimited text whose quotation marks are astray: one stray mark spoils one row, not the rest.

A mark opens a cell only where another one closes it, before a delimiter or the end of a line,
and where the cell between them swallows no lines that are rows themselves.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence

QUOTE = '"'
LINES_OF_A_CELL = 60
LINES_COUNTED = 500
MOST_TRIALS, MOST_ENDINGS = 200, 8
QuotedCells = list[str]

_QUOTED = re.compile(r'"((?:[^"]|"")*)"')


def careful_rows(lines: Sequence[str], delimiter: str) -> Iterator[tuple[QuotedCells, bool]]:
    """The cells of each row, and whether a quotation mark of it was astray."""
    reader = _Careful(lines, delimiter)
    at = 0
    while at < len(lines):
        cells, astray, taken = reader.row(at)
        yield cells, astray
        at += taken


class _Careful:
    def __init__(self, lines: Sequence[str], delimiter: str) -> None:
        self._lines, self._delimiter = lines, delimiter
        self._closing = re.compile(rf'"(?={re.escape(delimiter)}|\Z)')
        first = (line for line in lines[:LINES_COUNTED] if line.strip())
        counts = Counter(len(self._ways(line, 0)[0]) for line in first)
        counts.pop(1, None)
        self._width = counts.most_common(1)[0][0] if counts else 1

    def row(self, at: int) -> tuple[QuotedCells, bool, int]:
        """(cells, astray, lines taken) of the row that begins at a line."""
        line = self._lines[at]
        if QUOTE not in line:
            return line.split(self._delimiter), False, 1
        cells = self._strictly(line)
        if cells is not None:
            return cells, any(cell.count(QUOTE) % 2 for cell in cells), 1
        return self._over_lines(at) or (self._astray(line), True, 1)

    def _over_lines(self, at: int) -> tuple[QuotedCells, bool, int] | None:
        """A row with a cell of several lines that is closed properly and swallows no row."""
        text = self._lines[at]
        for taken in range(2, min(LINES_OF_A_CELL, len(self._lines) - at) + 1):
            following = self._lines[at + taken - 1]
            text += "\n" + following
            if QUOTE not in following:
                continue
            cells = self._strictly(text)
            if cells is not None and len(cells) == self._width:
                return None if self._swallows(at, taken) else (cells, False, taken)
        return None

    def _swallows(self, at: int, taken: int) -> bool:
        """Whether lines are as wide as the table; the first or the last one of a cell may be."""
        counts = [len(self._astray(line)) for line in self._lines[at : at + taken]]
        first, *middle, last = (count >= self._width for count in counts)
        return self._width > 1 and (any(middle) or (first and last))

    def _strictly(self, text: str) -> QuotedCells | None:
        """The cells when every mark is where the rules want it, None otherwise."""
        cells: QuotedCells = []
        at = 0
        while at <= len(text):
            if text[at : at + 1] == QUOTE:
                found = _QUOTED.match(text, at)
                end = found.end() if found else -1
                if found is None or text[end : end + 1] not in {"", self._delimiter}:
                    return None
                cells.append(found[1].replace(QUOTE * 2, QUOTE))
            else:
                end = self._end_of_plain(text, at)
                if "\n" in text[at:end]:
                    return None
                cells.append(text[at:end])
            at = end + 1
        return cells

    def _astray(self, line: str) -> QuotedCells:
        """The cells of one line, as many as other rows have when that is possible."""
        ways = self._ways(line, self._width)
        return next((cells for cells in ways if len(cells) == self._width), ways[0])

    def _ways(self, line: str, wanted: int) -> list[QuotedCells]:
        """The ways to cut a line, the likeliest first, up to one of `wanted` cells (0: any)."""
        if QUOTE not in line:
            return [line.split(self._delimiter)]
        ways: list[QuotedCells] = []
        open_ways: list[tuple[QuotedCells, int]] = [([], 0)]
        while open_ways and len(ways) < MOST_TRIALS:
            cells, at = open_ways.pop()
            if at > len(line):
                ways.append(cells)
                if wanted in {0, len(cells)}:
                    break
                continue
            endings = self._endings(line, at)
            open_ways += [([*cells, text], end + 1) for text, end in reversed(endings)]
        return ways

    def _endings(self, line: str, at: int) -> list[tuple[str, int]]:
        """(cell, end) of each way in which the cell that begins at `at` may end.

        A quoted one ends at the nearest mark before a delimiter, or further on; at last the
        mark that opens it is taken for a stray one.
        """
        end = self._end_of_plain(line, at)
        if line[at : at + 1] != QUOTE:
            return [(line[at:end], end)]
        closing = [each.start() for each in self._closing.finditer(line, at + 1)]
        quoted = [(_unquoted(line[at + 1 : mark]), mark + 1) for mark in closing[:MOST_ENDINGS]]
        return [*quoted, (line[at + 1 : end], end)]

    def _end_of_plain(self, text: str, at: int) -> int:
        end = text.find(self._delimiter, at)
        return len(text) if end < 0 else end


def _unquoted(text: str) -> str:
    """What two marks enclose; with a lone mark inside, the last one belongs to that."""
    inner = text.replace(QUOTE * 2, QUOTE)
    return inner + QUOTE if inner.count(QUOTE) % 2 else inner
