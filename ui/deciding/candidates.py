"""Somebody on the roster beside the row that they may be."""

from __future__ import annotations

from collections.abc import Sequence

from models.intake.plan_records import PersonCandidate
from models.text.phones import display_phone
from ui.deciding.flow import Possible
from ui.deciding.likeness import reason_kinds


def possible_person(candidate: PersonCandidate, place: str = "") -> Possible:
    """A candidate beside the row that they may be."""
    details = " · ".join(filter(None, (candidate.unit, display_phone(candidate.phone))))
    return Possible(f"{place}{candidate.name}", "; ".join(candidate.reasons), details)


def told_alike(
    reasons: Sequence[str], candidates: Sequence[PersonCandidate]
) -> tuple[tuple[str, ...], ...]:
    """Equal for rows with as many candidates for reasons of the same kinds; without any, for
    rows of the same reasons."""
    return tuple(reason_kinds(each.reasons) for each in candidates) or (tuple(reasons),)
