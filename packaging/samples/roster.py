"""Invents the people of the sample commune: the same ones each time, none of them real."""

from __future__ import annotations

import random
import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import date, timedelta

import names
from invented import UNITS, Role, SampleUnit

SEED = 20260608
PREFIXES = "032 033 034 035 036 038 039 070 077 079 081 083 085 086 088 091 094 096 097 098"
OLD_PREFIXES = {"038": "0168", "039": "0169", "035": "0165", "083": "0123", "077": "0122"}
MISSING, OLD, SHARED_PAIRS = 9, 6, 2


@dataclass(frozen=True, slots=True)
class SamplePerson:
    """One person: what the list writes, and in `phone` and `birth` what is meant by it."""

    written_name: str
    unit: SampleUnit
    gender: str
    birth: date
    birth_form: str
    position: str
    staff_type: str
    phone: str
    phone_form: str
    note: str = ""

    @property
    def name(self) -> str:
        """The name as storage keeps it: as written, precomposed."""
        return unicodedata.normalize("NFC", self.written_name)


def invent() -> list[SamplePerson]:
    """All people of the commune, unit by unit, in the order of the list."""
    rng = random.Random(SEED)
    taken: set[str] = set()
    people = [_person(rng, unit, role, taken) for unit in UNITS for role in _roles(unit, unit.size)]
    _share_names(people)
    _number(rng, people)
    _respell(rng, people)
    for index in sorted(rng.sample(range(len(people)), 16)):
        people[index] = replace(people[index], note=_note(rng, people[index]))
    return people


def _note(rng: random.Random, person: SamplePerson) -> str:
    young_mother = person.gender == "female" and person.birth.year >= 1985
    return names.MATERNITY if young_mother else rng.choice(names.NOTES)


def _roles(unit: SampleUnit, size: int) -> Iterator[Role]:
    *leading, last = unit.roles
    placed = [role for role in leading for _ in range(role.count)]
    yield from placed
    yield from [last] * (size - len(placed))


def _person(rng: random.Random, unit: SampleUnit, role: Role, taken: set[str]) -> SamplePerson:
    woman = "Phụ nữ" in role.position or rng.random() < unit.women
    woman = woman and role.position not in ("Nhân viên bảo vệ", "Lái xe")
    years = 35 if role is unit.roles[-1] else 22
    return SamplePerson(
        written_name=_new_name(rng, woman, taken),
        unit=unit,
        gender="female" if woman else "male",
        birth=date(1967, 1, 1) + timedelta(days=rng.randrange(years * 365)),
        birth_form=rng.choices(("text", "date", "year", "nbsp"), (80, 10, 6, 4))[0],
        position=role.position,
        staff_type=role.staff_type,
        phone="",
        phone_form="",
    )


def _new_name(rng: random.Random, woman: bool, taken: set[str]) -> str:
    middles = names.WOMENS_MIDDLES if woman else names.MENS_MIDDLES
    givens = (names.WOMENS_GIVENS if woman else names.MENS_GIVENS).split()
    while True:
        middle, given = _weighted(rng, middles), rng.choice(givens)
        name = f"{_weighted(rng, names.FAMILIES)} {middle} {given}"
        if name not in taken and given != middle.split()[-1]:
            taken.add(name)
            return name


def _weighted(rng: random.Random, table: tuple[tuple[str, int], ...]) -> str:
    return rng.choices([word for word, _ in table], [weight for _, weight in table])[0]


def _share_names(people: list[SamplePerson]) -> None:
    """The same name in different units, and namesakes of one unit told apart by birth year."""
    teachers = _holders(people, "Giáo viên", "female")
    for first, second in ((10, 60), (25, 110), (40, 150), (75, 130)):
        people[teachers[second]] = replace(
            people[teachers[second]], written_name=people[teachers[first]].written_name
        )
    people[teachers[140]] = replace(
        people[teachers[140]], written_name=people[teachers[10]].written_name
    )
    _namesakes(people, teachers[0], teachers[1], "Nguyễn Thị Hương {:%Y}")
    officers = _holders(people, "Cán bộ", "male")
    _namesakes(people, officers[0], officers[3], "Trần Văn Nam ({:%y})")


def _holders(people: list[SamplePerson], position: str, gender: str) -> list[int]:
    return [i for i, p in enumerate(people) if (p.position, p.gender) == (position, gender)]


def _namesakes(people: list[SamplePerson], first: int, second: int, pattern: str) -> None:
    for index, year in ((first, 1982), (second, 1990)):
        born = people[index].birth.replace(year=year, day=15)
        people[index] = replace(people[index], written_name=pattern.format(born), birth=born)


def _number(rng: random.Random, people: list[SamplePerson]) -> None:
    """Phones: prefixes in use, but a subscriber block (000xxxx) that is plainly made up."""
    forms = ("text", "int", "dots", "spaces", "plus84", "int84")
    for index, tail in enumerate(rng.sample(range(1000, 10000), len(people))):
        form = rng.choices(forms, (62, 14, 8, 9, 4, 3))[0]
        phone = f"{rng.choice(PREFIXES.split())}000{tail}"
        people[index] = replace(people[index], phone=phone, phone_form=form)
    spread = _people_of_one_name(people)
    rng.shuffle(spread)
    for index in spread[:MISSING]:
        people[index] = replace(people[index], phone="", phone_form="missing")
    for index, old in zip(spread[MISSING : MISSING + OLD], [*OLD_PREFIXES, "038"], strict=True):
        form = rng.choice(("old text", "old int"))
        phone = old + people[index].phone[3:]
        people[index] = replace(people[index], phone=phone, phone_form=form)
    sharing = spread[MISSING + OLD : MISSING + OLD + 2 * SHARED_PAIRS]
    for giver, taker in zip(sharing[::2], sharing[1::2], strict=True):
        people[taker] = replace(people[taker], phone=people[giver].phone)


def _people_of_one_name(people: list[SamplePerson]) -> list[int]:
    """Whose name, even without diacritics, nobody else has: a phone is not needed to tell them."""
    bare = [_without_marks(person.written_name) for person in people]
    return [index for index, name in enumerate(bare) if bare.count(name) == 1]


def _without_marks(name: str) -> str:
    letters = unicodedata.normalize("NFD", name.casefold().replace("đ", "d"))
    return "".join(char for char in letters if not unicodedata.combining(char))


def _respell(rng: random.Random, people: list[SamplePerson]) -> None:
    """Write some names as lists really do: capitals, decomposed, tone on the second vowel."""
    order = [i for i, p in enumerate(people) if not any(c.isdigit() for c in p.written_name)]
    rng.shuffle(order)
    for index in order[:18]:
        people[index] = replace(people[index], written_name=people[index].written_name.upper())
    for index in order[18:27]:
        decomposed = unicodedata.normalize("NFD", people[index].written_name)
        people[index] = replace(people[index], written_name=decomposed)
    for index in order[27::3]:
        people[index] = replace(people[index], written_name=_new_style(people[index].written_name))


def _new_style(name: str) -> str:
    for old, new in (("òa", "oà"), ("ủy", "uỷ"), ("úy", "uý"), ("ùy", "uỳ")):
        name = name.replace(old, new)
    return name
