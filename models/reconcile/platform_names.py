"""How the platform spells our units: learnt from all accounts of the newest file, and kept."""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Iterable, Mapping

from sqlalchemy import Connection, select

from models.journal.change import Change
from models.reconcile.records import Account, ReconcilePlan
from models.reconcile.unit_texts import UnitTexts
from models.store.schema import settings

MOST = 0.75
ENOUGH = 4
"""Where people type their unit, one spelling of so many accounts may still be the usual one."""


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
    name, value = _name(contest_id), json.dumps(learnt, ensure_ascii=False)
    standing = change.connection.execute(select(settings.c.id).where(settings.c.name == name))
    row_id = standing.scalar()
    if row_id is None:
        change.insert(settings, [{"name": name, "value": value}])
    else:
        change.update(settings, {row_id: {"value": value}})


def kept_spellings(connection: Connection, contest_id: int | None) -> Mapping[int, str]:
    """How the files up to now spelled the units."""
    statement = select(settings.c.value).where(settings.c.name == _name(contest_id))
    value = connection.execute(statement).scalar()
    return {int(unit_id): text for unit_id, text in json.loads(value).items()} if value else {}


def _usual(counted: Counter[str]) -> str:
    text, count = counted.most_common(1)[0]
    total = counted.total()
    usual = len(counted) == 1 or (total >= ENOUGH and count >= MOST * total)
    return text if usual else ""


def _name(contest_id: int | None) -> str:
    return f"platform-units-{contest_id}"
