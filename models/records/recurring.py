"""A report that recurs: which documents of which periods."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date


@dataclass(frozen=True, slots=True)
class ReportDefinition:
    """A stored definition; `id` is 0 of one that is not stored yet.

    `span` and `cut` are those of `models.papers.periods`; of a free one `since` and `until` are its
    days. `kinds` are the codes of its documents. `last_period` is the code of the period that was
    run last, on the day `last_run_on`.
    """

    id: int
    name: str
    span: str
    cut: str = "decree"
    since: date | None = None
    until: date | None = None
    kinds: tuple[str, ...] = ()
    formats: tuple[str, ...] = ("pdf",)
    last_run_on: date | None = None
    last_period: str = ""
