"""The rows of a plan that give nobody of their own, each with a sentence: with whom, and why."""

from __future__ import annotations

from collections.abc import Iterator

from models.intake.plan_records import ImportBox, ImportPlan, PlanProblem, PlanRow
from models.intake.shape.samples import EXAMPLE
from models.intake.shape.sorting import VACANT

COLUMN = "Họ và tên"
_TOLD_ALONE = ((VACANT,), (EXAMPLE,))


def told_rows(plan: ImportPlan, advice: str = "") -> Iterator[PlanProblem]:
    """Rows that were joined to somebody, that offer a second post, or that name a vacancy or an
    example.

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
    if row.box is ImportBox.UNCERTAIN:
        return False
    alone = row.box is ImportBox.SKIPPED and row.reasons in _TOLD_ALONE
    return alone or row.same_as is not None or row.post is not None
