"""Finding the unit that a name means: sure when it reads the same letter by letter."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Protocol

from models.matching.spelling import anatomy
from models.matching.unit_forms import (
    Words,
    commune_words,
    doubtful_readings,
    plain_readings,
    plain_words,
    reading_key,
    spelling_key,
    unit_readings,
    without_commune,
)
from models.matching.unit_likeness import Nearness, nearness, optional_words
from models.matching.unit_places import names_after, of_misspelt_commune, placed_unit
from models.text.names import match_key

MOST_SUGGESTED = 5


class UnitLike(Protocol):
    """What is read of a unit: `models.records.Unit` is one."""

    @property
    def id(self) -> int: ...
    @property
    def name(self) -> str: ...
    @property
    def parent_id(self) -> int | None: ...
    @property
    def aliases(self) -> Sequence[str]: ...


@dataclass(frozen=True, slots=True)
class UnitFinding:
    """The unit, and in `reason` why; otherwise those that it may be with the reason for each."""

    unit_id: int | None
    suggestions: tuple[tuple[int, str], ...] = ()
    reason: str = ""


class UnitFinder:
    """Looks unit names up; names that differ in a tone or a number are never the same unit.

    `commune` ("Xã Kẻ Sặt") is the owner of the units, whose own name may be left out or added.
    """

    def __init__(self, units: Sequence[UnitLike], commune: str = "") -> None:
        self._commune = commune_words(commune)
        self._optional = optional_words(self._commune)
        self._names = {unit.id: unit.name for unit in units}
        self._exact: dict[str, dict[int, str]] = {}
        self._spelt: dict[str, dict[int, str]] = {}
        self._read: dict[str, dict[int, int]] = {}
        self._near: list[tuple[int, Words]] = []
        self._by_word: dict[str, list[int]] = {}
        for unit in units:
            self._add(unit)
        self._unmarked: dict[Words, dict[int, int]] = {}
        for unit in units:
            self._add_unmarked(unit)
        self._named_after = names_after(self._names.values())
        self._found: dict[str, UnitFinding] = {}

    def find(self, text: str) -> UnitFinding:
        """The unit of that name. Nothing that could be two units is decided here."""
        finding = self._found.get(text)
        if finding is None:
            finding = self._found[text] = self._looked_up(text)
        return finding

    def _add(self, unit: UnitLike) -> None:
        for name in (unit.name, *unit.aliases):
            why = "đúng tên đơn vị" if name == unit.name else f"đúng tên gọi khác “{name}”"
            self._exact.setdefault(match_key(name), {}).setdefault(unit.id, why)
            self._spelt.setdefault(spelling_key(name), {}).setdefault(
                unit.id, f"chỉ khác cách viết với “{name}”"
            )
            for level, words in self._forms(name):
                known = self._read.setdefault(reading_key(words), {})
                known[unit.id] = min(level, known.get(unit.id, level))
                if level <= 1:
                    self._add_near(unit.id, words)
        self._add_below_parent(unit)

    def _add_near(self, unit_id: int, words: Words) -> None:
        for word in {anatomy(word).plain for word in words}:
            self._by_word.setdefault(word, []).append(len(self._near))
        self._near.append((unit_id, words))

    def _add_below_parent(self, unit: UnitLike) -> None:
        """A unit is also meant by its parent's name with its own."""
        parent = self._names.get(unit.parent_id) if unit.parent_id is not None else None
        if parent is None:
            return
        for text in (f"{parent} - {unit.name}", f"{unit.name} - {parent}"):
            for level, words in self._forms(text):
                self._read.setdefault(reading_key(words), {}).setdefault(unit.id, level + 1)

    def _forms(self, text: str) -> Iterator[tuple[int, Words]]:
        for words in unit_readings(text):
            if words:
                yield 0, words
                yield from without_commune(words, self._commune)

    def unmarked(self, text: str) -> tuple[int, ...]:
        """The units that a text typed without marks reads as, letter by letter."""
        levels: dict[int, int] = {}
        for level, words in self._plain_forms(text):
            for unit_id, more in self._unmarked.get(words, {}).items():
                levels[unit_id] = min(level + more, levels.get(unit_id, level + more))
        least = min(levels.values(), default=0)
        return tuple(unit_id for unit_id, level in levels.items() if level == least)

    def _plain_forms(self, text: str) -> Iterator[tuple[int, Words]]:
        commune = plain_words(self._commune)
        for words in plain_readings(text):
            yield 0, words
            yield from without_commune(words, commune)

    def _add_unmarked(self, unit: UnitLike) -> None:
        for name in (unit.name, *unit.aliases):
            for level, words in self._forms(name):
                known = self._unmarked.setdefault(plain_words(words), {})
                known[unit.id] = min(level, known.get(unit.id, level))

    def _looked_up(self, text: str) -> UnitFinding:
        return self._named(text) or self._named_in_a_place(text) or self._suggested(text)

    def _named(self, text: str) -> UnitFinding | None:
        """The unit that a text names letter by letter, or all that it may name so."""
        for known in (
            self._exact.get(match_key(text)),
            self._spelt.get(spelling_key(text)),
            self._read_as(text),
        ):
            if known and len(known) == 1:
                ((unit_id, reason),) = known.items()
                return UnitFinding(unit_id, reason=reason)
            if known:
                same = "có nhiều đơn vị cùng tên này"
                return UnitFinding(None, tuple((each, same) for each in known), same)
        return None

    def _named_in_a_place(self, text: str) -> UnitFinding | None:
        """The unit of a text that names the city, or a commune of before, behind its name."""
        placed = placed_unit(text, self._commune, self._named_after)
        if placed is None:
            return None
        found = self._named(placed.own) or self._suggested(placed.own)
        without = f", không kể “{placed.place}”"
        if found.unit_id is not None and placed.sure:
            return UnitFinding(found.unit_id, reason=found.reason + without)
        offered = found.suggestions
        if found.unit_id is not None:
            offered = ((found.unit_id, found.reason),)
        suggested = tuple((each, reason + without) for each, reason in offered)
        return UnitFinding(None, suggested) if suggested else None

    def _read_as(self, text: str) -> dict[int, str]:
        """The units that a reading of the text names in full, with the least left out."""
        levels: dict[int, int] = {}
        for level, words in self._forms(text):
            for unit_id, more in self._read.get(reading_key(words), {}).items():
                levels[unit_id] = min(level + more, levels.get(unit_id, level + more))
        least = min(levels.values(), default=0)
        return {
            unit_id: f"đọc đầy đủ là “{self._names[unit_id]}”"
            for unit_id, level in levels.items()
            if level == least
        }

    def _suggested(self, text: str) -> UnitFinding:
        best = {unit_id: Nearness(1, "viết không dấu") for unit_id in self.unmarked(text)}
        for full, reason in doubtful_readings(text):
            best |= {unit_id: Nearness(0, reason) for unit_id in self._read_as(full)}
        for level, words in (*self._forms(text), *self._plain_forms(text)):
            if level > 1:
                continue
            for at in self._sharing_words(words):
                unit_id, other = self._near[at]
                near = nearness(words, other, self._optional)
                if near and (unit_id not in best or near.rank < best[unit_id].rank):
                    best[unit_id] = near
        for unit_id, reason in self._in_misspelt_commune(text):
            best.setdefault(unit_id, Nearness(1, reason))
        nearest = sorted(best.items(), key=lambda item: item[1].rank)[:MOST_SUGGESTED]
        return UnitFinding(None, tuple((unit_id, near.reason) for unit_id, near in nearest))

    def _in_misspelt_commune(self, text: str) -> Iterator[tuple[int, str]]:
        for words in unit_readings(text):
            for meant, there in of_misspelt_commune(words, self._commune):
                for unit_id in self._read_as(" ".join(meant)):
                    yield unit_id, f"ghi tên xã, phường là “{there}”"

    def _sharing_words(self, words: Words) -> Iterator[int]:
        """Names that share all words but one, or whose letters run together otherwise."""
        plain = {anatomy(word).plain for word in words}
        shared = Counter(at for word in plain for at in self._by_word.get(word, ()))
        for at, count in shared.items():
            other = len(set(self._near[at][1]))
            if count >= min(len(plain), other) - 2:
                yield at
