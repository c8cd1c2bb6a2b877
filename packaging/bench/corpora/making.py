"""Made-up people of a made-up commune, and the many ways in which others write them."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import date
from random import Random

from lists.people import Crowd
from lists.vocabulary import COMMUNES, KNOWN_AS, OFFICES, SCHOOLS, VILLAGES

from models.text.names import search_fold

COMMUNE = "Xã Kẻ Sặt"


@dataclass(frozen=True, slots=True)
class MadeUnit:
    """A unit that does not exist, as `UnitFinder` reads it."""

    id: int
    name: str
    parent_id: int | None = None
    aliases: tuple[str, ...] = ()


UNITS = tuple(
    MadeUnit(at, name, aliases=tuple(KNOWN_AS.get(name, ())))
    for at, name in enumerate((*OFFICES, *SCHOOLS, *VILLAGES, "Trung tâm Y tế", "UBND xã"), start=1)
)


@dataclass(frozen=True, slots=True)
class Written:
    """Somebody as a list writes them; `who` is their place on the roster, None for a stranger."""

    who: int | None
    name: str
    phone: str
    birth: str
    unit: str
    how: str

    def __str__(self) -> str:
        told = ", ".join(filter(None, (self.name, self.phone, self.birth, self.unit)))
        return f"{told} [{self.how}]"


@dataclass(frozen=True, slots=True)
class Resident:
    """Somebody of the roster; `birth` is ISO text."""

    name: str
    phone: str
    birth: str
    unit: str


def residents(draw: Random, count: int) -> list[Resident]:
    """So many people; some are namesakes, some share a phone, some have none."""
    crowd = Crowd(draw)
    people: list[Resident] = []
    for _ in range(count):
        namesake = draw.choice(people).name if people and draw.random() < 0.08 else None
        one = crowd.one(draw.choice(UNITS).name, namesake=namesake)
        phone = "" if draw.random() < 0.08 else one.phone
        if people and draw.random() < 0.02:
            phone = people[-1].phone
        birth = "" if draw.random() < 0.1 else one.birth.isoformat()
        people.append(Resident(one.name, phone, birth, one.unit))
    return people


def ordered(draw: Random, name: str) -> str:
    """The given name first."""
    words = name.split()
    return " ".join([words[-1], *words[:-1]])


def initials(draw: Random, name: str) -> str:
    """Some words by their first letter."""
    words = name.split()
    if draw.random() < 0.5:
        return " ".join([f"{words[0][0]}.", *words[1:]])
    return ".".join([*(word[0] for word in words[:-1]), words[-1]])


def mistyped(draw: Random, name: str) -> str:
    """One letter lost, doubled, or two exchanged."""
    at = draw.randrange(1, len(name) - 2)
    how = draw.randrange(3)
    if how == 0:
        return name[:at] + name[at + 1 :]
    if how == 1:
        return name[:at] + name[at] + name[at:]
    return name[:at] + name[at + 1] + name[at] + name[at + 2 :]


def without_middle(draw: Random, name: str) -> str:
    """Họ and tên alone."""
    words = name.split()
    return f"{words[0]} {words[-1]}"


def other_tones(draw: Random, name: str) -> str:
    """Tones placed by the other school."""
    for one, other in (("òa", "oà"), ("óa", "oá"), ("úy", "uý"), ("ủy", "uỷ"), ("ùy", "uỳ")):
        name = name.replace(one, other)
    return name


NAMES: dict[str, Callable[[Random, str], str]] = {
    "": lambda draw, name: name,
    "hoa": lambda draw, name: name.upper(),
    "không dấu": lambda draw, name: search_fold(name).title(),
    "đảo": ordered,
    "tắt": initials,
    "gõ nhầm": mistyped,
    "thiếu đệm": without_middle,
    "kiểu dấu": other_tones,
}


def one_digit_off(draw: Random, phone: str) -> str:
    """The phone with one digit changed."""
    at = draw.randrange(3, len(phone))
    return phone[:at] + str((int(phone[at]) + draw.randrange(1, 10)) % 10) + phone[at + 1 :]


PHONES: dict[str, Callable[[Random, str], str]] = {
    "": lambda draw, phone: phone,
    "không số": lambda draw, phone: "",
    "số sai một chữ": one_digit_off,
    "số khác": lambda draw, phone: f"08{draw.randrange(10**8):08d}",
}

SHORT = (
    ("Trung học cơ sở", "THCS"), ("Trường TH&THCS", "Trường Tiểu học và THCS"),
    ("Trung tâm Phục vụ hành chính công", "TTPVHCC"), ("Trung tâm Y tế", "TTYT"),
    ("Trạm Y tế", "TYT"), ("Trường Mầm non", "Trường MN"), ("Trường Tiểu học", "TH"),
    ("Trường THCS", "THCS"), ("Ban Chỉ huy Quân sự", "BCHQS"), ("Công an", "CA"),
    ("Ủy ban MTTQ Việt Nam", "UBMTTQ"), ("Ủy ban Kiểm tra", "UBKT"), ("UBND", "Uỷ ban nhân dân"),
    ("Hội Liên hiệp Phụ nữ", "Hội LHPN"), ("Văn phòng HĐND và UBND", "VP HĐND-UBND"),
    ("Văn phòng", "VP"), ("Phòng Văn hóa - Xã hội", "P. VHXH"), ("Phòng", "P."),
    ("Trung tâm", "TT"), ("Tổ dân phố số", "TDP"), ("Hội Cựu chiến binh", "Hội CCB"),
    ("Đoàn Thanh niên", "ĐTN"), ("Thôn", "T."), ("Hội Nông dân", "HND"),
)  # fmt: skip
"""Names of offices and how they are abbreviated; what stands first is tried first."""


def shortened(draw: Random, unit: str) -> str:
    """The first abbreviation that fits."""
    return next((unit.replace(long, short) for long, short in SHORT if long in unit), unit)


def in_the_old_commune(draw: Random, unit: str) -> str:
    """With the name of a commune that was merged into this one."""
    return f"{unit} (xã {draw.choice(('Vĩnh Hồng', 'Tráng Liệt', 'Hưng Thịnh'))} cũ)"


UNIT_NAMES: dict[str, Callable[[Random, str], str]] = {
    "": lambda draw, unit: unit,
    "hoa": lambda draw, unit: unit.upper(),
    "tắt": shortened,
    "tắt, hoa": lambda draw, unit: shortened(draw, unit).upper(),
    "thêm xã": lambda draw, unit: f"{unit} xã Kẻ Sặt" if "xã" not in unit else f"{unit} Kẻ Sặt",
    "xã trước": lambda draw, unit: f"UBND xã Kẻ Sặt - {unit}",
    "thêm tỉnh": lambda draw, unit: f"{unit}, thành phố Hải Phòng",
    "không dấu": lambda draw, unit: search_fold(unit).title(),
    "gõ nhầm": mistyped,
    "xã cũ": in_the_old_commune,
}
FOREIGN = "xã khác"


def of_another_commune(draw: Random, unit: str) -> str:
    """The unit of the same name elsewhere: none of ours."""
    return f"{unit} {draw.choice([each for each in COMMUNES if each != COMMUNE])}"


def written(draw: Random, people: list[Resident], strangers: int) -> list[Written]:
    """A list of everybody, each in some other way, and of some whom the roster does not have."""
    rows = [_written(draw, at, person) for at, person in enumerate(people)]
    names = {person.name for person in people}
    unknown = [each for each in residents(draw, 2 * strangers) if each.name not in names]
    rows += [replace(_written(draw, -1, each), who=None) for each in unknown[:strangers]]
    draw.shuffle(rows)
    return rows


def _written(draw: Random, who: int, person: Resident) -> Written:
    name_how = draw.choice(list(NAMES))
    phone_how = draw.choice(("", "", *PHONES)) if person.phone else ""
    unit_how = draw.choice(("", "", "", *UNIT_NAMES))
    birth = draw.choice((person.birth, person.birth[:4], ""))
    how = ", ".join(filter(None, (name_how, phone_how, f"đơn vị {unit_how}" if unit_how else "")))
    return Written(
        who,
        NAMES[name_how](draw, person.name),
        PHONES[phone_how](draw, person.phone) if person.phone else "",
        birth,
        UNIT_NAMES[unit_how](draw, person.unit),
        how,
    )


def birth_cell(birth: str) -> object:
    """A birth as a list writes it."""
    if len(birth) < 10:
        return int(birth) if birth else ""
    return f"{date.fromisoformat(birth):%d/%m/%Y}"
