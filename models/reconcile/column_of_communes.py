"""In a file of the whole city a column names the commune: it belongs to the unit beside it."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from models.intake.communes import commune_named
from models.intake.grid import Cell, Sheet
from models.intake.shape.evidence.folding import fold_header
from models.intake.shape.fields import Field
from models.intake.shape.records import ColumnGuess, SourceRow, TableGuess
from models.text.names import match_key

_HEADERS = frozenset(
    {
        "xa", "phuong", "xa phuong", "phuong xa", "xa phuong dac khu", "ten xa", "ten xa phuong",
        "ten xa phuong dac khu", "ten phuong xa", "dia phuong", "don vi hanh chinh", "cap xa",
        "ubnd xa phuong", "ubnd xa phuong dac khu", "thuoc xa phuong", "xa phuong thi tran",
        "don vi cap xa", "don vi xa phuong", "commune", "ward",
    }
)  # fmt: skip
MOST = 0.5
"""So many of the cells must name a commune before the column counts."""


def with_communes(sheet: Sheet, guess: TableGuess, rows: Sequence[SourceRow]) -> list[SourceRow]:
    """The rows, each with the commune of its column behind the unit: "Trạm Y tế, Xã Bình Giang"."""
    column = _column(sheet, guess, rows)
    if column is None:
        return list(rows)
    named = [_commune_in(sheet.rows[row.row - 1][column]) for row in rows]
    return [
        row._replace(unit=_joined(row.unit, commune)) if commune else row
        for row, commune in zip(rows, named, strict=True)
    ]


def _column(sheet: Sheet, guess: TableGuess, rows: Sequence[SourceRow]) -> int | None:
    for column in guess.columns:
        if _may_be_of_communes(column):
            cells = (sheet.rows[row.row - 1][column.index] for row in rows)
            if _name_communes(cells):
                return column.index
    return None


def _may_be_of_communes(column: ColumnGuess) -> bool:
    levels = column.header_text.split(" / ")
    open_ = column.field in {Field.IGNORED, Field.COMMUNE}
    return open_ and fold_header(levels[-1]) in _HEADERS


def _name_communes(cells: Iterable[Cell]) -> bool:
    filled = [cell for cell in cells if cell is not None]
    return sum(bool(_commune_in(cell)) for cell in filled) > MOST * len(filled)


def _commune_in(cell: Cell) -> str:
    return commune_named(cell) if isinstance(cell, str) else ""


def _joined(unit: str, commune: str) -> str:
    if match_key(commune) in match_key(unit):
        return unit
    return f"{unit}, {commune}" if unit else commune
