"""A column of progress: 50 of 100, 0,5 of 1 or 50% completes nobody; only the whole does."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import replace

from models.intake.grid import Cell, Row, Workbook
from models.intake.shape.fields import Field
from models.intake.shape.layout import layout_of
from models.intake.shape.records import TableGuess

_NUMBER = re.compile(r"\s*(\d{1,3}(?:[.,]\d+)?)\s*(%?)\s*")
WHOLE = 100.0


def with_progress(workbook: Workbook, guess: TableGuess) -> Workbook:
    """The workbook with "50%" where a column of completion holds shares of the work as numbers."""
    sheet = workbook.sheet(guess.sheet)
    column = layout_of(guess).at.get(Field.COMPLETED)
    if column is None:
        return workbook
    first, last = guess.data_rows
    places = range(first - 1, min(last, len(sheet.rows)))
    shares = _shares([sheet.rows[at][column] for at in places])
    if not shares:
        return workbook
    rows = list(sheet.rows)
    for at, share in shares.items():
        rows[places[at]] = _with_cell(rows[places[at]], column, f"{share:g}%")
    sheets = [replace(sheet, rows=rows) if each is sheet else each for each in workbook.sheets]
    return replace(workbook, sheets=tuple(sheets))


def _shares(cells: Sequence[Cell]) -> Mapping[int, float]:
    """Per cent by place of the bare numbers; {} for a column of marks, words, days or points above
    a hundred. Beside a cell such as "75%" a lone 1 is one of a hundred."""
    values: dict[int, float] = {}
    told: set[float] = set()
    percent = False
    for at, cell in enumerate(cells):
        if cell is None or (isinstance(cell, str) and not cell.strip(" -–.")):
            continue
        found = None if isinstance(cell, bool) else _NUMBER.fullmatch(str(cell))
        if found is None:
            return {}
        value = float(found[1].replace(",", "."))
        told.add(value)
        if found[2]:
            percent = True
        else:
            values[at] = value
    if not values or max(told) > WHOLE or (not percent and told <= {0.0, 1.0, WHOLE}):
        return {}
    of_one = max(values.values()) <= 1 and (not percent or any(0 < v < 1 for v in values.values()))
    scale = WHOLE if of_one else 1.0
    return {at: value * scale for at, value in values.items()}


def _with_cell(row: Row, column: int, text: str) -> Row:
    return (*row[:column], text, *row[column + 1 :])
