"""A column of a table, described as data."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from enum import Enum
from typing import Generic, TypeVar

from PySide6.QtCore import Qt

RowT = TypeVar("RowT")
A_PHONE, A_DAY, A_MARK, A_MOMENT = "0888 8888 888", "08/08/2028", "✓ 08/08", "08/08/2028 08:08"
"""As wide as they come: what is never cut in a column."""


class Kind(Enum):
    """How a column looks. SERIAL shows the number of the line and needs no text."""

    TEXT = "text"
    STRONG = "strong"
    QUIET = "quiet"
    NUMBER = "number"
    SERIAL = "serial"
    WARNING = "warning"
    GOOD = "good"


def nothing(_row: object) -> str:
    """The text of a column that has none, and the tooltip of one that needs none."""
    return ""


@dataclass(frozen=True)
class Column(Generic[RowT]):
    """One column. `width` counts average letters, and `most` how many it has at first where what
    stands in it is longer; `sort` is the key that sorts by it, or "".

    `copied` gives the text for the clipboard when it differs from what is shown; `kind_of`
    the look of one cell when it differs from its column's; `edited` the text with which an
    editor begins: only columns that have it can be written into. A column that `fills` takes
    the room that the others leave; in a table without one the last column does. Where room lacks it
    has `least` letters, and those that `yields` is true of are out of sight first. `filtered`
    puts a funnel into the header. `never_cut` is a text that there is always room for. In a
    `searched` column what somebody searches for is lit up.
    """

    key: str
    title: str
    width: int
    text: Callable[[RowT], str] = nothing
    kind: Kind = Kind.TEXT
    sort: str = ""
    tooltip: Callable[[RowT], str] = nothing
    copied: Callable[[RowT], str] | None = None
    hidden: bool = False
    kind_of: Callable[[RowT], Kind] | None = None
    fills: bool = False
    edited: Callable[[RowT], str] | None = None
    filtered: bool = False
    never_cut: str = ""
    searched: bool = False
    most: int = 0
    least: int = 0
    yields: bool = False

    @property
    def alignment(self) -> Qt.AlignmentFlag:
        """Numbers stand right, everything else left."""
        right = self.kind in (Kind.NUMBER, Kind.SERIAL)
        side = Qt.AlignmentFlag.AlignRight if right else Qt.AlignmentFlag.AlignLeft
        return side | Qt.AlignmentFlag.AlignVCenter

    def clipboard_text(self, row: RowT, at: int) -> str:
        """What Ctrl+C puts into the cell of the line `at`."""
        if self.kind is Kind.SERIAL:
            return str(at + 1)
        return (self.copied or self.text)(row)
