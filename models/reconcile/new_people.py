"""People whom the officer takes from the platform into the roster."""

from __future__ import annotations

from models.journal.change import Change
from models.reconcile.records import Account, Entry, ReconcilePlan, RosterPerson
from models.records import PersonDraft
from models.roster.people import columns_of, new_uids
from models.store.schema import people


def insert_new_people(change: Change, final: ReconcilePlan) -> dict[int, int]:
    """Insert them within `change`; returns the new ids by the negative ids of the plan."""
    new = [found for entry in final.entries if (found := _newcomer(entry)) is not None]
    drafts = [_draft(person, account) for person, account in new]
    uids = new_uids(len(drafts))
    rows = [{"uid": uid, **columns_of(each)} for uid, each in zip(uids, drafts, strict=True)]
    ids = change.insert(people, rows)
    return {person.id: given for (person, _), given in zip(new, ids, strict=True)}


def _newcomer(entry: Entry) -> tuple[RosterPerson, Account] | None:
    if entry.person is None or entry.account is None or entry.person.id >= 0:
        return None
    return entry.person, entry.account


def _draft(person: RosterPerson, account: Account) -> PersonDraft:
    return PersonDraft(
        name=account.name,
        unit_id=person.unit_id,
        birth=account.birth,
        phone=account.phone,
        staff_code=account.staff_code,
    )
