"""The figures of each unit with everything below it, for whoever asks for that."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import replace

from models.figures.figures import figures
from models.figures.notes import OWN_PEOPLE, WITH_BELOW
from models.records import Figures, Unit, UnitFigures
from models.roster.unit_tree import load_tree
from models.store.store import Store


def rolled_up(data_file: Store, found: Figures | None = None) -> Figures:
    """`found` (today's figures when None) with the people below in each unit.

    Units that only have people below them stand in the list too; the totals are those of
    `found`, because nobody counts twice.
    """
    found = found or figures(data_file)
    notes = tuple(note for note in found.notes if note != OWN_PEOPLE)
    with data_file.reading() as connection:
        units = with_below(load_tree(connection), found.units)
    return replace(found, units=tuple(units), notes=(*notes, WITH_BELOW))


def with_below(tree: Sequence[Unit], lines: Iterable[UnitFigures]) -> list[UnitFigures]:
    """One line for each unit that has people itself or below it, in the order of the tree."""
    whole = {line.unit_id: line for line in lines}
    for unit in reversed(tree):
        line = whole.get(unit.id)
        if line is None or unit.parent_id is None:
            continue
        above = whole.get(unit.parent_id)
        whole[unit.parent_id] = line if above is None else add_lines(above, line)
    return [_named(whole[unit.id], unit) for unit in tree if unit.id in whole]


def add_lines(one: UnitFigures, other: UnitFigures) -> UnitFigures:
    """`one` with the counts of both."""
    return replace(
        one,
        total=one.total + other.total,
        registered=one.registered + other.registered,
        completed=one.completed + other.completed,
        exempt=one.exempt + other.exempt,
        failed=one.failed + other.failed,
        attempts=one.attempts + other.attempts,
    )


def _named(line: UnitFigures, unit: Unit) -> UnitFigures:
    return replace(
        line,
        unit_id=unit.id,
        name=unit.name,
        kind=unit.kind,
        parent_id=unit.parent_id,
        head=unit.head.name if unit.head else "",
        code=unit.uid,
    )
