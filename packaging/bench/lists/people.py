"""Made-up people, and how their cells are written in a list."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime, timedelta
from random import Random

from lists.vocabulary import (
    COMMON_FAMILIES,
    FAMILIES,
    GIVEN_OF_MEN,
    GIVEN_OF_WOMEN,
    MIDDLES_OF_MEN,
    MIDDLES_OF_WOMEN,
    POSTS,
)

PREFIXES = (
    "032",
    "034",
    "035",
    "038",
    "039",
    "070",
    "077",
    "079",
    "083",
    "085",
    "091",
    "097",
    "098",
)
OLD_PREFIXES = {"0123": "083", "0125": "085", "0162": "032", "0165": "035", "0168": "038"}


@dataclass(frozen=True, slots=True)
class MadeUp:
    """Somebody who does not exist; `birth` is None where nothing is known."""

    family: str
    given: str
    woman: bool
    birth: date
    phone: str
    unit: str
    post: str
    code: str

    @property
    def name(self) -> str:
        """The whole name as it is spoken."""
        return f"{self.family} {self.given}"


class Crowd:
    """Hands out people who differ in name, phone and code."""

    def __init__(self, draw: Random) -> None:
        self._draw = draw
        self._names: set[str] = set()
        self._number = draw.randrange(1000, 4000)
        self._prefix = draw.choice(("NV", "GV", "CB", "", "HP-", "VC0"))

    def one(self, unit: str, *, namesake: str | None = None) -> MadeUp:
        """Somebody new of a unit; with the `namesake` given, of that family and given name."""
        draw = self._draw
        woman = draw.random() < 0.55
        family, given = namesake.rsplit(" ", 1) if namesake else self._name(woman)
        birth = date(1964, 1, 1) + timedelta(days=draw.randrange(365 * 38))
        self._number += draw.randrange(1, 9)
        phone = draw.choice(PREFIXES) + f"{draw.randrange(10**7):07d}"
        return MadeUp(
            family, given, woman, birth, phone, unit, draw.choice(POSTS),
            f"{self._prefix}{self._number:05d}",
        )  # fmt: skip

    def _name(self, woman: bool) -> tuple[str, str]:
        draw = self._draw
        while True:
            rare = draw.random() < 0.2
            first = draw.choice(FAMILIES if rare else COMMON_FAMILIES)
            middles = MIDDLES_OF_WOMEN if woman else MIDDLES_OF_MEN
            middle = draw.sample(middles, draw.choice((1, 1, 1, 2)))
            given = draw.choice(GIVEN_OF_WOMEN if woman else GIVEN_OF_MEN)
            family = " ".join([first, *dict.fromkeys(middle)])
            if f"{family} {given}" not in self._names:
                self._names.add(f"{family} {given}")
                return family, given


PHONE_STYLES = ("plain", "number", "dots", "spaces", "plus", "old", "plain", "plain")


def phone_cell(phone: str, style: str) -> object:
    """A phone as a list writes it: text, a number without its zero, grouped, +84, old."""
    if style == "number":
        return int(phone)
    if style == "dots":
        return f"{phone[:4]}.{phone[4:7]}.{phone[7:]}"
    if style == "spaces":
        return f"{phone[:3]} {phone[3:6]} {phone[6:]} "
    if style == "plus":
        return f"+84{phone[1:]}"
    if style == "old":
        before = next((old for old, new in OLD_PREFIXES.items() if phone.startswith(new)), None)
        return before + phone[3:] if before else phone
    return phone


BIRTH_STYLES = ("date", "text", "dashes", "year", "iso", "text", "date", "short")


def birth_cell(birth: date, style: str) -> tuple[object, str]:
    """A birth as a list writes it, and what may be known from it."""
    whole = birth.isoformat()
    cells: dict[str, tuple[object, str]] = {
        "date": (datetime(birth.year, birth.month, birth.day), whole),
        "text": (f"{birth:%d/%m/%Y}", whole),
        "dashes": (f"\xa0{birth:%d-%m-%Y}", whole),
        "year": (birth.year, str(birth.year)),
        "iso": (whole, whole),
        "short": (f"{birth.day}/{birth.month}/{birth.year}", whole),
    }
    return cells[style]
