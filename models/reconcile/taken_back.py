"""A sure match that the officer takes back: who else the account may be."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping
from functools import lru_cache

from models.intake.plan_records import PersonCandidate
from models.reconcile.records import Account, Match, ReconcilePlan, RosterPerson
from models.reconcile.written import form_of_name, without_marks

WAS_TAKEN_FOR = "cán bộ đã cho biết tài khoản này không phải của {name} ({unit})"
SHARED = "người này còn tài khoản khác trong tệp"

People = tuple[RosterPerson, ...]


class Others:
    """Who else an account of the plan may be; made once for all that are taken back."""

    def __init__(self, plan: ReconcilePlan) -> None:
        self._plan = plan
        self._by_id = {each.id: each for each in plan.people}
        self._accounts = Counter(match.person_id for match in plan.matches)
        self._likes = _likes(plan.people)

    def without(self, at: int, person_id: int) -> Match:
        """The match of account `at` without the person: open, with those who else it may be."""
        was, account = self._by_id[person_id], self._plan.accounts[at]
        found = [self._candidate(account, each) for each in self._alike(account, person_id)]
        if self._accounts[person_id] > 1:
            found.append(PersonCandidate(was.id, was.name, was.unit, was.phone, (SHARED,)))
        reason = WAS_TAKEN_FOR.format(name=was.name, unit=was.unit)
        key = self._plan.matches[at].key
        return Match(key, None, (reason,), tuple(found), refused=person_id, asked=True)

    def _alike(self, account: Account, person_id: int) -> Iterator[RosterPerson]:
        """Those with the same letters in their name, then those with the same number."""
        keys = (_letters(account.name), account.phone)
        ids = dict.fromkeys(each for key in keys if key for each in self._likes.get(key, ()))
        return (self._by_id[each] for each in ids if each != person_id)

    def _candidate(self, account: Account, person: RosterPerson) -> PersonCandidate:
        reasons = tuple(_likeness(account, person))
        return PersonCandidate(person.id, person.name, person.unit, person.phone, reasons)


@lru_cache(maxsize=1)
def _likes(people: People) -> Mapping[str, tuple[int, ...]]:
    """The people by the letters of their names and by their numbers."""
    found: dict[str, tuple[int, ...]] = {}
    for each in people:
        for key in (_letters(each.name), each.phone):
            if key:
                found[key] = (*found.get(key, ()), each.id)
    return found


def _letters(name: str) -> str:
    return without_marks(form_of_name(name))


def _likeness(account: Account, person: RosterPerson) -> Iterator[str]:
    own = form_of_name(person.name)
    if account.name and own == form_of_name(account.name):
        yield "cùng họ tên"
    elif account.name and without_marks(own) == _letters(account.name):
        yield "họ tên chỉ khác dấu"
    if account.phone and account.phone == person.phone:
        yield "cùng số điện thoại"
