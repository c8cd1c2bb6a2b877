"""Marks that a file of the platform has lost come into doubt; what it bears out is sure again."""

from __future__ import annotations

from typing import Any

from models.journal.change import Change
from models.reconcile.boxes import LOST_COMPLETION, LOST_REGISTRATION
from models.reconcile.records import Entry, ReconcilePlan
from models.records import Mark
from models.records.doubts import DoubtKind
from models.roster.doubtful import NO_DOUBT, current_marks, doubt_columns
from models.store.schema import participations


def note_doubts(change: Change, final: ReconcilePlan) -> None:
    """Within `change`, put the marks that this file has lost into the list, and take out those
    that it bears out again."""
    rows = current_marks(change)
    files = ", ".join(each.name for each in final.files)
    lost: dict[int, dict[str, Any]] = {}
    borne_out: dict[int, dict[str, Any]] = {}
    for entry in final.entries:
        row = rows.get(entry.person.id) if entry.person is not None else None
        if row is None:
            continue
        mark = _lost(entry)
        if mark is not None and row[f"{mark}_on"] is not None and not row["doubt_mark"]:
            lost[row["id"]] = doubt_columns(mark, DoubtKind.LOST, files, final.as_of)
        elif mark is None and row["doubt_mark"] and _bears_out(entry, row["doubt_mark"]):
            borne_out[row["id"]] = dict(NO_DOUBT)
    change.update(participations, lost)
    change.update(participations, borne_out)


def _lost(entry: Entry) -> Mark | None:
    if LOST_REGISTRATION in entry.reasons:
        return Mark.REGISTERED
    return Mark.COMPLETED if LOST_COMPLETION in entry.reasons else None


def _bears_out(entry: Entry, mark: str) -> bool:
    account = entry.account
    if account is None or not account.registered:
        return False
    return account.completed or mark == Mark.REGISTERED
