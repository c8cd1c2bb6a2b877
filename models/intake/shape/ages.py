"""Titles that name a time: "Đơn vị cũ", "SĐT mới", "Trước sắp xếp", "Chức vụ hiện nay".

Of two columns for one thing the newer is read; what was true before is shown and not read.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Sequence
from enum import StrEnum
from functools import lru_cache


class Age(StrEnum):
    """Whether a title speaks of what was or of what is."""

    OLD = "old"
    NEW = "new"


_EVENT = (
    r"(?:khi (?:có )?)?(?:lúc |thời điểm |ngày )?(?:thực hiện |tiến hành )?"
    r"(?:sắp xếp|sáp nhập|sát nhập|hợp nhất|chia tách|tinh gọn|chuyển đổi|điều động|bổ nhiệm"
    r"|kiện toàn|sap xep|sap nhap|sat nhap|hop nhat|\d{1,2}[/.-]\d{1,2}(?:[/.-]\d{4})?"
    r"|\d{1,2}[/.-]\d{4})"
    r"(?: (?:đơn vị|xã|tổ chức|bộ máy|hành chính|đvhc|địa giới|don vi|xa|to chuc|bo may))*"
    r"|khi [^)\]]+"
)
_BEFORE, _AFTER = r"[\s(\[,–-]*\b(?:", r")(?!\w)[\s)\],–-]*"
_OLD = re.compile(
    rf"{_BEFORE}(?:trước|truoc)(?: đây)? (?:{_EVENT})|trước (?:đây|kia)|truoc day|cũ|ban đầu"
    rf"|(?<!dan )(?<!cong )cu(?=\s*[)\]]|$)|(?:trước|truoc)(?=\s*[)\]]|$)"
    rf"|old|former|previous{_AFTER}"
)
_NEW = re.compile(
    rf"{_BEFORE}sau (?:{_EVENT})|(?:hiện|bây) (?:nay|tại|thời|giờ|hành)|hien (?:nay|tai)"
    rf"|(?:đang|hiện) giữ|mới(?: nhất)?|(?<!dau )(?<!mau )moi(?=\s*[)\]]|$)|sau(?=\s*[)\]]|$)"
    rf"|new|current{_AFTER}"
)
_NOT_OF_TIME = re.compile(r"đầu mối|dau moi|làm mới|cấp mới|tuyển mới|người mới|kết nạp mới")
_PATTERNS = ((Age.OLD, _OLD), (Age.NEW, _NEW))


@lru_cache(4096)
def _read(text: str) -> tuple[Age | None, str]:
    """The age that a text names and what is left of it; None where it names both, or neither."""
    lower = unicodedata.normalize("NFC", " ".join(text.split())).lower()
    if _NOT_OF_TIME.search(lower):
        return None, text
    ages: set[Age] = set()
    rest = " ".join(unicodedata.normalize("NFC", text).split())
    for age, pattern in _PATTERNS:
        while found := pattern.search(rest.lower()):
            ages.add(age)
            rest = f"{rest[: found.start()]} {rest[found.end() :]}".strip()
    return (ages.pop(), rest) if len(ages) == 1 else (None, text)


def age_of(levels: Sequence[str]) -> Age | None:
    """What the header texts of one column say; the lowest one that speaks of a time counts."""
    return next((age for age, _ in map(_read, reversed(levels)) if age), None)


def without_age(text: str) -> str:
    """The title of the thing itself: "Đơn vị công tác (trước sắp xếp)" → "Đơn vị công tác"."""
    return _read(text)[1]
