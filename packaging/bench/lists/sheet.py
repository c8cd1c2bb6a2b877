"""Cells on their way into a made-up list, and what a reader should know from them."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Any


@dataclass(slots=True)
class Sheet:
    """The cells of one sheet, and its merged ranges as (top, left, bottom, right), 0-based."""

    name: str
    rows: list[list[object]] = field(default_factory=list)
    merges: list[tuple[int, int, int, int]] = field(default_factory=list)


@dataclass(slots=True)
class MadeList:
    """A made-up file: its sheets, how it is saved, and the people whom it names.

    `people` has one mapping a person: name, phone, unit, birth, position, row; an empty text
    where the list says nothing. `unit` is what must be passed because the list names none.
    """

    label: str
    traits: list[str]
    sheets: list[Sheet]
    people: list[dict[str, Any]]
    format: str = "xlsx"
    unit: str = ""
