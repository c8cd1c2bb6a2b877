"""The group rows of a table in their order and depth, and what they say of the people below them.

A group ends where the next one of the same look comes: the same way of numbering, or none and the
same letters. What each of them is, is decided by all of them together, at the end.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass
from typing import NamedTuple

from models.intake.shape.furniture import group_name
from models.intake.shape.group_kinds import NO_UNIT, GroupKind, NamedGroup, named_by
from models.records import StaffType

Path = tuple[int, ...]
"""The group rows above somebody, from the outermost, by their place among all of them."""

_AT_HEAD = re.compile(r"\s*([IVXLC]{1,6}|[A-ZĐ]|[a-hđ]|\d{1,2}(?:\.\d{1,2})*|[*•+▪❖➢→–-])(?!\w)")
_ROMAN = re.compile(r"[IVX]+|[IVXLC]{2,}")
_UNITS = (GroupKind.UNIT, GroupKind.BLOCK)
_LAST = (GroupKind.BLOCK, GroupKind.LOOSE_PART)
"""Of several groups these count where no other names a unit."""

LETTER = "letter"


class GroupsAbove(NamedTuple):
    """What the groups above somebody say. `open` is the group that stands among units and is
    none itself: its people do not belong to the unit of the whole list."""

    unit: str = ""
    staff_type: StaffType | None = None
    status: str = ""
    open: str = ""


@dataclass(frozen=True, slots=True)
class _Heading:
    text: str
    sign: str
    look: str
    named: NamedGroup


class Headings:
    """Collects group rows from top to bottom."""

    def __init__(self, common: str) -> None:
        """`common` is the unit of the whole list, as its title, sheet or file says."""
        self._common = common
        self._all: list[_Heading] = []
        self._peopled: set[int] = set()
        self._path: Path = ()

    def path(self) -> Path:
        """The groups in which a person at this place stands."""
        self._peopled.update(self._path)
        return self._path

    def enter(self, text: str, number: str = "") -> None:
        """A group row with that text, and what stands as its number in a cell of its own."""
        found = _AT_HEAD.match(number or text)
        sign = found[1] if found else ""
        new = _Heading(group_name(text), sign, self._look(sign), named_by(text))
        kept = self._path[: self._ends(new)]
        self._all.append(new)
        self._path = (*kept, len(self._all) - 1)

    def groups(self, paths: Sequence[Path]) -> list[GroupsAbove]:
        """What the groups say, for each path."""
        kinds: defaultdict[str, set[GroupKind]] = defaultdict(set)
        for each in self._all:
            kinds[each.look].add(each.named.kind)
        known = {path: self._said(path, kinds) for path in set(paths)}
        return [known[path] for path in paths]

    def _ends(self, new: _Heading) -> int:
        """How many of the groups that are open still hold at a new one."""
        for depth, at in enumerate(self._path):
            old = self._all[at]
            if old.look == new.look and (new.look or _same_sort(old, new)):
                return depth
            if self._is_over(at, new):
                return depth
        return len(self._path)

    def _is_over(self, at: int, new: _Heading) -> bool:
        """Whether a unit without a number comes after people of a mere kind without one."""
        old = self._all[at]
        level = old.look == new.look and old.named.kind is GroupKind.PEOPLE
        return level and new.named.kind in _UNITS and at in self._peopled

    def _look(self, sign: str) -> str:
        if sign == "I" and self._all and self._all[-1].sign == "H":
            return LETTER
        if _ROMAN.fullmatch(sign):
            return "roman"
        if sign.isalpha():
            return LETTER if sign.isupper() else "small letter"
        return f"depth {sign.count('.')}" if sign[:1].isdigit() else sign

    def _said(self, path: Path, kinds: dict[str, set[GroupKind]]) -> GroupsAbove:
        above = [self._all[at] for at in reversed(path)]
        units = [(each.named.kind, name) for each in above if (name := self._unit(each, kinds))]
        unit = next(
            (name for kind, name in units if kind not in _LAST), units[0][1] if units else ""
        )
        staff = next((e.named.staff_type for e in above if e.named.staff_type), None)
        status = next((e.text for e in above if e.named.kind is GroupKind.STATUS), "")
        among = [e for e in above if kinds[e.look] & {*_UNITS} and e.named.kind not in _UNITS]
        return GroupsAbove(unit, staff, status, among[0].text if among and not unit else "")

    def _unit(self, heading: _Heading, kinds: dict[str, set[GroupKind]]) -> str:
        """The unit that a heading is, in the company of those that look alike."""
        named, company = heading.named, kinds[heading.look]
        if named.kind in _UNITS:
            return named.unit
        if named.kind is GroupKind.LOOSE_PART:
            return "" if self._common else named.unit
        if named.kind is GroupKind.UNKNOWN:
            plain = company & NO_UNIT and not company & {*_UNITS}
            return "" if plain else heading.text
        return ""


def _same_sort(one: _Heading, other: _Heading) -> bool:
    """Whether both name units, or both kinds of people, or both what is said of people."""
    sorts = [each.named.kind if each.named.kind in NO_UNIT else None for each in (one, other)]
    return sorts[0] is sorts[1]
