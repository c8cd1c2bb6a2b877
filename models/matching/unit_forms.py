"""The ways in which the name of a unit can be read: abbreviations in full, the commune left out."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from functools import cache
from itertools import islice, product

from models.matching.spelling import anatomy, syllable_form
from models.matching.unit_abbreviations import (
    ABBREVIATIONS,
    COMMUNE_KINDS,
    DOUBTFUL,
    NOT_SAID,
    NUMBERED,
)
from models.text.names import match_key

Words = tuple[str, ...]

MOST_READINGS = 32
_PLAIN_NOT_SAID = frozenset({"va", "thuoc"})

_AND = re.compile("[&+]")
_NOT_A_LETTER = re.compile(r"[\W_]+")
_LETTER_AND_DIGIT = re.compile(r"(?<=[^\W\d_])(?=\d)")
_VOWELS = frozenset("aeiouyăâêôơư")
_COMMITTEE = ("uy", "ban", "nhan", "dan")
_HIGHER = ("thanh", "tinh", "huyen")
_ROMAN = {"i": 1, "ii": 2, "iii": 3, "iv": 4, "v": 5, "vi": 6, "vii": 7, "viii": 8, "ix": 9}
_ROMAN |= {"x" + roman: 10 + value for roman, value in _ROMAN.items()} | {"x": 10, "xx": 20}


def spelling_key(text: str) -> str:
    """Equal for one name however its case, dashes, dots and spaces were written."""
    spaced = _LETTER_AND_DIGIT.sub(" ", _AND.sub(" và ", match_key(text)))
    words = _NOT_A_LETTER.sub(" ", spaced).split()
    return " ".join(_plain_numbers(words))


def unit_readings(text: str) -> list[Words]:
    """Every reading of a name with its abbreviations in full, the likeliest first."""
    options = map(_meanings, spelling_key(text).split())
    return list(dict.fromkeys(map(_said, islice(product(*options), MOST_READINGS))))


def doubtful_readings(text: str) -> Iterator[tuple[str, str]]:
    """The name with a doubtful abbreviation in full, and that in words; each is to be asked."""
    words = spelling_key(text).split()
    for at, word in enumerate(words):
        for meaning in DOUBTFUL.get(word, ()):
            yield " ".join((*words[:at], meaning, *words[at + 1 :])), f"{word} là {meaning}"


def plain_readings(text: str) -> list[Words]:
    """Every reading of a name typed without marks, itself without any; [] for one with marks."""
    words = spelling_key(text).split()
    if any(anatomy(word).plain != word for word in words if word not in NOT_SAID):
        return []
    options = [_plain_meanings(word) for word in words if word not in NOT_SAID]
    found = (_plain_said(parts) for parts in islice(product(*options), MOST_READINGS))
    return list(dict.fromkeys(filter(None, found)))


def plain_words(words: Words) -> Words:
    """A reading without its marks and without the words that say little."""
    return _plain_said(words)


def reading_key(words: Words) -> str:
    """Equal for one reading wherever the tones were placed: thôn Đoàn, thôn Đòan."""
    return " ".join(map(syllable_form, words))


def without_commune(words: Words, commune: Words) -> Iterator[tuple[int, Words]]:
    """Shorter readings of one that names the commune: (how much was left out, words).

    `commune` is ("xã", "kẻ", "sặt"). Another commune's name is never left out.
    """
    if not commune:
        return
    kind = commune[: 2 if _plain(commune[:1]) == ("dac",) else 1]
    rest = _before(words, commune)
    if rest is None:
        rest = words[: -len(kind)] if words[-len(kind) :] == kind else None
    if rest:
        yield 1, rest
        plain = _plain(rest)
        if plain[-4:] == _COMMITTEE and plain[:-4] and plain[-5] != "dan":
            yield 2, rest[:-4]
    yield from _after(words, commune, kind)
    if (at := _find(words, commune)) >= 1:
        yield 1, words[:at] + words[at + len(kind) :]


def with_arabic_numbers(words: Words) -> Words:
    """Roman numbers after thôn, tổ, khu … as digits: ("thôn", "ii") → ("thôn", "2")."""
    return tuple(
        str(_ROMAN[word]) if word in _ROMAN and at and words[at - 1] in NUMBERED else word
        for at, word in enumerate(words)
    )


def commune_words(commune: str) -> Words:
    """("xã", "kẻ", "sặt") of "Xã Kẻ Sặt"; nothing of a name without its kind."""
    words = tuple(spelling_key(commune).split())
    known = any(" ".join(words).startswith(f"{kind} ") for kind in COMMUNE_KINDS)
    return words if known else ()


def _meanings(word: str) -> tuple[str, ...]:
    """What a word stands for; one that can be spoken (ca, x for ten) may also be a word."""
    meanings = ABBREVIATIONS.get(word, ())
    spoken = word in _ROMAN or not _VOWELS.isdisjoint(word)
    return (*meanings, word) if spoken or not meanings else meanings


@cache
def _plain_abbreviations() -> Mapping[str, tuple[str, ...]]:
    """The abbreviations as they are typed without marks: "hdnd", "dk", "xdd"."""
    found: dict[str, tuple[str, ...]] = {}
    for short, meanings in ABBREVIATIONS.items():
        key = anatomy(short).plain
        plain = (" ".join(_plain(tuple(each.split()))) for each in meanings)
        found[key] = tuple(dict.fromkeys((*found.get(key, ()), *plain)))
    return found


def _plain_meanings(word: str) -> tuple[str, ...]:
    meanings = _plain_abbreviations().get(word, ())
    spoken = word in _ROMAN or not _VOWELS.isdisjoint(word)
    return (*meanings, word) if spoken or not meanings else meanings


def _plain_said(parts: Sequence[str]) -> Words:
    words = _plain(tuple(" ".join(parts).split()))
    return tuple(
        word
        for at, word in enumerate(words)
        if word not in _PLAIN_NOT_SAID
        and not (word == "truc" and words[at + 1 : at + 2] == ("thuoc",))
    )


def _plain(words: Words) -> Words:
    return tuple(anatomy(word).plain for word in words)


def _plain_numbers(words: Sequence[str]) -> Iterator[str]:
    """02 as 2, and no "số" before a number."""
    for at, word in enumerate(words):
        if word == "số" and words[at + 1 : at + 2] and words[at + 1].isdecimal():
            continue
        yield (word.lstrip("0") or "0") if word.isdecimal() else word


def _said(parts: Sequence[str]) -> Words:
    words = " ".join(parts).split()
    return tuple(
        word
        for at, word in enumerate(words)
        if word not in NOT_SAID and not (word == "trực" and words[at + 1 : at + 2] == ["thuộc"])
    )


def _before(words: Words, commune: Words) -> Words | None:
    """What stands before the commune's name at the end, or before "xã …, thành phố …"."""
    at = _find(words, commune)
    after = words[at + len(commune) :]
    return words[:at] if at >= 0 and (not after or _plain(after)[0] in _HIGHER) else None


def _after(words: Words, commune: Words, kind: Words) -> Iterator[tuple[int, Words]]:
    """What follows "ủy ban nhân dân xã …" at the beginning."""
    if _plain(words[:4]) != _COMMITTEE:
        return
    for named in (commune, kind):
        rest = words[4 + len(named) :]
        if words[4 : 4 + len(named)] == named and rest:
            yield 2, rest
            return


def _find(words: Words, part: Words) -> int:
    places = range(len(words) - len(part), -1, -1)
    return next((at for at in places if words[at : at + len(part)] == part), -1)
