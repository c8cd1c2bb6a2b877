"""Searching keys that lie in memory: words against blocks of lines, "name<TAB>phone" each."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import NamedTuple

from models.text.names import match_key, search_fold

BLOCK = 1024
"""So many people are one string: what is nowhere in it is passed over with one look."""

PHONE_DIGITS = 3
RANKED_LETTERS = 2
"""One letter, as the last word, is the beginning of anybody: nobody is meant more than others."""


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


class SoughtWords(NamedTuple):
    """What was typed: its words as they are looked for, and as whoever is meant most would have
    them: each of the `exact` ones with its marks, the last one as the given name."""

    words: Sequence[IndexWord]
    exact: tuple[str, ...]
    given: str
    folded_given: str

    @property
    def ranked(self) -> bool:
        """Whether enough was typed to mean somebody."""
        return len(self.folded_given) >= RANKED_LETTERS


def typed(text: str, unit_keys: Mapping[int, str]) -> SoughtWords:
    """A word without marks is exact as a whole word alone: "an" is no "anh"."""
    keys, folded = match_key(text).split(), search_fold(text).split()
    exact = tuple(exact_part(key) for key in keys)
    given, folded_given = (keys[-1], folded[-1]) if keys and folded else ("", "")
    return SoughtWords(searched(text, unit_keys), exact, f" {given} ", folded_given)


def exact_part(key: str) -> str:
    """What a padded name must hold to be exact in a word with that key."""
    return f" {key} " if key == search_fold(key) else key


def lines_with(
    sought: SoughtWords, blocks: Sequence[str], keys: Sequence[str], units: Sequence[int]
) -> Iterator[list[int]]:
    """The numbers of the lines that hold every word, in their name, phone or unit.

    They come in six lists: the exact name, ending in what was typed last or not; the name without
    its marks, the same way; the phone beside it; the unit. `keys` are the names with their marks,
    each with a space around it, in blocks like the lines.
    """
    ranks: tuple[list[int], ...] = ([], [], [], [], [], [])
    first, words = 0, sought.words
    for block, key_block in zip(blocks, keys, strict=True):
        count = block.count("\n") + 1
        if all(word.units or word.text in block for word in words):
            lines = block.split("\n")
            found = _in_block(words, lines, units, first)
            for rank, part in zip(
                ranks, _ranked(sought, lines, block, key_block, found), strict=True
            ):
                if part:
                    rank.extend([first + at for at in part])
        first += count
    yield from ranks


def _ranked(
    sought: SoughtWords, lines: list[str], block: str, key_block: str, found: list[int]
) -> tuple[list[int], ...]:
    """What was found in one block, in the lists of `lines_with`. Each look at a whole block spares
    a look at each of its lines."""
    if not sought.ranked:
        return [], [], [], found, [], []
    named, called, housed = _apart(sought.words, lines, found)
    exact: list[int] = []
    given: list[int] = []
    if named and all(part in key_block for part in sought.exact):
        keys, exact = key_block.split("\n"), named
        for part in sought.exact:
            exact = [at for at in exact if part in keys[at]]
        given = [at for at in exact if keys[at].endswith(sought.given)]
    folded = _without(named, exact)
    ending: list[int] = []
    if folded and f"{sought.folded_given}\t" in block:
        last, alone = f" {sought.folded_given}\t", f"{sought.folded_given}\t"
        ending = [at for at in folded if last in lines[at] or lines[at].startswith(alone)]
    return given, _without(exact, given), ending, _without(folded, ending), called, housed


def _apart(
    words: Sequence[IndexWord], lines: list[str], found: list[int]
) -> tuple[list[int], list[int], list[int]]:
    """Those found by their name alone, by their phone too, and by their unit."""
    numbers = any(word.text.isdecimal() for word in words)
    if not numbers and not any(word.units for word in words):
        return found, [], []
    names = [line.partition("\t")[0] for line in lines] if numbers else lines
    named, called = found, found
    for word in words:
        text = word.text
        named = [at for at in named if text in names[at]]
        if numbers:
            looked = lines if word.in_phones else names
            called = [at for at in called if text in looked[at]]
    if not numbers:
        return named, [], _without(found, named)
    return named, _without(called, named), _without(found, called)


def _without(these: list[int], those: list[int]) -> list[int]:
    """What is left of some lines when a part of them is taken away."""
    if not those:
        return these
    if len(those) == len(these):
        return []
    gone = set(those)
    return [at for at in these if at not in gone]


def _in_block(
    words: Sequence[IndexWord], lines: list[str], units: Sequence[int], first: int
) -> list[int]:
    found = list(range(len(lines)))
    for word in words:
        text, theirs = word.text, word.units
        # Only digits could be found in a phone without being meant for it.
        looked = (
            [line.partition("\t")[0] for line in lines]
            if text.isdecimal() and not word.in_phones
            else lines
        )
        if len(found) == len(lines) and not theirs:
            found = [at for at, line in enumerate(looked) if text in line]
        elif theirs:
            found = [at for at in found if text in looked[at] or units[first + at] in theirs]
        else:
            found = [at for at in found if text in looked[at]]
    return found
