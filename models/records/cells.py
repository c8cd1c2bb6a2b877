"""Cells of the roster as somebody writes them, and what comes of it."""

from __future__ import annotations

from dataclasses import dataclass

WRITABLE_COLUMNS = (
    "name", "unit", "position", "phone", "registered_on", "completed_on", "note", "staff_type",
    "gender", "birth", "email", "staff_code", "came_on", "score",
)  # fmt: skip
"""The columns that can be written into."""
MARK_COLUMNS = ("registered_on", "completed_on")


@dataclass(frozen=True, slots=True)
class CellText:
    """What shall stand in one cell; "" empties it."""

    person_id: int
    column: str
    text: str


@dataclass(frozen=True, slots=True)
class PlannedCell:
    """One cell of a plan: before and after as shown, or why it cannot be written.

    `also` names what would go beside it: "hoàn thành 05/06/2026".
    """

    person_id: int
    name: str
    column: str
    before: str
    after: str
    refusal: str = ""
    also: str = ""


@dataclass(frozen=True, slots=True)
class CellPlan:
    """What writing some cells would do; cells that hold it already are only counted."""

    lines: tuple[PlannedCell, ...]
    unchanged: int

    @property
    def changes(self) -> tuple[PlannedCell, ...]:
        """The cells that would be written."""
        return tuple(line for line in self.lines if not line.refusal)

    @property
    def marked(self) -> int:
        """How many people would get another mark, or lose one."""
        return len({line.person_id for line in self.changes if line.column in MARK_COLUMNS})

    @property
    def losses(self) -> tuple[PlannedCell, ...]:
        """The cells with which more would go than stands in them."""
        return tuple(line for line in self.changes if line.also)

    @property
    def refusals(self) -> tuple[PlannedCell, ...]:
        """The cells that cannot be."""
        return tuple(line for line in self.lines if line.refusal)
