"""Numbers and days as they are typed into the dialogs of a contest."""

from __future__ import annotations

from datetime import date
from math import inf

from models.errors import AppError
from models.text.typed_numbers import doubt_words, read_decimal, read_whole
from ui.people.date_field import DateField


def typed_whole(words: str, text: str) -> int:
    """A whole number, also with dots or blanks between its thousands. Raises `AppError`."""
    value = read_whole(text.strip().removesuffix("đ"))
    if value is None:
        raise AppError(f"{words} phải là số nguyên.", "Hãy ghi bằng chữ số, như 10.000.000.")
    return value


def typed_number(words: str, text: str, most: float = inf) -> float | None:
    """A number with a comma or a dot, at best `most`; None for nothing. Raises `AppError`."""
    typed = text.strip().removesuffix("%").strip()
    value = read_decimal(typed, most)
    if typed and value is None:
        told = doubt_words(typed, most) or "Hãy ghi như 5 hoặc 7,5."
        raise AppError(f"{words} phải là số.", told)
    return value


def typed_day(words: str, field: DateField) -> date:
    """The day that must be there. Raises `AppError`."""
    if field.day is None:
        raise AppError(f"{words} chưa phải là ngày.", "Hãy ghi ngày, tháng, năm, như 28/5/2026.")
    return field.day


def typed_day_or_none(words: str, field: DateField) -> date | None:
    """The day, None for nothing written. Raises `AppError` for what is no day."""
    return typed_day(words, field) if field.line.text().strip() else None
