"""The roster indexed, so that a row meets only those people who may be the one.

Everything here returns positions in `people`. What is rarely asked is indexed when first asked.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from functools import cached_property
from itertools import islice

from models.matching.identity import Identity
from models.matching.likeness import name_form
from models.matching.spelling import loose_syllable, one_edit_apart

MOST_MET = 12
"""A phone or a name shared by more people than this tells nobody from anybody."""


class Blocks:
    """People by uid, phone, staff code, name, and by near names within a unit."""

    def __init__(self, people: Sequence[Identity]) -> None:
        self.people = people
        self.forms = [name_form(each.name_key) for each in people]
        self._by_uid = _index((each.uid, at) for at, each in enumerate(people))
        self._by_code = _index((each.staff_code, at) for at, each in enumerate(people))
        self._by_phone: dict[str, list[int]] = {}
        self._by_phone_and_form: dict[str, list[int]] = {}
        self._mobiles = [each.mobile for each in people]
        for at, mobile in enumerate(self._mobiles):
            if mobile:
                self._by_phone.setdefault(mobile, []).append(at)
                self._by_phone_and_form.setdefault(mobile + self.forms[at], []).append(at)

    def certain(self, who: Identity, form: str) -> list[int]:
        """Who shares the record, the staff code, or both the phone and the name."""
        mobile = who.mobile
        met = list(self._by_phone_and_form.get(mobile + form, ())) if mobile else []
        if who.uid:
            met += [at for at in self._by_uid.get(who.uid, ()) if at not in met]
        if who.staff_code:
            met += [at for at in self._by_code.get(who.staff_code, ())[:MOST_MET] if at not in met]
        return met

    def close(self, who: Identity, form: str) -> list[int]:
        """Who shares a number, or the letters of the name and the unit: all who may be sure."""
        met = set(self.certain(who, form))
        met.update(self._by_phone.get(who.mobile, ())[:MOST_MET])
        joined = "".join(_loose_words(form))
        for unit in self._units_of(who):
            met.update(self._unit_names(unit).joined.get(joined, ()))
        return sorted(met)

    def met(self, who: Identity, form: str) -> list[int]:
        """Everybody who may be worth a comparison, in the order of the roster."""
        met = set(self.close(who, form))
        words = _loose_words(form)
        for unit in self._units_of(who):
            near = self._unit_names(unit).near(words, self._vocabulary)
            met.update(at for at in near if self._reachable(who, at))
        namesakes = (at for at in self._by_form.get(form, ()) if self._reachable(who, at))
        met.update(islice(namesakes, MOST_MET))
        if len(who.birth) >= 10:
            met.update(self._by_birth.get(who.birth, ())[: 4 * MOST_MET])
        return sorted(met)

    def _reachable(self, who: Identity, at: int) -> bool:
        """Whether no other phone stands between: with one, a name alone is not worth asking."""
        mobile = self._mobiles[at]
        if not mobile or not who.mobile or mobile == who.mobile:
            return True
        return who.unit_id is None or self.people[at].unit_id is None

    @cached_property
    def _by_form(self) -> dict[str, list[int]]:
        return _index((form, at) for at, form in enumerate(self.forms))

    @cached_property
    def _by_birth(self) -> dict[str, list[int]]:
        return _index((each.birth, at) for at, each in enumerate(self.people))

    @cached_property
    def _by_unit(self) -> dict[int | str, list[int]]:
        found: dict[int | str, list[int]] = {}
        for at, each in enumerate(self.people):
            found.setdefault(_unit_block(each), []).append(at)
        return found

    @cached_property
    def _units_by_name(self) -> dict[str, list[int | str]]:
        """Unit blocks by their names, for rows whose unit is only named."""
        found: dict[str, dict[int | str, None]] = {}
        for each in {(each.unit_id, each.unit): each for each in self.people}.values():
            found.setdefault(each.unit_key, {})[_unit_block(each)] = None
        return {name: list(blocks) for name, blocks in found.items()}

    @cached_property
    def _names_in_unit(self) -> dict[int | str, _UnitNames]:
        return {}

    @cached_property
    def _vocabulary(self) -> Neighbours:
        words = {word for form in self.forms for word in form.split(" ")}
        return Neighbours(map(loose_syllable, words))

    def _units_of(self, who: Identity) -> Sequence[int | str]:
        if who.unit_id is None:
            return self._units_by_name.get(who.unit_key, ()) if who.unit else ()
        named = self._units_by_name.get(who.unit_key, ()) if who.unit else ()
        return [who.unit_id, *(each for each in named if isinstance(each, str))]

    def _unit_names(self, unit: int | str) -> _UnitNames:
        names = self._names_in_unit.get(unit)
        if names is None:
            names = _UnitNames((at, self.forms[at]) for at in self._by_unit.get(unit, ()))
            self._names_in_unit[unit] = names
        return names


class _UnitNames:
    """The names of one unit by their loose spelling."""

    def __init__(self, forms: Iterable[tuple[int, str]]) -> None:
        self.joined: dict[str, list[int]] = {}
        self._sorted: dict[str, list[int]] = {}
        self._by_ends: dict[str, list[tuple[int, tuple[str, ...]]]] = {}
        for at, form in forms:
            words = _loose_words(form)
            self.joined.setdefault("".join(words), []).append(at)
            self._sorted.setdefault("".join(sorted(words)), []).append(at)
            self._by_ends.setdefault(_ends(words), []).append((at, words))

    def near(self, words: Sequence[str], vocabulary: Neighbours) -> set[int]:
        """Who has this name without marks, in another order, one letter apart or shortened."""
        met = set(self.joined.get("".join(words), ()))
        met.update(self._sorted.get("".join(sorted(words)), ()))
        for at, word in enumerate(words):
            before, after = "".join(words[:at]), "".join(words[at + 1 :])
            for near in vocabulary.near(word):
                met.update(self.joined.get(before + near + after, ()))
        met.update(at for at, other in self._by_ends.get(_ends(words), ()) if _cut(words, other))
        return met


def _index(pairs: Iterable[tuple[str, int]]) -> dict[str, list[int]]:
    found: dict[str, list[int]] = {}
    for key, at in pairs:
        if key:
            found.setdefault(key, []).append(at)
    return found


def _unit_block(who: Identity) -> int | str:
    return who.unit_key if who.unit_id is None else who.unit_id


def _loose_words(form: str) -> tuple[str, ...]:
    return tuple([loose_syllable(word) for word in form.split(" ")])


def _ends(words: Sequence[str]) -> str:
    """The first letter of the họ and the whole tên: kept by whoever shortens a name."""
    return words[0][:1] + words[-1]


def _cut(one: Sequence[str], other: Sequence[str]) -> bool:
    """Whether one of two names may be the other cut short."""
    if len(one) != len(other):
        return one[0] == other[0]
    return any(
        min(len(a), len(b)) <= 3 and a[0] == b[0]
        for a, b in zip(one, other, strict=True)
        if a and b and a != b
    )


class Neighbours:
    """An index of words by what is left of them when one letter is taken away."""

    def __init__(self, words: Iterable[str]) -> None:
        self._by_rest: dict[str, list[str]] = {}
        for word in dict.fromkeys(words):
            for rest in _rests(word):
                self._by_rest.setdefault(rest, []).append(word)
        self._known: dict[str, tuple[str, ...]] = {}

    def near(self, word: str) -> tuple[str, ...]:
        """The indexed words that differ from `word` by one edit."""
        found = self._known.get(word)
        if found is None:
            met = {each for rest in _rests(word) for each in self._by_rest.get(rest, ())}
            found = tuple(sorted(each for each in met if one_edit_apart(word, each)))
            self._known[word] = found
        return found


def _rests(word: str) -> set[str]:
    return {word, *(word[:at] + word[at + 1 :] for at in range(len(word)))}
