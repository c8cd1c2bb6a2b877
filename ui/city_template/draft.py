"""What goes where, while it is being picked: pure steps from one template to the next."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from typing import NamedTuple

from models.contests.mark_names import MarkNames
from models.papers.city_values import (
    COMMUNE_NAMES,
    OF_KIND,
    SAME_UNIT,
    UNIT_NAMES,
    value_title,
    values_offered,
)
from models.records import Unit, UnitKind
from models.records.city import CityTemplate, MappedPlace, TemplateWay
from models.text.cell_names import RowColumn, column_letters, place_name
from reports.city_template.grid import TemplateGrid


class OfferedPlace(NamedTuple):
    """What may go to a place, under the words that it is offered by."""

    value: str
    unit_id: int | None
    title: str


class ValueScope(NamedTuple):
    """Of whom a figure is: of all (both empty), of a khối, or of a unit."""

    kind: UnitKind | None = None
    unit: Unit | None = None


def shown_place(grid: TemplateGrid, at: RowColumn) -> RowColumn:
    """The cell that shows what stands at a place: of merged cells the first one."""
    for (top, left), (bottom, right) in grid.merged:
        if top <= at[0] <= bottom and left <= at[1] <= right:
            return top, left
    return at


def mapped_at(template: CityTemplate, at: RowColumn) -> MappedPlace | None:
    """What goes to a cell, or to its column."""
    names = {place_name(at), column_letters(at[1])}
    return next((each for each in template.places if each.place in names), None)


def is_name_of_row(template: CityTemplate, grid: TemplateGrid, at: RowColumn) -> bool:
    """Whether a cell holds the name by which its row is found."""
    finders = [each.place for each in template.places if each.value == UNIT_NAMES]
    return finders == [column_letters(at[1])] and bool(grid.text(at).strip())


def offered_at(
    template: CityTemplate,
    grid: TemplateGrid,
    at: RowColumn,
    scope: ValueScope,
    names: MarkNames,
    units: Sequence[Unit],
    suggested: Sequence[int] = (),
) -> list[OfferedPlace]:
    """What may go to a place: figures, in a column of names also what it is for.

    `suggested` are the units that the name in a row may mean: they are offered first.
    """
    if is_name_of_row(template, grid, at):
        rows = [OfferedPlace(SAME_UNIT, each.id, f"Dòng của {each.name}") for each in units]
        by_id = {each.unit_id: each for each in rows}
        likely = [by_id[each] for each in suggested if each in by_id]
        others = [each for each in rows if each.unit_id not in suggested]
        return [*likely, OfferedPlace(SAME_UNIT, None, "Để trống dòng này"), *others]
    if template.way is TemplateWay.COLUMNS:
        finders = [
            OfferedPlace(v, None, value_title(v, names)) for v in (UNIT_NAMES, COMMUNE_NAMES)
        ]
        return [*finders, *(OfferedPlace(e.code, None, e.title) for e in values_offered(names))]
    narrow = scope.kind is not None or scope.unit is not None
    kind = f"{OF_KIND}{scope.kind}" if scope.kind else ""
    unit_id = scope.unit.id if scope.unit else None
    return [
        OfferedPlace(f"{each.code}{kind}", unit_id, each.title)
        for each in values_offered(names)
        if each.of_line or not narrow
    ]


def with_place(template: CityTemplate, at: RowColumn, offered: OfferedPlace) -> CityTemplate:
    """The template with something at a place; what was there gives way, and so does the other
    column of names."""
    by_cell = template.way is TemplateWay.CELLS or offered.value == SAME_UNIT
    place = place_name(at) if by_cell else column_letters(at[1])
    finders = {UNIT_NAMES, COMMUNE_NAMES} if offered.value in {UNIT_NAMES, COMMUNE_NAMES} else set()
    kept = [e for e in template.places if e.place != place and e.value not in finders]
    return replace(template, places=(*kept, MappedPlace(place, offered.value, offered.unit_id)))


def without_place(template: CityTemplate, at: RowColumn) -> CityTemplate:
    """The template with nothing at a place: what its row was said to be goes first."""
    own = place_name(at)
    held = {each.place for each in template.places}
    gone = own if own in held else column_letters(at[1])
    return replace(template, places=tuple(e for e in template.places if e.place != gone))


def other_way(template: CityTemplate, way: TemplateWay) -> CityTemplate:
    """The template filled another way: what was mapped one way says nothing the other way."""
    return template if way is template.way else replace(template, way=way, places=())
