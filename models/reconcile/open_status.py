"""Marks that the status of an account leaves open, and the account when they are accepted."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace
from datetime import date
from typing import NamedTuple

from models.reconcile.records import Account, PlatformRow
from models.records import Mark


class OpenStatus(NamedTuple):
    """Why something is open, the marks that are, and the day that the file tells beside them."""

    doubt: str = ""
    marks: tuple[Mark, ...] = ()
    day: date | None = None


def open_in_rows(
    rows: Iterable[PlatformRow], today: date, *, registered: bool, completed: bool
) -> OpenStatus:
    """What the rows of an account with these marks leave open, as far as no other row answers it.

    Words that nobody understands leave the registration open. Days to come are none.
    """
    found = [
        OpenStatus(row.doubt, row.source.asked or (Mark.REGISTERED,), row.source.completed_on)
        for row in rows
        if row.doubt
    ]
    return open_together(found, today, registered=registered, completed=completed)


def open_in_accounts(accounts: Iterable[Account]) -> OpenStatus:
    """What stays open of several accounts of one person."""
    held = list(accounts)
    found = [OpenStatus(each.doubt, each.open_marks, each.open_on) for each in held if each.doubt]
    return open_together(
        found,
        date.max,
        registered=any(each.registered for each in held),
        completed=any(each.completed for each in held),
    )


def open_together(
    found: Iterable[OpenStatus], today: date, *, registered: bool, completed: bool
) -> OpenStatus:
    """Several as one, without what is answered: whoever has completed has registered too."""
    if completed:
        return OpenStatus()
    left = [each for each in found if not registered or Mark.COMPLETED in each.marks]
    asked = {mark for each in left for mark in each.marks}
    still = (Mark.COMPLETED,) if registered else tuple(Mark)
    days = [each.day for each in left if each.day is not None and each.day <= today]
    return OpenStatus(
        "; ".join(dict.fromkeys(each.doubt for each in left)),
        tuple(mark for mark in Mark if mark in asked and mark in still),
        min(days, default=None),
    )


def accepted(account: Account) -> Account:
    """The account when the officer lets its status count."""
    if not account.doubt:
        return account
    completes = Mark.COMPLETED in account.open_marks
    return replace(
        account,
        registered=True,
        completed=account.completed or completes,
        completed_on=account.open_on if completes else account.completed_on,
        doubt="",
        open_marks=(),
        open_on=None,
    )
