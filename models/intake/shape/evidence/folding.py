"""Titles as plain words: "Số ĐT (*)" → "so dt", "HoTen" → "ho ten", "sdt_gd" → "sdt gd"."""

from __future__ import annotations

import re
from functools import lru_cache

from models.text.names import search_fold

_PUNCTUATION = re.compile(r"[^\w#]+|_+")
_CAMEL = re.compile(r"(?<=[a-zà-ỹ])(?=[A-ZĐÀ-Ỹ])|(?<=[A-Z])(?=[A-Z][a-z])")
_CAMEL_WORD = re.compile(r"[A-Za-z]+(?:[A-Z][a-z]+)+|[a-z]+(?:[A-Z][a-z]*)+|[A-Z]{2,4}[a-z]+")
_JOINED = re.compile(r"_|[a-z][A-Z]|[A-Z]{2}[a-z]")
_BRACKETS = re.compile(r"\([^()]*\)|\[[^\[\]]*\]")
_NUMBERING = re.compile(r"^(?:\d{1,2}|[ivx]{1,4}) (?=\D)")
_ROMAN = frozenset("ivx")


@lru_cache(4096)
def fold_header(text: str) -> str:
    """Lower case, no diacritics, no punctuation: "Số ĐT (*)" → "so dt"."""
    return " ".join(_PUNCTUATION.sub(" ", search_fold(text)).split())


@lru_cache(8192)
def spoken_words(text: str) -> str:
    """The folded words of a title, those that programmers wrote together taken apart."""
    if not _JOINED.search(text):
        return fold_header(text)
    parts = [
        _CAMEL.sub(" ", part) if _CAMEL_WORD.fullmatch(part) else part
        for part in re.split(r"[\s_]+", text)
    ]
    return fold_header(" ".join(parts))


def without_brackets(text: str) -> str:
    """The title without what stands in brackets."""
    return _BRACKETS.sub(" ", text)


def without_number(folded: str) -> str:
    """The folded title without the number before it: "1 ho va ten"."""
    first = folded[:1]
    return _NUMBERING.sub("", folded) if first in _ROMAN or first.isdecimal() else folded
