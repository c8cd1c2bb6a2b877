"""Where the words that somebody searches for stand in a text, with or without their marks."""

from __future__ import annotations

import unicodedata
from collections.abc import Sequence
from functools import lru_cache
from typing import NamedTuple

from models.text.names import search_fold

TEXTS_REMEMBERED = 1 << 12


class LitStretch(NamedTuple):
    """A stretch of a text that was searched for."""

    start: int
    end: int


def sought_words(text: str) -> tuple[str, ...]:
    """The words of a search, as `hits_in` looks for them."""
    return tuple(dict.fromkeys(search_fold(text).split()))


@lru_cache(TEXTS_REMEMBERED)
def hits_in(text: str, words: tuple[str, ...]) -> Sequence[LitStretch]:
    """The stretches of `text` that hold one of the `words`, from left to right, none within
    another. Digits are found across the spaces between them, as phones are written."""
    letters, places = _folded(text)
    taken = [False] * len(text)
    for word in words:
        looked, theirs = letters, places
        if word.isdecimal():
            digits = [at for at, letter in enumerate(letters) if letter.isdecimal()]
            looked, theirs = "".join(letters[at] for at in digits), [places[at] for at in digits]
        at = looked.find(word)
        while at >= 0:
            first, last = theirs[at], theirs[at + len(word) - 1]
            taken[first : last + 1] = [True] * (last + 1 - first)
            at = looked.find(word, at + 1)
    return _stretches(taken)


def _stretches(taken: Sequence[bool]) -> list[LitStretch]:
    found: list[LitStretch] = []
    for at, is_taken in enumerate(taken):
        if is_taken and found and found[-1].end == at:
            found[-1] = LitStretch(found[-1].start, at + 1)
        elif is_taken:
            found.append(LitStretch(at, at + 1))
    return found


def _folded(text: str) -> tuple[str, list[int]]:
    """The letters without their marks, and where in the text each stands."""
    letters: list[str] = []
    places: list[int] = []
    for at, letter in enumerate(text):
        for plain in unicodedata.normalize("NFD", letter.casefold()).replace("đ", "d"):
            if not unicodedata.combining(plain):
                letters.append(plain)
                places.append(at)
    return "".join(letters), places
