"""Which cells of the city's workbook get which values: by cell, by the rows of units, or by a row.

Rows are found by the names in them. A name is sure, asked about or refused, never guessed: a number
beside a wrong unit would go to the city.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from typing import NamedTuple

from models.errors import AppError
from models.matching.units import UnitFinder
from models.papers.city_communes import next_free_row, row_of_commune
from models.papers.city_values import (
    COMMUNE_NAMES,
    SAME_UNIT,
    UNIT_NAMES,
    CitySources,
    city_value,
)
from models.records.city import CityTemplate, CityValue, MappedPlace, TemplateWay
from models.text.cell_names import RowColumn, column_of, place_name, place_of
from models.text.formats import number


class OpenRow(NamedTuple):
    """A row whose name may be that of a unit: the units it may be, each with the reason."""

    place: RowColumn
    text: str
    suggestions: tuple[tuple[int, str], ...]


@dataclass(frozen=True, slots=True)
class CityFilling:
    """What goes where. `asked` are rows to be decided, `left` the names of rows that are no unit's.

    `lacking` are units with people for whom there is no row; `notes` say that in sentences.
    """

    values: dict[RowColumn, CityValue] = field(default_factory=dict)
    asked: tuple[OpenRow, ...] = ()
    left: tuple[str, ...] = ()
    lacking: tuple[str, ...] = ()


def filling_of(
    template: CityTemplate, texts: Mapping[RowColumn, str], sources: CitySources
) -> CityFilling:
    """The values of a template; `texts` are what stands in the cells of its sheet.

    Raises `AppError` where no row or two rows are this commune's, where two rows are of one unit,
    where the next free row is not sure, and for values that there are not.
    """
    if template.way is TemplateWay.CELLS:
        return CityFilling(_by_cell(template, sources))
    columns = _columns(template)
    names = {each.value: column_of(each.place) for each in template.places}
    if (column := names.get(UNIT_NAMES)) is not None:
        return _by_unit(template, texts, sources, column, columns)
    if (column := names.get(COMMUNE_NAMES)) is not None:
        row = row_of_commune(texts, sources.commune, column)
    else:
        row = next_free_row(texts, tuple(columns), sources.commune)
    return CityFilling(_row(row, columns, sources, None))


def refuse_open(filling: CityFilling) -> None:
    """Raise `AppError` while rows are undecided."""
    if filling.asked:
        shown = "; ".join(f"“{row.text}” (ô {place_name(row.place)})" for row in filling.asked[:5])
        raise AppError(
            f"Mẫu có {number(len(filling.asked))} dòng chưa rõ là đơn vị nào: {shown}.",
            "Hãy chọn đơn vị cho từng dòng ấy, hoặc chọn để trống.",
        )


def filling_notes(filling: CityFilling) -> tuple[str, ...]:
    """What whoever sends the file has to know."""
    notes: list[str] = []
    if filling.lacking:
        notes.append(f"Mẫu không có dòng của: {'; '.join(filling.lacking)}.")
    if filling.left:
        shown = "; ".join(filling.left[:8]) + ("…" if filling.left[8:] else "")
        notes.append(f"Để nguyên {number(len(filling.left))} dòng không phải tên đơn vị: {shown}.")
    return tuple(notes)


def _by_cell(template: CityTemplate, sources: CitySources) -> dict[RowColumn, CityValue]:
    found = {place_of(each.place): each for each in template.places}
    return {
        place: city_value(each.value, sources, each.unit_id)
        for place, each in found.items()
        if place is not None
    }


def _columns(template: CityTemplate) -> dict[int, MappedPlace]:
    """The columns that get figures."""
    skipped = {UNIT_NAMES, COMMUNE_NAMES, SAME_UNIT}
    return {
        column: each
        for each in template.places
        if each.value not in skipped and (column := column_of(each.place)) is not None
    }


def _row(
    row: int, columns: Mapping[int, MappedPlace], sources: CitySources, unit_id: int | None
) -> dict[RowColumn, CityValue]:
    return {
        (row, column): city_value(each.value, sources, unit_id) for column, each in columns.items()
    }


def _by_unit(
    template: CityTemplate,
    texts: Mapping[RowColumn, str],
    sources: CitySources,
    column: int,
    columns: Mapping[int, MappedPlace],
) -> CityFilling:
    finder = UnitFinder(sources.units, sources.commune.name)
    told = {place_of(e.place): e.unit_id for e in template.places if e.value == SAME_UNIT}
    rows: dict[int, RowColumn] = {}
    asked: list[OpenRow] = []
    left: list[str] = []
    for place, text in _names_in(texts, column):
        finding = finder.find(text)
        unit_id = told.get(place, finding.unit_id)
        if unit_id is not None:
            _refuse_twice(rows, unit_id, place, sources)
            rows[unit_id] = place
        elif place not in told and finding.suggestions:
            asked.append(OpenRow(place, text, finding.suggestions))
        else:
            left.append(text)
    values: dict[RowColumn, CityValue] = {}
    for unit_id, place in rows.items():
        values |= _row(place[0], columns, sources, unit_id)
    lines = sources.figures.units
    lacking = tuple(line.name for line in lines if line.unit_id not in rows)
    return CityFilling(values, tuple(asked), tuple(left), lacking)


def _names_in(texts: Mapping[RowColumn, str], column: int) -> Iterator[tuple[RowColumn, str]]:
    for place in sorted(place for place in texts if place[1] == column):
        if text := texts[place].strip():
            yield place, text


def _refuse_twice(
    rows: Mapping[int, RowColumn], unit_id: int, place: RowColumn, sources: CitySources
) -> None:
    if unit_id in rows:
        name = next((unit.name for unit in sources.units if unit.id == unit_id), "")
        first, second = place_name(rows[unit_id]), place_name(place)
        raise AppError(
            f"Hai ô {first} và {second} của mẫu cùng là “{name}” nên không biết điền vào dòng nào.",
            "Hãy chọn để trống một dòng, hoặc chọn đơn vị khác cho dòng ấy.",
        )


def places_in_order(filling: CityFilling) -> Sequence[RowColumn]:
    """The places from the first row down, each row from the left."""
    return sorted(filling.values)
