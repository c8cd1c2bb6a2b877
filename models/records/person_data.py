"""All that is kept of one person, as they are told it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date


@dataclass(frozen=True, slots=True)
class DataSection:
    """One kind of data: what its columns are called and its lines, in words.

    `tables` are those that it tells of, `more` how many lines there are beyond those shown.
    """

    title: str
    columns: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]
    tables: tuple[str, ...]
    more: int = 0


@dataclass(frozen=True, slots=True)
class KeptFor:
    """A contest for which data of the person is kept: what for, and until when."""

    contest: str
    purpose: str
    keep_until: date | None
    closed_on: date | None
    purged_on: date | None


@dataclass(frozen=True, slots=True)
class PersonData:
    """Everything of the person `uid`, `facts` by title first, then in sections.

    `mentions` counts by table rows of others, or of nobody, in which the person is named.
    `exports` counts files that left with lists of people since they came into the data.
    """

    id: int
    uid: str
    name: str
    phone: str
    facts: tuple[tuple[str, str], ...]
    sections: tuple[DataSection, ...]
    contests: tuple[KeptFor, ...]
    mentions: Mapping[str, int]
    exports: int
    namesakes: int
