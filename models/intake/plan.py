"""Making the plan of an import: every row read is put into exactly one box."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, replace
from itertools import islice

from models.contests.rule import contest_begins
from models.intake.communes import of_this_commune_alone
from models.intake.judge import NO_UNIT, Judge
from models.intake.memory import mappings_of
from models.intake.plan_records import (
    ImportBox,
    ImportPlan,
    PersonCandidate,
    PlanOptions,
    PlanProblem,
    PlanRow,
    Progress,
    SourceFile,
    UnitGroup,
    UnitPlan,
)
from models.intake.proposals import RunningContest, proposals_of
from models.intake.roster_view import RosterView, imported_before, roster_view
from models.intake.second_posts import those_staying
from models.intake.shape.fields import Field
from models.intake.shape.records import Problem, ShapedTable, SkippedRow, SourceRow, TableGuess
from models.intake.shared_numbers import shared_codes, shared_phones
from models.intake.within import asked_within
from models.machine.collector import paused_collector
from models.matching.clusters import Cluster, cluster_names
from models.matching.units import UnitFinder
from models.roster.exemptions import reasons_by_person
from models.store.store import Store
from models.text.names import match_key

STEP = 2_000


@dataclass(frozen=True, slots=True)
class Source:
    """One file, shaped: what the plan is made from. `problems` are those of no table, `platform`
    why it seems to be an export of a platform."""

    name: str
    sha256: str
    tables: tuple[ShapedTable, ...]
    remarks: tuple[str, ...] = ()
    guesses: tuple[TableGuess, ...] = ()
    problems: tuple[Problem, ...] = ()
    platform: tuple[str, ...] = ()


def make_plan(
    data_file: Store,
    sources: Sequence[Source],
    options: PlanOptions,
    progress: Progress | None = None,
) -> ImportPlan:
    """Plan the import of `sources` against the roster as it is now; nothing is written.

    `progress` gets (rows done, rows in all) and may raise `Cancelled`.
    """
    view = roster_view(data_file)
    sources = [of_commune(each, view.commune) for each in sources]
    units = UnitFinder(view.units, view.commune)
    judge = Judge(view, units, options)
    with paused_collector():
        judged, asking = _judged(judge, sources, progress)
        rows, namesakes = asked_within(those_staying(judged, judge.stay))
    contest = RunningContest(contest_begins(data_file), reasons_by_person(data_file))
    proposals = proposals_of(rows, asking, view, contest)
    unit_plans = _unit_plans(rows, judge, view)
    return ImportPlan(
        files=tuple(
            SourceFile(each.name, each.sha256, imported_before(data_file, each.sha256))
            for each in sources
        ),
        rows=tuple(rows),
        units=unit_plans,
        problems=(*_problems(sources), *shared_phones(rows), *shared_codes(rows), *namesakes),
        absent=_absent(view, rows, judge),
        options=options,
        base=view.base,
        mappings=mappings_of([guess for each in sources for guess in each.guesses]),
        remarks=tuple(remark for each in sources for remark in each.remarks),
        groups=unit_groups(unit_plans, view.commune),
        proposals=proposals,
    )


def of_commune(source: Source, commune: str) -> Source:
    """The file with the people of other communes among the refused."""
    if not any(Field.COMMUNE in guess.fields.values() for guess in source.guesses):
        return source
    tables = of_this_commune_alone(source.tables, source.guesses, commune)
    return replace(source, tables=tables)


def _judged(
    judge: Judge, sources: Sequence[Source], progress: Progress | None
) -> tuple[list[PlanRow], dict[int, SourceRow]]:
    """The rows of the plan, and by ordinal those of the file that propose something."""
    total = sum(len(t.rows) + len(t.skipped) for each in sources for t in each.tables)
    identities = iter(
        judge.identities(row for each in sources for table in each.tables for row in table.rows)
    )
    rows: list[PlanRow] = []
    asking: dict[int, SourceRow] = {}
    for source in sources:
        for table in source.tables:
            judge.no_unit = table.unit_asked or NO_UNIT
            first = len(rows)
            asks = (at for at, row in enumerate(table.rows) if row.asked or row.employment)
            asking |= {first + at: table.rows[at] for at in asks}
            for start in range(0, len(table.rows), STEP):
                part = table.rows[start : start + STEP]
                rows += judge.rows(len(rows), source.name, part, islice(identities, len(part)))
                if progress:
                    progress(len(rows), total)
            for skipped in table.skipped:
                rows.append(_skipped(len(rows), source.name, skipped))
    return rows, asking


def _skipped(ordinal: int, file: str, row: SkippedRow) -> PlanRow:
    return PlanRow(
        ordinal=ordinal,
        file=file,
        sheet=row.sheet,
        row=row.row,
        name=row.text,
        phone="",
        unit="",
        box=ImportBox.REJECTED if row.rejected else ImportBox.SKIPPED,
        reasons=(row.reason,),
    )


def _unit_plans(rows: Sequence[PlanRow], judge: Judge, view: RosterView) -> tuple[UnitPlan, ...]:
    """The unit names of the rows that are taken in, with the people of each; a unit in which
    somebody has only a second post counts nobody."""
    taken = [row for row in rows if row.box not in (ImportBox.REJECTED, ImportBox.SKIPPED)]
    counted = Counter(row.unit for row in taken if row.post is None)
    counted.update(dict.fromkeys((row.unit for row in rows if row.post is not None), 0))
    names = {unit.id: unit.name for unit in view.units}
    plans: list[UnitPlan] = []
    for name, count in counted.items():
        if name:
            found = judge.unit(name)
            suggestions = tuple((i, names[i], reason) for i, reason in found.suggestions)
            plans.append(UnitPlan(name, count, found.unit_id, suggestions, found.reason))
    return tuple(plans)


def _problems(sources: Sequence[Source]) -> tuple[PlanProblem, ...]:
    return tuple(
        PlanProblem(source.name, p.sheet, p.row, p.column, p.value, p.reason)
        for source in sources
        for p in (*source.problems, *(p for table in source.tables for p in table.problems))
    )


def _absent(view: RosterView, rows: Sequence[PlanRow], judge: Judge) -> tuple[PersonCandidate, ...]:
    """People of the units that the files list in part, and whom no row speaks of."""
    if not view.people:
        return ()
    spoken = {row.person_id for row in rows} | {c.person_id for row in rows for c in row.candidates}
    listed = {judge.unit(row.unit).unit_id for row in rows if row.unit}
    names = {unit.id: unit.name for unit in view.units}
    return tuple(
        PersonCandidate(row["id"], row["name"], names[row["unit_id"]], row["phone"])
        for row in view.people.values()
        if row["unit_id"] in listed and row["id"] not in spoken and row["present"]
    )


def unit_groups(units: Sequence[UnitPlan], commune: str) -> tuple[UnitGroup, ...]:
    """The spellings of one unit among the names that no unit is sure to have.

    A group names the unit of the tree that all its names suggest first.
    Nothing is decided: each name stands for a unit of its own until the officer says so;
    only spellings of the very same name are one unit without a question.
    """
    new = {each.name: each for each in units if each.unit_id is None}
    weighted = (name for name, each in new.items() for _ in range(max(1, each.people)))
    clusters = cluster_names(weighted, commune)
    groups = (_group(cluster, [new[name] for name in cluster.names]) for cluster in clusters)
    return tuple(group for group in groups if group is not None)


def _group(cluster: Cluster, plans: Sequence[UnitPlan]) -> UnitGroup | None:
    people = sum(each.people for each in plans)
    nearest = {each.suggestions[0][0]: each.suggestions for each in plans if each.suggestions}
    if len(nearest) == 1:
        (((unit_id, name, why), *others),) = nearest.values()
        also = [f"cũng giống “{other}”" for _id, other, _why in others]
        return UnitGroup(cluster.names, people, name, "; ".join((why, *also)), unit_id)
    if len({match_key(name) for name in cluster.names}) > 1 and not nearest:
        return UnitGroup(cluster.names, people, cluster.proposed, cluster.why)
    return None
