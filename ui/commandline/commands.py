"""The commands that work on the roster: init, import, mark, figures, people."""

from __future__ import annotations

import argparse
from collections.abc import Iterable, Sequence
from dataclasses import asdict
from itertools import chain
from typing import Any

from models.contests.attendance import least_minutes
from models.contests.contests import current_contest
from models.errors import AppError
from models.figures.figures import figures
from models.figures.notes import days_to_come
from models.figures.rollup import rolled_up
from models.intake.apply import apply_plan
from models.intake.mark_list import read_mark_list
from models.intake.plan_records import Box, Decisions, ImportPlan, PlanProblem
from models.office.setup import count_units, init_file, the_commune
from models.reconcile.doubts import doubtful_marks
from models.records import AttendanceRule, Figures, Mark, PeopleQuery, Person, Status
from models.roster.marks import clear_marks, set_dated_marks
from models.roster.people import count_people, ids_by_phone, list_people, people_by_ids
from models.roster.units import list_units, unit_named
from models.store.data_file import DataFile
from models.text.formats import number, percent, short_date
from models.text.phones import display_phone, normalise_phone
from resources.catalog import contest_codes
from ui.commandline.deciding import (
    all_told,
    decided,
    planned,
    proposal_counts,
)
from ui.commandline.files import data_path, opened
from ui.commandline.outcome import Outcome
from ui.commandline.phones import numbers_of


def init(arguments: argparse.Namespace) -> Outcome:
    """Make the data file from the presets."""
    path = data_path(arguments)
    with init_file(path, arguments.commune, arguments.contest or _only_contest()) as file:
        units = count_units(file)
        contest = current_contest(file)
        commune = the_commune(file)
    data = {"data": str(path), "units": units, "contest": contest.code if contest else None}
    words = f" và cuộc thi “{contest.name}”" if contest else ""
    text = f"Đã tạo {path} cho {commune.lower_name}, có sẵn {units} đơn vị{words}."
    return Outcome(data, text)


def _only_contest() -> str | None:
    """The contest that is meant when none is named: nothing can be marked without one."""
    codes = contest_codes()
    return codes[0] if len(codes) == 1 else None


def take_list(arguments: argparse.Namespace) -> Outcome:
    """Read a roster; what is unsure is left alone unless told."""
    with opened(arguments) as file:
        plan = planned(file, arguments)
        decisions = decided(plan, arguments)
        done = None if arguments.dry_run else apply_plan(file, plan, decisions)
        people = count_people(file)
        units = {unit.name: unit.people for unit in list_units(file) if unit.people}
    written = {} if done is None else {str(box): getattr(done, box) for box in Box}
    data = _plan_data(plan, decisions) | written | {"people": people, "units": units}
    text = _plan_text(plan, decisions, dry_run=arguments.dry_run)
    warning = _nobody_read(plan, all_told(plan, decisions))
    return Outcome(data, text, 1 if warning else 0, (warning,) if warning else ())


def _nobody_read(plan: ImportPlan, problems: Sequence[PlanProblem]) -> str:
    """What to say when there was something to read and nobody was; "" otherwise."""
    counts = plan.counts
    if any(counts[box] for box in Box if box not in (Box.REJECTED, Box.SKIPPED)):
        return ""
    if not problems and not counts[Box.REJECTED]:
        return ""
    return " ".join(("Chưa đọc được ai trong tệp.", *(each.reason for each in problems[:1])))


def _plan_data(plan: ImportPlan, decisions: Decisions) -> dict[str, Any]:
    counts = plan.counts
    problems = [
        {"sheet": p.sheet, "row": p.row, "column": p.column, "value": p.value, "reason": p.reason}
        for p in all_told(plan, decisions)
    ]
    boxes = {str(b): counts[b] for b in Box}
    return {"rows": len(plan.rows)} | boxes | proposal_counts(plan) | {"problems": problems}


def _plan_text(plan: ImportPlan, decisions: Decisions, *, dry_run: bool) -> str:
    counts = plan.counts
    head = "Xem thử, chưa ghi gì" if dry_run else "Đã nhập"
    lines = [
        f"{head}: {len(plan.rows)} dòng, {counts[Box.NEW]} mới, {counts[Box.UPDATED]} cập nhật, "
        f"{counts[Box.UNCHANGED]} không đổi, {counts[Box.UNCERTAIN]} cần xem, "
        f"{counts[Box.REJECTED]} không nhận, {counts[Box.SKIPPED]} bỏ qua."
    ]
    return "\n".join([*lines, *map(_problem_line, all_told(plan, decisions))])


def _problem_line(problem: PlanProblem) -> str:
    place = f"{problem.sheet}, dòng {problem.row}" if problem.row else ""
    place += f", cột {problem.column}" if problem.column else ""
    value = f"“{problem.value}”" if problem.value else ""
    said = ": ".join(each for each in (place, value, problem.reason) if each)
    return f"  {said}"


def mark(arguments: argparse.Namespace) -> Outcome:
    """Mark people by phone or by a list."""
    kind = Mark(arguments.mark)
    with opened(arguments) as file:
        day = arguments.on or file.clock().date()
        if arguments.file:
            found = read_mark_list(file, arguments.file, kind, day, _attendance(arguments, file))
            wanted, not_found = found.only(kind), list(found.not_found)
        else:
            wanted, not_found = _by_phone(file, arguments.phone, kind, day)
        completed = _completed(file, wanted) if arguments.clear and kind is Mark.REGISTERED else []
        if arguments.clear:
            result = clear_marks(file, list(wanted), kind)
        else:
            result = set_dated_marks(file, kind, wanted)
    data = {"marked": result.marked, "already": result.already, "not_found": not_found}
    verb = "Đã bỏ đánh dấu" if arguments.clear else "Đã đánh dấu"
    text = f"{verb} {result.marked} người; {result.already} người không phải đổi."
    if not_found:
        text += "\nKhông tìm thấy hoặc cần xem:" + "".join(f"\n  {each}" for each in not_found)
    if completed:
        data["completion_cleared"] = completed
    told = ALSO_CLEARED.format(count=number(len(completed)), names=", ".join(completed))
    return Outcome(data, text, warnings=(told,) if completed else ())


ALSO_CLEARED = (
    "Bỏ đăng ký thì cũng bỏ dấu hoàn thành, điểm và số lần thi: {count} người đã hoàn thành "
    "({names}). Dùng lệnh undo để hoàn tác."
)


def _completed(file: DataFile, person_ids: Iterable[int]) -> list[str]:
    """The names of those of the people who have completed."""
    return [each.name for each in people_by_ids(file, list(person_ids)) if each.completed_on]


def _attendance(arguments: argparse.Namespace, file: DataFile) -> AttendanceRule | None:
    """What a form or a meeting comes to this once; None: as the contest says.

    Whoever tells the least minutes of a meeting says with the mark what being there comes to.
    """
    if arguments.attended is None and arguments.min_minutes is None:
        return None
    mark, least = Mark(arguments.attended or arguments.mark), arguments.min_minutes
    return AttendanceRule(mark, least_minutes(file) if least is None else least)


def _by_phone(
    file: DataFile, phones: list[str], kind: Mark, day: Any
) -> tuple[dict[int, Any], list[str]]:
    wanted: dict[int, Any] = {}
    not_found: list[str] = []
    shared: list[str] = []
    for phone in chain.from_iterable(map(numbers_of, phones)):
        ids = ids_by_phone(file, phone)
        if len(ids) > 1:
            owners = " và ".join(f"{p.name} ({p.unit})" for p in people_by_ids(file, ids))
            shared.append(f"{display_phone(normalise_phone(phone).number)} là của {owners}")
        elif ids:
            wanted[ids[0]] = {kind: day}
        else:
            not_found.append(phone)
    if shared:
        raise AppError(
            f"Số {'; số '.join(dict.fromkeys(shared))} nên chưa đánh dấu ai.",
            "Hãy bỏ số dùng chung khỏi lệnh; người dùng số đó thì ghi cả họ tên và số vào một tệp "
            "rồi dùng --file.",
        )
    return wanted, not_found


LOST = "{count} người đã đánh dấu mà nền tảng không còn ghi nhận; cần quyết định giữ hay bỏ."


def show_figures(arguments: argparse.Namespace) -> Outcome:
    """The numbers as of a day; with --rollup each unit with the people of those below it."""
    with opened(arguments) as file:
        found = figures(file, arguments.as_of)
        lost = len(doubtful_marks(file, arguments.as_of))
        shown = rolled_up(file, found) if arguments.rollup else found
        today = file.clock().date()
    text = _figures_text(shown) + (f"\n{LOST.format(count=number(lost))}" if lost else "")
    data = figures_data(shown) | {"rollup": arguments.rollup, "lost": lost}
    return Outcome(data, text, warnings=days_to_come(found.as_of, today))


def figures_data(found: Figures) -> dict[str, Any]:
    """The figures as the JSON contract has them; rates are the words that are printed."""
    names = {unit.unit_id: unit.name for unit in found.units}
    units = [
        {
            "name": unit.name,
            "kind": str(unit.kind),
            "parent": names.get(unit.parent_id),
            "total": unit.total,
            "registered": unit.registered,
            "completed": unit.completed,
            "exempt": unit.exempt,
            "rate_registered": percent(unit.registered, unit.total),
            "rate_completed": percent(unit.completed, unit.total),
        }
        for unit in found.units
    ]
    return {
        "as_of": found.as_of,
        "total": found.total,
        "registered": found.registered,
        "completed": found.completed,
        "exempt": found.exempt,
        "rate_registered": percent(found.registered, found.total),
        "rate_completed": percent(found.completed, found.total),
        "units": units,
        "notes": found.notes,
    }


def _figures_text(found: Figures) -> str:
    lines = [
        f"Số liệu đến hết ngày {short_date(found.as_of)}: {number(found.total)} người, "
        f"đã đăng ký {number(found.registered)} ({percent(found.registered, found.total)}), "
        f"đã hoàn thành {number(found.completed)} ({percent(found.completed, found.total)})."
    ]
    for unit in found.units:
        rate = percent(unit.registered, unit.total)
        lines.append(f"  {unit.name}: {unit.registered}/{unit.total} ({rate})")
    return "\n".join([*lines, *found.notes])


def people(arguments: argparse.Namespace) -> Outcome:
    """The roster in Vietnamese order."""
    with opened(arguments) as file:
        unit_ids = frozenset({unit_named(file, arguments.unit).id} if arguments.unit else ())
        statuses = frozenset({Status(arguments.status)} if arguments.status else ())
        query = PeopleQuery(search=arguments.search, unit_ids=unit_ids, statuses=statuses)
        found = list_people(file, query)
    text = "\n".join(f"{p.name} · {p.unit} · {display_phone(p.phone)}" for p in found)
    return Outcome({"people": [_person_data(p) for p in found]}, text or "Không có ai.")


def _person_data(person: Person) -> dict[str, Any]:
    data = asdict(person)
    for internal in ("id", "unit_id"):
        del data[internal]
    return data
