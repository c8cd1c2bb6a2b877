"""What the groups above people say of them, beside what their own rows say."""

from __future__ import annotations

from collections.abc import Sequence, Set
from datetime import date

from models.intake.shape.above import filled_down
from models.intake.shape.employment import employment_of
from models.intake.shape.headings import GroupsAbove
from models.intake.shape.marks_read import MarksRead
from models.records import StaffType

SPARSE = 0.6
"""A unit column filled less than this names each unit once, above its people."""


def units_of(
    written: list[str], groups: Sequence[GroupsAbove], common: str, blank: Set[int] | None
) -> list[str]:
    """The unit of each row: as written there, of its group, or the one of the whole list.

    `blank` are the places in the unit column that are blank for a reason; None without a column.
    """
    filled = sum(1 for unit in written if unit)
    once = 0 < filled < SPARSE * len(written) and not any(group.unit for group in groups)
    if once and blank is not None:
        written = filled_down(written, blank)
    return [
        unit or group.unit or ("" if group.open else common)
        for unit, group in zip(written, groups, strict=True)
    ]


def staff_types_of(
    own: Sequence[StaffType | None], groups: Sequence[GroupsAbove]
) -> list[StaffType | None]:
    """The kind of staff of each row, or of its group."""
    return [kind or group.staff_type for kind, group in zip(own, groups, strict=True)]


def with_status(marks: MarksRead, groups: Sequence[GroupsAbove], today: date) -> MarksRead:
    """The marks, where what a group says of the work of its people is said of each of them."""
    if not any(group.status for group in groups):
        return marks
    said = [
        own or (employment_of(group.status, today) if group.status else None)
        for own, group in zip(marks.employment, groups, strict=True)
    ]
    return marks._replace(employment=said)
