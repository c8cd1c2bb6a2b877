"""What the platform writes as somebody's unit, beside the unit that they work in."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from enum import StrEnum
from functools import cache, lru_cache
from typing import NamedTuple

from models.matching.unit_forms import Words, commune_words, readings
from models.matching.units import UnitFinder, UnitFinding
from models.records import Unit
from models.text.names import match_key, storage_form
from resources.catalog import communes

TEXTS_REMEMBERED = 1 << 15
_COMMITTEE = ("ủy", "ban", "nhân", "dân")
_ABOVE = frozenset(["thành", "phố", "tỉnh", "hải", "phòng", "dương", "việt", "nam"])
"""Words of what stands above a commune, which may be written behind its name."""


class Standing(StrEnum):
    """How the platform's text stands to the unit of a person."""

    SILENT = "silent"
    RIGHT = "right"
    NEAR = "near"
    OTHER = "other"


class UnitVerdict(NamedTuple):
    """The standing and, unless it is the unit itself, why in words."""

    standing: Standing
    reason: str = ""


class UnitTexts:
    """Reads unit texts; each is looked up once. `learnt` are texts that the officer explained."""

    def __init__(
        self, units: Sequence[Unit], commune: str, learnt: Mapping[str, int] | None = None
    ) -> None:
        self._units = units
        self.commune = commune
        self._finder = UnitFinder(units, commune)
        self._commune = commune_words(commune)
        self._learnt = {match_key(text): unit_id for text, unit_id in (learnt or {}).items()}
        self._parents = {unit.id: unit.parent_id for unit in units}
        self.names = {unit.id: unit.name for unit in units}

    def with_learnt(self, learnt: Mapping[str, int]) -> UnitTexts:
        """The same reader, taught what more texts mean."""
        if not learnt:
            return self
        taught = UnitTexts.__new__(UnitTexts)
        taught.__dict__.update(self.__dict__)
        taught._learnt = self._learnt | {match_key(text): each for text, each in learnt.items()}
        return taught

    def find(self, text: str) -> UnitFinding:
        """The unit that a text means, as far as that is sure."""
        known = self._learnt.get(match_key(text)) if self._learnt else None
        if known is not None:
            return UnitFinding(known, reason="theo lựa chọn của cán bộ")
        return self._finder.find(text)

    def judge(self, text: str, unit_id: int) -> UnitVerdict:
        """How `text` stands to the unit that somebody works in."""
        if not text.strip():
            return UnitVerdict(Standing.SILENT)
        found = self.find(text)
        if found.unit_id is not None:
            return self._of_known(found.unit_id, unit_id)
        if self.is_commune(text):
            return UnitVerdict(Standing.RIGHT, "nền tảng chỉ ghi tên xã, phường")
        kin = [each for each, _ in found.suggestions if self._are_kin(each, unit_id)]
        if kin:
            reason = dict(found.suggestions)[kin[0]]
            return UnitVerdict(Standing.NEAR, f"“{text}” gần giống {self.names[kin[0]]}: {reason}")
        other = other_commune(text, self.commune)
        if other:
            return UnitVerdict(Standing.OTHER, f"“{text}” thuộc {lower_first(other)}")
        return UnitVerdict(Standing.OTHER, f"“{text}” không phải tên đơn vị của người này")

    def is_commune(self, text: str) -> bool:
        """Whether a text names the commune itself, or what stands above it."""
        return any(self._names_commune(words) for words in readings(text))

    def is_elsewhere(self, text: str) -> bool:
        """Whether a text names another commune."""
        return bool(other_commune(text, self.commune))

    def _names_commune(self, words: Words) -> bool:
        rest = words[4:] if words[:4] == _COMMITTEE else words
        for named in (self._commune, self._commune[1:], self._commune[2:]):
            if named and rest[: len(named)] == named and _ABOVE.issuperset(rest[len(named) :]):
                return True
        return bool(rest) and _ABOVE.issuperset(rest) and "hải" in rest

    def _of_known(self, found: int, unit_id: int) -> UnitVerdict:
        if found == unit_id:
            return UnitVerdict(Standing.RIGHT)
        if self._are_kin(found, unit_id):
            name = self.names[found]
            higher = found in self._line(unit_id)
            words = "đơn vị cấp trên" if higher else "bộ phận trực thuộc"
            return UnitVerdict(Standing.RIGHT, f"nền tảng ghi {words}: {name}")
        return UnitVerdict(Standing.OTHER, f"nền tảng ghi {self.names[found]}")

    def _are_kin(self, one: int, other: int) -> bool:
        return one in self._line(other) or other in self._line(one)

    def _line(self, unit_id: int) -> list[int]:
        """The unit and all units above it."""
        line: list[int] = []
        at: int | None = unit_id
        while at is not None:
            line.append(at)
            at = self._parents[at]
        return line


def lower_first(name: str) -> str:
    """The name of a commune inside a sentence: "xã Bình Giang"."""
    return name[:1].lower() + name[1:]


@lru_cache(TEXTS_REMEMBERED)
def other_commune(text: str, own: str) -> str:
    """The full name of another commune that stands in `text` ("xã Bình Giang"), or ""."""
    read = readings(text)
    key = f" {' '.join(read[0]) if read else ''} "
    mine = storage_form(own).lower()
    for words, full_name in _all_communes():
        if f" {words} " in key and full_name.lower() != mine:
            return full_name
    return ""


@cache
def _all_communes() -> tuple[tuple[str, str], ...]:
    found = [(" ".join(commune_words(each.full_name)), each.full_name) for each in communes()]
    return tuple(sorted(found, key=lambda pair: -len(pair[0])))
