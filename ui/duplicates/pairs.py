"""The list of pairs: who may stand twice, and why."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from ui.table.column import Column, Kind

if TYPE_CHECKING:
    from models.roster.doubles import Double


@dataclass(frozen=True, slots=True)
class PairLine:
    """One pair in the order of the list."""

    id: int
    double: Double


def names(double: Double) -> str:
    """Both names, once when they are the same."""
    return " / ".join(dict.fromkeys((double.first.name, double.second.name)))


def reasons(double: Double) -> str:
    """Why the two may be one person."""
    return "; ".join((*double.reasons, *double.warnings))


def _sureness(line: PairLine) -> str:
    return "✓ Gần như chắc" if line.double.sure else "? Cần xem"


def _sure_look(line: PairLine) -> Kind:
    return Kind.TEXT if line.double.sure else Kind.QUIET


def _names(line: PairLine) -> str:
    return names(line.double)


def _reasons(line: PairLine) -> str:
    return reasons(line.double)


COLUMNS: tuple[Column[PairLine], ...] = (
    Column("names", "Người", 18, _names, Kind.STRONG, tooltip=_names, fills=True),
    Column("sure", "Mức độ", 17, _sureness, tooltip=_reasons, kind_of=_sure_look),
)
