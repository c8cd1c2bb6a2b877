"""Rows of the files that may be about one new person: asked about, or told as a problem."""

from __future__ import annotations

from collections.abc import Hashable, Iterator, Sequence

from models.intake.newcomers import columns_of_many
from models.intake.plan_records import ImportBox, PersonCandidate, PlanProblem, PlanRow
from models.intake.repeated import repeated
from models.matching.duplicates import WHOLE_DAY, Duplicate, duplicates_within
from models.matching.identity import Identity
from models.matching.people import PHONE_OF_TWO, Tier
from models.text.formats import number

NAME_COLUMN = "Họ và tên"
PAIR, ROWS_SHOWN = 2, 12
BESIDE = "nếu là một người thì đơn vị này được ghi là chức vụ kiêm nhiệm"

ToldPair = tuple[PlanRow, PlanRow, tuple[str, ...]]
"""An earlier and a later row that stay two people, and why they are told."""


def asked_within(rows: Sequence[PlanRow]) -> tuple[list[PlanRow], list[PlanProblem]]:
    """The rows, those of them uncertain that may be the new person of an earlier row under
    another spelling; and a problem for each name that stands twice in a unit.

    Two people with one phone are told elsewhere.
    """
    asked = list(rows)
    told: list[ToldPair] = []
    leading = {row.same_as for row in rows if row.box is ImportBox.UPDATED or row.post is not None}
    leading |= {c.row for row in rows for c in row.candidates}
    for first, later, found in _doubts(rows):
        reasons = found.verdict.reasons
        if _stay_two(first, later):
            told.append((first, later, reasons))
        elif later.ordinal not in leading and asked[first.ordinal].box is ImportBox.NEW:
            standing = asked[later.ordinal].candidates
            beside = (BESIDE,) if first.unit != later.unit else ()
            candidates = (*standing, _candidate(first, (*reasons, *beside)))
            asked[later.ordinal] = later._replace(
                box=ImportBox.UNCERTAIN, candidates=candidates, reasons=candidates[0].reasons
            )
    return asked, [problem for same in _by_cause(told) for problem in _said(same)]


def _doubts(rows: Sequence[PlanRow]) -> Iterator[tuple[PlanRow, PlanRow, Duplicate]]:
    shared = _sharing(rows)
    for found in duplicates_within([_identity(row) for row in shared]):
        first, second = shared[found.first], shared[found.second]
        alike = first.values["name_key"] == second.values["name_key"]
        likely = found.verdict.tier is Tier.LIKELY
        if alike or (likely and PHONE_OF_TWO not in found.verdict.warnings):
            yield first, second, found


def _stay_two(first: PlanRow, later: PlanRow) -> bool:
    """Whether two rows of one name are two people for a reason. In two units with one day of
    birth and nothing else against it they may be one, with a second post."""
    if first.values["name_key"] != later.values["name_key"]:
        return False
    born = first.values["birth"]
    elsewhere = first.unit != later.unit and len(born) >= WHOLE_DAY
    if not elsewhere or born != later.values["birth"]:
        return True
    ours = ("staff_code", "phone", "email")
    return any(_differ(first.values[each], later.values[each]) for each in ours)


def _differ(one: str, other: str) -> bool:
    return bool(one) and bool(other) and one != other


def _sharing(rows: Sequence[PlanRow]) -> list[PlanRow]:
    """The new people who share a phone, or in a unit a name without its marks.

    They are few, and only they are compared closely.
    """
    new = [row for row in rows if row.box is ImportBox.NEW]
    told = [row.values for row in new]
    wanted = ("name_key", "name_search", "phone", "staff_code", "birth")
    names, unmarked, phones, codes, births = columns_of_many(wanted, told).values()
    columns: tuple[Sequence[Hashable], ...] = (
        list(zip([row.unit for row in new], unmarked, strict=True)),
        phones,
        _with_names(names, codes, 1),
        _with_names(names, births, WHOLE_DAY),
    )
    shared: set[int] = set()
    for column in columns:
        if twice := repeated(column):
            shared.update(at for at, value in enumerate(column) if value in twice)
    return [new[at] for at in sorted(shared)]


def _with_names(names: Sequence[str], values: Sequence[str], least: int) -> Sequence[Hashable]:
    """The values of which another row of the same name may have the like; "" for too short ones."""
    if not repeated(values):
        return ()
    pairs = zip(names, values, strict=True)
    return [(name, value) if len(value) >= least else "" for name, value in pairs]


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


def _by_cause(told: Sequence[ToldPair]) -> Iterator[list[ToldPair]]:
    """The pairs together whose rows bear one name in one file, for the same reasons."""
    found: dict[Hashable, list[ToldPair]] = {}
    for first, later, reasons in told:
        cause = (first.values["name_key"], first.file, first.sheet, later.file, later.sheet)
        found.setdefault((*cause, reasons), []).append((first, later, reasons))
    yield from found.values()


def _said(same: Sequence[ToldPair]) -> Iterator[PlanProblem]:
    """One problem for rows that all are told for one cause; for a pair, beside the later row."""
    first, later, reasons = same[0]
    numbers = sorted({row.row for one, other, _ in same for row in (one, other)})
    if first.file == later.file and first.sheet == later.sheet and len(numbers) > PAIR:
        shown = ", ".join(map(str, numbers[:ROWS_SHOWN]))
        more = "…" if len(numbers) > ROWS_SHOWN else ""
        words = f"Xem lại {number(len(numbers))} dòng ({shown}{more}): {'; '.join(reasons)}."
        yield PlanProblem(later.file, later.sheet, later.row, NAME_COLUMN, later.name, words)
        return
    for one, other, why in same:
        yield _told(one, other, why)


def _told(first: PlanRow, later: PlanRow, reasons: tuple[str, ...]) -> PlanProblem:
    place = f"dòng {first.row}" + (f" của tệp {first.file}" if first.file != later.file else "")
    words = f"Xem lại cùng {place}: {'; '.join(reasons)}."
    return PlanProblem(later.file, later.sheet, later.row, NAME_COLUMN, later.name, words)
