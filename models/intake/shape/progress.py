"""A column of progress: 50 of 100, 0,5 of 1 or 50% completes nobody; only the whole does."""

from __future__ import annotations

import math
import re
from collections.abc import Mapping, Sequence
from dataclasses import replace

from models.intake.grid import Cell, GridRow, Workbook
from models.intake.shape.evidence.folding import fold_header
from models.intake.shape.fields import Field
from models.intake.shape.layout import layout_of
from models.intake.shape.records import TableGuess

_NUMBER = re.compile(r"\s*(\d{1,3}(?:[.,]\d+)?)\s*(%?)\s*")
_PROGRESS = re.compile(r"\b(?:tien do|progress)\b")
_OF_ALL = re.compile(r"\s*(\d{1,3})\s*/\s*(\d{1,3})\s*(?:bài|phần|chương|mục|buổi)?\s*", re.I)
WHOLE = 100.0


def with_progress(workbook: Workbook, guess: TableGuess) -> Workbook:
    """The workbook with "50%" where a column of completion holds shares of the work as numbers, or
    a column of progress so many parts of all."""
    sheet = workbook.sheet(guess.sheet)
    layout = layout_of(guess)
    columns = [at for at, field in layout.witnesses.items() if field is Field.COMPLETED]
    if Field.COMPLETED in layout.at:
        columns.append(layout.at[Field.COMPLETED])
    first, last = guess.data_rows
    places = range(first - 1, min(last, len(sheet.rows)))
    shares = {
        column: _found([sheet.rows[at][column] for at in places], layout.titles.get(column, ""))
        for column in columns
    }
    if not any(shares.values()):
        return workbook
    rows = list(sheet.rows)
    for column, found in shares.items():
        for at, share in found.items():
            rows[places[at]] = _with_cell(rows[places[at]], column, f"{share:g}%")
    sheets = [replace(sheet, rows=rows) if each is sheet else each for each in workbook.sheets]
    return replace(workbook, sheets=tuple(sheets))


def _found(cells: Sequence[Cell], title: str) -> Mapping[int, float]:
    shares = _shares(cells)
    return _parts(cells) if not shares and _PROGRESS.search(fold_header(title)) else shares


def _parts(cells: Sequence[Cell]) -> Mapping[int, float]:
    """Per cent by place of "3/5" in a column that holds nothing else; {} for any other column."""
    values: dict[int, float] = {}
    for at, cell in enumerate(cells):
        if cell is None or (isinstance(cell, str) and not cell.strip(" -–.")):
            continue
        found = _OF_ALL.fullmatch(cell) if isinstance(cell, str) else None
        if found is None or not 0 < int(found[2]) >= int(found[1]):
            return {}
        values[at] = math.floor(WHOLE * int(found[1]) / int(found[2]))
    return values


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


def _with_cell(row: GridRow, column: int, text: str) -> GridRow:
    return (*row[:column], text, *row[column + 1 :])
