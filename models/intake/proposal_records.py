"""A proposal of a list beyond its rows: one decision, to do it or to leave it."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from models.records import Mark, StaffType


class ProposalKind(StrEnum):
    """What would be done."""

    EXEMPT = "exempt"
    LEAVES = "leaves"
    STAFF_TYPE = "staff_type"
    MARK = "mark"
    MOVE = "move"


@dataclass(frozen=True, slots=True)
class Proposal:
    """One decision: what the file says of the person of row `row`, and `words` for what to do.

    `row` is the ordinal of the `PlanRow`; `said` is the cell. The first day of an exemption or
    a leaving is always set.
    """

    id: int
    row: int
    kind: ProposalKind
    said: str
    words: str
    reason: str = ""
    since: date | None = None
    until: date | None = None
    staff_type: StaffType | None = None
    marks: tuple[Mark, ...] = ()
    days: tuple[date | None, ...] = ()
    """The days of the marks as far as the row tells them."""
