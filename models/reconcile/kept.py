"""Kept of the newest file: how it spells our units, and whom it has and the roster has not."""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from typing import Any, NamedTuple

from sqlalchemy import Connection, select

from models.journal.change import Change
from models.reconcile.records import Account, Box, Entry, ReconcilePlan
from models.reconcile.unit_texts import UnitTexts
from models.store.schema import settings

_SPELLINGS, _LEFTOVERS = "platform-units-{}", "reconcile-leftovers-{}"
MOST = 0.75
ENOUGH = 4
"""Where people type their unit, one spelling of so many accounts may still be the usual one."""
MOST_KEPT = 2_000
"""A file of the whole city names tens of thousands of strangers; they explain nothing here."""


def spellings(accounts: Iterable[Account], texts: UnitTexts) -> dict[int, str]:
    """By unit: the text under which it stands on the platform; "" where there are several."""
    written: dict[int, Counter[str]] = {}
    for account in accounts:
        unit_id = texts.find(account.unit).unit_id if account.unit else None
        if unit_id is not None:
            written.setdefault(unit_id, Counter())[account.unit] += 1
    return {unit_id: _usual(counted) for unit_id, counted in written.items()}


def keep_spellings(change: Change, contest_id: int, final: ReconcilePlan) -> None:
    """Within `change`, keep how this file spells the units; those that it leaves out stay."""
    kept = kept_spellings(change.connection, contest_id)
    learnt = {**kept, **spellings(final.accounts, final.texts)}
    if learnt == kept:
        return
    _keep(change, _SPELLINGS.format(contest_id), learnt)


def kept_spellings(connection: Connection, contest_id: int | None) -> Mapping[int, str]:
    """How the files up to now spelled the units."""
    kept = _kept(connection, _SPELLINGS.format(contest_id)) or {}
    return {int(unit_id): text for unit_id, text in kept.items()}


def _usual(counted: Counter[str]) -> str:
    text, count = counted.most_common(1)[0]
    total = counted.total()
    usual = len(counted) == 1 or (total >= ENOUGH and count >= MOST * total)
    return text if usual else ""


class Leftover(NamedTuple):
    """An account of nobody who is sure; `unit_id` None: the commune, or no unit at all."""

    name: str
    unit_id: int | None
    registered: bool
    completed: bool
    uncertain: bool


def keep_leftovers(change: Change, contest_id: int, plan: ReconcilePlan) -> None:
    """Within `change`, keep the accounts that the city may count for the commune.

    A file of some units leaves those of the others as they were.
    """
    found = [_leftover(entry, plan.texts) for entry in plan.entries]
    kept = [each for each in found if each is not None]
    if plan.scope:
        others = kept_leftovers(change.connection, contest_id)
        kept += [each for each in others if each.unit_id and each.unit_id not in plan.scope]
    _keep(change, _LEFTOVERS.format(contest_id), kept[:MOST_KEPT])


def kept_leftovers(connection: Connection, contest_id: int) -> tuple[Leftover, ...]:
    """The leftovers of the newest file."""
    return tuple(Leftover(*each) for each in _kept(connection, _LEFTOVERS.format(contest_id)) or ())


def _leftover(entry: Entry, texts: UnitTexts) -> Leftover | None:
    account = entry.account
    if account is None or entry.box not in {Box.NOT_ON_ROSTER, Box.UNCERTAIN}:
        return None
    uncertain = entry.box is Box.UNCERTAIN
    unit_id = texts.find(account.unit).unit_id if account.unit else None
    ours = uncertain or unit_id is not None or texts.is_commune(account.unit)
    if not ours:
        return None
    shown = account.name or account.login or account.phone
    return Leftover(shown, unit_id, account.registered, account.completed, uncertain)


def _keep(change: Change, name: str, value: Sequence[object] | Mapping[int, str]) -> None:
    """Keep a value under its name; nothing is kept for the first time as no row at all."""
    text = json.dumps(value, ensure_ascii=False)
    standing = change.connection.execute(select(settings.c.id).where(settings.c.name == name))
    row_id = standing.scalar()
    if row_id is not None:
        change.update(settings, {row_id: {"value": text}})
    elif value:
        change.insert(settings, [{"name": name, "value": text}])


def _kept(connection: Connection, name: str) -> Any:
    statement = select(settings.c.value).where(settings.c.name == name)
    value = connection.execute(statement).scalar()
    return json.loads(value) if value else None
