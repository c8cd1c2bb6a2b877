"""Carrying out a reconciliation: one change, so one undo takes all of it back."""

from __future__ import annotations

from models.reconcile.plan import Progress
from models.reconcile.records import ReconcileDecisions, ReconcilePlan, ReconcileResult
from models.store.data_file import DataFile


def apply_reconciliation(
    data_file: DataFile,
    plan: ReconcilePlan,
    decisions: ReconcileDecisions,
    progress: Progress | None = None,
) -> ReconcileResult:
    """Write marks, slips and what was decided, as one change named after the file.

    Nobody is unmarked. The newest file again changes nothing. `progress` gets (rows written, rows
    in all) and may raise `Cancelled`: then nothing is written. Raises `AppError` when the roster
    has changed since the plan was made.
    """
    raise NotImplementedError
