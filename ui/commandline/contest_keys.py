"""What `contest set KEY VALUE` means: each key with how its value is read and where it goes."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from dataclasses import replace
from datetime import date
from enum import StrEnum
from functools import partial
from typing import Any

from models.contests.editing import Edit
from models.contests.levels import levels_in_force
from models.contests.parts import (
    next_stage_number,
    the_stage,
    with_level,
    with_prize,
    with_stage,
    without_level,
    without_prize,
    without_stage,
)
from models.errors import AppError
from models.records import Contest, Level, LevelTone, Prize, ScoreRule, Stage, StageKind
from models.text.typed_numbers import doubt_words, read_decimal, read_whole

Read = Callable[[str], Any]
_PART = re.compile(r"(stage|prize|level)\.(\d{1,3})(?:\.(\w+))?")
_NUMBERED_HELP = "stage.1.ends_on, prize.1.amount, level.2.least"
_STAGE, _PRIZE, _LEVEL = (
    "2026-06-26 2026-06-30 Thi lại",
    "1 10000000 Giải Nhất",
    "50 fair khá",
)


def edit_for(key: str, value: str) -> Edit:
    """What makes the new contest of the one that is kept.

    Raises `AppError` for a key that nobody knows, or a value that is none of it.
    """
    if key in _FIELDS:
        read = _FIELDS[key]
        return lambda contest: replace(contest, **{key: read(value)})
    part = _PART.fullmatch(key)
    if part is None:
        known = ", ".join(_FIELDS)
        raise AppError(
            f"Cuộc thi không có mục {key}.", f"Hãy dùng {known}, hoặc như {_NUMBERED_HELP}."
        )
    kind, number, field = part.groups()
    return partial(_EDITS[kind], int(number), field, value)


def _edit_stage(number: int, field: str | None, value: str, contest: Contest) -> Contest:
    if field is not None:
        stage = the_stage(number, contest)
        return with_stage(_set(stage, "stage", field, value, _STAGE_FIELDS), contest)
    if not value:
        return without_stage(the_stage(number, contest).number, contest)
    if number > next_stage_number(contest):
        raise AppError(
            f"Chưa có chặng {number - 1} nên chưa thêm được chặng {number}.",
            f"Hãy thêm chặng {next_stage_number(contest)} trước.",
        )
    starts, ends, name = _three(value, "Một chặng", _STAGE)
    kept = next((each for each in contest.stages if each.number == number), None)
    days = (_day(starts), _day(ends))
    made = replace(kept, name=name, starts_on=days[0], ends_on=days[1]) if kept else None
    return with_stage(made or Stage(number, name, *days), contest)


def _edit_prize(number: int, field: str | None, value: str, contest: Contest) -> Contest:
    new = number == len(contest.prizes) + 1
    if new and field is None and value:
        prize = Prize("", 1, 0)
    else:
        prize = _nth(contest.prizes, number, "giải")
    if field is not None:
        return with_prize(_set(prize, "prize", field, value, _PRIZE_FIELDS), contest)
    if not value:
        return without_prize(prize.id, contest)
    count, amount, rank = _three(value, "Một giải", _PRIZE)
    made = replace(prize, rank=rank, count=_whole(count), amount=_whole(amount))
    return with_prize(made, contest)


def _edit_level(number: int, field: str | None, value: str, contest: Contest) -> Contest:
    levels = levels_in_force(contest)
    new = number == len(levels) + 1 and field is None and bool(value)
    level = None if new else _nth(levels, number, "mức")
    if field is not None and level is not None:
        return with_level(_set(level, "level", field, value, _LEVEL_FIELDS), level, contest)
    if not value and level is not None:
        return without_level(level, contest)
    least, tone, word = _three(value, "Một mức", _LEVEL)
    return with_level(Level(_number(least), word, _one_of(LevelTone)(tone)), level, contest)


def _set(part: Any, kind: str, field: str, value: str, fields: Mapping[str, Read]) -> Any:
    if field not in fields:
        raise AppError(f"Mục {kind} không có {field}.", f"Hãy dùng {', '.join(fields)}.")
    return replace(part, **{field: fields[field](value)})


def _nth(parts: tuple[Any, ...], number: int, what: str) -> Any:
    if not 1 <= number <= len(parts):
        raise AppError(f"Cuộc thi không có {what} số {number}.", f"Đang có {len(parts)} {what}.")
    return parts[number - 1]


def _three(value: str, what: str, example: str) -> tuple[str, str, str]:
    parts = value.split(maxsplit=2)
    if len(parts) != 3:
        raise AppError(f"{what} ghi chưa đủ: “{value}”.", f"Hãy ghi như “{example}”.")
    return parts[0], parts[1], parts[2]


def _day(text: str) -> date:
    try:
        return date.fromisoformat(text)
    except ValueError as error:
        raise AppError(f"“{text}” không phải là ngày.", "Hãy ghi như 2026-06-11.") from error


def _day_or_none(text: str) -> date | None:
    return _day(text) if text else None


def _whole(text: str) -> int:
    value = read_whole(text)
    if value is None:
        raise AppError(f"“{text}” không phải là số nguyên.", "Hãy ghi bằng chữ số, như 100.")
    return value


def _number(text: str) -> float:
    value = read_decimal(text)
    if value is None:
        if doubt := doubt_words(text):
            raise AppError(f"“{text}” chưa rõ là số nào.", doubt)
        raise AppError(f"“{text}” không phải là số.", "Hãy ghi như 5 hoặc 7,5.")
    return value


def _number_or_none(text: str) -> float | None:
    return _number(text) if text else None


def _yes(text: str) -> bool:
    if text not in {"true", "false"}:
        raise AppError(f"“{text}” không phải là true hay false.", "Hãy ghi true hoặc false.")
    return text == "true"


def _one_of(kind: type[StrEnum]) -> Read:
    def read(text: str) -> StrEnum:
        if text not in list(kind):
            known = ", ".join(str(each) for each in kind)
            raise AppError(f"“{text}” không có trong các giá trị của mục này.", f"Hãy ghi {known}.")
        return kind(text)

    return read


_FIELDS: Mapping[str, Read] = {
    "name": str,
    "short_name": str,
    "platform": str,
    "course_url": str,
    "organizer": str,
    "report_url": str,
    "entry_address": str,
    "purpose": str,
    "keep_until": _day_or_none,
    "target": _whole,
    "score_rule": _one_of(ScoreRule),
    "pass_mark": _number_or_none,
    "one_mark": _yes,
    "registered_word": str,
    "completed_word": str,
    "stage": _whole,
    "escalate_after": _whole,
    "escalate_days": _whole,
}
_STAGE_FIELDS: Mapping[str, Read] = {
    "name": str,
    "kind": _one_of(StageKind),
    "starts_on": _day,
    "ends_on": _day,
    "internal_ends_on": _day_or_none,
    "task": str,
}
_PRIZE_FIELDS: Mapping[str, Read] = {
    "rank": str, "count": _whole, "amount": _whole, "honour": str,
}  # fmt: skip
_LEVEL_FIELDS: Mapping[str, Read] = {
    "word": str,
    "least": _number,
    "tone": _one_of(LevelTone),
}
_EDITS = {"stage": _edit_stage, "prize": _edit_prize, "level": _edit_level}
