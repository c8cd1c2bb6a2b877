"""What a stored value can be, column by column; whatever else stands there nobody wrote with the
program."""

from __future__ import annotations

import json
from collections.abc import Callable
from datetime import date, datetime
from enum import StrEnum
from typing import Any

from sqlalchemy import (
    Boolean,
    Column,
    Date,
    DateTime,
    DefaultClause,
    Float,
    Integer,
    LargeBinary,
)

from models.records import Gender, Mark, ScoreRule, StaffType, UnitKind
from models.records.city import TemplateWay
from models.records.documents import Direction
from models.records.doubts import DoubtKind
from models.records.entries import Channel
from models.records.kinds import LevelTone, StageKind
from models.records.reminders import Addressee, ReminderWay
from models.store.limits import MOST
from models.text.dates import FIRST_YEAR, LAST_YEAR

STORED_WORDS: dict[tuple[str, str], type[StrEnum]] = {
    ("units", "kind"): UnitKind,
    ("people", "staff_type"): StaffType,
    ("people", "gender"): Gender,
    ("contests", "score_rule"): ScoreRule,
    ("entries", "sent_by"): Channel,
    ("stages", "kind"): StageKind,
    ("levels", "tone"): LevelTone,
    ("documents", "direction"): Direction,
    ("reminders", "way"): ReminderWay,
    ("reminders", "addressee"): Addressee,
    ("city_templates", "way"): TemplateWay,
    ("participations", "doubt_mark"): Mark,
    ("participations", "doubt_kind"): DoubtKind,
}
JSON = frozenset(
    {
        ("change_rows", "before"),
        ("change_rows", "after"),
        ("saved_filters", "query"),
        ("column_mappings", "fields"),
        ("frozen_reports", "figures"),
        ("frozen_reports", "names"),
        ("frozen_reports", "issue"),
    }
)
_MAY_BE_EMPTY = frozenset({("frozen_reports", "names"), ("frozen_reports", "issue")})
"""JSON, or nothing: of figures alone, and where names were taken away for good."""
TOGETHER: dict[tuple[str, str], str] = {
    ("entries", "sent_by"): "sent_at",
    ("participations", "doubt_mark"): "doubt_kind",
}
"""The word must be there where the other column says something."""
FIRST_DAY, LAST_DAY = date(FIRST_YEAR, 1, 1), date(LAST_YEAR + 1, 1, 1)
"""Of all days that are stored; what lasts up to a day ends on the one after it."""
_UNCOUNTED = frozenset({("action_log", "count")})
"""There -1 stands for what is not counted. All other numbers are counts, sizes, days, points and
places in an order: none is below zero."""
Check = Callable[[Any], object]


class StoredText(bytes):
    """What the database holds as text; plain bytes are what it holds as no text."""


def check_of(column: Column[Any]) -> Check:
    """What raises `ValueError` or `TypeError` for a raw value that the column cannot hold; one
    that holds nothing is none."""
    for kind, made in _OF_KIND:
        if isinstance(column.type, kind):
            return made(column)
    place = column_place(column)
    if place in JSON:
        nothing = "null" if place in _MAY_BE_EMPTY else ""
        return lambda value: json.loads(decoded(value) or nothing)
    words = STORED_WORDS.get(place)
    if words is None:
        return decoded
    empty = may_be_empty(column)
    return lambda value: words(told) if (told := decoded(value)) or not empty else None


def may_be_empty(column: Column[Any]) -> bool:
    """Whether a column of texts says nothing unless something is said."""
    default = column.server_default
    return isinstance(default, DefaultClause) and default.arg == ""


def least_of(column: Column[Any]) -> int:
    """The smallest number that a column can hold."""
    return -1 if column_place(column) in _UNCOUNTED else 0


def decoded(value: object) -> str:
    """The text. Raises `ValueError` or `TypeError` where there is none."""
    if not isinstance(value, StoredText):
        raise TypeError(type(value))
    return value.decode("utf-8")


def column_place(column: Column[Any]) -> tuple[str, str]:
    """Its table and its name."""
    return column.table.name, column.name


def _number(column: Column[Any]) -> Check:
    least, kinds = least_of(column), int if isinstance(column.type, Integer) else int | float

    def check(value: object) -> None:
        if not isinstance(value, kinds) or not least <= value <= MOST:
            raise ValueError(value)

    return check


def _day(value: date) -> None:
    if not FIRST_DAY <= date(value.year, value.month, value.day) <= LAST_DAY:
        raise ValueError(value)


def _bytes(value: object) -> None:
    if isinstance(value, StoredText) or not isinstance(value, bytes):
        raise TypeError(type(value))


def _yes_or_no(value: object) -> None:
    if value not in (0, 1):
        raise ValueError(value)


_OF_KIND: tuple[tuple[type, Callable[[Column[Any]], Check]], ...] = (
    (DateTime, lambda _: lambda value: _day(datetime.fromisoformat(decoded(value)))),
    (Date, lambda _: lambda value: _day(date.fromisoformat(decoded(value)))),
    (Boolean, lambda _: _yes_or_no),
    (Integer, _number),
    (Float, _number),
    (LargeBinary, lambda _: _bytes),
)
