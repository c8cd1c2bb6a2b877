"""Near names of units: why one may be another, in words, or nothing.

Names of places decide: a tone, a number, the words of a place in another order make another unit.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from itertools import pairwise

from models.matching.spelling import Gap, anatomy, is_unmarked, syllable_form, syllable_gap
from models.matching.unit_abbreviations import GENERIC, KNOWN_PAIRS, MAY_BE_LEFT_OUT
from models.matching.unit_forms import Words, with_arabic_numbers

_MARKS = {Gap.MARKS_LACKING, Gap.TONE_LACKING, Gap.I_OR_Y}


@dataclass(frozen=True, slots=True)
class Nearness:
    """Why two names may mean one unit; `rank` 0 is the nearest."""

    rank: int
    reason: str


def nearness(one: Words, other: Words, optional: frozenset[str]) -> Nearness | None:
    """How near two readings are; `optional` words may stand in one of them only."""
    if with_arabic_numbers(one) == with_arabic_numbers(other):
        return Nearness(0, "số La Mã và số thường")
    if "".join(map(syllable_form, one)) == "".join(map(syllable_form, other)):
        return Nearness(0, "chỉ khác khoảng trắng")
    if len(one) == len(other):
        return _word_by_word(one, other)
    short, full = sorted((one, other), key=len)
    return _left_out(short, full, optional)


def optional_words(commune: Words) -> frozenset[str]:
    """The words that may be left out in a commune: its own name, never another kind's."""
    if not commune:
        return MAY_BE_LEFT_OUT
    return (MAY_BE_LEFT_OUT - {"xã", "phường", "đặc"}) | set(commune)


def is_office_word(words: Words, at: int) -> bool:
    """Whether a word stands with its neighbour in the name of an office: hóa in văn hóa."""
    around = words[max(at - 1, 0) : at + 2]
    return any(words[at] in pair and pair in KNOWN_PAIRS for pair in pairwise(around))


def _word_by_word(one: Words, other: Words) -> Nearness | None:
    apart = [at for at in range(len(one)) if syllable_form(one[at]) != syllable_form(other[at])]
    gaps = {at: _gap(one[at], other[at]) for at in apart}
    if _MARKS.issuperset(gaps.values()):
        return _marks_lacking(one, other, gaps)
    if list(gaps.values()) == [Gap.LETTER]:
        return Nearness(2, f"khác một chữ cái: {_shown(one[apart[0]], other[apart[0]])}")
    if sorted(one) == sorted(other) and all(one[at] in GENERIC for at in apart):
        return Nearness(2, "khác thứ tự các chữ")
    return None


def _gap(one: str, other: str) -> Gap:
    """Like `gap`, but numbers and abbreviations are equal or they are not."""
    if not (one.isalpha() and other.isalpha()):
        return Gap.FAR
    found = syllable_gap(one, other)
    return Gap.FAR if found is Gap.SHORTENED else found


def _marks_lacking(one: Words, other: Words, gaps: Mapping[int, Gap]) -> Nearness | None:
    shown = ", ".join(_shown(one[at], other[at]) for at in gaps)
    if all(found is Gap.I_OR_Y for found in gaps.values()):
        return Nearness(1, f"chỉ khác i và y: {shown}")
    if is_unmarked(one) or is_unmarked(other):
        return Nearness(1, "viết không dấu")
    if _place_is_unmarked(one, other, gaps):
        return Nearness(1, f"địa danh viết không dấu: {shown}")
    if any(_another_place(one, other, at) for at in gaps if gaps[at] is Gap.TONE_LACKING):
        return None
    return Nearness(1, f"thiếu dấu: {shown}")


def _place_is_unmarked(one: Words, other: Words, gaps: Mapping[int, Gap]) -> bool:
    """Whether the place alone was typed without any marks: Trường THCS Ke Sat, Kẻ Sặt."""
    place = [at for at in range(len(one)) if not is_office_word(other, at)]
    lacking = [at for at in place if at in gaps]
    if len(lacking) < 2:
        return False
    return any(
        is_unmarked([name[at] for at in place if name[at] not in GENERIC]) for name in (one, other)
    )


def _another_place(one: Words, other: Words, at: int) -> bool:
    """Whether a lost tone makes the name of another place: Giang, Giàng."""
    return is_office_word(one, at) == is_office_word(other, at)


def _left_out(short: Words, full: Words, optional: frozenset[str]) -> Nearness | None:
    plain = is_unmarked(short) or is_unmarked(full)
    key = (lambda word: anatomy(word).plain) if plain else syllable_form
    rest = list(map(key, short))
    missing = list[str]()
    for word in full:
        if rest and key(word) == rest[0]:
            rest.pop(0)
        else:
            missing.append(word)
    allowed = {key(word) for word in optional}
    if rest or not all(key(word) in allowed for word in missing):
        return None
    return Nearness(3, f"một bên không ghi “{' '.join(missing)}”")


def _shown(one: str, other: str) -> str:
    return " và ".join(f"“{word}”" for word in sorted((one, other)))
