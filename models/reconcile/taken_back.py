"""A sure match that the officer takes back: who else it may be, and what is forgotten with it."""

from __future__ import annotations

from collections.abc import Iterable

from models.intake.plan_records import PersonCandidate
from models.matching.likeness import name_form
from models.reconcile.accounts import without_marks
from models.reconcile.records import Account, Match, ReconcilePlan, RosterPerson
from models.text.names import match_key

WAS_TAKEN_FOR = "cán bộ đã cho biết tài khoản này không phải của {name} ({unit})"
SHARED = "người này còn tài khoản khác trong tệp"


def taken_back(plan: ReconcilePlan, at: int, person_id: int) -> Match:
    """The match of account `at` without the person: open, with those who else it may be."""
    was = next(each for each in plan.people if each.id == person_id)
    found = list(_others(plan.accounts[at], plan.people, was))
    if sum(match.person_id == person_id for match in plan.matches) > 1:
        found.append(PersonCandidate(was.id, was.name, was.unit, was.phone, (SHARED,)))
    reason = WAS_TAKEN_FOR.format(name=was.name, unit=was.unit)
    key = plan.matches[at].key
    return Match(key, None, (reason,), tuple(found), refused=person_id, asked=True)


def _others(
    account: Account, people: Iterable[RosterPerson], was: RosterPerson
) -> Iterable[PersonCandidate]:
    """Those with the same number, the same name, or the same letters in it."""
    form = name_form(match_key(account.name)) if account.name else ""
    letters = without_marks(form)
    for each in people:
        if each.id == was.id:
            continue
        reasons = tuple(_likeness(account, form, letters, each))
        if reasons:
            yield PersonCandidate(each.id, each.name, each.unit, each.phone, reasons)


def _likeness(account: Account, form: str, letters: str, person: RosterPerson) -> Iterable[str]:
    if form:
        own = name_form(match_key(person.name))
        if own == form:
            yield "cùng họ tên"
        elif without_marks(own) == letters:
            yield "họ tên chỉ khác dấu"
    if account.phone and account.phone == person.phone:
        yield "cùng số điện thoại"
