"""How figures differ from others, and which others those were."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from typing import Literal, NamedTuple

from models.records.figures import Figures
from models.records.frozen import FrozenReport, PersonThen
from models.records.moment import Moment
from models.text.formats import day_month, document_date, minute_words

LAST: Literal["last"] = "last"
Since = date | Moment | int | Literal["last"]
"""A day or a moment as known now, the id of a frozen report, or the last of them before."""


KNOWN_NOW = " theo dữ liệu hiện nay"


class Basis(NamedTuple):
    """What figures are compared with: a report as it was frozen, or a moment by what is known now.

    `frozen` is the id of the report.
    """

    moment: Moment
    frozen: int | None = None

    @property
    def words(self) -> str:
        """ "so với báo cáo số liệu chốt 06/6", "so với ngày 06/6 theo dữ liệu hiện nay"."""
        return self._said(day_month(self.moment.day))

    @property
    def short_words(self) -> str:
        """The same where the whole of it is said nearby: "so với ngày 06/6"."""
        return self.words.removesuffix(KNOWN_NOW)

    @property
    def dated_words(self) -> str:
        """The same with the year, as documents say it: a period before may lie in another one."""
        return self._said(document_date(self.moment.day))

    def _said(self, day: str) -> str:
        minute = self.moment.minute
        time = "" if minute is None else f"{minute_words(minute)} "
        if self.frozen is not None:
            return f"so với báo cáo số liệu chốt {time}{day}"
        return f"so với {time}ngày {day}{KNOWN_NOW}"


class Difference(NamedTuple):
    """By how much counts have grown; below zero where they have shrunk."""

    total: int = 0
    registered: int = 0
    failed: int = 0
    completed: int = 0


@dataclass(frozen=True, slots=True)
class Comparison:
    """Figures beside earlier ones: the whole, and each line by its code.

    A line that did not stand in the earlier ones has grown from nothing. `footnote` says why the
    total changed, `footnotes` why those of units did, by code; "" and no entry where they did not.
    """

    basis: Basis
    before: Figures
    whole: Difference
    lines: Mapping[str, Difference]
    footnote: str = ""
    footnotes: Mapping[str, str] = field(default_factory=dict)


class PersonChange(NamedTuple):
    """One person who is told otherwise now than they were reported; None: nobody knew of them."""

    uid: str
    name: str
    before: PersonThen | None
    after: PersonThen | None
    words: str


@dataclass(frozen=True, slots=True)
class Recheck:
    """What was reported of a moment beside what is known of the same moment now."""

    report: FrozenReport
    now: Figures
    difference: Difference
    people: tuple[PersonChange, ...]

    @property
    def differs(self) -> bool:
        """Whether anything is told otherwise now."""
        return bool(self.people) or any(self.difference)
