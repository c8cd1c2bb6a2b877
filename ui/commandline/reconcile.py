"""The command that matches an export of the platform with the roster."""

from __future__ import annotations

import argparse
from typing import Any

from models.contests.attendance import attendance_rule
from models.contests.current import current_contest
from models.contests.mark_names import MarkNames, mark_names
from models.contests.rule import contest_rule, contest_terms
from models.contests.wording import what_counts
from models.intake.wishes import Wishes
from models.reconcile.apply import apply_reconciliation
from models.reconcile.plan import plan_reconciliation
from models.reconcile.records import (
    Box,
    ReconcileDecisions,
    ReconcileOptions,
    ReconcilePlan,
    ReconcileResult,
)
from models.reconcile.sentences import box_name, sentences, told_of_later
from models.reconcile.sitting import ExportSitting
from models.records import AttendanceRule, Attended, ContestTerms, Mark, ScoreRule
from models.roster.units import unit_named
from models.store.store import Store
from models.text.formats import number, short_date
from ui.commandline.files import opened
from ui.commandline.outcome import Outcome


def reconcile(arguments: argparse.Namespace) -> Outcome:
    """Match an export; what is uncertain is left alone, and nobody is unmarked."""
    with opened(arguments) as file:
        sitting = ExportSitting(file, terms=_terms(file, arguments))
        source = sitting.take(arguments.file, Wishes(convert=arguments.convert))
        options = _options(file, arguments, source.attended)
        plan = plan_reconciliation(file, [source], options)
        late = told_of_later([source], plan.as_of)
        done = None
        if not arguments.dry_run:
            done = apply_reconciliation(file, plan, ReconcileDecisions())
        names = mark_names(current_contest(file))
    return Outcome(_data(plan), _text(plan, done, names), warnings=late)


def _terms(file: Store, arguments: argparse.Namespace) -> ContestTerms:
    """By what the file is judged: the contest, unless this once another pass mark is told."""
    terms = contest_terms(file)
    if arguments.pass_mark is None:
        return terms
    return terms._replace(pass_mark=arguments.pass_mark or None)


def _options(
    file: Store, arguments: argparse.Namespace, attended: Attended | None
) -> ReconcileOptions:
    """The rule of the contest, unless this once another one is told."""
    rule, pass_mark = contest_rule(file)
    if arguments.rule:
        rule = ScoreRule(arguments.rule)
    if arguments.pass_mark is not None:
        pass_mark = arguments.pass_mark or None
    units = _units(file, arguments)
    attendance = attendance_told(file, arguments, attended)
    return ReconcileOptions(arguments.as_of, rule, pass_mark, units, attendance)


def attendance_told(
    file: Store, arguments: argparse.Namespace, attended: Attended | None
) -> AttendanceRule:
    """What attending comes to in the contest, unless this once something else is told."""
    kept = AttendanceRule() if attended is None else attendance_rule(file, attended)
    mark = Mark(arguments.attended) if arguments.attended else kept.mark
    least = kept.least_minutes if arguments.min_minutes is None else arguments.min_minutes
    return AttendanceRule(mark, least)


def _units(file: Store, arguments: argparse.Namespace) -> tuple[int, ...] | None:
    """The units in which people can be lost; None: those of which the file speaks."""
    if arguments.all_units:
        return ()
    return tuple(unit_named(file, name).id for name in arguments.unit) if arguments.unit else None


def _data(plan: ReconcilePlan) -> dict[str, Any]:
    counts = {box.value: count for box, count in plan.counts.items()}
    marks = {
        "registered": plan.registered,
        "failed": plan.failed,
        "completed": plan.completed,
    }
    head = {"rows": plan.rows, "accounts": plan.account_count}
    return head | counts | marks | {"problems": _problems(plan)}


def _problems(plan: ReconcilePlan) -> list[dict[str, Any]]:
    """What could not be taken as it stands, then what the plan says as a whole."""
    told = [
        {"sheet": p.sheet, "row": p.row, "column": p.column, "value": p.value, "reason": p.reason}
        for p in plan.problems
    ]
    whole = {"sheet": "", "row": 0, "column": "", "value": ""}
    return [*told, *({**whole, "reason": each} for each in sentences(plan))]


def _text(plan: ReconcilePlan, done: ReconcileResult | None, names: MarkNames) -> str:
    head = "Xem thử, chưa ghi gì" if done is None else "Đã đối soát"
    if done is not None and done.unchanged:
        head = "Không có gì mới để ghi"
    counts = {Mark.REGISTERED: plan.registered, Mark.COMPLETED: plan.completed}
    marks = [f"{number(counts[mark])} người {names.done(mark)}" for mark in names.counted]
    lines = [
        f"{head}: {number(plan.rows)} dòng, {number(plan.account_count)} người trên nền tảng, "
        f"số liệu đến {short_date(plan.as_of)}.",
        *(f"  {box_name(box, names)}: {number(plan.counts[box])}" for box in Box),
        f"  Trong danh sách: {', '.join(marks)}.",
    ]
    if plan.failed:
        lines.append(f"  {number(plan.failed)} người đã thi, chưa đạt.")
    if any(account.score is not None for account in plan.accounts):
        lines.append(what_counts(plan.options.rule, plan.options.pass_mark))
    for p in plan.problems:
        column = f", cột {p.column}" if p.column else ""
        lines.append(f"  {p.sheet}, dòng {p.row}{column}: “{p.value}”: {p.reason}")
    return "\n".join([*lines, *sentences(plan, names)])
