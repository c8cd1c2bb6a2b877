"""The commune, its units and its people."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta

from models.records.kinds import Gender, StaffType, UnitKind


@dataclass(frozen=True, slots=True)
class Commune:
    """The commune that owns the file. `name` is in full: "Xã Kẻ Sặt"."""

    name: str
    kind: str
    code: str
    place: str
    province: str

    @property
    def lower_name(self) -> str:
        """The name inside a sentence: "xã Kẻ Sặt" (decree 30/2020, appendix II)."""
        return self.name[:1].lower() + self.name[1:]


@dataclass(frozen=True, slots=True)
class Contact:
    """Somebody to call about a unit. `role` is "head" or "contact"."""

    role: str
    name: str
    position: str = ""
    phone: str = ""
    email: str = ""


@dataclass(frozen=True, slots=True)
class Unit:
    """Đơn vị. `depth` is 0 at the top of the tree; `people` counts who works there now."""

    id: int
    uid: str
    name: str
    kind: UnitKind
    parent_id: int | None
    position: int
    depth: int = 0
    people: int = 0
    contacts: tuple[Contact, ...] = ()
    aliases: tuple[str, ...] = ()

    @property
    def head(self) -> Contact | None:
        """The head of the unit, when known."""
        return next((c for c in self.contacts if c.role == "head"), None)


@dataclass(frozen=True, slots=True)
class Post:
    """A post beside the present main one: a side post, or a main post that ended on `until`.

    From the day `until` on it is held no more; `last_day` is the one before.
    """

    id: int
    unit_id: int
    unit: str
    position: str
    main: bool
    since: date | None
    until: date | None

    @property
    def last_day(self) -> date | None:
        """The last day on which it is held; None while no end is known."""
        return None if self.until is None else self.until - timedelta(days=1)

    def is_over(self, day: date) -> bool:
        """Whether it is held no more on `day`, nor later."""
        return self.until is not None and self.until <= day


@dataclass(frozen=True, slots=True)
class PersonDraft:
    """What a form or a list says about a person, before it is stored."""

    name: str
    unit_id: int
    position: str = ""
    staff_type: StaffType | None = None
    gender: Gender | None = None
    birth: str = ""
    phone: str = ""
    email: str = ""
    staff_code: str = ""
    note: str = ""
    came_on: date | None = None


@dataclass(frozen=True, slots=True)
class MarkResult:
    """How many people were marked, and how many already were.

    `returned` counts those of the marked who got back what stood before it was taken away,
    `passed` those who have completed and so are not marked as failed.
    """

    marked: int
    already: int
    returned: int = 0
    passed: int = 0
