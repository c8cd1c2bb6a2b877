"""Letters that a face cannot draw: drawn by their like, or by a box; none is left out unseen."""

from __future__ import annotations

import unicodedata
from collections.abc import Container
from functools import lru_cache

from models.text.hyphens import HYPHENS

BOX = "□"
_LIKE = dict.fromkeys(HYPHENS, "-") | {
    "✓": "√", "✔": "√", "☑": "√", "✗": "×", "✘": "×", "☒": "×", "☐": BOX, "＂": '"',
    "•": "-", "●": "-", "→": "->", "≥": ">=", "≤": "<=", "′": "'", "″": '"',
}  # fmt: skip


def drawable(text: str, covered: Container[int]) -> str:
    """The text in letters that `covered` (code points) holds.

    A hyphen is a hyphen, a wide or joined form its plain letters, a letter with an unknown mark
    the bare letter and a box; what has no like is a box, so that nobody misses it.
    """
    if text.isascii():
        return text
    return "".join(
        letter if ord(letter) in covered else _instead(letter, covered) for letter in text
    )


def _instead(letter: str, covered: Container[int]) -> str:
    if letter.isascii() or unicodedata.category(letter) == "Cf":
        return ""
    if unicodedata.category(letter) == "Zs":
        return " "
    for other in _likes(letter):
        if other and all(ord(each) in covered for each in other):
            return other
    base = unicodedata.normalize("NFD", letter)[0]
    if base != letter and ord(base) in covered:
        return base + _box(covered)
    return _box(covered)


@lru_cache(4096)
def _likes(letter: str) -> tuple[str, ...]:
    compatible = unicodedata.normalize("NFKC", letter)
    known = _LIKE.get(letter, "")
    return known, compatible, unicodedata.normalize("NFD", compatible)


def _box(covered: Container[int]) -> str:
    return BOX if ord(BOX) in covered else "?"
