"""Units ranked by their rate of registration; equal rates share a rank."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from fractions import Fraction

from models.records import UnitFigures


@dataclass(frozen=True, slots=True)
class RankedUnit:
    """A unit with its rank, from 1; None when nobody of the unit has to take part."""

    rank: int | None
    unit: UnitFigures


def rank_units(units: Sequence[UnitFigures]) -> tuple[RankedUnit, ...]:
    """The units from the best rate down, each sharing its rank with the units of equal rate.

    After two that share the first rank comes the third. Among equals the larger
    completion rate, then the larger unit stands first; units without anybody stand last.
    """
    counted = sorted((unit for unit in units if unit.total), key=_order, reverse=True)
    ranked: list[RankedUnit] = []
    for place, unit in enumerate(counted, start=1):
        same = bool(ranked) and _rate(ranked[-1].unit) == _rate(unit)
        ranked.append(RankedUnit(ranked[-1].rank if same else place, unit))
    return (*ranked, *(RankedUnit(None, unit) for unit in units if not unit.total))


def _rate(unit: UnitFigures) -> Fraction:
    return Fraction(unit.registered, unit.total)


def _order(unit: UnitFigures) -> tuple[Fraction, Fraction, int]:
    return _rate(unit), Fraction(unit.completed, unit.total), unit.total
