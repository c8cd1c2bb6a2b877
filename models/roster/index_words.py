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
    """A word that is searched for: where it may stand, the units whose name holds it, and the posts
    with their notes that do."""

    text: str
    in_phones: bool
    units: frozenset[int]
    noted: frozenset[int]


def searched(
    text: str, unit_keys: Mapping[int, str], noted_keys: Sequence[str] = ()
) -> list[IndexWord]:
    """The words of `text`, folded as the keys are; three digits or more are looked for in phones.

    The longest comes first, since it leaves the fewest people to look at.
    """
    words = sorted(set(search_fold(text).split()), key=len, reverse=True)
    return [
        IndexWord(
            word,
            word.isdecimal() and len(word) >= PHONE_DIGITS,
            frozenset(unit for unit, key in unit_keys.items() if word in key),
            frozenset([number for number, key in enumerate(noted_keys) if word in key]),
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


def typed(text: str, unit_keys: Mapping[int, str], noted_keys: Sequence[str] = ()) -> SoughtWords:
    """A word without marks is exact as a whole word alone: "an" is no "anh"."""
    keys, folded = match_key(text).split(), search_fold(text).split()
    exact = tuple(exact_part(key) for key in keys)
    given, folded_given = (keys[-1], folded[-1]) if keys and folded else ("", "")
    return SoughtWords(searched(text, unit_keys, noted_keys), exact, f" {given} ", folded_given)


def exact_part(key: str) -> str:
    """What a padded name must hold to be exact in a word with that key."""
    return f" {key} " if key == search_fold(key) else key


def lines_with(
    sought: SoughtWords,
    blocks: Sequence[str],
    keys: Sequence[str],
    units: Sequence[int],
    noted: Sequence[int],
) -> Iterator[list[int]]:
    """The numbers of the lines that hold every word, in their name, phone, unit, post or note.

    They come in seven lists: the exact name, ending in what was typed last or not; the name without
    its marks, the same way; the phone beside it; the unit; the post or the note. `keys` are the
    names with their marks, each with a space around it, in blocks like the lines.
    """
    ranks: tuple[list[int], ...] = ([], [], [], [], [], [], [])
    first, words = 0, sought.words
    for block, key_block in zip(blocks, keys, strict=True):
        count = block.count("\n") + 1
        if all(word.units or word.noted or word.text in block for word in words):
            part = slice(first, first + count)
            lines = _Lines(block, block.split("\n"), key_block, units[part], noted[part])
            for rank, found in zip(
                ranks, _ranked(sought, lines, _in_block(words, lines)), strict=True
            ):
                if found:
                    rank.extend([first + at for at in found])
        first += count
    yield from ranks


class _Lines(NamedTuple):
    """One block: its lines, the names with their marks, and what stands beside each line."""

    block: str
    lines: list[str]
    key_block: str
    units: Sequence[int]
    noted: Sequence[int]


def _ranked(sought: SoughtWords, block: _Lines, found: list[int]) -> tuple[list[int], ...]:
    """What was found in one block, in the lists of `lines_with`. Each look at a whole block spares
    a look at each of its lines."""
    if not sought.ranked:
        return [], [], [], found, [], [], []
    named, called, housed, noted = _apart(sought.words, block, found)
    exact: list[int] = []
    given: list[int] = []
    if named and all(part in block.key_block for part in sought.exact):
        keys, exact = block.key_block.split("\n"), named
        for part in sought.exact:
            exact = [at for at in exact if part in keys[at]]
        given = [at for at in exact if keys[at].endswith(sought.given)]
    folded, lines = _without(named, exact), block.lines
    ending: list[int] = []
    if folded and f"{sought.folded_given}\t" in block.block:
        last, alone = f" {sought.folded_given}\t", f"{sought.folded_given}\t"
        ending = [at for at in folded if last in lines[at] or lines[at].startswith(alone)]
    return (
        *(given, _without(exact, given), ending, _without(folded, ending)),
        *(called, housed, noted),
    )


def _apart(
    words: Sequence[IndexWord], block: _Lines, found: list[int]
) -> tuple[list[int], list[int], list[int], list[int]]:
    """Those found by their name alone, by their phone too, by their unit, and by what is noted."""
    lines, units = block.lines, block.units
    numbers = any(word.text.isdecimal() for word in words)
    if not numbers and not any(word.units or word.noted for word in words):
        return found, [], [], []
    names = [line.partition("\t")[0] for line in lines] if numbers else lines
    named, called, housed = found, found, found
    for word in words:
        text, theirs = word.text, word.units
        looked = lines if word.in_phones or not numbers else names
        named = [at for at in named if text in names[at]]
        if numbers:
            called = [at for at in called if text in looked[at]]
        if word.noted:
            housed = [at for at in housed if text in looked[at] or units[at] in theirs]
    if not numbers:
        called = named
    return named, _without(called, named), _without(housed, called), _without(found, housed)


def _without(these: list[int], those: list[int]) -> list[int]:
    """What is left of some lines when a part of them is taken away."""
    if not those:
        return these
    if len(those) == len(these):
        return []
    gone = set(those)
    return [at for at in these if at not in gone]


def _in_block(words: Sequence[IndexWord], block: _Lines) -> list[int]:
    lines, units, noted = block.lines, block.units, block.noted
    found = list(range(len(lines)))
    for word in words:
        text, theirs, said = word.text, word.units, word.noted
        # Only digits could be found in a phone without being meant for it.
        looked = (
            [line.partition("\t")[0] for line in lines]
            if text.isdecimal() and not word.in_phones
            else lines
        )
        if theirs or said:
            found = [
                at for at in found if text in looked[at] or units[at] in theirs or noted[at] in said
            ]
        elif len(found) == len(lines):
            found = [at for at, line in enumerate(looked) if text in line]
        else:
            found = [at for at in found if text in looked[at]]
    return found
