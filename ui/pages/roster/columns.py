"""The columns of the roster."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from models.records import GENDER_NAMES, STAFF_TYPE_NAMES, Gender, Person, StaffType, Unit
from models.text.formats import partial_date, score_words, short_date
from models.text.names import match_key
from models.text.phones import display_phone, normalise_phone
from ui.table.column import A_DAY, A_MARK, A_PHONE, Column, Kind

TICK = "✓"


def short_mark(day: date | None) -> str:
    """ "✓ 02/06", or nothing."""
    return f"{TICK} {day.day:02d}/{day.month:02d}" if day else ""


def score_text(person: Person) -> str:
    """The score as people write it: "90" or "87,5"."""
    return score_words(person.score)


def warnings(person: Person) -> tuple[str, ...]:
    """What somebody should look at before this person can be counted or called."""
    found = []
    if person.left_on:
        found.append(f"Rời danh sách từ {short_date(person.left_on)}")
    if person.exempt_reason:
        found.append(f"Không thuộc đối tượng: {person.exempt_reason}")
    if person.platform_unit and match_key(person.platform_unit) != match_key(person.unit):
        found.append(f"Sai đơn vị: ghi “{person.platform_unit}”")
    if not person.phone:
        found.append(_no_phone(person))
    elif doubt := normalise_phone(person.phone_raw or person.phone).warning:
        found.append(doubt)
    return tuple(found)


def _no_phone(person: Person) -> str:
    raw = person.phone_raw.strip()
    return f"Không đọc được số “{raw}”" if raw else "Thiếu số điện thoại"


def remarks(person: Person) -> str:
    """The warnings and the note of a person in one line."""
    return " · ".join((*warnings(person), *filter(None, [person.note])))


def _remark_kind(person: Person) -> Kind:
    return Kind.WARNING if warnings(person) else Kind.TEXT


def _staff_type(person: Person) -> str:
    return STAFF_TYPE_NAMES[person.staff_type] if person.staff_type else ""


def _gender(person: Person) -> str:
    return GENDER_NAMES[person.gender] if person.gender else ""


def _birth(person: Person) -> str:
    return partial_date(person.birth)


def _email(person: Person) -> str:
    return person.email


def _code(person: Person) -> str:
    return person.staff_code


def _came_on(person: Person) -> str:
    return short_date(person.came_on)


def _second_posts(person: Person) -> str:
    return person.second_posts


def _units(person: Person) -> str:
    """The main unit, and where else somebody serves."""
    beside = f"Kiêm nhiệm: {person.second_posts}" if person.second_posts else ""
    return "\n".join(filter(None, (person.unit, beside)))


PERSON_COLUMNS: tuple[Column[Person], ...] = (
    Column("serial", "STT", 4, kind=Kind.SERIAL),
    Column(
        "name", "Họ và tên", 26, lambda p: p.name, Kind.STRONG, sort="name",
        edited=lambda p: p.name, filtered=True,
    ),
    Column(
        "unit", "Đơn vị", 28, lambda p: p.unit, sort="unit", tooltip=_units,
        edited=lambda p: p.unit, filtered=True,
    ),
    Column(
        "position", "Chức vụ", 12, lambda p: p.position, sort="position",
        edited=lambda p: p.position, filtered=True,
    ),
    Column(
        "phone", "Điện thoại", 14, lambda p: display_phone(p.phone), sort="phone",
        copied=lambda p: p.phone, filtered=True,
        edited=lambda p: display_phone(p.phone) or p.phone_raw, never_cut=A_PHONE),
    Column(
        "registered_on", "Đăng ký", 8, lambda p: short_mark(p.registered_on),
        sort="registered_on",
        tooltip=lambda p: short_date(p.registered_on), copied=lambda p: short_date(p.registered_on),
        edited=lambda p: short_date(p.registered_on), filtered=True, never_cut=A_MARK),
    Column(
        "completed_on", "Hoàn thành", 9, lambda p: short_mark(p.completed_on),
        sort="completed_on",
        tooltip=lambda p: short_date(p.completed_on), copied=lambda p: short_date(p.completed_on),
        edited=lambda p: short_date(p.completed_on), filtered=True, never_cut=A_MARK),
    Column("score", "Điểm", 5, score_text, Kind.NUMBER, sort="score", filtered=True),
    Column(
        "note", "Ghi chú", 9, remarks, sort="note", tooltip=remarks, kind_of=_remark_kind,
        edited=lambda p: p.note, filtered=True,
    ),
    Column("second_posts", "Kiêm nhiệm", 24, _second_posts, hidden=True, tooltip=_second_posts),
    Column("staff_type", "Loại", 16, _staff_type, hidden=True, edited=_staff_type, filtered=True),
    Column("gender", "Giới tính", 10, _gender, hidden=True, edited=_gender, filtered=True),
    Column(
        "birth", "Ngày sinh", 13, _birth, hidden=True, edited=_birth, filtered=True,
        never_cut=A_DAY,
    ),
    Column("email", "Thư điện tử", 24, _email, hidden=True, edited=_email, filtered=True),
    Column("staff_code", "Mã cán bộ", 14, _code, hidden=True, edited=_code, filtered=True),
    Column(
        "came_on", "Ngày vào", 13, _came_on, hidden=True, edited=_came_on, filtered=True,
        never_cut=A_DAY,
    ),
)  # fmt: skip


def known_words(units: Sequence[Unit]) -> dict[str, Sequence[str]]:
    """What may be written into the columns that take only certain words."""
    return {
        "unit": [unit.name for unit in units],
        "staff_type": list(STAFF_TYPE_NAMES.values()),
        "gender": list(GENDER_NAMES.values()),
    }


BLANK = "(Trống)"


def value_words(column: str, value: str) -> str:
    """A stored value of a column as the officer reads it."""
    if not value:
        return BLANK
    if column in ("registered_on", "completed_on", "came_on", "birth"):
        return partial_date(value)
    if column == "phone":
        return display_phone(value)
    if column == "staff_type":
        return STAFF_TYPE_NAMES[StaffType(value)]
    if column == "gender":
        return GENDER_NAMES[Gender(value)]
    return score_words(float(value)) if column == "score" else value
