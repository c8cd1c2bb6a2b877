"""Comparing two people: a tier and the reasons for it, in words."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from models.matching.identity import Identity
from models.text.names import loose_key


class Tier(StrEnum):
    """SAME is taken without asking, LIKELY is decided by the officer."""

    SAME = "same"
    LIKELY = "likely"
    DIFFERENT = "different"


@dataclass(frozen=True, slots=True)
class Verdict:
    """How two people compare, and why; `warnings` are for the officer's eye."""

    tier: Tier
    reasons: tuple[str, ...] = ()
    warnings: tuple[str, ...] = ()


DIFFERENT = Verdict(Tier.DIFFERENT)


def compare(a: Identity, b: Identity) -> Verdict:
    """Whether `a` and `b` are one person. Names that differ in a tone are never the same."""
    verdict = _by_name(a, b) if a.name_key == b.name_key else _by_other_name(a, b)
    if verdict.tier is Tier.SAME and (a.left or b.left):
        return Verdict(Tier.LIKELY, (*verdict.reasons, "người này đã rời danh sách"))
    return verdict


def _by_name(a: Identity, b: Identity) -> Verdict:
    if _contradict(a.birth, b.birth):
        return DIFFERENT
    if a.phone and a.phone == b.phone:
        return Verdict(Tier.SAME, ("cùng họ tên và số điện thoại",))
    same_unit = a.unit_id is not None and a.unit_id == b.unit_id
    if same_unit and not (a.phone and b.phone):
        return Verdict(Tier.SAME, ("cùng họ tên, cùng đơn vị",))
    if same_unit:
        return Verdict(Tier.LIKELY, ("cùng họ tên, cùng đơn vị nhưng khác số điện thoại",))
    if a.phone and b.phone:
        return DIFFERENT
    return Verdict(Tier.LIKELY, ("cùng họ tên nhưng khác đơn vị",))


def _by_other_name(a: Identity, b: Identity) -> Verdict:
    alike = loose_key(a.name) == loose_key(b.name)
    if a.phone and a.phone == b.phone:
        if alike:
            return Verdict(Tier.LIKELY, ("cùng số điện thoại, họ tên chỉ khác dấu",))
        return Verdict(Tier.LIKELY, ("cùng số điện thoại",), ("họ tên khác hẳn nhau",))
    unmarked = a.name.isascii() or b.name.isascii()
    if alike and unmarked and a.unit_id == b.unit_id and not (a.phone and b.phone):
        return Verdict(Tier.LIKELY, ("cùng đơn vị, họ tên chỉ thiếu dấu",))
    return DIFFERENT


def _contradict(a: str, b: str) -> bool:
    """Two birth dates that cannot both be true: the shorter is not the start of the longer."""
    return bool(a and b) and not (a.startswith(b) or b.startswith(a))
