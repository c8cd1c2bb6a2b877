"""Lists taken into a file: the twins of real lists, generated ones, and everybody written anew."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from pathlib import Path
from random import Random

from lists.judging import Case as ListCase
from lists.judging import judge
from lists.trial import Trial
from openpyxl import Workbook

from corpora.making import COMMUNE, UNITS, Resident, Written, birth_cell, residents, written
from corpora.outcomes import Case, Corpus, Outcome, corpus, found
from corpora.people import best_of
from corpora.rosters import made_roster
from models.intake.plan_records import ImportPlan, PlanOptions, PlanRow
from models.intake.sitting.lists import plan_file
from models.intake.wishes import Wishes
from models.office.setup import init_file
from models.text.legacy.codec import LegacyEncoding, encode

HEADER = ("STT", "Họ và tên", "Ngày sinh", "Số điện thoại", "Đơn vị")
SPOILT: dict[str, LegacyEncoding | None] = {
    "": None, " in TCVN3": LegacyEncoding.TCVN3, " in VNI": LegacyEncoding.VNI,
}  # fmt: skip


def taken_in(name: str, lists: Iterable[ListCase], folder: Path) -> Iterator[Corpus]:
    """The people of lists and their units, as they stand on the roster afterwards."""
    folder.mkdir(parents=True, exist_ok=True)
    trial = Trial(folder)
    cases: dict[str, list[Case]] = {"people": [], "units": []}
    for each in lists:
        for about, who, end in judge(each, trial).ends:
            outcome = Outcome(end)
            best = _best(each, outcome)
            cases[about].append(Case(f"{each.label}: {who}", outcome, best))
    for about, judged in cases.items():
        yield corpus(f"{name}: {about}", about, judged)


def _best(each: ListCase, outcome: Outcome) -> Outcome:
    if each.expect == "people":
        return Outcome.RIGHT
    return Outcome.ASKED if each.expect == "ask" else Outcome.APART


def planned(folder: Path, count: int, seed: int) -> Iterator[Corpus]:
    """A list of everybody on the roster, each written in another way, also in old fonts."""
    for spoilt, encoding in SPOILT.items():
        draw = Random(f"planned-{seed}{spoilt}")
        people = residents(draw, count)
        rows = written(draw, people, count // 6)
        path = folder / f"danh-sach-{len(spoilt)}.xlsx"
        _save(rows, encoding, path)
        data = folder / f"danh-sach-{len(spoilt)}.tiendo"
        with init_file(data, COMMUNE, "ai-2026") as file:
            ids, units = made_roster(file, people, [unit.name for unit in UNITS])
            wishes = Wishes(convert=encoding is not None)
            plan = plan_file(file, path, PlanOptions(), wishes)
        people_cases = _people(plan, rows, ids)
        yield corpus(f"a list{spoilt} planned: people", "people", people_cases)
        yield corpus(f"a list{spoilt} planned: units", "units", _units(plan, people, rows, units))


def _save(rows: list[Written], encoding: LegacyEncoding | None, path: Path) -> None:
    def spoil(text: str) -> str:
        return text if encoding is None else encode(text, encoding)

    book = Workbook(write_only=True)
    sheet = book.create_sheet("Danh sách")
    sheet.append(HEADER)
    for at, row in enumerate(rows, start=1):
        sheet.append((at, spoil(row.name), birth_cell(row.birth), row.phone, spoil(row.unit)))
    book.save(path)


def _people(plan: ImportPlan, rows: list[Written], ids: list[int]) -> Iterator[Case]:
    by_row = {row.row: row for row in plan.rows}
    for at, row in enumerate(rows, start=2):
        truth = None if row.who is None else ids[row.who]
        yield Case(str(row), _outcome(by_row.get(at), truth), best_of(row))


def _outcome(planned: PlanRow | None, truth: int | None) -> Outcome:
    if planned is None:
        return Outcome.MISSED
    offered = [each.person_id for each in planned.candidates]
    return found(planned.person_id, offered, truth)


def _units(
    plan: ImportPlan, people: list[Resident], rows: list[Written], units: dict[str, int]
) -> Iterator[Case]:
    truths = {row.unit: people[row.who].unit for row in rows if row.who is not None}
    for each in plan.units:
        if each.name in truths:
            truth = truths[each.name]
            offered = (unit_id for unit_id, _, _ in each.suggestions)
            yield Case(f"{each.name} [{truth}]", found(each.unit_id, offered, units[truth]))
