"""Work in the lane: a plan made, or made anew, with the decisions that stay right for it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from models.reconcile.records import ReconcileDecisions, ReconcileOptions, ReconcilePlan
from ui.calls import reconcile as calls
from ui.calls.importing import Chosen
from ui.calls.reconcile import Made, Standing
from ui.lane import Task
from ui.pages.reconcile.decided import still_right

if TYPE_CHECKING:
    from models.store.data_file import DataFile

Before = tuple[ReconcilePlan, ReconcileDecisions] | None
"""The plan of the same file before, with what was decided of it."""


@dataclass(frozen=True, slots=True)
class Matched:
    """A plan, the decisions that hold for it, and how it stands with them."""

    made: Made
    decisions: ReconcileDecisions
    standing: Standing


def match_tables(
    task: Task,
    file: DataFile,
    tables: Sequence[Chosen],
    options: ReconcileOptions,
    before: Before,
) -> Matched:
    """Read tables and match their accounts with the roster."""
    return _stand(file, calls.plan_tables(task, file, tables, options), before)


def match_again(
    task: Task, file: DataFile, made: Made, options: ReconcileOptions, before: Before
) -> Matched:
    """Match the same accounts with the roster as it is now."""
    return _stand(file, calls.plan(task, file, made.sources, options), before)


def _stand(file: DataFile, made: Made, before: Before) -> Matched:
    decisions = still_right(*before, made.plan) if before else ReconcileDecisions()
    return Matched(made, decisions, calls.standing(file, made.plan, decisions))
