"""What a file does to the slips: it opens, closes and reopens them, each time with evidence."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from typing import Any

from sqlalchemy import select

from models.journal.change import Change
from models.reconcile.records import Account, Entry
from models.reconcile.unit_texts import UnitFit, UnitTexts
from models.store.schema import wrong_unit_slips


@dataclass(slots=True)
class SlipMoves:
    """How many slips a file moved; `new` and `updates` are the rows to write."""

    opened: int = 0
    closed: int = 0
    reopened: int = 0
    new: list[dict[str, Any]] = field(default_factory=list)
    updates: dict[int, dict[str, Any]] = field(default_factory=dict)


def move_slips(
    change: Change,
    contest_id: int,
    day: date,
    entries: Sequence[tuple[int, Entry]],
    texts: UnitTexts,
) -> SlipMoves:
    """Within `change`, move the slips of people given as (person id, entry).

    A file that says nothing of a person, or nothing of their unit, moves nothing.
    """
    statement = select(wrong_unit_slips).where(wrong_unit_slips.c.contest_id == contest_id)
    standing = {row["person_id"]: row for row in change.connection.execute(statement).mappings()}
    moves = SlipMoves()
    for person_id, entry in entries:
        account, person = entry.account, entry.person
        if account is None or person is None:
            continue
        slip = standing.get(person_id)
        if entry.unit_wrong:
            wrong = _wrong(person.unit_id, account)
            _open(moves, slip, wrong, day, {"person_id": person_id, "contest_id": contest_id})
        elif slip is not None and slip["closed_on"] is None:
            _close(moves, slip, account, texts.judge(account.unit, person.unit_id).standing, day)
    change.insert(wrong_unit_slips, moves.new)
    change.update(wrong_unit_slips, moves.updates)
    return moves


def _wrong(unit_id: int, account: Account) -> dict[str, Any]:
    return {"unit_id": unit_id, "platform_unit": account.unit, "evidence": evidence(account)}


def _open(
    moves: SlipMoves,
    slip: Mapping[Any, Any] | None,
    wrong: Mapping[str, Any],
    day: date,
    ids: Mapping[str, int],
) -> None:
    place = {"unit_id": wrong["unit_id"], "platform_unit": wrong["platform_unit"]}
    opening = {"opened_on": day, "opened_by": wrong["evidence"], "closed_on": None, "closed_by": ""}
    if slip is None:
        moves.opened += 1
        moves.new.append({**ids, **place, **opening, "times": 1})
    elif slip["closed_on"] is not None:
        moves.reopened += 1
        moves.updates[slip["id"]] = {**place, **opening, "times": slip["times"] + 1}
    else:
        moves.updates[slip["id"]] = {**_as_it_stands(slip), **place}


def _close(
    moves: SlipMoves, slip: Mapping[Any, Any], account: Account, standing: UnitFit, day: date
) -> None:
    """Close a slip only where the platform names the right unit beyond doubt."""
    if standing is not UnitFit.RIGHT or not account.registered:
        return
    moves.closed += 1
    closing = {"closed_on": day, "closed_by": evidence(account)}
    moves.updates[slip["id"]] = {**_as_it_stands(slip), **closing}


def _as_it_stands(slip: Mapping[Any, Any]) -> dict[str, Any]:
    """All columns that a slip's update may touch, so that all updates have the same keys."""
    names = ("unit_id", "platform_unit", "opened_on", "opened_by", "closed_on", "closed_by")
    return {**{name: slip[name] for name in names}, "times": slip["times"]}


def evidence(account: Account) -> str:
    """Where the file says so: "tep.xlsx, trang Sheet1, dòng 12"."""
    place = account.unit_row or account.rows[0]
    return f"{place.file}, trang {place.sheet}, dòng {place.row}"
