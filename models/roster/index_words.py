"""Searching keys that lie in memory: words against blocks of lines, "name<TAB>phone" each."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import NamedTuple

from models.text.names import search_fold

BLOCK = 1024
"""So many people are one string: what is nowhere in it is passed over with one look."""

PHONE_DIGITS = 3


class IndexWord(NamedTuple):
    """A word that is searched for: where it may stand, and the units whose name holds it."""

    text: str
    in_phones: bool
    units: frozenset[int]


def searched(text: str, unit_keys: Mapping[int, str]) -> list[IndexWord]:
    """The words of `text`, folded as the keys are; three digits or more are looked for in phones.

    The longest comes first, since it leaves the fewest people to look at.
    """
    words = sorted(set(search_fold(text).split()), key=len, reverse=True)
    return [
        IndexWord(
            word,
            word.isdecimal() and len(word) >= PHONE_DIGITS,
            frozenset(unit for unit, key in unit_keys.items() if word in key),
        )
        for word in words
    ]


def lines_with(
    words: Sequence[IndexWord], blocks: Sequence[str], units: Sequence[int]
) -> Iterator[int]:
    """The numbers of the lines that hold every word, in their name, phone or unit."""
    first = 0
    for block in blocks:
        count = block.count("\n") + 1
        if all(word.units or word.text in block for word in words):
            yield from _in_block(words, block.split("\n"), units, first)
        first += count


def _in_block(
    words: Sequence[IndexWord], lines: list[str], units: Sequence[int], first: int
) -> list[int]:
    found: Sequence[int] = range(len(lines))
    for word in words:
        text, theirs = word.text, word.units
        # Only digits could be found in a phone without being meant for it.
        looked = (
            [line.partition("\t")[0] for line in lines]
            if text.isdecimal() and not word.in_phones
            else lines
        )
        if theirs:
            found = [at for at in found if text in looked[at] or units[first + at] in theirs]
        else:
            found = [at for at in found if text in looked[at]]
    return [first + at for at in found]
