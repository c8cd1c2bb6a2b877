"""The three steps of a reconciliation, and which of them is come to first."""

from __future__ import annotations

from enum import IntEnum

from models.reconcile.records import Box
from models.reconcile.settled import SettledPlan


class ReconcileStep(IntEnum):
    """Where the officer is: what was read, what is to be decided, what will be written."""

    FILE = 0
    DECIDE = 1
    WRITE = 2


STEP_WORDS = ("Tệp", "Cần quyết định", "Ghi")


def first_step(standing: SettledPlan, waiting: int) -> ReconcileStep:
    """The step that a plan wants first: `waiting` lines wait for a decision.

    What being in the file comes to must be said before anything else: until then it marks nobody.
    """
    made = standing.made
    if made.attended is not None and made.options.attendance.mark is None:
        return ReconcileStep.FILE
    return ReconcileStep.DECIDE if waiting else ReconcileStep.WRITE


def steps_behind(step: ReconcileStep, waiting: int) -> set[int]:
    """The places of the steps that are done; with nothing to decide that step is done too."""
    passed = {ReconcileStep.DECIDE} if not waiting and step is ReconcileStep.FILE else set()
    return {int(each) for each in (*(s for s in ReconcileStep if s < step), *passed)}


def is_lost(standing: SettledPlan) -> bool:
    """Whether somebody was there last time and is not now."""
    return bool(standing.ids[Box.REGRESSED])
