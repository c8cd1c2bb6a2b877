"""The columns of the roster."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace
from datetime import date
from typing import TYPE_CHECKING

from models.records import GENDER_NAMES, STAFF_TYPE_NAMES, STATUS_NAMES, Person, Status
from models.records.person_columns import PERSON_TITLES, written_of, written_value
from models.text.formats import short_date
from models.text.names import match_key
from models.text.phones import normalise_phone
from ui.table.column import A_DAY, A_MARK, A_PHONE, Column, Kind

if TYPE_CHECKING:
    from models.records import Unit

TICK = "✓"
NOT_PASSED = "Chưa đạt"


def short_mark(day: date | None) -> str:
    """ "✓ 02/06", or nothing."""
    return f"{TICK} {day.day:02d}/{day.month:02d}" if day else ""


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


def _units(person: Person) -> str:
    """The main unit, and where else somebody serves."""
    if not person.second_posts:
        return person.unit
    return f"{person.unit}\n{PERSON_TITLES['second_posts']}: {person.second_posts}"


def _as(column: str) -> Callable[[Person], str]:
    """What stands in a column of somebody."""
    return lambda person: written_of(person, column)


def _day(column: str, width: int) -> Column[Person]:
    """A mark: shown short, told, copied and edited as a whole day."""
    whole = _as(column)
    return Column(
        column, PERSON_TITLES[column], width, lambda p: short_mark(getattr(p, column)),
        sort=column, tooltip=whole, copied=whole, edited=whole, filtered=True, never_cut=A_MARK,
    )  # fmt: skip


def _completion(person: Person) -> str:
    """The mark, or that they took part and have not passed."""
    return NOT_PASSED if person.has_failed else short_mark(person.completed_on)


def _when_completed(person: Person) -> str:
    if person.has_failed:
        return f"{STATUS_NAMES[Status.FAILED]} {written_of(person, 'failed_on')}"
    return written_of(person, "completed_on")


def _completion_kind(person: Person) -> Kind:
    return Kind.WARNING if person.has_failed else Kind.TEXT


def _hidden(column: str, width: int, never_cut: str = "") -> Column[Person]:
    """A column that whoever wants it brings in sight."""
    text = _as(column)
    return Column(
        column, PERSON_TITLES[column], width, text, hidden=True, edited=text, filtered=True,
        never_cut=never_cut, sort=column,
    )  # fmt: skip


PERSON_COLUMNS: tuple[Column[Person], ...] = (
    Column("serial", "STT", 4, kind=Kind.SERIAL),
    Column(
        "name", PERSON_TITLES["name"], 22, _as("name"), Kind.STRONG, sort="name",
        edited=_as("name"), filtered=True, searched=True,
    ),
    Column(
        "unit", PERSON_TITLES["unit"], 28, _as("unit"), sort="unit", tooltip=_units, fills=True,
        most=40, least=22,
        edited=_as("unit"), filtered=True, searched=True,
    ),
    Column(
        "position", PERSON_TITLES["position"], 18, _as("position"), sort="position",
        edited=_as("position"), filtered=True, searched=True,
    ),
    Column(
        "phone", PERSON_TITLES["phone"], 14, lambda p: written_value("phone", p.phone),
        sort="phone", copied=lambda p: p.phone, filtered=True, edited=_as("phone"),
        never_cut=A_PHONE, searched=True,
    ),
    _day("registered_on", 8),
    replace(
        _day("completed_on", 9), text=_completion, tooltip=_when_completed,
        kind_of=_completion_kind,
    ),
    Column(
        "score", PERSON_TITLES["score"], 5, _as("score"), Kind.NUMBER, sort="score", filtered=True,
        edited=_as("score"), hidden=True,
    ),
    Column(
        "note", PERSON_TITLES["note"], 16, remarks, sort="note", tooltip=remarks, most=30,
        kind_of=_remark_kind, edited=_as("note"), filtered=True,
        searched=True, yields=True,
    ),
    Column(
        "second_posts", PERSON_TITLES["second_posts"], 24, _as("second_posts"), hidden=True,
        sort="second_posts",
        tooltip=_as("second_posts"),
    ),
    _hidden("staff_type", 16),
    _hidden("gender", 10),
    _hidden("birth", 13, A_DAY),
    _hidden("email", 24),
    _hidden("staff_code", 14),
    _hidden("came_on", 13, A_DAY),
    Column(
        "failed_on", PERSON_TITLES["failed_on"], 13, _as("failed_on"), hidden=True, filtered=True,
        never_cut=A_DAY, sort="failed_on",
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
    return written_value(column, value) or BLANK
