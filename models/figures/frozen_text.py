"""Frozen figures and the names behind them as JSON, and back: written once, read for years."""

from __future__ import annotations

import json
import sys
from collections import defaultdict
from dataclasses import asdict
from datetime import date
from functools import lru_cache
from types import MappingProxyType
from typing import Any

from models.figures.digest import canonical_json, text_digest
from models.records import Figures, Mark, UnitFigures, UnitKind
from models.records.denominator import Outside
from models.records.frozen import PeopleReported, PersonThen

NAMES_DIGEST = "names_digest"


def figures_text(figures: Figures, names: str) -> str:
    """The figures as canonical JSON; the hash of the `names` behind them stands in it too."""
    told = asdict(figures) | {"as_of": figures.as_of.isoformat(), NAMES_DIGEST: text_digest(names)}
    return canonical_json(told)


def figures_from_text(text: str) -> Figures:
    """The figures that `figures_text` wrote; what a later version added has its usual value."""
    told: dict[str, Any] = json.loads(text)
    known = {name: told[name] for name in Figures.__slots__ if name in told}
    lists = {name: tuple(map(_line, told.get(name, ()))) for name in ("units", "staff")}
    words = {name: tuple(told.get(name, ())) for name in ("notes", "footnotes")}
    return Figures(**known | lists | words | {"as_of": date.fromisoformat(told["as_of"])})


def _line(told: dict[str, Any]) -> UnitFigures:
    known = {name: told[name] for name in UnitFigures.__slots__ if name in told}
    kind = told.get("kind")
    return UnitFigures(**known | {"kind": UnitKind(kind) if kind else None})


def without_heads(text: str) -> str:
    """The figures that `figures_text` wrote, without the names of the heads of units.

    Neither a count nor the hash that documents print is another one by that.
    """
    told: dict[str, Any] = json.loads(text)
    lines = {name: [{**e, "head": ""} for e in told.get(name, ())] for name in ("units", "staff")}
    return canonical_json(told | lines)


def belongs_to(text: str, names: str) -> bool:
    """Whether these names are those that were written with the figures."""
    return bool(json.loads(text).get(NAMES_DIGEST) == text_digest(names))


def names_text(people: tuple[PersonThen, ...]) -> str:
    """Everybody as canonical JSON, one list for each: the columns are those of `PersonThen`."""
    return canonical_json([[_plain(value) for value in each] for each in people])


def names_from_text(text: str) -> tuple[PersonThen, ...]:
    """Everybody whom `names_text` wrote."""
    return tuple(_person(*each) for each in json.loads(text))


@lru_cache(maxsize=1)
def reported_from_text(text: str) -> PeopleReported:
    """The same by uid; the last is remembered, as every look at the overview asks for it again."""
    by_uid = {each.uid: each for each in names_from_text(text)}
    counted = defaultdict[str, set[str]](set)
    for each in by_uid.values():
        if each.outside is None:
            counted[each.unit_code].add(each.uid)
    sets = {code: frozenset(uids) for code, uids in counted.items()}
    return PeopleReported(MappingProxyType(by_uid), MappingProxyType(sets))


def _plain(value: Any) -> Any:
    return value.isoformat() if isinstance(value, date) else value


def _person(*told: Any) -> PersonThen:
    uid, name, unit_code, unit, staff_type, mark, outside, reason, since, until = told
    return PersonThen(
        uid,
        name,
        # Thousands share them.
        sys.intern(unit_code),
        sys.intern(unit),
        sys.intern(staff_type),
        Mark(mark) if mark else None,
        Outside(outside) if outside else None,
        reason,
        _day(since),
        _day(until),
    )


def _day(told: Any) -> date | None:
    return date.fromisoformat(told) if told else None
