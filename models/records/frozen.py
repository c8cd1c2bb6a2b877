"""Figures as they were reported, and everybody behind them as they stood then."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, datetime
from enum import StrEnum
from typing import NamedTuple

from models.records.denominator import Outside
from models.records.figures import Figures
from models.records.issued import IssuedAs
from models.records.kinds import Mark


class PersonThen(NamedTuple):
    """One person at a moment: in or out of the figures, and how far they had come.

    `unit_code` is the uid of the main unit of that day. Who is `outside` counts in no number; the
    `reason` is what was written of it, `since` and `until` its days as far as known.
    """

    uid: str
    name: str
    unit_code: str
    unit: str
    staff_type: str
    mark: Mark | None = None
    outside: Outside | None = None
    reason: str = ""
    since: date | None = None
    until: date | None = None

    @property
    def counts(self) -> bool:
        """Whether the person is in the figures."""
        return self.outside is None


class PeopleReported(NamedTuple):
    """Everybody behind a frozen report by uid, and the uids of who counted by that of the unit."""

    by_uid: Mapping[str, PersonThen]
    counted: Mapping[str, frozenset[str]]


class FrozenKind(StrEnum):
    """What figures were frozen for, where it was no document."""

    FIGURES = "figures"
    CLOSING = "closing"


@dataclass(frozen=True, slots=True)
class FrozenReport:
    """Figures that were reported and never change again.

    `kind` is "figures", "closing" or the kind of a document. `digest` is the long hash of the
    figures, `short_hash` what stands on papers. `replaced_by` is the report that was frozen of the
    same moment later on. `whole` says that figures and names are those that were written;
    `nameless` that the names were taken away for good, and the figures alone are. Of an issued
    document `issue` says with what it went out; None: figures alone were frozen.
    """

    id: int
    kind: str
    title: str
    at: datetime
    who: str
    figures: Figures
    digest: str
    period: str = ""
    document_id: int | None = None
    replaced_by: int | None = None
    whole: bool = True
    nameless: bool = False
    issue: IssuedAs | None = None

    @property
    def short_hash(self) -> str:
        """The first digits of the hash, as documents print them."""
        return self.digest[:SHORT_HASH]


SHORT_HASH = 12
