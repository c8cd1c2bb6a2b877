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
    before: Sequence[Item],
    after: Sequence[Item],
    key: Callable[[Item], Hashable],
    name: Callable[[Item], Hashable],
) -> Iterator[tuple[Item | None, Item | None]]:
    """Pairs of items whose keys differ, in their order; None where one has no counterpart.

    What stands the same at both ends is passed over at once. Of items that all differ those with
    the same `name` belong together.
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
    for tag, i, j, k, m in _opcodes(left, right, key):
        if tag != "equal":
            some, others = left[i:j], right[k:m]
            for _, a, b, c, d in _opcodes(some, others, name):
                yield from zip_longest(some[a:b], others[c:d])


def _opcodes(
    left: Sequence[Item], right: Sequence[Item], key: Callable[[Item], Hashable]
) -> Sequence[tuple[str, int, int, int, int]]:
    return SequenceMatcher(
        None, [*map(key, left)], [*map(key, right)], autojunk=False
    ).get_opcodes()


def _differ(one: Item, other: Item, key: Callable[[Item], Hashable]) -> bool:
    return key(one) != key(other)
