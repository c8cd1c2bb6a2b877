"""Everything that a plan says, as problems: what the window shows beside its boxes."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import groupby

from models.intake.plan_records import ImportBox, ImportPlan, PlanProblem, PlanRow
from models.intake.shape.samples import EXAMPLE
from models.intake.shape.sorting import VACANT
from models.intake.shape.unit_asked import PEOPLE
from models.text.formats import number

NAMES_SHOWN = 5
COLUMN = "Họ và tên"
_TOLD_ALONE = ((VACANT,), (EXAMPLE,))


def plan_problems(plan: ImportPlan, advice: str = "") -> tuple[PlanProblem, ...]:
    """The problems of the values, then of rows that are not taken, of units, of the plan.

    What holds for many rows of a table is said once, at the first of them. `advice` says how
    a second post that a row offers is recorded.
    """
    known = {(p.file, p.sheet, p.row, p.reason.rstrip(".")) for p in plan.problems}
    of_rows = (*_left_out(plan, known), *told_rows(plan, advice), *_unsure(plan))
    return tuple(dict.fromkeys((*plan.problems, *of_rows, *_units(plan), *_whole(plan))))


def _left_out(plan: ImportPlan, known: set[tuple[str, str, int, str]]) -> Iterator[PlanProblem]:
    """Rejected rows, and rows about people that are passed over, by table and reason; what is said
    of a value in the same row for another reason does not speak for them."""
    rows = [
        row
        for row in plan.rows
        if row.box is ImportBox.REJECTED
        or (row.box is ImportBox.SKIPPED and (row.phone or row.unit) and not is_told(row))
    ]
    rows.sort(key=_kind)
    for (file, sheet, reason), found in groupby(rows, _kind):
        bare = reason.rstrip(".")
        same = [row for row in found if (file, sheet, row.row, bare) not in known]
        if same and reason:
            value = same[0].name if len(same) == 1 else f"{number(len(same))} dòng"
            told = reason.replace(PEOPLE, f"{number(len(same))} người", 1)
            yield PlanProblem(file, sheet, same[0].row, "", value, told)


def _kind(row: PlanRow) -> tuple[str, str, str]:
    return row.file, row.sheet, " ".join(row.reasons)


def _unsure(plan: ImportPlan) -> Iterator[PlanProblem]:
    """Each row that waits for a decision, and who it may be."""
    for row in plan.in_box(ImportBox.UNCERTAIN):
        people = "; ".join(f"{who.name} ({who.unit})" for who in row.candidates[:NAMES_SHOWN])
        reasons = ", ".join(row.reasons) or "cần quyết định"
        may_be = f" Có thể là {people}." if people else ""
        yield PlanProblem(
            row.file,
            row.sheet,
            row.row,
            "",
            row.name,
            f"Cần quyết định: {reasons.rstrip('.')}.{may_be}",
        )


def _units(plan: ImportPlan) -> Iterator[PlanProblem]:
    """Names of units that may mean a unit that is there, or that may be one."""
    for unit in plan.units:
        if unit.unit_id is None and unit.suggestions:
            names = "; ".join(f"{name} ({reason})" for _, name, reason in unit.suggestions)
            reason = f"Đơn vị này chưa có, có thể là: {names}."
            yield PlanProblem("", "", 0, "", unit.name, reason)
    for group in plan.groups:
        reason = f"Có thể là một đơn vị, “{group.proposed}”: {group.why.rstrip('.')}."
        yield PlanProblem("", "", 0, "", "; ".join(group.names), reason)


def _whole(plan: ImportPlan) -> Iterator[PlanProblem]:
    """What holds for the files as a whole."""
    for file in plan.files:
        if file.imported_before:
            yield PlanProblem(file.name, "", 0, "", "", file.imported_before)
    for remark in plan.remarks:
        yield PlanProblem("", "", 0, "", "", remark)
    if plan.absent:
        names = ", ".join(who.name for who in plan.absent[:NAMES_SHOWN])
        more = "…" if len(plan.absent) > NAMES_SHOWN else ""
        reason = f"{number(len(plan.absent))} người của các đơn vị trong tệp không có ở tệp này."
        yield PlanProblem("", "", 0, "", f"{names}{more}", reason)


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
