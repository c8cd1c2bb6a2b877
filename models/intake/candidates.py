"""Who may be the person of a row, as the officer is shown them."""

from __future__ import annotations

from models.intake.plan_records import PersonCandidate, PlanRow
from models.matching.finder import Candidate

SHARED_NAME = ("cùng họ tên", "cùng đơn vị", "đơn vị này có hai người trùng tên trong các tệp")


def namesake(row: PlanRow) -> PersonCandidate:
    """The new person of an earlier row whose name and unit another one bears too."""
    return PersonCandidate(0, row.name, row.unit, row.phone, SHARED_NAME, row=row.ordinal)


def of_roster(candidate: Candidate) -> PersonCandidate:
    """Somebody of the roster whom matching offers."""
    who = candidate.identity
    assert who.id is not None
    reasons = (*candidate.verdict.reasons, *candidate.verdict.warnings)
    return PersonCandidate(who.id, who.name, who.unit, who.phone, reasons)
