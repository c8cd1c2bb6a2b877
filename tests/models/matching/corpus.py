"""The corpus of hard pairs: made-up people with the tier that a careful colleague would choose."""

import unicodedata
from dataclasses import dataclass
from datetime import date

from models.matching.identity import Identity, identity
from models.matching.people import Tier, compare_people
from tests.models.matching.corpus_different import DIFFERENT
from tests.models.matching.corpus_likely import LIKELY
from tests.models.matching.corpus_same import SAME

PHONES = ("0912000001", "0982000002")
UNITS = ((1, "Trường Tiểu học Kẻ Sặt"), (2, "Trạm Y tế"))
LEFT_ON = date(2026, 6, 5)
LANDLINE = "02203000001"
TONES = "\u0300\u0301\u0303\u0309\u0323"


@dataclass(frozen=True)
class Pair:
    rule: str
    expected: Tier
    one: Identity
    other: Identity

    @property
    def judged(self) -> Tier:
        return compare_people(self.one, self.other).tier

    def __str__(self):
        return f"{self.rule}: {self.one.name} | {self.other.name} | {self.expected}"


def people_pairs() -> tuple[Pair, ...]:
    groups = {Tier.SAME: SAME, Tier.LIKELY: LIKELY, Tier.DIFFERENT: DIFFERENT}
    return tuple(
        _pair(rule, tier, line)
        for tier, rules in groups.items()
        for rule, lines in rules.items()
        for line in lines.strip("\n").split("\n")
    )


def _pair(rule, tier, line) -> Pair:
    one, other, said = line.split("|")
    words = said.split()
    fields = _fields(words)
    if "b" in words:
        births = words[words.index("b") + 1].split("/")
        fields = tuple(each | {"birth": birth} for each, birth in zip(fields, births, strict=True))
    a = identity(one, **fields[0])
    return Pair(rule, tier, a, identity(_spoilt(other, words), **fields[1]))


SIDES = {
    "p=": ({"phone": PHONES[0]}, {"phone": PHONES[0]}),
    "p!": ({"phone": PHONES[0]}, {"phone": PHONES[1]}),
    "p1": ({"phone": PHONES[0]}, {}),
    "land": ({"phone": LANDLINE}, {"phone": LANDLINE}),
    "c=": ({"staff_code": "CB-0107"}, {"staff_code": "CB-0107"}),
    "c!": ({"staff_code": "CB-0107"}, {"staff_code": "CB-0203"}),
    "uid=": ({"uid": "7f3a"}, {"uid": "7f3a"}),
    "left": ({}, {"left_on": LEFT_ON}),
    "u=": ({"unit_id": 1, "unit": UNITS[0][1]}, {"unit_id": 1, "unit": UNITS[0][1]}),
    "u!": ({"unit_id": 1, "unit": UNITS[0][1]}, {"unit_id": 2, "unit": UNITS[1][1]}),
    "u1": ({"unit_id": 1, "unit": UNITS[0][1]}, {}),
}


def _fields(words):
    sides = [SIDES[word] for word in words if word in SIDES]
    one = {key: value for each, _ in sides for key, value in each.items()}
    other = {key: value for _, each in sides for key, value in each.items()}
    return one, other


def _spoilt(name, words):
    if "nfd" in words:
        return unicodedata.normalize("NFD", name)
    if "nbsp" in words:
        return f"\u00a0{name} ".replace(" ", "\u00a0")
    if "zero" in words:
        return name.replace(" ", "\u200b \ufeff")
    return _tones_first(name) if "order" in words else name


def _tones_first(name):
    """Each tone before the hat of its letter, as some converters write it."""
    out = ""
    for mark in unicodedata.normalize("NFD", name):
        at_hat = mark in "\u0302\u0306\u031b" or (mark in TONES and not out)
        if mark in TONES and out and out[-1] in "\u0302\u0306\u031b" and not at_hat:
            out = out[:-1] + mark + out[-1]
        else:
            out += mark
    return out
