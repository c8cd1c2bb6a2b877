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
_SELECTORS = frozenset(map(chr, range(0xFE00, 0xFE10)))
"""They choose the form of the sign before them."""


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


def is_shown(letter: str, covered: Container[int]) -> bool:
    """Whether a letter is drawn as itself or by its like; if not, a box stands for it."""
    return ord(letter) in covered or _like(letter, covered) is not None


def _instead(letter: str, covered: Container[int]) -> str:
    like = _like(letter, covered)
    if like is not None:
        return like
    base = unicodedata.normalize("NFD", letter)[0]
    if base != letter and ord(base) in covered:
        return base + _box(covered)
    return _box(covered)


def _like(letter: str, covered: Container[int]) -> str | None:
    """What is drawn for a letter that is not covered; nothing for what has no form of its own."""
    if letter.isascii() or unicodedata.category(letter) == "Cf" or letter in _SELECTORS:
        return ""
    if unicodedata.category(letter) == "Zs":
        return " "
    for other in _likes(letter):
        if other and all(ord(each) in covered for each in other):
            return other
    return None


@lru_cache(4096)
def _likes(letter: str) -> tuple[str, ...]:
    compatible = unicodedata.normalize("NFKC", letter)
    known = _LIKE.get(letter, "")
    return known, compatible, unicodedata.normalize("NFD", compatible)


def _box(covered: Container[int]) -> str:
    return BOX if ord(BOX) in covered else "?"
