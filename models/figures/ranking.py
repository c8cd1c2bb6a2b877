"""Units ranked by their rate of registration or completion; equal rates share a rank."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from fractions import Fraction

from models.records import Mark, UnitFigures


@dataclass(frozen=True, slots=True)
class RankedUnit:
    """A unit with its rank, from 1; None when nobody of the unit has to take part."""

    rank: int | None
    unit: UnitFigures


def rank_units(
    units: Sequence[UnitFigures], mark: Mark = Mark.REGISTERED
) -> tuple[RankedUnit, ...]:
    """The units from the best rate down, each sharing its rank with the units of equal rate.

    The rate is that of `mark`. After two that share the first rank comes the third. Among equals
    the larger rate of the other mark, then the larger unit stands first; units without anybody
    stand last.
    """
    first, other = _rates(mark)
    counted = sorted(
        (unit for unit in units if unit.total),
        key=lambda unit: (first(unit), other(unit), unit.total),
        reverse=True,
    )
    ranked: list[RankedUnit] = []
    for place, unit in enumerate(counted, start=1):
        same = bool(ranked) and first(ranked[-1].unit) == first(unit)
        ranked.append(RankedUnit(ranked[-1].rank if same else place, unit))
    return (*ranked, *(RankedUnit(None, unit) for unit in units if not unit.total))


_Rate = Callable[[UnitFigures], Fraction]


def _rates(mark: Mark) -> tuple[_Rate, _Rate]:
    """The rate that is ranked by, and the one that orders equals."""
    return (_completed, _registered) if mark is Mark.COMPLETED else (_registered, _completed)


def _registered(unit: UnitFigures) -> Fraction:
    return Fraction(unit.registered, unit.total)


def _completed(unit: UnitFigures) -> Fraction:
    return Fraction(unit.completed, unit.total)
