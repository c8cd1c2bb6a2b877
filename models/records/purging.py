"""The personal data of a closed contest that goes for good, and the counts that stay."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date


@dataclass(frozen=True, slots=True)
class PurgeCounts:
    """By name of the table how many rows lose what they say of people, and how many stay whole.

    `gone` counts rows that are deleted or lose names, phones and texts, `kept` those that stay,
    with counts, titles and days.
    """

    code: str
    contest: str
    gone: Mapping[str, int]
    kept: Mapping[str, int]


@dataclass(frozen=True, slots=True)
class Purged:
    """What was taken away on `day`. Not `swept`: the bytes go when the file is next opened."""

    counts: PurgeCounts
    day: date
    swept: bool
