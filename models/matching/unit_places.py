"""The place behind a unit's own name: what stands above the commune, or what it was before.

What is there now is told by its name; another commune, and another city, is never left out.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable, Iterator
from dataclasses import dataclass
from functools import cache

from models.matching.spelling import Gap, anatomy, syllable_form, syllable_gap
from models.matching.unit_forms import Words, commune_words, spelling_key, unit_readings
from models.text.names import storage_form
from models.text.patterns import later
from resources.catalog import communes

MOST_PLACES = 4
MOST_WORDS = 4
LEAST_TO_SLIP = 2
"""A name of one syllable with another mark is simply another name."""
_SLIPS = frozenset({Gap.I_OR_Y, Gap.MARKS_LACKING, Gap.LETTER, Gap.TONE_LACKING, Gap.TONE})

_CITY = r"thành phố|thanh pho|tp|t\.p"
_DISTRICT = r"thị xã|thi xa|tx|huyện|huyen|quận|h(?=\.)|q(?=\.)"
_COMMUNE = r"thị trấn|thi tran|tt|xã|xa|x(?=\.)|phường|phuong|p(?=\.)|đặc khu|dac khu"
_BEFORE = r"cũ|cu|trước đây|truoc day|trước (?:khi )?sáp nhập|truoc (?:khi )?sap nhap"
_END = r"[\s)\].,;]*$"
_PLACE = later(
    r"^(?P<own>.*\w\.?)(?P<apart>\s*[^\w\s.]+\s*|\s+)"
    r"(?P<place>(?:(?:thuộc|thuoc|tại|tai|ở) )?(?<!thị )(?<!thi )"
    rf"(?:(?P<city>{_CITY})|(?P<province>tỉnh|tinh)|(?P<district>{_DISTRICT})"
    rf"|(?P<commune>{_COMMUNE}))(?:\.\s*|\s+|(?=hải|hai|hp))"
    r"(?P<name>[^\W_]+(?: [^\W_]+){0,3}?)"
    rf"(?P<before>[\s(\[,]+(?:{_BEFORE}))?)" + _END,
    re.IGNORECASE,
)
_CITY_ALONE = later(
    r"^(?P<own>.*\w\.?)\s*[^\w\s.]+\s*(?P<place>(?:hải phòng|hai phong))" + _END, re.IGNORECASE
)
_NOW_ABOVE = frozenset({("hai", "phong"), ("hp",)})
_ONCE_ABOVE = frozenset({("hai", "duong"), ("hd",)})
_OF_COMMUNES = frozenset("trường trạm thôn xóm làng khu tổ".split())  # noqa: SIM905
"""First words of units that only a commune has; a city has its Hội Nông dân, its Công an."""


@dataclass(frozen=True, slots=True)
class PlacedUnit:
    """A unit's own name, and the place behind it; `sure` when the place can be left out."""

    own: str
    place: str
    sure: bool


def placed_unit(text: str, commune: Words, known: Collection[Words]) -> PlacedUnit | None:
    """The own name of a unit without the places behind it; None without any, or of elsewhere.

    `commune` is ("xã", "kẻ", "sặt"); `known` are the `names_after` of the units.
    """
    whole = own = storage_form(text)
    sure = bool(commune)
    for _ in range(MOST_PLACES):
        found = _PLACE.match(own)
        if found is None and (found := _CITY_ALONE.match(own)):
            standing = _above(found["own"], commune, apart=True)
        elif found is None or _is_own(found, commune):
            break
        else:
            standing = _standing(found, commune, known)
        if standing is None:
            return None
        sure = sure and standing
        own = found["own"]
    if own == whole or not own:
        return None
    return PlacedUnit(own, whole[len(own) :].strip(" ,;:.-–—/|>()[]"), sure)


def names_after(units: Iterable[str]) -> frozenset[Words]:
    """What schools and health stations may be called after: their last words, without marks."""
    found = set[Words]()
    for words in (_plain(read) for name in units for read in unit_readings(name)[:1]):
        if words[:1] in {("truong",), ("tram",)}:
            found.update(words[at:] for at in range(-MOST_WORDS, 0) if len(words) > -at)
    return frozenset(found)


def of_misspelt_commune(words: Words, commune: Words) -> Iterator[tuple[Words, str]]:
    """A reading with the commune's name where one syllable of it is written otherwise, and what
    stands there; another commune's name is never taken for it."""
    name = _bare(commune)
    if len(name) < LEAST_TO_SLIP:
        return
    for at in range(len(words) - len(name) + 1):
        there = words[at : at + len(name)]
        apart = [pair for pair in zip(there, name, strict=True) if syllable_gap(*pair) != Gap.NONE]
        slipped = len(apart) == 1 and syllable_gap(*apart[0]) in _SLIPS
        if slipped and _plain(there) not in _others(commune):
            yield words[:at] + name + words[at + len(name) :], " ".join(there)


def _standing(found: re.Match[str], commune: Words, known: Collection[Words]) -> bool | None:
    """Whether the place can be left out for sure, or to ask; None where it is elsewhere."""
    apart = not found["apart"].isspace()
    name = _plain(_words(found["name"]))
    if found["commune"]:
        return _commune_before(found, commune, known)
    if name in _NOW_ABOVE and not found["district"] and not found["before"]:
        return _above(found["own"], commune, apart)
    once = found["district"] or name in _ONCE_ABOVE or (found["city"] and found["before"])
    return False if once and apart else None


def _above(own: str, commune: Words, apart: bool) -> bool | None:
    """The city has offices of its own, whose names stand before its name without a comma."""
    read = unit_readings(own)
    if any(_is_of_a_commune(words, commune) for words in read):
        return True
    if any(words[:1] == ("phòng",) for words in read):
        return apart
    return False if apart else None


def _is_of_a_commune(words: Words, commune: Words) -> bool:
    """By its first word, by the commune's name, or by its kind at the end: Công an xã."""
    if not words or words[0] in _OF_COMMUNES or not commune:
        return bool(words) and words[0] in _OF_COMMUNES
    kind = commune[: -len(_bare(commune))]
    named = any(words[at : at + len(commune)] == commune for at in range(len(words)))
    return named or words[-len(kind) :] == kind


def _commune_before(found: re.Match[str], commune: Words, known: Collection[Words]) -> bool | None:
    """A commune of before; without "cũ" it is known by the schools that are called after it."""
    name = _words(found["name"])
    is_another = _plain(name) in _others(commune)
    if not found["before"]:
        return False if _plain(name) in known and not is_another else None
    forms = tuple(map(syllable_form, name))
    after = any(
        tuple(map(syllable_form, words[-len(name) :])) == forms
        for words in unit_readings(found["own"])
    )
    return after and not is_another


def _is_own(found: re.Match[str], commune: Words) -> bool:
    """Whether the place is the commune itself, which its own readings leave out."""
    if not found["commune"] or found["before"]:
        return False
    place = _words(f"{found['commune']} {found['name']}")
    return any(each in (commune, _plain(commune)) for each in unit_readings(" ".join(place)))


@cache
def _others(commune: Words) -> frozenset[Words]:
    """The names of the communes of now, without kinds and marks; `commune` is not among them."""
    each = (commune_words(entry.full_name) for entry in communes())
    return frozenset(_plain(_bare(words)) for words in each if words != commune)


def _bare(commune: Words) -> Words:
    return commune[2 if commune[:1] == ("đặc",) else 1 :]


def _words(text: str) -> Words:
    return tuple(spelling_key(text).split())


def _plain(words: Words) -> Words:
    return tuple(anatomy(word).plain for word in words)
