"""What two entries say, field by field, and what one entry of both would say."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import date

from models.records import GENDER_NAMES, STAFF_TYPE_NAMES, Person
from models.text.formats import partial_date, score_words, short_date
from models.text.phones import display_phone
from ui.table.column import Column, Kind

CHOSEN, NOT_CHOSEN = "● ", "○ "


def _day(day: date | None) -> str:
    return short_date(day) if day else ""


FIELDS: tuple[tuple[str, str, Callable[[Person], str]], ...] = (
    ("name", "Họ và tên", lambda p: p.name),
    ("unit_id", "Đơn vị", lambda p: p.unit),
    ("position", "Chức vụ", lambda p: p.position),
    ("staff_type", "Loại", lambda p: STAFF_TYPE_NAMES[p.staff_type] if p.staff_type else ""),
    ("gender", "Giới tính", lambda p: GENDER_NAMES[p.gender] if p.gender else ""),
    ("birth", "Ngày sinh", lambda p: partial_date(p.birth)),
    ("phone", "Điện thoại", lambda p: display_phone(p.phone)),
    ("email", "Thư điện tử", lambda p: p.email),
    ("staff_code", "Mã cán bộ", lambda p: p.staff_code),
    ("note", "Ghi chú", lambda p: p.note),
    ("came_on", "Có mặt từ", lambda p: _day(p.came_on)),
)


@dataclass(frozen=True, slots=True)
class FieldLine:
    """One field of two entries. `open`: they differ, and the officer may choose."""

    id: int
    key: str
    title: str
    first: str
    second: str
    result: str
    open: bool = False
    from_second: bool = False


def field_lines(first: Person, second: Person, from_second: Mapping[str, bool]) -> list[FieldLine]:
    """The fields of which at least one entry says something, then the marks."""
    lines: list[FieldLine] = []
    for key, title, words in FIELDS:
        one, other = words(first), words(second)
        if not (one or other):
            continue
        differ = one != other and (bool(one and other) or key == "came_on")
        taken = from_second.get(key, not one and bool(other) and key != "came_on")
        result = _result(key, one, other, second_wins=taken)
        lines.append(FieldLine(len(lines), key, title, one, other, result, differ, taken))
    for line in _marks(first, second):
        lines.append(FieldLine(len(lines), "", *line))
    return lines


def _result(key: str, one: str, other: str, *, second_wins: bool) -> str:
    won, lost = (other, one) if second_wins else (one, other)
    if key == "note" and lost and won != lost:
        return f"{won}; {lost}"
    if key == "phone" and lost and won != lost:
        return f"{won} (số kia ghi vào ghi chú)"
    if key == "unit_id" and won != lost:
        return f"{won} (kiêm nhiệm: {lost})"
    return won or ("từ trước" if key == "came_on" else "")


def _marks(first: Person, second: Person) -> list[tuple[str, str, str, str]]:
    days = (
        ("Đăng ký", first.registered_on, second.registered_on),
        ("Hoàn thành", first.completed_on, second.completed_on),
    )
    lines = [
        (title, _day(one), _day(other), _day(min(filter(None, (one, other)), default=None)))
        for title, one, other in days
        if one or other
    ]
    scores = [each for each in (first.score, second.score) if each is not None]
    if scores:
        lines.append(
            ("Điểm", score_words(first.score), score_words(second.score), score_words(max(scores)))
        )
    if first.exempt_reason or second.exempt_reason:
        one, other = first.exempt_reason, second.exempt_reason
        lines.append(("Không thuộc đối tượng", one, other, one or other))
    return lines


def _first(line: FieldLine) -> str:
    return f"{NOT_CHOSEN if line.from_second else CHOSEN}{line.first}" if line.open else line.first


def _second(line: FieldLine) -> str:
    if not line.open:
        return line.second
    return f"{CHOSEN if line.from_second else NOT_CHOSEN}{line.second}"


def _result_of(line: FieldLine) -> str:
    return line.result


def _look(*, second: bool) -> Callable[[FieldLine], Kind]:
    def look(line: FieldLine) -> Kind:
        if not line.open:
            return Kind.QUIET
        return Kind.STRONG if line.from_second is second else Kind.QUIET

    return look


COLUMNS: tuple[Column[FieldLine], ...] = (
    Column("title", "Mục", 15, lambda line: line.title, Kind.QUIET),
    Column("first", "Người thứ nhất", 22, _first, tooltip=_first, kind_of=_look(second=False)),
    Column("second", "Người thứ hai", 22, _second, tooltip=_second, kind_of=_look(second=True)),
    Column("result", "Sau khi gộp", 24, _result_of, tooltip=_result_of, fills=True),
)
