"""Rows of the files that may be about one new person: asked about, or told as a problem."""

from __future__ import annotations

from collections.abc import Hashable, Iterator, Sequence

from models.intake.plan_records import Box, PersonCandidate, PlanProblem, PlanRow
from models.matching.duplicates import Duplicate, duplicates_within
from models.matching.identity import Identity
from models.matching.people import PHONE_OF_TWO, Tier

NAME_COLUMN = "Họ và tên"


def asked_within(rows: Sequence[PlanRow]) -> tuple[list[PlanRow], list[PlanProblem]]:
    """The rows, those of them uncertain that may be the new person of an earlier row under
    another spelling; and a problem for each name that stands twice in a unit.

    Two people with one phone are told elsewhere.
    """
    asked = list(rows)
    problems: list[PlanProblem] = []
    leading = {row.same_as for row in rows} | {c.row for row in rows for c in row.candidates}
    for first, later, found in _doubts(rows):
        reasons = found.verdict.reasons
        if first.values["name_key"] == later.values["name_key"]:
            problems.append(_told(first, later, reasons))
        elif later.ordinal not in leading and asked[first.ordinal].box is Box.NEW:
            standing = asked[later.ordinal].candidates
            candidates = (*standing, _candidate(first, reasons))
            asked[later.ordinal] = later._replace(
                box=Box.UNCERTAIN, candidates=candidates, reasons=candidates[0].reasons
            )
    return asked, problems


def _doubts(rows: Sequence[PlanRow]) -> Iterator[tuple[PlanRow, PlanRow, Duplicate]]:
    shared = _sharing(rows)
    for found in duplicates_within([_identity(row) for row in shared]):
        if found.verdict.tier is Tier.LIKELY and PHONE_OF_TWO not in found.verdict.warnings:
            yield shared[found.first], shared[found.second], found


def _sharing(rows: Sequence[PlanRow]) -> list[PlanRow]:
    """The new people who share a phone, or in a unit a name without its marks.

    They are few, and only they are compared closely.
    """
    first: dict[Hashable, PlanRow] = {}
    shared: dict[int, PlanRow] = {}
    for row in rows:
        if row.box is not Box.NEW:
            continue
        for key in (row.values["phone"], (row.unit, row.values["name_search"])):
            if key and (other := first.setdefault(key, row)) is not row:
                shared[other.ordinal], shared[row.ordinal] = other, row
    return [shared[ordinal] for ordinal in sorted(shared)]


def _identity(row: PlanRow) -> Identity:
    values = row.values
    return Identity(
        id=None,
        name=row.name,
        name_key=values["name_key"],
        phone=values["phone"],
        unit_id=None,
        unit=row.unit,
        birth=values["birth"],
        staff_code=values["staff_code"],
        uid="",
    )


def _candidate(row: PlanRow, reasons: tuple[str, ...]) -> PersonCandidate:
    return PersonCandidate(0, row.name, row.unit, row.phone, reasons, row=row.ordinal)


def _told(first: PlanRow, later: PlanRow, reasons: tuple[str, ...]) -> PlanProblem:
    place = f"dòng {first.row}" + (f" của tệp {first.file}" if first.file != later.file else "")
    words = f"Xem lại cùng {place}: {'; '.join(reasons)}."
    return PlanProblem(later.file, later.sheet, later.row, NAME_COLUMN, later.name, words)
