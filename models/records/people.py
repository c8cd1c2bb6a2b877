"""The people that the roster shows, and which of them somebody wants to see."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date

from models.records.kinds import Gender, StaffType, Status


@dataclass(frozen=True, slots=True)
class Person:
    """One person of the roster with the marks of the current contest.

    Dates are plain dates; `phone` is canonical (`0xxxxxxxxx`) or "", `phone_raw`
    is what the source held. `birth` is ISO text: "1985", "1985-04-02" or "". `present` and
    `counts` tell whether they work here, and are in the figures, on the day that was looked at;
    `second_posts` are those held then, in words; `left_on` may be still to come. Who took part
    without passing `failed_on` a day is registered, and may have completed since.
    """

    id: int
    uid: str
    name: str
    unit_id: int
    unit: str
    position: str = ""
    staff_type: StaffType | None = None
    gender: Gender | None = None
    birth: str = ""
    phone: str = ""
    phone_raw: str = ""
    email: str = ""
    staff_code: str = ""
    note: str = ""
    came_on: date | None = None
    left_on: date | None = None
    left_reason: str = ""
    registered_on: date | None = None
    completed_on: date | None = None
    score: float | None = None
    attempts: int | None = None
    platform_unit: str = ""
    exempt_reason: str = ""
    second_posts: str = ""
    present: bool = True
    counts: bool = True
    failed_on: date | None = None

    @property
    def has_failed(self) -> bool:
        """Whether they took part, and have not passed since."""
        return self.failed_on is not None and self.completed_on is None


@dataclass(frozen=True, slots=True)
class ColumnFilter:
    """Only people whose `column` holds one of `values`: text, or dates as ISO; "" is blank."""

    column: str
    values: frozenset[str]


@dataclass(frozen=True, slots=True)
class PeopleQuery:
    """Which people the roster shows. Empty fields do not filter. With `only_left` they are those
    who are on it no more, or not yet."""

    search: str = ""
    unit_ids: frozenset[int] = field(default_factory=frozenset)
    statuses: frozenset[Status] = field(default_factory=frozenset)
    order: str = "name"
    descending: bool = False
    include_left: bool = False
    as_of: date | None = None
    without_phone: bool = False
    columns: tuple[ColumnFilter, ...] = ()
    only_left: bool = False
