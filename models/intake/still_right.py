"""Decisions about the plan before that a new plan of the same files leaves right."""

from __future__ import annotations

from collections.abc import Mapping

from models.intake.plan_records import (
    Choice,
    Decision,
    ImportBox,
    ImportPlan,
    PersonCandidate,
    PlanRow,
)


def rows_still_right(
    old: ImportPlan, made: Mapping[int, Decision], new: ImportPlan
) -> dict[int, Decision]:
    """The decisions about uncertain rows, by the ordinals that the rows have now."""
    by_place = {_place(old.rows[ordinal]): decision for ordinal, decision in made.items()}
    kept: dict[int, Decision] = {}
    for row in new.in_box(ImportBox.UNCERTAIN):
        decision = by_place.get(_place(row))
        if decision is not None and (
            decision.choice is not Choice.SAME
            or any(_means(decision, candidate) for candidate in row.candidates)
        ):
            kept[row.ordinal] = decision
    return kept


def _place(row: PlanRow) -> tuple[str, str, int, str]:
    return row.file, row.sheet, row.row, row.name


def _means(decision: Decision, candidate: PersonCandidate) -> bool:
    if candidate.row is not None:
        return decision.row == candidate.row
    return decision.choice is Choice.SAME and decision.person_id == candidate.person_id
