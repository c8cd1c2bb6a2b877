"""What the page Đối soát asks: exports read, the plan and where it stands, the rule."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import TYPE_CHECKING

from models.records import AttendanceRule, Attended
from ui.calls.importing import Finder, ReadFile, convert, read_each

if TYPE_CHECKING:
    from datetime import date

    from models.intake.grid import Workbook
    from models.intake.old_text import OldText
    from models.intake.shape.records import ShapedTable
    from models.reconcile.reading import PlatformSource
    from models.reconcile.records import (
        Box,
        EarlierFile,
        Entry,
        ReconcileDecisions,
        ReconcileOptions,
        ReconcilePlan,
        ReconcileResult,
    )
    from models.records import ScoreRule, Unit
    from models.store.data_file import DataFile
    from ui.calls.importing import Chosen
    from ui.calls.list_files import ListSource
    from ui.lane import Task


@dataclass(frozen=True, slots=True)
class Made:
    """A plan with what it was made of, so that it can be made anew."""

    plan: ReconcilePlan
    sources: tuple[PlatformSource, ...]


@dataclass(frozen=True, slots=True)
class Standing:
    """A plan with the decisions: its lines by box and by ordinal, and what would be written.

    `registered` and `completed` count marks that are lacking, `new_people` who is taken in.
    """

    plan: ReconcilePlan
    ids: Mapping[Box, tuple[int, ...]]
    entries: Mapping[int, Entry]
    registered: int
    completed: int
    new_people: int


def read_exports(
    task: Task,
    file: DataFile,
    wanted: Sequence[ListSource],
    passwords: Mapping[Path, str],
) -> tuple[ReadFile, ...]:
    """Read exports of any shape, also those without names; each file has its own problem."""
    return read_each(task, file, wanted, passwords, _with_accounts(file))


def convert_exports(
    task: Task,
    file: DataFile,
    files: Sequence[ReadFile],
    confirmed: Mapping[Path, Sequence[OldText]],
) -> tuple[ReadFile, ...]:
    """The exports with the confirmed columns in Unicode, and the tables that are found then."""
    return convert(task, file, files, confirmed, _with_accounts(file))


def _with_accounts(file: DataFile) -> Finder:
    from models.reconcile.sitting import ExportSitting

    def find(path: Path, workbook: Workbook, _today: date) -> ReadFile:
        found, problem = ExportSitting(file).find(workbook)
        words = "" if problem is None else str(problem)
        return ReadFile(path, workbook if found else None, tuple(found), words)

    return find


def preview(_task: Task, file: DataFile, chosen: Chosen) -> ShapedTable:
    """The accounts of one table, as rows to be looked at."""
    from models.intake.sitting.records import ChosenTable
    from models.reconcile.sitting import ExportSitting

    table = ChosenTable(chosen.workbook, chosen.guess, chosen.skip_hidden)
    return ExportSitting(file).shaped(table)


def sources(task: Task, file: DataFile, tables: Sequence[Chosen]) -> tuple[PlatformSource, ...]:
    """The accounts' rows of these tables, one source for each file."""
    from models.intake.sitting.records import ChosenTable
    from models.reconcile.sitting import ExportSitting

    chosen = [ChosenTable(each.workbook, each.guess, each.skip_hidden) for each in tables]
    return ExportSitting(file).sources(chosen, task.report)


def plan_tables(
    task: Task, file: DataFile, tables: Sequence[Chosen], options: ReconcileOptions
) -> Made:
    """Read these tables and match them with the roster."""
    return plan(task, file, sources(task, file, tables), options)


def plan(
    task: Task, file: DataFile, read: Sequence[PlatformSource], options: ReconcileOptions
) -> Made:
    """Match what was read with the roster as it is now, by the rule of the contest."""
    from models.contests.attendance import attendance_rule
    from models.contests.rule import contest_rule
    from models.reconcile.attended import kind_of
    from models.reconcile.plan import plan_reconciliation

    words = "Đang đối chiếu với danh sách"
    rule, pass_mark = contest_rule(file)
    attended = kind_of(each.attended for each in read)
    attendance = options.attendance
    if attended is not Attended.LIST:
        attendance = AttendanceRule() if attended is None else attendance_rule(file, attended)
    options = replace(options, rule=rule, pass_mark=pass_mark, attendance=attendance)
    made = plan_reconciliation(file, read, options, lambda done, of: task.report(done, of, words))
    return Made(made, tuple(read))


def set_score_rule(file: DataFile, rule: ScoreRule, pass_mark: float | None) -> None:
    """Set which attempt counts in the contest, and from which score."""
    from models.contests.rule import set_score_rule as work

    work(file, rule, pass_mark)


def set_attendance_rule(file: DataFile, kind: Attended, rule: AttendanceRule) -> None:
    """Set what a meeting or a form comes to in the contest."""
    from models.contests.attendance import set_attendance_rule as work

    work(file, kind, rule)


def standing(_file: DataFile, made: ReconcilePlan, decisions: ReconcileDecisions) -> Standing:
    """How the plan stands with the decisions."""
    from models.reconcile.plan import settled

    decided = bool(decisions.accounts or decisions.units)
    return stand(settled(made, decisions) if decided else made)


def stand(plan: ReconcilePlan) -> Standing:
    """The lines of a settled plan, and the marks that it would write.

    Whoever is to be taken in has a negative id until then.
    """
    from models.reconcile.records import Box

    registered = completed = new = 0
    for entry in plan.entries:
        account, person = entry.account, entry.person
        new += person is not None and person.id < 0
        if account is not None and person is not None and account.registered:
            registered += person.registered_on is None
            completed += account.completed and person.completed_on is None
    return Standing(
        plan,
        {box: tuple(entry.ordinal for entry in plan.in_box(box)) for box in Box},
        {entry.ordinal: entry for entry in plan.entries},
        registered,
        completed,
        new,
    )


def write(
    task: Task, file: DataFile, made: ReconcilePlan, decisions: ReconcileDecisions
) -> ReconcileResult:
    """Write what the plan and the decisions say, as one change."""
    from models.reconcile.apply import apply_reconciliation

    words = "Đang ghi kết quả đối soát"
    return apply_reconciliation(
        file, made, decisions, lambda done, of: task.report(done, of, words)
    )


def earlier(file: DataFile) -> tuple[EarlierFile, ...]:
    """The reconciliations that hold, the newest first."""
    from models.reconcile.earlier import earlier_files

    return earlier_files(file)


def units(file: DataFile) -> tuple[Unit, ...]:
    """Every unit, in tree order."""
    from models.roster.units import list_units

    return list_units(file)
