"""Making the plan of a reconciliation: accounts and people into six boxes; nothing is written."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from models.reconcile.reading import PlatformSource
from models.reconcile.records import ReconcileDecisions, ReconcileOptions, ReconcilePlan
from models.store.data_file import DataFile

Progress = Callable[[int, int], None]


def plan_reconciliation(
    data_file: DataFile,
    sources: Sequence[PlatformSource],
    options: ReconcileOptions,
    progress: Progress | None = None,
) -> ReconcilePlan:
    """Match the accounts of `sources` with the roster as it is now; nothing is written.

    `progress` gets (accounts done, accounts in all) and may raise `Cancelled`. Raises `AppError`
    for a day that is still to come, or without a contest.
    """
    raise NotImplementedError


def settled(
    data_file: DataFile, plan: ReconcilePlan, decisions: ReconcileDecisions
) -> ReconcilePlan:
    """The plan as it stands with the decisions: the same ordinals, each line in its new box."""
    raise NotImplementedError
