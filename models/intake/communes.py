"""Communes as lists write them; people of another one are refused, each with where it says so."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import replace
from functools import cache, lru_cache

from models.intake.shape.fields import Field
from models.intake.shape.records import ShapedTable, SkippedRow, SourceRow, TableGuess
from models.text.names import match_key, search_fold, storage_form
from resources.catalog import communes

_PART = re.compile(r"\s*[,;/(–-]\s*")
_BEFORE = re.compile(
    r"^(?:(?:ubnd|hđnd|đảng ủy|đảng uỷ|ubmttq|ủy ban nhân dân|uỷ ban nhân dân)\s+)?"
    r"(?:(?P<kind>xã|phường|đặc khu)\s+|(?:thị trấn|xa|phuong|dac khu)\s+|(?:x|p|tt|đk)\.\s*)?",
    re.IGNORECASE,
)
ELSEWHERE = (
    "Cột {column} ghi “{commune}”: người của xã, phường khác nên không nhập. Nếu cột này chỉ ghi "
    'nơi ở, hãy chọn “Bỏ qua” cho cột (khi dùng lệnh: --map "{column}=skip").'
)


@lru_cache(4096)
def is_commune(text: str, full_name: str) -> bool:
    """Whether a text names a commune, with or without its kind; marks may be left out wholly."""
    said, meant = _bare(text), _bare(full_name)
    if search_fold(said) == said:
        return said == search_fold(meant)
    return match_key(said) == match_key(meant)


def is_of_the_city(text: str) -> bool:
    """Whether a text names one of the city's communes."""
    return any(is_commune(text, each.full_name) for each in communes())


@lru_cache(4096)
def commune_named(text: str) -> str:
    """ "Xã Bình Giang" for "Bình Giang"; a name with its kind as it stands, also one that is no
    commune's of the city by now; "" for what names none."""
    said = storage_form(text)
    found = _BEFORE.match(said)
    return said if found and found["kind"] else _by_bare_name().get(match_key(_bare(said)), "")


def _bare(text: str) -> str:
    return _BEFORE.sub("", _PART.split(text.strip(), maxsplit=1)[0]).strip().lower()


@cache
def _by_bare_name() -> Mapping[str, str]:
    """The full names by the bare ones, where that is one commune only."""
    found: dict[str, list[str]] = {}
    for each in communes():
        found.setdefault(match_key(each.name), []).append(each.full_name)
    return {name: full[0] for name, full in found.items() if len(full) == 1}


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
