"""Columns that might as well be exchanged: how far the best assignment is from the second best.

Two columns that fit one meaning nearly equally, and hold different things, are asked about.
"""

from __future__ import annotations

from collections.abc import Collection, Sequence

from models.intake.shape.decide import A_PLACE, MANY, assigned_meanings
from models.intake.shape.evidence.column import ColumnEvidence
from models.intake.shape.fields import Field
from models.intake.shape.own_phone import MeaningWeights
from models.intake.shape.unit_columns import may_both_be_units

CLOSE = 0.01
"""Below this distance nobody can say which of two columns is meant, except that one stands left."""

_REPEATS = 0.9


def close_calls(
    columns: Sequence[ColumnEvidence], weights: MeaningWeights, taken: Collection[int]
) -> dict[int, int]:
    """The columns that were chosen by a hair, each with its rival."""
    chosen, _ = assigned_meanings(weights, taken)
    found: dict[int, int] = {}
    for at, field in chosen.items():
        rivals = [
            rival
            for rival in weights.keys() - chosen.keys() - set(taken)
            if field in weights[rival] and _may_replace(columns[at], columns[rival])
        ]
        if field in MANY or not rivals:
            continue
        rival = min(rivals, key=lambda each: abs(each - at))
        units = [each for each in rivals if may_both_be_units(columns[at], columns[each])]
        if field is Field.UNIT and units:
            found[at] = units[0]
        elif margin(weights, taken, at) - A_PLACE * abs(rival - at) < CLOSE:
            found[at] = rival
    return found


def margin(weights: MeaningWeights, taken: Collection[int], at: int) -> float:
    """How much heavier the best assignment is than the best in which column `at` means another."""
    chosen, total = assigned_meanings(weights, taken)
    without = {
        index: {f: w for f, w in each.items() if index != at or f is not chosen[at]}
        for index, each in weights.items()
    }
    return total - assigned_meanings(without, taken)[1]


def _may_replace(column: ColumnEvidence, rival: ColumnEvidence) -> bool:
    """Whether a rival holds something, and something else."""
    both = [
        (str(one).strip().lower(), str(other).strip().lower())
        for one, other in zip(column.cells, rival.cells, strict=True)
        if one is not None and other is not None
    ]
    same = sum(1 for one, other in both if one == other)
    return bool(rival.filled) and same <= _REPEATS * len(both)
