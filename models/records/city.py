"""The city's own workbook: which of its cells or columns hold which figure."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from typing import NamedTuple


class TemplateWay(StrEnum):
    """CELLS: cell by cell; COLUMNS: column by column, a row for each unit or the commune's own."""

    CELLS = "cells"
    COLUMNS = "columns"


class CityRate(NamedTuple):
    """A rate as its two counts."""

    part: int
    whole: int


CityValue = int | str | date | CityRate | None
"""What is put into a cell; None empties it."""


class MappedPlace(NamedTuple):
    """What goes into a cell ("C7") or a column ("C"): a value by its code.

    `unit_id` is the unit that the value is of; None: of the whole commune.
    """

    place: str
    value: str
    unit_id: int | None = None


@dataclass(frozen=True, slots=True)
class CityTemplate:
    """A template as it is kept; `id` 0: not yet. Its bytes stand in `contents` by their hash."""

    id: int
    name: str
    way: TemplateWay
    file_name: str
    sheet: str
    places: tuple[MappedPlace, ...] = ()
    sha256: str = ""
    size: int = 0
