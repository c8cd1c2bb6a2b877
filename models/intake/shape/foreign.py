"""Letters and marks of other writing systems in a name: kept as they are, and told.

They come from another keyboard or from a file that was read wrongly: a Cyrillic "а", a Greek
circumflex in place of a tone, a Thai vowel, a letter of full width.
"""

from __future__ import annotations

import unicodedata
from functools import lru_cache

from models.text.names import APOSTROPHES, ONLY_WORDS, VOWELS

_OF_THE_HIGHLANDS = "ĭŏŭĕñčƀøö" + "\u0306"
"""Letters of the Ê Đê, Gia Rai, Ba Na and Mnông."""

_OURS = frozenset(VOWELS + "abcdefghijklmnopqrstuvwxyzđ" + _OF_THE_HIGHLANDS)
_SIGNS = frozenset(APOSTROPHES + " .,-–/()[]")


@lru_cache(4096)
def foreign_words(name: str) -> str:
    """A Vietnamese sentence about the letters and marks that are not Vietnamese; else ""."""
    if not name or ONLY_WORDS.fullmatch(name):
        return ""
    strange = {word: _strange(word) for word in name.split(" ")}
    words = [word for word, letters in strange.items() if letters]
    if not words:
        return ""
    found = dict.fromkeys(letter for word in words for letter in strange[word])
    letters = ", ".join(f"“{_shown(letter)}” (U+{ord(letter):04X})" for letter in found)
    where = " ".join(words)
    return f"“{where}” có ký tự không phải chữ Việt: {letters}; giữ nguyên, hãy gõ lại cho đúng."


def _strange(word: str) -> list[str]:
    """What does not belong into a word; an apostrophe only behind its first letter (H'Hen)."""
    return [
        letter
        for at, letter in enumerate(word)
        if _is_foreign(letter) or (letter in APOSTROPHES and at != 1)
    ]


def _is_foreign(letter: str) -> bool:
    lower = letter.lower()
    return not (lower in _OURS or letter in _SIGNS or letter.isdecimal())


def _shown(letter: str) -> str:
    return f"◌{letter}" if unicodedata.combining(letter) else letter
