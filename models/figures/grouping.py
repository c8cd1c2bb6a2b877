"""The lines of figures as they are asked for: by unit, by khối, by staff type."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from models.figures.notes import OWN_PEOPLE
from models.figures.rollup import add_lines
from models.records import UNIT_KIND_NAMES, Figures, UnitFigures, UnitKind
from models.records.figures import Grouping


def grouped(found: Figures, by: Grouping) -> Figures:
    """`found` with a line for each khối or staff type; by unit as it is.

    The totals stay, and are the sums of the lines.
    """
    if by is Grouping.UNIT:
        return found
    lines = found.staff if by is Grouping.STAFF else by_kind(found.units)
    notes = tuple(note for note in found.notes if note != OWN_PEOPLE)
    return replace(found, units=tuple(lines), notes=notes)


def by_kind(units: Sequence[UnitFigures]) -> list[UnitFigures]:
    """One line for each khối that has people, in the order of the khối."""
    found: list[UnitFigures] = []
    for kind in UnitKind:
        name = UNIT_KIND_NAMES[kind]
        whole = UnitFigures(None, name, kind, 0, 0, 0, code=str(kind))
        theirs = [line for line in units if (line.kind or UnitKind.OTHER) is kind]
        for line in theirs:
            whole = add_lines(whole, line)
        if theirs:
            found.append(whole)
    return found
