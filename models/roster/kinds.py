"""The block (khối) that a unit's name speaks of, for units that a list brings along."""

from __future__ import annotations

from collections.abc import Sequence

from models.records import Unit, UnitKind
from models.text.names import search_fold

# The first words that are found decide, so the narrower ones stand first.
_WORDS: tuple[tuple[str, UnitKind], ...] = (
    ("truong chinh tri", UnitKind.PARTY),
    ("truong ", UnitKind.SCHOOL),
    ("mam non", UnitKind.SCHOOL),
    ("tieu hoc", UnitKind.SCHOOL),
    ("thcs", UnitKind.SCHOOL),
    ("thpt", UnitKind.SCHOOL),
    ("to dan pho", UnitKind.VILLAGE),
    ("tdp", UnitKind.VILLAGE),
    ("thon ", UnitKind.VILLAGE),
    ("khu dan cu", UnitKind.VILLAGE),
    ("tram y te", UnitKind.HEALTH),
    ("cong an", UnitKind.FORCES),
    ("quan su", UnitKind.FORCES),
    ("trung tam", UnitKind.PUBLIC_SERVICE),
    ("ban quan ly", UnitKind.PUBLIC_SERVICE),
    ("mat tran", UnitKind.FRONT),
    ("mttq", UnitKind.FRONT),
    ("doan thanh nien", UnitKind.FRONT),
    ("hoi ", UnitKind.FRONT),
    ("cong doan", UnitKind.FRONT),
    ("dang", UnitKind.PARTY),
    ("hdnd va ubnd", UnitKind.GOVERNMENT),
    ("hdnd", UnitKind.COUNCIL),
    ("hoi dong nhan dan", UnitKind.COUNCIL),
    ("phong ", UnitKind.GOVERNMENT),
    ("van phong", UnitKind.GOVERNMENT),
)


def kind_of_name(name: str) -> UnitKind:
    """The block that `name` speaks of; OTHER when it says nothing."""
    folded = f"{search_fold(name)} "
    return next((kind for words, kind in _WORDS if words in folded), UnitKind.OTHER)


def parent_for(kind: UnitKind, units: Sequence[Unit]) -> int | None:
    """The group of the tree that a new unit of `kind` belongs under, None for the top.

    A group is a top unit of that kind in which nobody works.
    """
    parents = {unit.parent_id for unit in units}
    for unit in units:
        is_group = unit.id in parents or unit.name.startswith("Các ")
        if unit.parent_id is None and unit.kind is kind and is_group and not unit.people:
            return unit.id
    return None
