"""Kinds of change before which a copy is made, told by the one write path.

Whoever adds a kind of change says in one of the two tables whether much could be lost by it;
`tests/models/journal/test_risks.py` walks the source.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from models.journal.closed_marks import MEND, MERGE
from models.records.kept_copies import CopyReason

if TYPE_CHECKING:
    from models.store.store import Store

MANY = 50
"""From so many rows on a change that touches what it is given is one that a copy is made for."""


class Risk(NamedTuple):
    """A change of at least `rows` rows is risky. `for_good`: it cannot be undone, so that it is
    not done at all where no copy can be made."""

    reason: CopyReason
    rows: int = 1
    for_good: bool = False


_BULK = Risk(CopyReason.MARKS, MANY)
RISKS: dict[str, Risk] = {
    "import": Risk(CopyReason.IMPORT),
    "reconcile": Risk(CopyReason.RECONCILE),
    MERGE: Risk(CopyReason.MERGE),
    "contest-purge": Risk(CopyReason.PURGE, for_good=True),
    "person-purge": Risk(CopyReason.PURGE, for_good=True),
    MEND: Risk(CopyReason.MEND),
    "undo": Risk(CopyReason.UNDO, MANY),
    "redo": Risk(CopyReason.UNDO, MANY),
    "revert": Risk(CopyReason.UNDO, MANY),
    "revert-from": Risk(CopyReason.UNDO, MANY),
    "mark-registered": _BULK,
    "mark-completed": _BULK,
    "mark-failed": _BULK,
    "unmark-registered": _BULK,
    "unmark-completed": _BULK,
    "unmark-failed": _BULK,
    "mark-by-score": _BULK,
    "doubts-keep": _BULK,
    "doubts-unmark": _BULK,
    "cells-edit": _BULK,
    "exempt": _BULK,
    "exempt-end": _BULK,
    "person-left": _BULK,
    "person-back": _BULK,
    "transfer": _BULK,
    "unit-correct": _BULK,
    "unit-heads": _BULK,
}
HARMLESS = frozenset(
    {
        "absence-edit", "absence-remove", "action", "attach", "award-edit", "award-give",
        "award-remove",
        "city-template", "contest-add", "contest-close", "contest-edit", "contest-reopen",
        "contest-rule", "contest-use", "detach", "document-add", "document-answer",
        "document-choices", "document-frozen", "document-remove", "document-set", "entry-add",
        "entry-choose", "entry-edit", "entry-present", "entry-remove", "entry-score",
        "entry-send", "exempt-edit", "exempt-remove", "export", "filter-remove", "filter-rename",
        "filter-save", "freeze", "init", "issue", "juror-add", "juror-edit", "juror-remove",
        "jury-scale", "official-figure", "official-figure-remove", "pack",
        "person-add",
        "person-distinct", "person-edit", "post-add", "post-edit", "post-end", "post-remove",
        "remind", "report-definition", "report-run", "signer", "stage-deadline", "task-add",
        "task-edit", "task-remove", "unit-add", "unit-contacts", "unit-kind", "unit-move",
        "unit-remove", "unit-rename", "wording",
    }
)  # fmt: skip
"""Kinds that touch a row or a few, or only add: undo is enough."""


def risk_of(kind: str, rows: int) -> Risk | None:
    """The risk of a change of this kind that touches so many rows; None where there is none."""
    risk = RISKS.get(kind)
    return risk if risk is not None and rows >= risk.rows else None


def guard_risk(store: Store, kind: str, rows: int) -> None:
    """Let whoever guards `store` keep its state before a risky change, which waits to be committed.

    Another connection still sees that state. Raises `AppError` when the change must not be done.
    """
    risk = risk_of(kind, rows)
    if risk is not None and store.guard is not None:
        store.guard(risk.reason, risk.for_good)
