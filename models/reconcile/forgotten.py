"""What an earlier file left with somebody whose account the officer has taken back."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from typing import Any

from sqlalchemy import select

from models.journal.change import Change
from models.reconcile.accounts import login_key
from models.reconcile.records import Account, ReconcilePlan
from models.records import Mark
from models.records.doubts import DoubtKind
from models.roster.doubtful import NO_DOUBT, doubt
from models.store.schema import participations, wrong_unit_slips

CLOSED_BY = "cán bộ cho biết tài khoản “{shown}” không phải của người này"


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
    statement = select(participations).where(participations.c.contest_id == contest_id)
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
    doubted = doubt(Mark.REGISTERED, DoubtKind.MISMATCH, by, day) if marked else _doubt_of(row)
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
