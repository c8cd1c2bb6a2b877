"""Where somebody is in a table, so that a reload brings them back to the same people."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Callable, Sequence
from operator import itemgetter
from typing import NamedTuple

from PySide6.QtCore import QAbstractItemModel, QItemSelection


class Place(NamedTuple):
    """The selected ids, the current id with its line, and how far it was scrolled both ways."""

    selected: Sequence[int] = ()
    current: int | None = None
    line: int = -1
    scrolled: int = 0
    scrolled_aside: int = 0


def spans_of(selection: QItemSelection) -> list[tuple[int, int]]:
    """The lines that a selection touches, as (first, last) from top to bottom."""
    spans: list[tuple[int, int]] = []
    for first, last in sorted((part.top(), part.bottom()) for part in selection.toList()):
        if spans and first <= spans[-1][1] + 1:
            spans[-1] = (spans[-1][0], max(last, spans[-1][1]))
        else:
            spans.append((first, last))
    return spans


class Touched:
    """The lines that a selection touches, counted once after each change of it."""

    def __init__(self, selection: Callable[[], QItemSelection]) -> None:
        self._selection = selection
        self._spans: list[tuple[int, int]] | None = None
        self._bare = False

    def forget(self) -> None:
        """The selection is another."""
        self._spans = None

    @property
    def spans(self) -> Sequence[tuple[int, int]]:
        """As (first, last) from top to bottom."""
        if self._spans is None:
            now = self._selection()
            parts = now.toList()
            self._bare = len(parts) == 1 and parts[0].width() == parts[0].height() == 1
            self._spans = spans_of(now)
        return self._spans

    @property
    def bare(self) -> bool:
        """Whether it is one cell alone."""
        return bool(self.spans) and self._bare

    def holds(self, line: int) -> bool:
        """Whether it touches a line."""
        spans = self.spans
        at = bisect_right(spans, line, key=itemgetter(0)) - 1
        return at >= 0 and line <= spans[at][1]


def lines_selected(
    model: QAbstractItemModel, lines: Sequence[int], columns: tuple[int, int] | None = None
) -> QItemSelection:
    """The selection of these lines (ascending), neighbours as one range.

    It is as wide as the rows, or from the first to the last of two `columns`.
    """
    selection = QItemSelection()
    first_column, last_column = columns or (0, model.columnCount() - 1)
    start = 0
    for at, line in enumerate(lines):
        if at + 1 == len(lines) or lines[at + 1] != line + 1:
            selection.select(
                model.index(lines[start], first_column), model.index(line, last_column)
            )
            start = at + 1
    return selection
