"""How far publicity has come, and the paragraph that a report says of it; pure."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from datetime import date

from models.records.publicity import PublicityProgress, PublicityTask, TaskState
from models.text.formats import document_date, inside_words, number

NOTHING = "Chưa có nhiệm vụ tuyên truyền nào được giao."
MOST_LINKS = 2
"""So many addresses stand in the sentence of a task; the others are counted."""
_KEPT = re.compile(r"Cổng thông tin|\w*[FfJjWwZz]")
"""Begins with a name: "Cổng thông tin điện tử", "Facebook"."""

TaskWords = Callable[[PublicityTask, date], str]


def publicity_progress(tasks: Sequence[PublicityTask], day: date) -> PublicityProgress:
    """How the tasks stand at the end of `day`. Partial counts are those that are known now."""
    finished = [task for task in tasks if task.done_by(day)]
    return PublicityProgress(
        tasks=len(tasks),
        finished=len(finished),
        overdue=sum(task.state(day) is TaskState.OVERDUE for task in tasks),
        asked=sum(task.asked for task in tasks),
        done=sum(_done(task, day) for task in tasks),
        without_proof=sum(not (task.links or task.files) for task in finished),
    )


def progress_words(progress: PublicityProgress) -> str:
    """ "3/5 nhiệm vụ hoàn thành, 1 quá hạn"."""
    parts = [f"{number(progress.finished)}/{number(progress.tasks)} nhiệm vụ hoàn thành"]
    if progress.overdue:
        parts.append(f"{number(progress.overdue)} quá hạn")
    if progress.without_proof:
        parts.append(f"{number(progress.without_proof)} chưa có minh chứng")
    return ", ".join(parts)


def publicity_paragraph(tasks: Sequence[PublicityTask], day: date, contest: str = "") -> str:
    """What a report says of publicity as of the end of `day`, in whole sentences.

    `contest` is the name without quotes. By unit it tells what is done (with the days and the
    links), then what goes on, and what is overdue.
    """
    if not tasks:
        return NOTHING
    named = f"Cuộc thi “{contest}”" if contest else "Cuộc thi"
    progress = publicity_progress(tasks, day)
    sentences = [
        _opening(tasks, named),
        f"Tính đến ngày {document_date(day)}, đã hoàn thành {number(progress.finished)}/"
        f"{number(progress.tasks)} nhiệm vụ tuyên truyền.",
        *_by_unit(tasks, day, TaskState.DONE, "đã hoàn thành", _finished),
        *_by_unit(tasks, day, TaskState.OPEN, "đang thực hiện", _pending),
        *_by_unit(tasks, day, TaskState.OVERDUE, "chưa hoàn thành đúng hạn", _pending),
    ]
    return " ".join(sentences)


def _opening(tasks: Sequence[PublicityTask], named: str) -> str:
    channels = list(dict.fromkeys(filter(None, (_small(task.channel) for task in tasks))))
    told = f" bằng nhiều hình thức: {_listed(channels)}" if len(channels) > 1 else ""
    told = told or (f" trên {channels[0]}" if channels else "")
    return f"Công tác tuyên truyền về {named} được triển khai{told}."


def _by_unit(
    tasks: Sequence[PublicityTask],
    day: date,
    state: TaskState,
    words: str,
    tell: TaskWords,
) -> list[str]:
    """A sentence for each unit that has tasks in this state; without a unit nobody is named."""
    by_unit: dict[str, list[PublicityTask]] = {}
    for task in tasks:
        if task.state(day) is state:
            by_unit.setdefault(task.unit, []).append(task)
    sentences = []
    for unit, own in by_unit.items():
        said = f"{unit} {words}" if unit else f"{words[0].upper()}{words[1:]}"
        sentences.append(f"{said}: {'; '.join(tell(task, day) for task in own)}.")
    return sentences


def _finished(task: PublicityTask, _day: date) -> str:
    told = [_count(task, task.done)] if task.asked > 1 or task.done > 1 else []
    told += [f"ngày {document_date(task.done_on)}"] if task.done_on else []
    shown = task.links[:MOST_LINKS]
    rest = len(task.links) - len(shown)
    if shown:
        more = f" và {number(rest)} đường dẫn khác" if rest else ""
        told.append(f"đường dẫn: {', '.join(shown)}{more}")
    return f"{_small(task.what)} ({'; '.join(told)})"


def _pending(task: PublicityTask, day: date) -> str:
    told = [_count(task, _done(task, day))] if task.asked > 1 else []
    told += [f"hạn {document_date(task.due_on)}"] if task.due_on else []
    return f"{_small(task.what)} ({'; '.join(told)})" if told else _small(task.what)


def _count(task: PublicityTask, done: int) -> str:
    if done > task.asked:
        return f"{number(done)}, yêu cầu {number(task.asked)}"
    return f"{number(done)}/{number(task.asked)}"


def done_then(task: PublicityTask, day: date) -> int:
    """How many there were at the end of `day`: what was finished later lacked something then."""
    if task.done_on is None or task.done_by(day):
        return task.done
    return min(task.done, task.asked - 1)


def _done(task: PublicityTask, day: date) -> int:
    """The same with nothing beyond what is asked."""
    return min(done_then(task, day), task.asked)


def _listed(words: Sequence[str]) -> str:
    if len(words) < 2:
        return "".join(words)
    return f"{', '.join(words[:-1])} và {words[-1]}"


def _small(text: str) -> str:
    """The text as it goes on in a sentence; names and abbreviations keep their capitals."""
    return text if _KEPT.match(text) else inside_words(text)
