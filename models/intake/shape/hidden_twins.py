"""A hidden column beside a visible one for the same thing: only what people see is read."""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence

from models.intake.shape.evidence.title import read_title
from models.intake.shape.fields import UNREAD_FIELDS, Field
from models.intake.shape.mark_titles import LEVELS
from models.intake.shape.names import LEAST, NameWay
from models.intake.shape.records import ColumnGuess

MUCH = 0.5
"""So much of the hidden one's weight makes the visible column the one that is meant."""


def without_hidden_twins(
    weights: Mapping[int, Mapping[Field, float]], hidden: Collection[int]
) -> dict[int, dict[Field, float]]:
    """The weights, where a hidden column gives way to each visible one that fits."""
    best: dict[Field, float] = {}
    for index, each in weights.items():
        if index not in hidden:
            for field, weight in each.items():
                best[field] = max(best.get(field, 0.0), weight)
    return {
        index: {f: w for f, w in each.items() if index not in hidden or not _gives_way(f, w, best)}
        for index, each in weights.items()
    }


def seen_ways(ways: Sequence[NameWay], hidden: Collection[int]) -> list[NameWay]:
    """The ways to read names, without hidden columns where a visible one names people."""
    seen = [way for way in ways if not way.indexes.intersection(hidden)]
    return seen if seen and seen[0].weight >= max(LEAST, MUCH * ways[0].weight) else list(ways)


def hidden_twins(columns: Sequence[ColumnGuess], hidden: Collection[int]) -> str:
    """The hidden columns that gave way, by letter and title."""
    read = {column.field for column in columns} - UNREAD_FIELDS
    return ", ".join(
        f"{column.letter} ({' '.join(column.header_text.split())})"
        for column in columns
        if column.index in hidden
        and column.field is Field.IGNORED
        and read.intersection(read_title(tuple(column.header_text.split(LEVELS))).scores)
    )


def _gives_way(field: Field, weight: float, best: Mapping[Field, float]) -> bool:
    meant = Field.PHONE if field is Field.OTHER_PHONE else field
    return best.get(meant, 0.0) >= MUCH * weight and field is not Field.RECORD
