"""The command task: publicity tasks, how far they are, and what the report says of them."""

from __future__ import annotations

import argparse
from collections.abc import Callable, Sequence
from dataclasses import replace
from datetime import date
from typing import Any

from models.campaign.publicity import add_task, add_tasks, edit_task, list_tasks, remove_task
from models.campaign.publicity_words import (
    progress_words,
    publicity_paragraph,
    publicity_progress,
)
from models.campaign.usual_tasks import usual_tasks
from models.contests.current import current_contest
from models.errors import AppError
from models.figures.notes import days_to_come
from models.journal.practising import marked_texts
from models.records.papers import AttachmentOwner
from models.records.publicity import (
    TASK_STATE_NAMES,
    PublicityTask,
    TaskDraft,
    TaskState,
)
from models.roster.units import unit_named
from models.store.store import Store
from models.text.formats import number, short_date
from ui.commandline.attaching import attached_words, files_to_attach
from ui.commandline.files import opened
from ui.commandline.outcome import Outcome


def task(arguments: argparse.Namespace) -> Outcome:
    """Do what the act says, and tell of the tasks as they stand now."""
    with opened(arguments) as file:
        return _ACTS[arguments.act](file, arguments)


def _list(file: Store, arguments: argparse.Namespace) -> Outcome:
    today = file.clock().date()
    day = arguments.as_of or today
    tasks = list_tasks(file)
    contest = current_contest(file)
    told = publicity_paragraph(tasks, day, contest.name if contest else "")
    (paragraph,) = marked_texts(file, (told,))
    shown = [
        each for each in tasks if not arguments.overdue or each.state(day) is TaskState.OVERDUE
    ]
    data = _tasks_data(shown, tasks, day) | {"as_of": day, "paragraph": paragraph}
    text = paragraph if arguments.paragraph else _text(shown, tasks, day)
    return Outcome(data, text, warnings=days_to_come(day, today))


def _add(file: Store, arguments: argparse.Namespace) -> Outcome:
    files = files_to_attach(arguments.attach)
    draft = _drafted(file, arguments, TaskDraft(arguments.what))
    task_id = add_task(file, draft)
    return _told(file, task_id, "Đã ghi nhiệm vụ", _attached(file, task_id, draft.what, files))


def _set(file: Store, arguments: argparse.Namespace) -> Outcome:
    files = files_to_attach(arguments.attach)
    found = _found(file, arguments.id)
    names = TaskDraft.__slots__
    draft = _drafted(file, arguments, TaskDraft(**{name: getattr(found, name) for name in names}))
    edit_task(file, found.id, draft)
    return _told(
        file, found.id, "Đã cập nhật nhiệm vụ", _attached(file, found.id, draft.what, files)
    )


def _drafted(file: Store, arguments: argparse.Namespace, before: TaskDraft) -> TaskDraft:
    """`before` with what the arguments say; a day of doing goes when something is missing now."""
    told = {
        "what": arguments.what,
        "channel": arguments.channel,
        "due_on": arguments.due,
        "asked": arguments.asked,
        "done": arguments.done,
        "done_on": arguments.done_on,
        "note": arguments.note,
    }
    draft = replace(before, **{name: value for name, value in told.items() if value is not None})
    if arguments.unit:
        draft = replace(draft, unit_id=unit_named(file, arguments.unit).id)
    if arguments.done_on is None and draft.done < draft.asked:
        draft = replace(draft, done_on=None)
    kept = () if getattr(arguments, "clear_links", False) else before.links
    return replace(draft, links=(*kept, *arguments.link))


def _remove(file: Store, arguments: argparse.Namespace) -> Outcome:
    found = _found(file, arguments.id)
    remove_task(file, found.id)
    data = {"removed": _task_data(found, file.clock().date())}
    return Outcome(data, f"Đã xóa nhiệm vụ “{found.what}”.")


def _propose(file: Store, arguments: argparse.Namespace) -> Outcome:
    """What is usual; with --add those that are not there yet are added."""
    offered = usual_tasks(file)
    new = [each.draft for each in offered if not each.added]
    added = len(add_tasks(file, new)) if arguments.add and new else 0
    data = [
        {
            "what": each.draft.what,
            "channel": each.draft.channel,
            "unit": each.unit,
            "due_on": each.draft.due_on,
            "asked": each.draft.asked,
            "added": each.added or bool(added),
        }
        for each in offered
    ]
    lines = [
        "  "
        + " · ".join(
            filter(
                None,
                (
                    each.draft.what,
                    each.unit,
                    f"hạn {short_date(each.draft.due_on)}" if each.draft.due_on else "",
                    "đã có" if each.added else "",
                ),
            )
        )
        for each in offered
    ]
    head = (
        f"Đã thêm {number(added)} nhiệm vụ thường làm."
        if arguments.add
        else f"{number(len(new))} nhiệm vụ thường làm có thể thêm (--add)."
    )
    return Outcome({"added": added, "tasks": data}, "\n".join([head, *lines]))


_ACTS: dict[str, Callable[[Store, argparse.Namespace], Outcome]] = {
    "list": _list,
    "add": _add,
    "set": _set,
    "remove": _remove,
    "propose": _propose,
}


def _found(file: Store, task_id: int) -> PublicityTask:
    for each in list_tasks(file):
        if each.id == task_id:
            return each
    raise AppError(f"Không có nhiệm vụ nào mang mã {task_id}.", "Hãy xem mã bằng lệnh task list.")


def _attached(file: Store, task_id: int, what: str, files: Any) -> tuple[str, ...]:
    owner = AttachmentOwner("publicity_tasks", task_id, f"nhiệm vụ “{what}”")
    return attached_words(file, owner, files)


def _told(file: Store, task_id: int, words: str, remarks: tuple[str, ...]) -> Outcome:
    today = file.clock().date()
    found = _found(file, task_id)
    text = f"{words}:\n{_line(found, today)}"
    return Outcome({"task": _task_data(found, today)}, text, warnings=remarks)


def _tasks_data(
    shown: Sequence[PublicityTask], tasks: Sequence[PublicityTask], day: date
) -> dict[str, Any]:
    progress = publicity_progress(tasks, day)
    return {
        "tasks": [_task_data(each, day) for each in shown],
        "progress": {
            name: getattr(progress, name)
            for name in ("tasks", "finished", "overdue", "asked", "done", "without_proof")
        },
    }


def _task_data(task: PublicityTask, day: date) -> dict[str, Any]:
    return {
        "id": task.id,
        "what": task.what,
        "channel": task.channel,
        "unit": task.unit,
        "due_on": task.due_on,
        "asked": task.asked,
        "done": task.done,
        "done_on": task.done_on,
        "state": str(task.state(day)),
        "days_late": task.days_late(day),
        "links": task.links,
        "files": task.files,
        "note": task.note,
    }


def _text(shown: Sequence[PublicityTask], tasks: Sequence[PublicityTask], day: date) -> str:
    head = f"Tuyên truyền đến ngày {short_date(day)}: "
    head += progress_words(publicity_progress(tasks, day)) + "."
    return "\n".join([head, *(_line(each, day) for each in shown)])


def _line(task: PublicityTask, day: date) -> str:
    parts = [task.what, task.unit, f"{number(task.done)}/{number(task.asked)}"]
    parts.append(f"hạn {short_date(task.due_on)}" if task.due_on else "")
    parts.append(TASK_STATE_NAMES[task.state(day)].lower())
    return f"  [{task.id}] {' · '.join(filter(None, parts))}"
