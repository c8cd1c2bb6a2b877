"""The rows of a plan that give nobody of their own, each with a sentence: with whom, and why."""

from __future__ import annotations

from collections.abc import Iterator

from models.intake.plan_records import Box, ImportPlan, PlanProblem, PlanRow
from models.intake.shape.sorting import VACANT

COLUMN = "Họ và tên"


def told_rows(plan: ImportPlan, advice: str = "") -> Iterator[PlanProblem]:
    """Rows that were joined to somebody, that offer a second post, or that name a vacancy.

    `advice` says how a second post is recorded.
    """
    for row in plan.rows:
        if is_told(row):
            said = [f"{reason.rstrip('.')}." for reason in row.reasons]
            if row.post is not None and advice:
                said.append(advice)
            yield PlanProblem(row.file, row.sheet, row.row, COLUMN, row.name, " ".join(said))


def is_told(row: PlanRow) -> bool:
    """Whether a row gives nobody of its own for a reason that is said of it alone."""
    if row.box is Box.UNCERTAIN:
        return False
    vacant = row.box is Box.SKIPPED and row.reasons == (VACANT,)
    return vacant or row.same_as is not None or row.post is not None
