"""What the screen for entries that may stand twice asks, and does."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from models.roster.doubles import Double
    from models.store.data_file import DataFile


def find(file: DataFile) -> tuple[Double, ...]:
    """Every pair, the surest first; pairs with a common entry stand together."""
    from models.roster.merging import find_duplicates

    return tuple(double for group in find_duplicates(file) for double in group)


def merge(file: DataFile, keep_id: int, other_id: int, from_other: Mapping[str, bool]) -> None:
    """Make one entry of two; `from_other` says of which fields the other's value stays."""
    from models.roster.merging import Side, merge_people

    choices = {field: Side.OTHER if other else Side.KEEP for field, other in from_other.items()}
    merge_people(file, keep_id, other_id, choices)


def tell_apart(file: DataFile, first_id: int, second_id: int) -> None:
    """Remember that two entries are two people."""
    from models.roster.merging import say_distinct

    say_distinct(file, first_id, second_id)
