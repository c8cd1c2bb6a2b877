"""Months that are named: "tháng 6", "thg 6", "tháng Sáu", "Jun", "June"."""

from __future__ import annotations

import re
from collections.abc import Iterable

_ENGLISH = (
    "january", "february", "march", "april", "may", "june",
    "july", "august", "september", "october", "november", "december",
)  # fmt: skip
_VIETNAMESE = (
    "giêng một", "hai", "ba", "tư bốn", "năm", "sáu",
    "bảy bẩy", "tám", "chín", "mười", "mười-một", "mười-hai chạp",
)  # fmt: skip

_ENGLISH_NUMBERS = {
    name[:length]: str(number)
    for number, name in enumerate(_ENGLISH, 1)
    for length in {3, 4, len(name)}
}
_VIETNAMESE_NUMBERS = {
    name.replace("-", " "): str(number)
    for number, names in enumerate(_VIETNAMESE, 1)
    for name in names.split()
}
_NUMBERS = _ENGLISH_NUMBERS | _VIETNAMESE_NUMBERS
_WORD = r"(?:tháng|thg|th)\.? ?"


def _any_of(names: Iterable[str]) -> str:
    return "|".join(sorted(names, key=len, reverse=True))


NAMED_MONTH = (
    rf"({_WORD}(?:\d{{1,2}}|{_any_of(_VIETNAMESE_NUMBERS)})|{_any_of(_ENGLISH_NUMBERS)})\.?"
)
"""A month in lower case: by its word and number, or by its name; one group."""


def month_number(text: str) -> str:
    """The number of a month that `NAMED_MONTH` found."""
    bare = re.sub(rf"^{_WORD}(?=\d|{_any_of(_VIETNAMESE_NUMBERS)})", "", text)
    return _NUMBERS.get(bare, bare)
