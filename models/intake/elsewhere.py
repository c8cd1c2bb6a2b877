"""People of another commune in a list of several: refused, each with where the list has them."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from functools import lru_cache

from models.intake.shape.fields import Field
from models.intake.shape.records import ShapedTable, SkippedRow, SourceRow, TableGuess
from models.text.names import match_key, search_fold
from resources.catalog import communes

ELSEWHERE = (
    "Cột {column} ghi “{commune}”: người của xã, phường khác nên không nhập. Nếu cột này chỉ ghi "
    'nơi ở, hãy chọn “Bỏ qua” cho cột (khi dùng lệnh: --map "{column}=skip").'
)
_PART = re.compile(r"\s*[,;/(–-]\s*")
_BEFORE = re.compile(
    r"^(?:(?:ubnd|hđnd|đảng ủy|đảng uỷ|ubmttq|ủy ban nhân dân|uỷ ban nhân dân)\s+)?"
    r"(?:(?:xã|phường|đặc khu|thị trấn|xa|phuong|dac khu)\s+|(?:x|p|tt|đk)\.\s*)?",
    re.IGNORECASE,
)


def of_this_commune(table: ShapedTable, guess: TableGuess, commune: str) -> ShapedTable:
    """The table with the people of other communes among the refused.

    A name that is no commune's of the city counts only where the list names ours as well: it may
    be that of a former one.
    """
    said = {row.commune for row in table.rows if row.commune}
    if not said or not commune:
        return table
    ours = any(_is(each, commune) for each in said)
    others = {each for each in said if not _is(each, commune) and (ours or _is_of_the_city(each))}
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


@lru_cache(4096)
def _is(text: str, commune: str) -> bool:
    """Whether a text names a commune, with or without its kind; marks may be left out wholly."""
    said, meant = _bare(text), _bare(commune)
    if search_fold(said) == said:
        return said == search_fold(meant)
    return match_key(said) == match_key(meant)


def _bare(text: str) -> str:
    return _BEFORE.sub("", _PART.split(text.strip(), maxsplit=1)[0]).strip().lower()


def _is_of_the_city(text: str) -> bool:
    return any(_is(text, each.full_name) for each in communes())
