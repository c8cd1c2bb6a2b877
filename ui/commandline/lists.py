"""The command that takes lists in: import."""

from __future__ import annotations

import argparse
from collections.abc import Sequence
from typing import Any

from models.campaign.naming_heads import proposed_heads
from models.intake.apply import apply_plan
from models.intake.plan_records import ImportBox, ImportDecisions, ImportPlan, PlanProblem
from models.roster.person_rows import count_people
from models.roster.unit_tree import list_units
from models.text.formats import number
from ui.commandline.deciding import (
    all_told,
    decided,
    planned,
    proposal_counts,
)
from ui.commandline.files import opened
from ui.commandline.outcome import Outcome

HEADS = "Chức vụ cho biết người đứng đầu của {count} đơn vị: xem và ghi bằng lệnh heads."


def take_list(arguments: argparse.Namespace) -> Outcome:
    """Read a roster; what is unsure is left alone unless told."""
    with opened(arguments) as file:
        plan = planned(file, arguments)
        decisions = decided(plan, arguments)
        done = None if arguments.dry_run else apply_plan(file, plan, decisions)
        people = count_people(file)
        units = {unit.name: unit.people for unit in list_units(file) if unit.people}
        heads = 0 if done is None else len(proposed_heads(file))
    written = {} if done is None else {str(box): getattr(done, box) for box in ImportBox}
    data = _plan_data(plan, decisions) | written | {"people": people, "units": units}
    data["heads"] = heads
    text = _plan_text(plan, decisions, dry_run=arguments.dry_run)
    text += f"\n{HEADS.format(count=number(heads))}" if heads else ""
    warning = _nobody_read(plan, all_told(plan, decisions))
    return Outcome(data, text, 1 if warning else 0, (warning,) if warning else ())


def _nobody_read(plan: ImportPlan, problems: Sequence[PlanProblem]) -> str:
    """What to say when there was something to read and nobody was; "" otherwise."""
    counts = plan.counts
    if any(counts[box] for box in ImportBox if box not in (ImportBox.REJECTED, ImportBox.SKIPPED)):
        return ""
    if not problems and not counts[ImportBox.REJECTED]:
        return ""
    # What says how to go on is the cause; what is told of single cells comes before it in the list.
    causes = sorted(problems, key=lambda each: "--" not in each.reason)
    return " ".join(("Chưa đọc được ai trong tệp.", *(each.reason for each in causes[:1])))


def _plan_data(plan: ImportPlan, decisions: ImportDecisions) -> dict[str, Any]:
    counts = plan.counts
    problems = [
        {"sheet": p.sheet, "row": p.row, "column": p.column, "value": p.value, "reason": p.reason}
        for p in all_told(plan, decisions)
    ]
    boxes = {str(b): counts[b] for b in ImportBox}
    return {"rows": len(plan.rows)} | boxes | proposal_counts(plan) | {"problems": problems}


def _plan_text(plan: ImportPlan, decisions: ImportDecisions, *, dry_run: bool) -> str:
    counts = plan.counts
    head = "Xem thử, chưa ghi gì" if dry_run else "Đã nhập"
    boxes = (
        (ImportBox.NEW, "mới"), (ImportBox.UPDATED, "cập nhật"), (ImportBox.UNCHANGED, "không đổi"),
        (ImportBox.UNCERTAIN, "cần quyết định"), (ImportBox.REJECTED, "không hợp lệ"),
        (ImportBox.SKIPPED, "bỏ qua"),
    )  # fmt: skip
    told = ", ".join(f"{number(counts[box])} {words}" for box, words in boxes)
    first = f"{head}: {number(len(plan.rows))} dòng, {told}."
    return "\n".join([first, *map(_error_line, all_told(plan, decisions))])


def _error_line(problem: PlanProblem) -> str:
    place = f"{problem.sheet}, dòng {problem.row}" if problem.row else ""
    place += f", cột {problem.column}" if problem.column else ""
    value = f"“{problem.value}”" if problem.value else ""
    said = ": ".join(each for each in (place, value, problem.reason) if each)
    return f"  {said}"
