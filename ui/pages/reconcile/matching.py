"""A plan made, or made anew, with the decisions that stay right for it."""

from __future__ import annotations

from dataclasses import dataclass

from models.reconcile.records import ReconcileDecisions, ReconcilePlan
from models.reconcile.settled import SettledPlan, settled_plan
from ui.pages.reconcile.decided import still_right

Before = tuple[ReconcilePlan, ReconcileDecisions] | None
"""The plan of the same file before, with what was decided of it."""


@dataclass(frozen=True, slots=True)
class Matched:
    """A plan, the decisions that hold for it, and how it stands with them."""

    plan: ReconcilePlan
    decisions: ReconcileDecisions
    standing: SettledPlan


def matched(plan: ReconcilePlan, before: Before) -> Matched:
    """A new plan as it stands with those decisions on the one before that it leaves right."""
    decisions = still_right(*before, plan) if before else ReconcileDecisions()
    return Matched(plan, decisions, settled_plan(plan, decisions))
