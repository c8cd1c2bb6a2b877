"""How a plan stands with the decisions, and which of them a newer plan leaves right."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from models.reconcile.found_marks import will_fail
from models.reconcile.plan import plan_with_decisions
from models.reconcile.records import (
    Account,
    AccountDecision,
    Box,
    Entry,
    Match,
    ReconcileDecisions,
    ReconcilePlan,
    Who,
)

PlanBefore = tuple[ReconcilePlan, ReconcileDecisions] | None
"""The plan of the same file before, with what was decided of it."""


@dataclass(frozen=True, slots=True)
class SettledPlan:
    """A plan with the decisions: its lines by box and by ordinal, and what would be written.

    `made` is the plan as it was before them. `registered`, `completed` and `failed` count marks
    that are lacking, `new_people` who is taken in.
    """

    made: ReconcilePlan
    decisions: ReconcileDecisions
    plan: ReconcilePlan
    ids: Mapping[Box, tuple[int, ...]]
    entries: Mapping[int, Entry]
    registered: int
    completed: int
    new_people: int
    failed: int = 0


def settled_plan(made: ReconcilePlan, decisions: ReconcileDecisions) -> SettledPlan:
    """How the plan stands; whoever is to be taken in has a negative id until then."""
    plan = plan_with_decisions(made, decisions) if decisions.accounts or decisions.units else made
    registered = failed = completed = new = 0
    for entry in plan.entries:
        account, person = entry.account, entry.person
        new += person is not None and person.id < 0
        if account is not None and person is not None and account.registered:
            registered += person.registered_on is None
            completed += account.completed and person.completed_on is None
            failed += will_fail(account, person)
    return SettledPlan(
        made,
        decisions,
        plan,
        {box: tuple(entry.ordinal for entry in plan.in_box(box)) for box in Box},
        {entry.ordinal: entry for entry in plan.entries},
        registered,
        completed,
        new,
        failed,
    )


def settled_anew(made: ReconcilePlan, before: PlanBefore) -> SettledPlan:
    """How a new plan stands with those decisions on the one before that it leaves right."""
    kept = decisions_still_right(*before, made) if before else ReconcileDecisions()
    return settled_plan(made, kept)


def decisions_still_right(
    old: ReconcilePlan, made: ReconcileDecisions, new: ReconcilePlan
) -> ReconcileDecisions:
    """The decisions on one plan that a newer plan of the same file leaves right."""
    decided = {
        _identity(account): (made.accounts[at], old.matches[at].person_id, account.doubt)
        for at, account in enumerate(old.accounts)
        if at in made.accounts
    }
    kept: dict[int, AccountDecision] = {}
    for at, account in enumerate(new.accounts):
        decision, was, doubt = decided.get(_identity(account), (None, None, ""))
        if decision is None or (_is_about_status(decision) and doubt != account.doubt):
            continue
        if _possible(new.matches[at], decision, was):
            kept[at] = decision
    texts = {name.text for name in new.unit_names}
    return ReconcileDecisions(kept, {t: unit for t, unit in made.units.items() if t in texts})


def _is_about_status(decision: AccountDecision) -> bool:
    return decision.accepts or decision.who is Who.AS_FOUND


def _identity(account: Account) -> tuple[str, str, str, str]:
    """What makes an account the same one in another plan of its file."""
    return account.login, account.phone, account.name, account.unit


def _possible(match: Match, decision: AccountDecision, was: int | None) -> bool:
    """Whether a decision still makes sense: of the same find, or of those who it may be."""
    if match.person_id is not None or was is not None:
        return match.person_id == was
    if decision.who is not Who.SAME:
        return True
    return any(each.person_id == decision.person_id for each in match.candidates)
