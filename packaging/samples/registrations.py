"""Who of the sample commune had registered with the platform by 08/06/2026, and how far."""

from __future__ import annotations

import random
import unicodedata
from collections import Counter
from dataclasses import dataclass
from datetime import date, timedelta

from roster import SEED, SamplePerson

LAST_DAY = date(2026, 6, 8)
# Few at first, more after the commune's letter of 02/6, hardly any at the week-end.
PER_DAY = {
    date(2026, 5, 28): 1,
    date(2026, 5, 29): 2,
    date(2026, 6, 1): 2,
    date(2026, 6, 2): 4,
    date(2026, 6, 3): 3,
    date(2026, 6, 4): 3,
    date(2026, 6, 5): 3,
    date(2026, 6, 6): 2,
    date(2026, 6, 7): 1,
    date(2026, 6, 8): 3,
}
COMPLETED = 11
SCORES = (65, 70, 75, 80, 80, 85, 85, 90, 90, 95, 100)
PER_UNIT = {
    "Phòng Văn hóa - Xã hội": 5,
    "Văn phòng Hội đồng nhân dân và Ủy ban nhân dân": 3,
    "Trung tâm Phục vụ hành chính công": 3,
    "Trung tâm Dịch vụ sự nghiệp công": 2,
    "Ủy ban Mặt trận Tổ quốc Việt Nam xã": 1,
    "Ban Xây dựng Đảng": 1,
    "Trạm Y tế xã": 2,
    "Trường Mầm non Hoa Sen": 1,
    "Trường Tiểu học Bình Minh": 3,
    "Trường THCS Ban Mai": 2,
    "Thôn Đoài": 1,
}


@dataclass(frozen=True, slots=True)
class Registration:
    """One row of the platform's list; `platform_unit` may be the wrong one."""

    person: SamplePerson
    platform_name: str
    platform_unit: str
    phone_form: str
    registered_on: date
    completed_on: date | None = None
    score: int | None = None


def register(people: list[SamplePerson]) -> list[Registration]:
    """24 registrations in the order of their dates; 11 of them completed."""
    rng = random.Random(SEED + 1)
    chosen = _choose(rng, people)
    rng.shuffle(chosen)
    days = [day for day, count in PER_DAY.items() for _ in range(count)]
    done = dict(zip(sorted(rng.sample(range(18), COMPLETED)), SCORES, strict=True))
    return [
        _registration(rng, index, person, day, done.get(index))
        for index, (person, day) in enumerate(zip(chosen, days, strict=True))
    ]


def _choose(rng: random.Random, people: list[SamplePerson]) -> list[SamplePerson]:
    holders = Counter(person.phone for person in people)
    chosen = []
    for unit, count in PER_UNIT.items():
        fit = [p for p in people if p.unit.name == unit and p.phone and holders[p.phone] == 1]
        chosen += rng.sample(fit, count)
    return chosen


def _registration(
    rng: random.Random, index: int, person: SamplePerson, day: date, score: int | None
) -> Registration:
    finished = min(day + timedelta(days=rng.randrange(3)), LAST_DAY) if score else None
    wrong = {6: "Ủy ban nhân dân xã Kẻ Sặt", 15: "Văn phòng Đảng ủy"}
    return Registration(
        person=person,
        platform_name=_platform_name(index, person.name),
        platform_unit=wrong.get(index, person.unit.name),
        phone_form={3: "int84", 11: "int84", 19: "int"}.get(index, "text"),
        registered_on=day,
        completed_on=finished,
        score=score,
    )


def _platform_name(index: int, name: str) -> str:
    """As people type it themselves: one without diacritics, one in small letters."""
    if index == 9:
        bare = unicodedata.normalize("NFD", name.replace("Đ", "D").replace("đ", "d"))
        return "".join(char for char in bare if not unicodedata.combining(char))
    return name.lower() if index == 13 else name
