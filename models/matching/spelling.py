"""How far apart two written syllables are: their letters, the marks on them, their tone.

Letters are those of the alphabet (ă, â, đ, ê, ô, ơ, ư are letters of their own); the tone belongs
to the syllable, wherever its mark stands.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable
from dataclasses import dataclass
from enum import Enum
from functools import lru_cache

from models.text.syllables import is_syllable

WORDS_REMEMBERED = 1 << 14

_TONES = "\u0300\u0301\u0303\u0309\u0323"
_FINAL_Y = re.compile(r"(?<=[bcdđghklmnpqrstvx])y$|(?<=qu)y$")
_TONELESS_IS_NO_SYLLABLE = ("c", "ch", "p", "t")
_VOWELS = frozenset("aeiouy")


class Gap(Enum):
    """What separates two syllables, nearest first."""

    NONE = "none"
    I_OR_Y = "i/y"
    MARKS_LACKING = "marks lacking"
    LETTER = "one letter"
    SHORTENED = "shortened"
    TONE_LACKING = "tone lacking"
    TONE = "tone"
    FAR = "far"


@dataclass(frozen=True, slots=True)
class Anatomy:
    """A syllable taken apart: `letters` keep ă, â, đ …, `plain` does not; `form` adds the tone."""

    letters: str
    tone: str
    plain: str
    form: str


@lru_cache(WORDS_REMEMBERED)
def anatomy(word: str) -> Anatomy:
    """Take a lower-case word (of a match key) apart."""
    tone = rest = plain = ""
    for part in unicodedata.normalize("NFD", word):
        if part in _TONES:
            tone += part
            continue
        rest += part
        if not unicodedata.combining(part):
            plain += "d" if part == "đ" else part
    letters = unicodedata.normalize("NFC", rest)
    return Anatomy(letters, tone, plain, letters + tone)


@lru_cache(WORDS_REMEMBERED)
def syllable_form(word: str) -> str:
    """Equal for one syllable however its tone was placed: "tòan" and "toàn", "hoà" and "hòa"."""
    return anatomy(word).form


@lru_cache(WORDS_REMEMBERED)
def loose_syllable(word: str) -> str:
    """Without marks, y as i after a consonant; only for finding suggestions."""
    return _FINAL_Y.sub("i", anatomy(word).plain)


@lru_cache(WORDS_REMEMBERED)
def syllable_gap(one: str, other: str) -> Gap:
    """What separates two words of match keys. Symmetric."""
    a, b = anatomy(one), anatomy(other)
    if a.form == b.form:
        return Gap.NONE
    if a.plain == b.plain:
        return _gap_of_marks(a, b)
    if loose_syllable(one) == loose_syllable(other):
        marks = _gap_of_marks(_with_i(a), _with_i(b))
        return Gap.I_OR_Y if marks is Gap.NONE else marks
    if _letter_slipped(one, other, a, b):
        return Gap.LETTER
    return Gap.SHORTENED if _shortens(a, b) or _shortens(b, a) else Gap.FAR


def one_edit_apart(one: str, other: str) -> bool:
    """Whether a letter was changed, lost, added, or swapped with its neighbour; exactly once."""
    start, shorter = 0, min(len(one), len(other))
    while start < shorter and one[start] == other[start]:
        start += 1
    end = 0
    while end < shorter - start and one[-1 - end] == other[-1 - end]:
        end += 1
    a, b = one[start : len(one) - end], other[start : len(other) - end]
    if len(a) == len(b) == 2:
        return a == b[::-1]
    return max(len(a), len(b)) == 1


def _gap_of_marks(a: Anatomy, b: Anatomy) -> Gap:
    """The gap of two syllables of the same plain letters."""
    lacking_a, lacking_b, clashing = _lacking(a, b)
    if clashing:
        lone = clashing == 1 and a.tone == b.tone and not lacking_a + lacking_b
        return Gap.LETTER if lone else Gap.FAR
    if a.tone != b.tone:
        if a.tone and b.tone:
            return Gap.TONE
        lacking_a, lacking_b = lacking_a + (not a.tone), lacking_b + (not b.tone)
    if lacking_a and lacking_b:
        return Gap.TONE
    if a.letters == b.letters and a.tone != b.tone:
        stopped = a.plain.endswith(_TONELESS_IS_NO_SYLLABLE)
        return Gap.MARKS_LACKING if stopped else Gap.TONE_LACKING
    return Gap.MARKS_LACKING if lacking_a or lacking_b else Gap.NONE


def _lacking(a: Anatomy, b: Anatomy) -> tuple[int, int, int]:
    """How many letters lack their mark in a, in b, and carry different marks (Hân, Hăn)."""
    if not len(a.letters) == len(b.letters) == len(a.plain):
        return 0, 0, int(a.letters != b.letters) * 2
    in_a = in_b = clashing = 0
    for plain, letter_a, letter_b in zip(a.plain, a.letters, b.letters, strict=True):
        if letter_a == letter_b:
            continue
        in_a += letter_a == plain
        in_b += letter_b == plain
        clashing += plain not in {letter_a, letter_b}
    return in_a, in_b, clashing


def _with_i(syllable: Anatomy) -> Anatomy:
    letters = _FINAL_Y.sub("i", syllable.letters)
    plain = _FINAL_Y.sub("i", syllable.plain)
    return Anatomy(letters, syllable.tone, plain, letters + syllable.tone)


def _letter_slipped(one: str, other: str, a: Anatomy, b: Anatomy) -> bool:
    """One letter wrong; a tone may go with its letter, as long as no other syllable is made."""
    if a.tone == b.tone:
        return _one_letter_apart(a.letters, b.letters)
    lost = len(one) != len(other) and not (a.tone and b.tone)
    return (lost or is_syllable(one) != is_syllable(other)) and _one_letter_apart(one, other)


def _one_letter_apart(one: str, other: str) -> bool:
    """Like `one_edit_apart`, but "A" and "B" or "Vũ" and "Vĩ" are simply different names."""
    lengths = sorted((len(one), len(other)))
    return lengths[0] >= 2 and lengths[1] >= 3 and one_edit_apart(one, other)


def _shortens(short: Anatomy, full: Anatomy) -> bool:
    """Whether `short` is an abbreviation of `full`: "ng.", "ng", "v", "th"."""
    stem = short.plain.rstrip(".")
    if not stem or len(stem) > 3 or stem == full.plain or not full.plain.startswith(stem):
        return False
    return short.plain.endswith(".") or len(stem) == 1 or not _VOWELS.intersection(stem)


def is_unmarked(words: Iterable[str]) -> bool:
    """Whether words were typed without any marks."""
    return all(anatomy(word).plain == word for word in words)
