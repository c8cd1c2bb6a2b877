"""Names whose end a platform has glued on again: "Nguyễn Văn Tín Tín" for Nguyễn Văn Tín."""

from __future__ import annotations

import re
from functools import lru_cache

from models.matching.spelling import form
from models.text.names import match_key, storage_form

_RUN_TOGETHER = re.compile(r"([^\W\d_]{2,})\1", re.IGNORECASE)
LONGEST_GIVEN = 2
LEAST_WORDS = 2


@lru_cache(1 << 14)
def undoubled(name: str) -> str:
    """The name without the repetition at its end; "" where nothing is repeated.

    A given name of two words may be repeated as a whole, and be run together: "Hà Thu Hà",
    "TínTín". At least a family name and a given name are left.
    """
    words = storage_form(name).split(" ")
    left = _once(words)
    return " ".join(left) if left != words else ""


def _once(words: list[str]) -> list[str]:
    left = list(words)
    if len(left) >= LEAST_WORDS and (run := _RUN_TOGETHER.fullmatch(left[-1])):
        left[-1] = left[-1][: len(run[1])]
    for size in range(1, LONGEST_GIVEN + 1):
        while len(left) - size >= max(LEAST_WORDS, size + 1) and _ends_twice(left, size):
            left = left[:-size]
    return left


def _ends_twice(words: list[str], size: int) -> bool:
    keys = [form(match_key(word)) for word in words[-2 * size :]]
    return len(keys) == 2 * size and keys[:size] == keys[size:]
