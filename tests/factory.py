"""Made-up people for tests: short ways to fill a roster."""

from __future__ import annotations

from collections.abc import Sequence

from models.records import PersonDraft, Unit
from models.records.periods import Period, PeriodKind
from models.roster.people import add_person
from models.roster.timeline import periods_of
from models.roster.unit_tree import list_units
from models.store.data_file import DataFile

FAMILY = ("Nguyễn", "Trần", "Lê", "Phạm", "Vũ", "Đỗ", "Bùi", "Hoàng")
MIDDLE = ("Văn", "Thị", "Đức", "Minh", "Ngọc")
GIVEN = ("An", "Ánh", "Ân", "Dung", "Dũng", "Đức", "Hòa", "Yến", "Bình", "Thuận")


def made_up_name(index: int) -> str:
    """A different full name for each of the first 400 indexes."""
    family = FAMILY[index % len(FAMILY)]
    middle = MIDDLE[index // len(FAMILY) % len(MIDDLE)]
    given = GIVEN[index // (len(FAMILY) * len(MIDDLE)) % len(GIVEN)]
    return f"{family} {middle} {given}"


def unit(file: DataFile, name: str = "Phòng Văn hóa - Xã hội") -> Unit:
    """The unit of that name."""
    return next(each for each in list_units(file) if each.name == name)


def add_people(file: DataFile, count: int, unit_id: int | None = None) -> list[int]:
    """Add `count` made-up people with phones 0912000000 and on; returns their ids."""
    where = unit_id or unit(file).id
    drafts = [
        PersonDraft(name=made_up_name(i), unit_id=where, phone=f"0912{i:06d}") for i in range(count)
    ]
    return [add_person(file, draft) for draft in drafts]


def named(file: DataFile, names: Sequence[str]) -> list[int]:
    """Add people with these names, without phones."""
    where = unit(file).id
    return [add_person(file, PersonDraft(name=name, unit_id=where)) for name in names]


def exemptions_of(file: DataFile, person_id: int) -> tuple[Period, ...]:
    """The exemptions of one person in the current contest, oldest first."""
    return tuple(p for p in periods_of(file, person_id) if p.kind is PeriodKind.EXEMPT)
