"""Rows of two files side by side: those that say the same, those changed, added and left out."""

from __future__ import annotations

from collections.abc import Callable, Hashable, Iterator, Sequence
from difflib import SequenceMatcher
from itertools import zip_longest
from typing import TypeVar

Item = TypeVar("Item")
MOST_PAIRS = 4_000_000
"""So many pairs are tried to find what was added or left out; beyond it rows go one by one."""


def aligned(
    before: Sequence[Item], after: Sequence[Item], key: Callable[[Item], Hashable]
) -> Iterator[tuple[Item | None, Item | None]]:
    """Pairs of items whose keys differ, in their order; None where one has no counterpart.

    What stands the same at both ends is passed over at once.
    """
    first, last = 0, 0
    shortest = min(len(before), len(after))
    while first < shortest and key(before[first]) == key(after[first]):
        first += 1
    while last < shortest - first and key(before[-1 - last]) == key(after[-1 - last]):
        last += 1
    left, right = before[first : len(before) - last], after[first : len(after) - last]
    if len(left) * len(right) > MOST_PAIRS:
        yield from (
            pair for pair in zip_longest(left, right) if None in pair or _differ(*pair, key)
        )
        return
    matcher = SequenceMatcher(None, [*map(key, left)], [*map(key, right)], autojunk=False)
    for tag, i, j, k, m in matcher.get_opcodes():
        if tag != "equal":
            yield from zip_longest(left[i:j], right[k:m])


def _differ(one: Item, other: Item, key: Callable[[Item], Hashable]) -> bool:
    return key(one) != key(other)
