"""An account taken back from somebody: who else it may be, and what it left with them."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping
from datetime import date
from functools import lru_cache
from typing import Any

from sqlalchemy import select

from models.contests.current_stage import of_current_stage
from models.intake.plan_records import PersonCandidate
from models.journal.change import Change
from models.reconcile.accounts import login_key
from models.reconcile.names import form_of_name, without_marks
from models.reconcile.records import Account, Match, ReconcilePlan, RosterPerson
from models.records import Mark
from models.records.doubts import DoubtKind
from models.roster.doubtful import NO_DOUBT, doubt_columns
from models.store.schema import participations, wrong_unit_slips

WAS_TAKEN_FOR = "cán bộ đã cho biết tài khoản này không phải của {name} ({unit})"
SHARED = "người này còn tài khoản khác trong tệp"

People = tuple[RosterPerson, ...]
CLOSED_BY = "cán bộ cho biết tài khoản “{shown}” không phải của người này"


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


def forget_taken_back(change: Change, contest_id: int, final: ReconcilePlan) -> None:
    """Within `change`, take the account from people who have none in this file any more.

    Their marks stay in the list of those in doubt, for the officer to judge; nobody compares them
    with a file that was misread, and a slip that came of it is closed.
    """
    owners = {match.person_id for match in final.matches}
    wrong = {
        match.refused: account
        for account, match in zip(final.accounts, final.matches, strict=True)
        if match.refused is not None and match.refused not in owners
    }
    if not wrong:
        return
    statement = select(participations).where(of_current_stage())
    rows = change.connection.execute(statement).mappings()
    told = {
        row["id"]: _without(row, wrong[row["person_id"]], final.as_of)
        for row in rows
        if row["person_id"] in wrong
    }
    change.update(participations, told)
    _close_slips(change, contest_id, wrong, final)


def _without(row: Mapping[Any, Any], account: Account, day: date) -> dict[str, Any]:
    mine = login_key(account.login or account.phone)
    known = [each for each in row["account"].split(", ") if each]
    kept = [each for each in known if login_key(each) != mine]
    came_from_it = len(kept) < len(known) and not kept
    names = ("score", "attempts", "platform_unit")
    empty = {"score": None, "attempts": None, "platform_unit": ""}
    marked = row["seen_in"] is not None and row["registered_on"] is not None
    by = account.login or account.phone or account.name
    doubted = (
        doubt_columns(Mark.REGISTERED, DoubtKind.MISMATCH, by, day) if marked else _doubt_of(row)
    )
    return {
        **{name: empty[name] if came_from_it else row[name] for name in names},
        "account": ", ".join(kept),
        "seen_in": None,
        "seen_completed": None,
        **doubted,
    }


def _doubt_of(row: Mapping[Any, Any]) -> dict[str, Any]:
    return {name: row[name] for name in NO_DOUBT}


def _close_slips(
    change: Change, contest_id: int, wrong: Mapping[int, Account], final: ReconcilePlan
) -> None:
    statement = select(wrong_unit_slips.c.id, wrong_unit_slips.c.person_id).where(
        wrong_unit_slips.c.contest_id == contest_id,
        wrong_unit_slips.c.closed_on.is_(None),
    )
    closing: dict[int, dict[str, Any]] = {}
    for row in change.connection.execute(statement):
        account = wrong.get(row.person_id)
        if account is not None:
            shown = account.login or account.phone or account.name
            words = CLOSED_BY.format(shown=shown)
            closing[row.id] = {"closed_on": final.as_of, "closed_by": words}
    change.update(wrong_unit_slips, closing)
