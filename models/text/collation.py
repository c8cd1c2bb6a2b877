"""Vietnamese order as plain strings that Python and SQLite compare by code point.

The order is ICU's for `vi`: letters (a ă â b … đ … z) before tones (none, huyền, hỏi, ngã, sắc,
nặng) before case. Words are compared one after the other, letters and tones of a word together,
so that all Dung stand before all Dũng. A key reads: words, each `letters` or `letters#tones`,
joined by `"`; then `!` and the namesake suffix; then a space and the case marks.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Sequence
from functools import lru_cache

from models.text.names import (
    WORDS_REMEMBERED,
    match_key,
    split_namesake_suffix,
    storage_form,
)

_CASE, _SUFFIX, NEXT_WORD, _TONES = ' !"#'
_TONE_RANK = {"\u0300": "1", "\u0309": "2", "\u0303": "3", "\u0301": "4", "\u0323": "5"}
_LETTER = {"ă": "a{", "â": "a|", "đ": "d{", "ê": "e{", "ô": "o{", "ơ": "o|", "ư": "u{"}
_BEFORE_DIGITS = {chr(code): "$" for code in range(0x20, 0x30) if chr(code) not in "'-./,()&"} | {
    mark: "$" for mark in "[]\\^_`{|}~"
}
_PRIMARY = _LETTER | _BEFORE_DIGITS
_NUMBER = re.compile("[0-9]+")
_LONGEST_NUMBER = 16


def sort_key(name: str, sort_name: str = "") -> str:
    """Key of a person's name: given name (last word), then family name, then middle names.

    `sort_name` is the officer's "tên dùng để sắp xếp" for people whose last word is not their
    given name: its words come first, then the words of the name that it does not hold.
    A namesake suffix ("1990", "(A)") only orders people of otherwise equal name.
    """
    bare, suffix = split_namesake_suffix(name)
    words = bare.split(" ")
    if not sort_name.strip():
        return _joined(words[-1:] + words[:-1], suffix)
    first = storage_form(sort_name).split(" ")
    taken = set(map(match_key, first))
    return _joined(first + [word for word in words if match_key(word) not in taken], suffix)


def _joined(words: list[str], suffix: str) -> str:
    parts = [word_order(word) for word in words]
    return joined_order([order for order, _ in parts], [capitals for _, capitals in parts], suffix)


def joined_order(orders: Sequence[str], capitals: Sequence[str], suffix: str = "") -> str:
    """The key of the words of which `word_order` gave `orders` and `capitals`."""
    key = NEXT_WORD.join(orders)
    if suffix:
        key += _SUFFIX + NEXT_WORD.join(word_order(word)[0] for word in suffix.split(" "))
    return key + _CASE + ",".join(capitals).rstrip(",")


@lru_cache(WORDS_REMEMBERED)
def word_order(word: str) -> tuple[str, str]:
    """(letters and tones, capitals) of one word; the tone stands where the old style puts it."""
    letters, tones = list[str](), list[str]()
    for letter in match_key(word):
        base, tone = _split_tone(letter)
        letters.append(_PRIMARY.get(base, base))
        tones.append(tone)
    order = _NUMBER.sub(_by_value, "".join(letters))
    toned = "".join(tones).rstrip("0")
    capitals = "".join("1" if letter.isupper() else "0" for letter in word).rstrip("0")
    return (f"{order}{_TONES}{toned}" if toned else order), capitals


@lru_cache(2048)
def _split_tone(letter: str) -> tuple[str, str]:
    tone, rest = "0", ""
    for part in unicodedata.normalize("NFD", letter):
        if part in _TONE_RANK:
            tone = _TONE_RANK[part]
        else:
            rest += part
    return unicodedata.normalize("NFC", rest), tone


def _by_value(number: re.Match[str]) -> str:
    digits = number[0].lstrip("0")
    return chr(ord("0") + min(len(digits), _LONGEST_NUMBER)) + digits
