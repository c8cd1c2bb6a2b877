"""Who took part without passing: said in words, or told by points below the pass mark."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace
from datetime import date

from models.reconcile.records import Account, PlatformRow


def with_failures(
    account: Account, tries: Iterable[PlatformRow], pass_mark: float | None, today: date
) -> Account:
    """The account with what its tries tell of failing; completing at any time wins over it."""
    failing = [row for row in tries if is_failed_try(row, pass_mark)]
    if not failing or not account.registered or account.doubt:
        return account
    days = [row.source.completed_on for row in failing]
    return replace(
        account,
        failed=not account.completed,
        failed_on=min((day for day in days if day and day <= today), default=None),
    )


def is_failed_try(row: PlatformRow, pass_mark: float | None) -> bool:
    """Whether a row tells of somebody who took part and did not pass.

    Without a point, a day or a count of tries nobody is known to have taken part.
    """
    source = row.source
    if source.failed:
        return True
    if pass_mark is None or source.score is None or (row.from_words and row.completed):
        return False
    tried = source.score > 0 or source.completed_on is not None or bool(source.attempts)
    return tried and source.score < pass_mark


def completes(row: PlatformRow, pass_mark: float | None) -> bool:
    """Whether a row completes: its own words, else the pass mark, else the day of completion."""
    if row.from_words or pass_mark is None or row.source.score is None:
        return bool(row.completed)
    return row.source.score >= pass_mark
