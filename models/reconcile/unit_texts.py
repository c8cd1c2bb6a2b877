"""What the platform writes as somebody's unit, beside the unit that they work in."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable, Mapping, Sequence
from enum import StrEnum
from functools import cache, lru_cache
from typing import NamedTuple

from models.matching.spelling import anatomy, is_unmarked, syllable_form
from models.matching.unit_forms import (
    Words,
    commune_words,
    plain_readings,
    plain_words,
    unit_readings,
)
from models.matching.units import UnitFinder, UnitFinding
from models.records import Unit
from models.text.names import match_key, search_fold, storage_form
from resources.catalog import communes

TEXTS_REMEMBERED = 1 << 15
_COMMITTEE = ("uy", "ban", "nhan", "dan")
_BETWEEN = re.compile(r"\s*[>/\\|»›→,;]\s*|\s+[-–]\s+")
_BARE_AND = re.compile(r"\bva\b", re.IGNORECASE)
"""Typed without marks; names of units are compared without their "và"."""
UNMARKED = "viết không dấu của “{name}”"
_NOT_FOUND = UnitFinding(None)
_NOTHING = {"", "khac", "n/a", "na", "khong", "khong co", "chua co", "chua ro", "null", "none"}
_ABOVE = frozenset({"thanh", "pho", "tp", "tinh", "hai", "phong", "duong", "viet", "nam"})
"""Words of what stands above a commune, which may be written behind its name."""


class UnitFit(StrEnum):
    """How the platform's text stands to the unit of a person."""

    SILENT = "silent"
    RIGHT = "right"
    NEAR = "near"
    OTHER = "other"


class UnitVerdict(NamedTuple):
    """The standing and, unless it is the unit itself, why in words."""

    standing: UnitFit
    reason: str = ""


class UnitTexts:
    """Reads unit texts; each is looked up once. `learnt` are texts that the officer explained."""

    def __init__(
        self, units: Sequence[Unit], commune: str, learnt: Mapping[str, int] | None = None
    ) -> None:
        self._units = units
        self.commune = commune
        self._finder = UnitFinder(units, commune)
        self._commune_forms = _forms_of_commune(commune)
        self._has_twin = _has_twin(commune)
        self._learnt = {match_key(text): unit_id for text, unit_id in (learnt or {}).items()}
        self._parents = {unit.id: unit.parent_id for unit in units}
        self.names = {unit.id: unit.name for unit in units}
        self._found: dict[str, UnitFinding] = {}
        self._communes: dict[str, bool] = {}

    def with_learnt(self, learnt: Mapping[str, int]) -> UnitTexts:
        """The same reader, taught what more texts mean."""
        if not learnt:
            return self
        taught = UnitTexts.__new__(UnitTexts)
        taught.__dict__.update(self.__dict__)
        taught._found = {}
        taught._learnt = self._learnt | {match_key(text): each for text, each in learnt.items()}
        return taught

    def find(self, text: str) -> UnitFinding:
        """The unit that a text means, as far as that is sure."""
        found = self._found.get(text)
        if found is None:
            found = self._found[text] = self._looked_up(text)
        return found

    def _looked_up(self, text: str) -> UnitFinding:
        known = self._learnt.get(match_key(text)) if self._learnt else None
        if known is not None:
            return UnitFinding(known, reason="theo lựa chọn của cán bộ")
        found = self._in_finder(text)
        if found.unit_id is None and (rest := self._without_place(text)):
            inside = self._in_finder(rest)
            found = inside if inside.unit_id is not None or not found.suggestions else found
        if found == _NOT_FOUND and (marked := _BARE_AND.sub("và", text)) != text:
            return self._looked_up(marked)
        return found

    def _in_finder(self, text: str) -> UnitFinding:
        """A name typed without marks is that of the one unit that reads so without its own.

        Not where the commune itself would be another one then: Cẩm Giang, Cẩm Giàng.
        """
        found = self._finder.find(text)
        if found.unit_id is not None or self._has_twin:
            return found
        unmarked = self._finder.unmarked(text)
        if len(unmarked) != 1:
            return found
        return UnitFinding(unmarked[0], reason=UNMARKED.format(name=self.names[unmarked[0]]))

    def _without_place(self, text: str) -> str:
        """What is left of "Hải Phòng > Xã Kẻ Sặt > Trạm Y tế" without the commune; "" for none."""
        parts = [part.strip() for part in _BETWEEN.split(text)]
        kept = [part for part in parts if part and not self.is_commune(part)]
        if len(kept) == len(parts) or not kept or self.is_elsewhere(text):
            return ""
        return " - ".join(kept)

    def judge(self, text: str, unit_id: int) -> UnitVerdict:
        """How `text` stands to the unit that somebody works in."""
        if _says_nothing(text):
            return UnitVerdict(UnitFit.SILENT)
        found = self.find(text)
        if found.unit_id is not None:
            return self._of_known(found.unit_id, unit_id)
        if self.is_commune(text):
            return UnitVerdict(UnitFit.RIGHT, "nền tảng chỉ ghi tên xã, phường")
        kin = [each for each, _ in found.suggestions if self._are_kin(each, unit_id)]
        if kin:
            reason = dict(found.suggestions)[kin[0]]
            return UnitVerdict(UnitFit.NEAR, f"“{text}” gần giống {self.names[kin[0]]}: {reason}")
        other = other_commune(text, self.commune)
        if other:
            return UnitVerdict(UnitFit.OTHER, f"“{text}” thuộc {lower_first(other)}")
        return UnitVerdict(UnitFit.OTHER, f"“{text}” không phải tên đơn vị của người này")

    def is_commune(self, text: str) -> bool:
        """Whether a text names the commune itself, or what stands above it."""
        known = self._communes.get(text)
        if known is None:
            known = any(self._names_commune(words) for words in unit_readings(text))
            self._communes[text] = known
        return known

    def is_elsewhere(self, text: str) -> bool:
        """Whether a text names another commune."""
        return bool(other_commune(text, self.commune))

    def names_no_unit(self, text: str) -> bool:
        """Whether no unit is to be found for a text: it says nothing, or only the commune."""
        if self.find(text).unit_id is not None:
            return False
        return _says_nothing(text) or self.is_commune(text)

    def with_parts(self, unit_ids: Iterable[int]) -> frozenset[int]:
        """These units with all that is below them."""
        wanted = frozenset(unit_ids)
        return frozenset(each for each in self.names if wanted.intersection(self._line(each)))

    def tops_of(self, unit_ids: Collection[int]) -> tuple[int, ...]:
        """Those of the units that stand below none of the others, in the order of the tree."""
        return tuple(
            each
            for each in self.names
            if each in unit_ids and not any(up in unit_ids for up in self._line(each)[1:])
        )

    def _names_commune(self, words: Words) -> bool:
        plain = tuple(anatomy(word).plain for word in words)
        start = 4 if plain[:4] == _COMMITTEE else 0
        # A tone makes another commune (Cẩm Giang, Cẩm Giàng), unless all marks were left out.
        shown = plain if is_unmarked(words) else tuple(map(syllable_form, words))
        rest, places = shown[start:], plain[start:]
        for named in self._commune_forms:
            for at in range(len(rest) - len(named) + 1):
                around = (*places[:at], *places[at + len(named) :])
                if rest[at : at + len(named)] == named and _ABOVE.issuperset(around):
                    return True
        return "hai" in places and _ABOVE.issuperset(places)

    def _of_known(self, found: int, unit_id: int) -> UnitVerdict:
        if found == unit_id:
            return UnitVerdict(UnitFit.RIGHT)
        if self._are_kin(found, unit_id):
            name = self.names[found]
            higher = found in self._line(unit_id)
            words = "đơn vị cấp trên" if higher else "bộ phận trực thuộc"
            return UnitVerdict(UnitFit.RIGHT, f"nền tảng ghi {words}: {name}")
        return UnitVerdict(UnitFit.OTHER, f"nền tảng ghi {self.names[found]}")

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


def _says_nothing(text: str) -> bool:
    return search_fold(text).strip(" .-–_…?/0") in _NOTHING


def _forms_of_commune(commune: str) -> list[Words]:
    """With and without its kind, each with its marks and without any."""
    own = commune_words(commune)
    bare = own[2 if own[:1] == ("đặc",) else 1 :]
    marked = [tuple(map(syllable_form, words)) for words in (own, bare) if words]
    plain = [tuple(anatomy(word).plain for word in words) for words in (own, bare) if words]
    return [*marked, *plain]


def lower_first(name: str) -> str:
    """The name of a commune inside a sentence: "xã Bình Giang"."""
    return name[:1].lower() + name[1:]


def _has_twin(commune: str) -> bool:
    """Whether another commune has the same name once its marks are left out."""
    own = plain_words(commune_words(commune))
    alike = {each for words, each in _all_communes() if plain_words(tuple(words.split())) == own}
    return bool(own) and len(alike) > 1


@lru_cache(TEXTS_REMEMBERED)
def other_commune(text: str, own: str) -> str:
    """The full name of another commune that stands in `text` ("xã Bình Giang"), or ""."""
    mine = storage_form(own).lower()
    if bare := plain_readings(text):
        return _named_in(bare[0], _unmarked_communes(), mine)
    read = unit_readings(text)
    return _named_in(read[0], _all_communes(), mine) if read else ""


def _named_in(read: Words, known: Sequence[tuple[str, str]], mine: str) -> str:
    key = f" {' '.join(read)} "
    own = {words for words, full_name in known if full_name.lower() == mine}
    named = (full for words, full in known if words not in own and f" {words} " in key)
    return next(named, "")


@cache
def _all_communes() -> tuple[tuple[str, str], ...]:
    found = [(" ".join(commune_words(each.full_name)), each.full_name) for each in communes()]
    return tuple(sorted(found, key=lambda pair: -len(pair[0])))


@cache
def _unmarked_communes() -> tuple[tuple[str, str], ...]:
    return tuple((" ".join(plain_words(tuple(w.split()))), name) for w, name in _all_communes())
