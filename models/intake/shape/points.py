"""Points and parts that a status cell names beside its words: "Đạt 4/10", "Hoàn thành 3/5 bài"."""

from __future__ import annotations

import re
from typing import NamedTuple

_NUMBER = r"\d{1,4}(?:[.,]\d{1,2})?"
_GOT = r"\d{1,4}(?:[.,]\d{1,3})?"
_FRACTION = re.compile(
    rf"(?<![\d/.,-])({_NUMBER})\s*(?:/|trên)\s*({_NUMBER})(?![\d/]|[.,-]\d)"
    r"\s*(bài|phần|chương|mục|nội dung|chuyên đề|buổi|tiết|module|học phần)?",
    re.IGNORECASE,
)
_POINTS = re.compile(rf"(?<![\d/.,-])({_NUMBER})\s*(?:điểm|đ\b|diem|points?)", re.IGNORECASE)
_OF_A_DAY = re.compile(r"(?:ngày|ngay|hôm|lúc|từ|đến)\s*$", re.IGNORECASE)
_OF_POINTS = re.compile(r"(?:đạt|dat|điểm|diem|kết quả|ket qua|được|duoc)\W*$", re.IGNORECASE)
_FULL = re.compile(
    rf"^\s*{_GOT}\s*(?:/|trên)\s*({_NUMBER})\s*(?:điểm|đ|points?)?\s*$"
    r"|(?:(?<![\d ])\s*/\s*|thang(?: điểm)?\s*|tối đa\s*)(10|20|30|40|50|60|80|100|1000)(?![\d/])",
    re.IGNORECASE,
)
_A_YEAR = re.compile(r"(?:19|20)\d\d")
_HALF = 0.5


class Points(NamedTuple):
    """So many of so many; `of` is None where only the points stand. Parts must all be done."""

    got: float
    of: float | None
    are_parts: bool = False


def points_in(text: str) -> Points | None:
    """The points or parts of a text; a day such as "5/6" or "ngày 5/10" is none."""
    found = _FRACTION.search(text)
    if found and not _is_day(text, found):
        got, of = _value(found[1]), _value(found[2])
        return Points(got, of, bool(found[3])) if of and got <= of else None
    found = _POINTS.search(text)
    return Points(_value(found[1]), None) if found else None


def full_marks(text: str) -> float | None:
    """The most points that can be had, by a cell "12/10" or a title "Điểm (thang 100)"."""
    found = _FULL.search(text)
    return _value(found[1] or found[2]) if found else None


def _is_day(text: str, found: re.Match[str]) -> bool:
    before = text[: found.start()]
    if _OF_A_DAY.search(before) or (_A_YEAR.fullmatch(found[2]) and _value(found[1]) < 32):
        return True
    months = found[2].isdecimal() and 1 <= int(found[2]) <= 12 and found[2] != "10"
    return months and not found[3] and not _OF_POINTS.search(before)


def points_below(points: Points, pass_mark: float | None) -> bool:
    """Whether these points are no pass, by the mark of the contest, else below the half."""
    if points.of is None:
        return points.got < (pass_mark if pass_mark is not None else _HALF)
    if points.are_parts:
        return points.got < points.of
    if pass_mark is None:
        return points.got < points.of * _HALF
    # A mark set for other points, say 50 of 100, is compared by its share.
    needed = pass_mark if pass_mark <= points.of else points.of * min(1.0, pass_mark / 100)
    return points.got < needed


def _value(text: str) -> float:
    return float(text.replace(",", "."))
