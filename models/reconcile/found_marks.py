"""The marks that an export tells of, written; who has completed stays so whatever it says."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from models.journal.change import Change
from models.reconcile.records import Account, Entry, ReconcilePlan, RosterPerson
from models.records import Mark
from models.records.moment import Moment
from models.roster.marks import apply_marks

PeopleFound = Sequence[tuple[int, Entry]]
"""People by id, with the entry that has an account of theirs."""


def write_found_marks(
    change: Change, found: PeopleFound, final: ReconcilePlan
) -> tuple[int, int, int]:
    """Within `change`, set the marks that the file tells of; returns how many were lacking.

    Who has completed stays so, whatever a file says of failing.
    """
    wanted: dict[int, dict[Mark, Moment]] = {}
    registered = failed = completed = 0
    for person_id, entry in found:
        account, person = entry.account, entry.person
        if account is None or person is None or not account.registered:
            continue
        registered += person.registered_on is None
        begun = account.registered_on or account.first_on
        wanted[person_id] = {
            Mark.REGISTERED: _when(begun, account.registered_minute, final),
        }
        if account.failed or _failed_before(account):
            failed += will_fail(account, person)
            wanted[person_id][Mark.FAILED] = _when(account.failed_on, account.failed_minute, final)
        if account.completed:
            completed += person.completed_on is None
            when = _when(account.completed_on, account.completed_minute, final)
            wanted[person_id][Mark.COMPLETED] = when
    apply_marks(change, wanted)
    return registered, failed, completed


def will_fail(account: Account, person: RosterPerson) -> bool:
    """Whether somebody comes to have failed by their account, who had not and has not completed."""
    return account.failed and person.failed_on is None and person.completed_on is None


def _when(day: date | None, minute: int | None, final: ReconcilePlan) -> Moment:
    """When the file has it; without a day it is that of the figures, at no known time."""
    return Moment(final.as_of) if day is None else Moment(day, minute)


def _failed_before(account: Account) -> bool:
    """Whether somebody who has completed is known to have failed before."""
    failed, completed = account.failed_on, account.completed_on
    if failed is None or completed is None:
        return False
    tried, passed = (
        Moment(failed, account.failed_minute),
        Moment(completed, account.completed_minute),
    )
    return tried.begin < passed.begin and (failed < completed or tried.minute is not None)
