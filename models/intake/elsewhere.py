"""People of another commune in a list of several: refused, each with where the list has them."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from models.intake.communes import is_commune, is_of_the_city
from models.intake.shape.fields import Field
from models.intake.shape.records import ShapedTable, SkippedRow, SourceRow, TableGuess

ELSEWHERE = (
    "Cột {column} ghi “{commune}”: người của xã, phường khác nên không nhập. Nếu cột này chỉ ghi "
    'nơi ở, hãy chọn “Bỏ qua” cho cột (khi dùng lệnh: --map "{column}=skip").'
)


def of_this_commune(table: ShapedTable, guess: TableGuess, commune: str) -> ShapedTable:
    """The table with the people of other communes among the refused.

    A name that is no commune's of the city counts only where the list names ours as well: it may
    be that of a former one.
    """
    said = {row.commune for row in table.rows if row.commune}
    if not said or not commune:
        return table
    ours = any(is_commune(each, commune) for each in said)
    others = {
        each for each in said if not is_commune(each, commune) and (ours or is_of_the_city(each))
    }
    column = next((c.letter for c in guess.columns if c.field is Field.COMMUNE), "")
    refused = [_refused(row, column) for row in table.rows if row.commune in others]
    return replace(
        table,
        rows=tuple(row for row in table.rows if row.commune not in others),
        skipped=tuple(sorted((*table.skipped, *refused), key=lambda row: row.row)),
    )


def of_this_commune_alone(
    tables: Sequence[ShapedTable], guesses: Sequence[TableGuess], commune: str
) -> tuple[ShapedTable, ...]:
    """All tables of a file without the people of other communes."""
    return tuple(
        of_this_commune(table, guess, commune) for table, guess in zip(tables, guesses, strict=True)
    )


def _refused(row: SourceRow, column: str) -> SkippedRow:
    reason = ELSEWHERE.format(column=column, commune=row.commune)
    return SkippedRow(row.sheet, row.row, reason, row.name, rejected=True)
