"""What the screen for entries that may stand twice asks, and does."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from models.roster.doubles import Double
    from models.store.store import Store

PairKey = tuple[int, int]


def duplicate_pairs(file: Store) -> tuple[Double, ...]:
    """Every pair, the surest first; pairs with a common entry stand together."""
    from models.roster.merging import find_duplicates

    return tuple(double for group in find_duplicates(file) for double in group)


def merge_duplicates(file: Store, pairs: Mapping[PairKey, Mapping[str, bool]]) -> int:
    """Make one entry of each pair; by pair, of which fields the second one's value stays.

    Pairs with a common entry become one entry together. Returns how many changes that were.
    """
    from models.roster.merging import Side, merge_people

    stays: dict[int, int] = {}
    done = 0
    for pair, from_other in pairs.items():
        keep, other = (stays.get(each, each) for each in pair)
        if keep == other:
            continue
        choices = {field: Side.OTHER if yes else Side.KEEP for field, yes in from_other.items()}
        merge_people(file, keep, other, choices)
        stays = {gone: keep if to == other else to for gone, to in stays.items()}
        stays[other] = keep
        done += 1
    return done


def tell_apart(file: Store, pairs: Iterable[PairKey]) -> int:
    """Remember of each pair that it is two people. Returns how many changes that were."""
    from models.roster.merging import say_distinct

    told = 0
    for first, second in pairs:
        say_distinct(file, first, second)
        told += 1
    return told


def undo_last(file: Store, changes: int) -> str | None:
    """Take back so many changes; the summary of the first of them."""
    from models.journal.replay import undo

    summaries = [undo(file) for _ in range(changes)]
    return summaries[-1] if summaries else None
