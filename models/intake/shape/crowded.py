"""Rows that stand for several people: each becomes a row, with what is theirs of the cells."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace

from models.intake.grid import Cell, Sheet
from models.intake.shape.fields import Field
from models.intake.shape.layout import Layout
from models.intake.shape.looks import is_person, looks_like_position, looks_like_unit
from models.intake.shape.several import PARTING, SEVERAL, people_in
from models.intake.shape.sorting import Sorted
from models.intake.shape.values import Complaints
from models.text.phones import normalise_phone

_NUMBER_OF_LINE = re.compile(
    r"^\s*(?:[1-9]\d?\s*[.):-]\s*(?=[^\W\d]|[+0(]\d[\d .()-]{7,})|[-–•*]\s*)(?=\S)"
)
_BETWEEN_VALUES = re.compile(r"\n|;|,|/|\s[-–]\s")

SHARED = {Field.UNIT: looks_like_unit, Field.POSITION: looks_like_position}
"""What stands once for all people of a row, unless it is written for each of them."""

_FOR_ALL = frozenset({*SHARED, Field.STAFF_TYPE, Field.NOTE, Field.ORDER_NUMBER, Field.IGNORED})


@dataclass(frozen=True, slots=True)
class Crowd:
    """The `people` of a list of which some share a row: `places` tells for those which of how
    many in the row they are."""

    people: Sorted
    places: dict[int, tuple[int, int]]


def people_apart(people: Sorted, sheet: Sheet, layout: Layout) -> Crowd:
    """The people of the rows one by one."""
    if _parts_nowhere("\0".join(people.names)):
        return Crowd(people, {})
    columns = layout.name_indexes
    found: dict[int, tuple[str, ...]] = {}
    for at, name in enumerate(people.names):
        if not SEVERAL.search(name):
            continue
        cells = [sheet.rows[people.rows[at]][column] for column in columns]
        several = people_in(name) if len(cells) == 1 else _split_over_columns(cells)
        if several:
            found[at] = several
    if not found:
        return Crowd(people, {})
    order: list[int] = []
    names: list[str] = []
    places: dict[int, tuple[int, int]] = {}
    for at, name in enumerate(people.names):
        several = found.get(at, (name,))
        for which, each in enumerate(several):
            if at in found:
                places[len(order)] = which, len(several)
            order.append(at)
            names.append(each)
    rows = replace(
        people,
        rows=[people.rows[at] for at in order],
        names=names,
        groups=[people.groups[at] for at in order],
    )
    return Crowd(rows, places)


def _parts_nowhere(names: str) -> bool:
    """Whether there is none of what parts people, told at once for a whole column."""
    letters = set(names)
    return (
        letters.isdisjoint(PARTING) and "và" not in names and not any(map(str.isdecimal, letters))
    )


def _split_over_columns(cells: Sequence[Cell]) -> tuple[str, ...]:
    lines = [cell.strip().split("\n") for cell in cells if isinstance(cell, str)]
    if not lines or len(lines[0]) < 2 or len({len(each) for each in lines}) > 1:
        return ()
    names = [" ".join(map(_bare_line, parts)).strip() for parts in zip(*lines, strict=True)]
    return tuple(names) if all(map(is_person, names)) else ()


def shared_out(
    cells: Sequence[Cell], column: int, field: Field, crowd: Crowd, complaints: Complaints
) -> list[Cell]:
    """The cells of one column with each person's own part; what is nobody's is left out, told."""
    own = list(cells)
    for position, (which, count) in crowd.places.items():
        cell = cells[position]
        parts = _parts_of(cell, count, field)
        if parts:
            own[position] = parts[which]
        elif field not in _FOR_ALL and cell is not None:
            own[position] = None
            if which == 0:
                reason = f"Chưa rõ ô này của ai trong {count} người ở cùng dòng; để trống."
                complaints.add(position, column, cell, reason)
    return own


def _parts_of(cell: Cell, count: int, field: Field) -> list[str]:
    if not isinstance(cell, str):
        return []
    lines = [_bare_line(line) for line in cell.strip().split("\n")]
    if field in _FOR_ALL:
        is_one = SHARED.get(field)
        alike = is_one is not None and all(map(is_one, lines))
        return lines if alike and len(lines) == count else []
    if len(lines) == count:
        return lines
    parts = [_bare_line(part) for part in _BETWEEN_VALUES.split(cell) if part.strip()]
    if len(parts) == count:
        return parts
    phone = normalise_phone(cell)
    numbers = [phone.number, *phone.others] if field is Field.PHONE and phone.number else []
    return numbers if len(numbers) == count else []


def _bare_line(line: str) -> str:
    return _NUMBER_OF_LINE.sub("", line).strip()
