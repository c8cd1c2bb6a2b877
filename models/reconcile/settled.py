"""How a plan stands with the decisions: its lines, and the marks that would be written."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from models.reconcile.plan import settled
from models.reconcile.records import Box, Entry, ReconcileDecisions, ReconcilePlan


@dataclass(frozen=True, slots=True)
class SettledPlan:
    """A plan with the decisions: its lines by box and by ordinal, and what would be written.

    `registered` and `completed` count marks that are lacking, `new_people` who is taken in.
    """

    plan: ReconcilePlan
    ids: Mapping[Box, tuple[int, ...]]
    entries: Mapping[int, Entry]
    registered: int
    completed: int
    new_people: int


def settled_plan(made: ReconcilePlan, decisions: ReconcileDecisions) -> SettledPlan:
    """How the plan stands; whoever is to be taken in has a negative id until then."""
    plan = settled(made, decisions) if decisions.accounts or decisions.units else made
    registered = completed = new = 0
    for entry in plan.entries:
        account, person = entry.account, entry.person
        new += person is not None and person.id < 0
        if account is not None and person is not None and account.registered:
            registered += person.registered_on is None
            completed += account.completed and person.completed_on is None
    return SettledPlan(
        plan,
        {box: tuple(entry.ordinal for entry in plan.in_box(box)) for box in Box},
        {entry.ordinal: entry for entry in plan.entries},
        registered,
        completed,
        new,
    )
