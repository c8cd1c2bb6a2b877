"""Whom the newest file has and the roster does not: kept by name, to explain official counts."""

from __future__ import annotations

import json
from typing import NamedTuple

from sqlalchemy import Connection, select

from models.journal.change import Change
from models.reconcile.records import Box, Entry, ReconcilePlan
from models.reconcile.unit_texts import UnitTexts
from models.store.schema import settings

MOST_KEPT = 2_000
"""A file of the whole city names tens of thousands of strangers; they explain nothing here."""


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
    name, value = _name(contest_id), json.dumps(kept[:MOST_KEPT], ensure_ascii=False)
    standing = change.connection.execute(select(settings.c.id).where(settings.c.name == name))
    row_id = standing.scalar()
    if row_id is None:
        change.insert(settings, [{"name": name, "value": value}] if kept else [])
    else:
        change.update(settings, {row_id: {"value": value}})


def kept_leftovers(connection: Connection, contest_id: int) -> tuple[Leftover, ...]:
    """The leftovers of the newest file."""
    statement = select(settings.c.value).where(settings.c.name == _name(contest_id))
    value = connection.execute(statement).scalar()
    return tuple(Leftover(*each) for each in json.loads(value)) if value else ()


def _name(contest_id: int) -> str:
    return f"reconcile-leftovers-{contest_id}"


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
