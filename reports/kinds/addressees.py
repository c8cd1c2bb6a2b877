"""Kính gửi of the letters: by the kinds of units that take part, in the officers' words."""

from __future__ import annotations

from collections.abc import Sequence

from models.records import Commune, Unit, UnitFigures, UnitKind
from models.text.names import match_key, search_fold
from reports.kinds.parts import STAFF
from reports.occasion import Occasion

_Called = Unit | UnitFigures
_CALLED = {
    "launch-letter": (
        (UnitKind.PARTY, "Các cơ quan, đơn vị thuộc Đảng ủy {xã}"),
        (UnitKind.COUNCIL, "Các Ban HĐND {xã}"),
        (UnitKind.GOVERNMENT, "Các cơ quan chuyên môn, đơn vị thuộc {xã}"),
        (UnitKind.FRONT, "Ủy ban MTTQ Việt Nam {xã}"),
        (UnitKind.PUBLIC_SERVICE, "Các đơn vị sự nghiệp công lập trực thuộc {xã}"),
        (UnitKind.FORCES, "Ban Chỉ huy Quân sự, Công an {xã}"),
        (UnitKind.HEALTH, "Trạm Y tế {xã}"),
        (UnitKind.SCHOOL, "Các trường học trên địa bàn {xã}"),
        (UnitKind.VILLAGE, "Các {thôn}"),
    ),
    "support-letter": (
        (UnitKind.PARTY, "Thường trực Đảng ủy {xã}"),
        (UnitKind.COUNCIL, "Thường trực HĐND {xã}"),
        (UnitKind.FRONT, "Ủy ban MTTQ và các tổ chức chính trị - xã hội {xã}"),
        (UnitKind.FORCES, "Ban Chỉ huy Quân sự {xã}"),
        (UnitKind.FORCES, "Công an {xã}"),
        (UnitKind.GOVERNMENT, "Các phòng, ban, đơn vị thuộc Đảng ủy, HĐND, UBND {xã}"),
        (UnitKind.HEALTH, "Trạm Y tế {xã}"),
        (UnitKind.SCHOOL, "Các trường học trên địa bàn {xã}"),
        (UnitKind.VILLAGE, "Các {thôn}"),
    ),
    "reminder-letter": (
        (UnitKind.PARTY, "Các cơ quan, đơn vị thuộc Đảng ủy {xã}"),
        (UnitKind.COUNCIL, "Các Ban HĐND {xã}"),
        (UnitKind.FRONT, "Ủy ban MTTQ Việt Nam {xã}"),
        (UnitKind.GOVERNMENT, "Các phòng chuyên môn thuộc UBND {xã}"),
        (UnitKind.FORCES, "Ban Chỉ huy Quân sự, Công an {xã}"),
    ),
}
_VILLAGES = {"phường": "Tổ dân phố", "đặc khu": "thôn, Tổ dân phố"}
_MOST_NAMED = 4
"""So many bodies of the Party are named; of more only what they are together."""


def usual_addressees(kind: str, occasion: Occasion, units: Sequence[Unit] = ()) -> tuple[str, ...]:
    """The lines of Kính gửi of a letter to all `units`, without dashes and closing marks.

    Without them it goes to the units of the figures: those that have people.
    """
    called: Sequence[_Called] = units or occasion.figures.units
    commune = occasion.commune.kind
    there = {unit.kind for unit in called}
    villages = _VILLAGES.get(commune, "thôn")
    told = [
        words.replace("{xã}", commune).replace("{thôn}", villages)
        for of, words in _CALLED[kind]
        if of in there
    ]
    party = _party(called)
    if kind == "launch-letter" and party:
        told[0] = party
    if kind == "reminder-letter":
        told += _reminded(called, there, occasion, villages)
    return tuple(told) or (f"Các cơ quan, đơn vị thuộc {commune}",)


def _party(units: Sequence[_Called]) -> str:
    """The bodies of the Party by their names, as letters that launch call them; "" of many."""
    names = [unit.name for unit in units if unit.kind is UnitKind.PARTY]
    bodies = [name for name in names if not match_key(name).startswith(("thường trực", "khối"))]
    return ", ".join(sorted(bodies, key=search_fold)) if len(bodies) <= _MOST_NAMED else ""


def _reminded(
    units: Sequence[_Called], there: set[UnitKind | None], occasion: Occasion, villages: str
) -> list[str]:
    """The centres by their names, schools and stations together, and everybody at last."""
    commune = occasion.commune.kind
    local = [
        words
        for kind, words in ((UnitKind.SCHOOL, "trường học"), (UnitKind.HEALTH, "trạm y tế"))
        if kind in there
    ]
    return [
        *_centres(units, occasion.commune),
        *([f"Các {', '.join(local)} trên địa bàn {commune}"] if local else []),
        *([f"Các {villages}"] if UnitKind.VILLAGE in there else []),
        f"{STAFF[0].upper()}{STAFF[1:]} thuộc UBND {commune}",
    ]


def _centres(units: Sequence[_Called], commune: Commune) -> list[str]:
    """Centres of the commune and what else serves the public, each by its name."""
    named = [unit.name for unit in units if _is_centre(unit)]
    return [name if _names(name, commune) else f"{name} {commune.kind}" for name in named]


def _names(unit: str, commune: Commune) -> bool:
    """Whether a unit's name already says whose it is."""
    key = match_key(unit)
    return key.endswith(match_key(commune.kind)) or match_key(commune.lower_name) in key


def _is_centre(unit: _Called) -> bool:
    if unit.kind is UnitKind.GOVERNMENT:
        return match_key(unit.name).startswith("trung tâm")
    return unit.kind is UnitKind.PUBLIC_SERVICE
