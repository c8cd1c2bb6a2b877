"""Numbers and days as they are typed into the dialogs of a contest."""

from __future__ import annotations

from datetime import date
from math import isfinite

from models.errors import AppError
from ui.people.date_field import DateField

MOST_DIGITS = 15


def typed_whole(words: str, text: str) -> int:
    """A whole number, also with dots or blanks between its thousands. Raises `AppError`."""
    digits = "".join(text.split()).replace(".", "").removesuffix("đ")
    if not (digits.isascii() and digits.isdigit() and len(digits) <= MOST_DIGITS):
        raise AppError(f"{words} phải là số nguyên.", "Hãy ghi bằng chữ số, như 10.000.000.")
    return int(digits)


def typed_number(words: str, text: str) -> float | None:
    """A number with a comma or a dot; None for nothing. Raises `AppError`."""
    typed = text.strip().removesuffix("%").strip().replace(",", ".")
    if not typed:
        return None
    try:
        value = float(typed)
    except ValueError:
        value = float("nan")
    if not isfinite(value):
        raise AppError(f"{words} phải là số.", "Hãy ghi như 5 hoặc 7,5.")
    return value


def typed_day(words: str, field: DateField) -> date:
    """The day that must be there. Raises `AppError`."""
    if field.day is None:
        raise AppError(f"{words} chưa phải là ngày.", "Hãy ghi ngày, tháng, năm, như 28/5/2026.")
    return field.day


def typed_day_or_none(words: str, field: DateField) -> date | None:
    """The day, None for nothing written. Raises `AppError` for what is no day."""
    return typed_day(words, field) if field.line.text().strip() else None
