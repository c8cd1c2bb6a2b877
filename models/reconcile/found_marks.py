"""The marks that an export tells of, written; who has completed stays so whatever it says."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from models.journal.change import Change
from models.reconcile.records import Account, Entry, ReconcilePlan
from models.records import Mark
from models.roster.marks import apply_marks

PeopleFound = Sequence[tuple[int, Entry]]
"""People by id, with the entry that has an account of theirs."""


def write_found_marks(
    change: Change, found: PeopleFound, final: ReconcilePlan
) -> tuple[int, int, int]:
    """Within `change`, set the marks that the file tells of; returns how many were lacking.

    Who has completed stays so, whatever a file says of failing.
    """
    wanted: dict[int, dict[Mark, Any]] = {}
    registered = failed = completed = 0
    for person_id, entry in found:
        account, person = entry.account, entry.person
        if account is None or person is None or not account.registered:
            continue
        registered += person.registered_on is None
        begun = account.registered_on or account.first_on
        wanted[person_id] = {Mark.REGISTERED: begun or final.as_of}
        if account.failed or _failed_before(account):
            failed += person.completed_on is None and person.failed_on is None and account.failed
            wanted[person_id][Mark.FAILED] = account.failed_on or final.as_of
        if account.completed:
            completed += person.completed_on is None
            wanted[person_id][Mark.COMPLETED] = account.completed_on or final.as_of
    apply_marks(change, wanted)
    return registered, failed, completed


def _failed_before(account: Account) -> bool:
    """Whether somebody who has completed is known to have failed on an earlier day."""
    failed, completed = account.failed_on, account.completed_on
    return failed is not None and completed is not None and failed < completed
