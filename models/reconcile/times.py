"""At which minute of their days an account has its marks, as far as its rows tell."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import replace
from datetime import date

from models.intake.shape.marks_read import DayTime
from models.reconcile.failures import completes, is_failed_try
from models.reconcile.records import Account, PlatformRow


def with_minutes(account: Account, rows: Sequence[PlatformRow], pass_mark: float | None) -> Account:
    """The account with the minutes that its rows tell of the days of its marks."""
    tries = [(row.source.completed_on, row.source.completed_minute, row) for row in rows]
    begun = [(row.source.registered_on, row.source.registered_minute) for row in rows]
    if account.registered_on is None:
        begun += [(day, minute) for day, minute, _ in tries]
    passed = [(day, minute) for day, minute, row in tries if completes(row, pass_mark)]
    failed = [(day, minute) for day, minute, row in tries if is_failed_try(row, pass_mark)]
    return replace(
        account,
        registered_minute=earliest_minute(begun, account.registered_on or account.first_on),
        failed_minute=earliest_minute(failed, account.failed_on),
        completed_minute=earliest_minute(passed, account.completed_on),
    )


def minutes_together(accounts: Iterable[Account], whole: Account) -> Account:
    """Several accounts of one person, as `whole`, with the minutes of the days that count."""
    held = list(accounts)
    begun = [(each.registered_on or each.first_on, each.registered_minute) for each in held]
    done = [(each.completed_on, each.completed_minute) for each in held if each.completed]
    failed = [(each.failed_on, each.failed_minute) for each in held]
    return replace(
        whole,
        registered_minute=earliest_minute(begun, whole.registered_on or whole.first_on),
        failed_minute=earliest_minute(failed, whole.failed_on),
        completed_minute=earliest_minute(done, whole.completed_on),
    )


def earliest_minute(times: Iterable[DayTime], day: date | None) -> int | None:
    """The first minute of `day` among the times; None where one of that day is without it."""
    minutes = [minute for when, minute in times if day is not None and when == day]
    known = [minute for minute in minutes if minute is not None]
    return min(known) if known and len(known) == len(minutes) else None
