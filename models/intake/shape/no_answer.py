"""What people write where they have nothing to say: "không có", "chưa rõ", "?", "x", "KXĐ"."""

from __future__ import annotations

import re
from functools import lru_cache

from models.intake.grid import Cell
from models.intake.shape.above import DITTOS
from models.text.names import search_fold

MOST_LETTERS = 40
_VALUE = re.compile(r"\d\d|@")
"""What a phone, a date or an address has: no need to read words there."""
_SIGN_OR_LETTER = re.compile(r"[.?!…,;_/\\–—-]+|[^\W\d_]|[xX]+")
_EMPTY = frozenset({"trong", "bo trong", "de trong", "con trong", "rong", "kxd", "kr", "kco", "na"})
"""Words and short forms that say it alone."""

_DENIAL = frozenset({"khong", "ko", "kg", "kh", "k", "hok", "chua", "chang", "no", "not"})
_BEFORE = frozenset({"hien", "tam", "thoi", "tai", "nay"})
_DENIED = re.compile(
    r"co|ro|biet|nho|xac|dinh|cap|nhat|bo|sung|cung|ghi|thong|tin|so|sdt|dt|dien|thoai"
    r"|email|gmail|mail|hop|thu|tu|zalo|du|lieu|gi|ai|het|luon|nao|duoc|hien|tai|nay"
)
"""What may be denied without anything being said: "không chuyên trách" is a post."""


def says_nothing(cell: Cell) -> bool:
    """Whether a cell stands for nothing in a column of phones, addresses, posts, births."""
    if not isinstance(cell, str) or len(cell) >= MOST_LETTERS or _VALUE.search(cell):
        return False
    return _says_nothing(cell)


@lru_cache(4096)
def _says_nothing(text: str) -> bool:
    bare = text.strip()
    if _SIGN_OR_LETTER.fullmatch(bare):
        return bare not in DITTOS
    words = search_fold(bare.strip("()[]. ")).split()
    if " ".join(words) in _EMPTY:
        return True
    while words and words[0] in _BEFORE:
        words = words[1:]
    return bool(words) and words[0] in _DENIAL and all(map(_DENIED.fullmatch, words[1:]))
