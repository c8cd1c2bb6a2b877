"""What two entries say, field by field, and what one entry of both would say."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass

from models.records import Person
from models.records.person_columns import PERSON_TITLES, written_of, written_value
from ui.table.column import Column, Kind

CHOSEN, NOT_CHOSEN = "● ", "○ "


FIELDS = (
    "name", "unit", "position", "staff_type", "gender", "birth", "phone", "email", "staff_code",
    "note", "came_on",
)  # fmt: skip
_KEYS = {"unit": "unit_id"}
"""Where a merge calls a field by another name."""


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
    for column in FIELDS:
        key, title = _KEYS.get(column, column), PERSON_TITLES[column]
        one, other = written_of(first, column), written_of(second, column)
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
    """Both marks, the score and why somebody is exempt, as far as either entry has them."""
    days = (
        (column, min(filter(None, (getattr(first, column), getattr(second, column))), default=None))
        for column in ("registered_on", "failed_on", "completed_on")
    )
    scores = [each for each in (first.score, second.score) if each is not None]
    exempt = first.exempt_reason or second.exempt_reason
    kept = (*days, ("score", max(scores, default=None)), ("exempt_reason", exempt))
    return [
        (
            PERSON_TITLES[column],
            written_of(first, column),
            written_of(second, column),
            written_value(column, value),
        )
        for column, value in kept
        if value not in (None, "")
    ]


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
    Column("title", "Mục", 13, lambda line: line.title, Kind.QUIET),
    Column("first", "Người thứ nhất", 24, _first, tooltip=_first, kind_of=_look(second=False)),
    Column("second", "Người thứ hai", 24, _second, tooltip=_second, kind_of=_look(second=True)),
    Column("result", "Sau khi gộp", 18, _result_of, tooltip=_result_of, fills=True),
)
