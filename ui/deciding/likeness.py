"""What two reasons have in common when each names its own words, dates and numbers."""

from __future__ import annotations

import re
from collections.abc import Iterable
from functools import lru_cache

REMEMBERED = 20_000
_ITS_OWN = re.compile(r"“[^”]*”|\d[\d./:-]*")
_BETWEEN = re.compile(r"(?:[\s,;:]|\bvà\b)+")


@lru_cache(REMEMBERED)
def kind_of(reason: str) -> str:
    """ "họ tên thiếu dấu" of "họ tên thiếu dấu: “Tran” và “Trần”"."""
    words, named, _rest = reason.partition(": “")
    if named:
        return words
    return _BETWEEN.sub(" ", _ITS_OWN.sub(" ", reason)).strip()


def kinds_of(reasons: Iterable[str]) -> tuple[str, ...]:
    """The kinds of several reasons, in their order."""
    return tuple(map(kind_of, reasons))
