"""The command that marks people: mark."""

from __future__ import annotations

import argparse
from collections.abc import Iterable
from itertools import chain
from typing import Any

from models.contests.attendance import least_minutes
from models.contests.current import current_contest
from models.contests.mark_names import mark_names
from models.errors import AppError
from models.marking.from_list import read_mark_list
from models.records import AttendanceRule, Mark
from models.records.moment import moment_at
from models.roster.by_score import mark_by_score
from models.roster.marks import clear_marks, set_dated_marks
from models.roster.people import ids_by_phone
from models.roster.person_rows import people_by_ids
from models.store.store import Store
from models.text.formats import number
from models.text.phones import display_phone, normalise_phone
from ui.commandline.files import opened
from ui.commandline.outcome import Outcome
from ui.commandline.phones import phones_in_argument, why_nobody

NOBODY = "Chưa đánh dấu và chưa bỏ đánh dấu ai."
ALSO_CLEARED = (
    "Bỏ đăng ký thì cũng bỏ dấu hoàn thành, điểm và số lần thi: {count} người đã hoàn thành "
    "({names}). Dùng lệnh undo để hoàn tác."
)


def mark(arguments: argparse.Namespace) -> Outcome:
    """Mark people by phone, by a list, or by the scores that are kept."""
    kind = Mark(arguments.mark)
    if arguments.by_score:
        return _by_score(arguments, kind)
    with opened(arguments) as file:
        _refuse_a_mark_that_is_not_counted(file, kind)
        day = arguments.on or moment_at(file.clock())
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
    data: dict[str, Any] = {
        "marked": result.marked,
        "already": result.already,
        "not_found": not_found,
    }
    if kind is Mark.FAILED:
        data["passed"] = result.passed
    verb = "Đã bỏ đánh dấu" if arguments.clear else "Đã đánh dấu"
    text = f"{verb} {number(result.marked)} người; {number(result.already)} người không phải đổi."
    if result.passed:
        text += f" {number(result.passed)} người đã hoàn thành nên giữ nguyên."
    if not wanted:
        text = NOBODY
    if not_found:
        text += "\nKhông tìm thấy hoặc cần quyết định:" + "".join(
            f"\n  {each}" for each in not_found
        )
    if completed:
        data["completion_cleared"] = completed
    told = ALSO_CLEARED.format(count=number(len(completed)), names=", ".join(completed))
    return Outcome(data, text, warnings=(told,) if completed else ())


def _refuse_a_mark_that_is_not_counted(file: Store, kind: Mark) -> None:
    names = mark_names(current_contest(file))
    if names.one and kind is Mark.REGISTERED:
        raise AppError(
            f"Cuộc thi này chỉ tính một mốc ({names.done(Mark.COMPLETED)}) nên không theo dõi "
            "đăng ký.",
            "Hãy dùng mark completed.",
        )


def _by_score(arguments: argparse.Namespace, kind: Mark) -> Outcome:
    if kind is Mark.REGISTERED or arguments.clear or arguments.on:
        raise AppError(
            "Theo điểm chỉ ghi được đã hoàn thành hoặc đã thi, chưa đạt; không dùng --on, --clear.",
            "Hãy dùng mark completed --by-score hoặc mark failed --by-score.",
        )
    with opened(arguments) as file:
        result = mark_by_score(file, frozenset({kind}))
    data = {"marked": result.marked, "already": result.already, "not_found": []}
    return Outcome(data, f"Đã đánh dấu {number(result.marked)} người theo điểm.")


def _completed(file: Store, person_ids: Iterable[int]) -> list[str]:
    """The names of those of the people who have completed."""
    return [each.name for each in people_by_ids(file, list(person_ids)) if each.completed_on]


def _attendance(arguments: argparse.Namespace, file: Store) -> AttendanceRule | None:
    """What a form or a meeting comes to this once; None: as the contest says.

    Whoever tells the least minutes of a meeting says with the mark what being there comes to.
    """
    if arguments.attended is None and arguments.min_minutes is None:
        return None
    mark, least = Mark(arguments.attended or arguments.mark), arguments.min_minutes
    return AttendanceRule(mark, least_minutes(file) if least is None else least)


def _by_phone(
    file: Store, phones: list[str], kind: Mark, day: Any
) -> tuple[dict[int, Any], list[str]]:
    wanted: dict[int, Any] = {}
    not_found: list[str] = []
    shared: list[str] = []
    for phone in chain.from_iterable(map(phones_in_argument, phones)):
        ids = ids_by_phone(file, phone)
        if len(ids) > 1:
            owners = " và ".join(f"{p.name} ({p.unit})" for p in people_by_ids(file, ids))
            shared.append(f"{display_phone(normalise_phone(phone).number)} là của {owners}")
        elif ids:
            wanted[ids[0]] = {kind: day}
        else:
            not_found.append(why_nobody(file, phone))
    if shared:
        raise AppError(
            f"Số {'; số '.join(dict.fromkeys(shared))} nên chưa đánh dấu ai.",
            "Hãy bỏ số dùng chung khỏi lệnh; người dùng số đó thì ghi cả họ tên và số vào một tệp "
            "rồi dùng --file.",
        )
    return wanted, not_found
