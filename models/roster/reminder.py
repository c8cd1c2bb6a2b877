"""A text for Zalo that reminds people of the contest: who, what is missing, until when."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from models.contests.mark_names import USUAL_NAMES, MarkNames, mark_names
from models.records import Contest, Mark, Person, Stage
from models.text.formats import short_date

LONGEST = 2_000
"""What Zalo takes as one message."""

AROUND = len("(999/999) \n\n\n\n")
"""What stands around the lines of a part, beside its head and its foot."""

MOST = 500
"""More people are no message any more."""

TO_TAKE_PART = " tham gia"
THANKS = "Nếu đã thực hiện, xin báo lại để cập nhật. Trân trọng cảm ơn!"


def reminded(people: Sequence[Person]) -> tuple[Person, ...]:
    """Those who have something left to do: who is exempt, gone or has completed is not asked."""
    return tuple(person for person in people if person.counts and person.completed_on is None)


def reminder_messages(
    people: Sequence[Person], contest: Contest, today: date, longest: int = LONGEST
) -> tuple[str, ...]:
    """The text to send, in as many parts of `longest` letters as it needs; () for nobody.

    Names, units and what is missing are all it tells: no phone, no post, no score.
    """
    asked = reminded(people)
    if not asked:
        return ()
    foot = _foot(contest, today, alone=len(asked) == 1)
    if len(asked) == 1:
        return (f"{_to_one(asked[0], contest, today)}\n{foot}",)
    head = _head(asked, contest, today)
    parts = message_parts(
        _lines(asked, mark_names(contest)), longest - len(head) - len(foot) - AROUND
    )
    if len(parts) == 1:
        return ("\n".join((head, "", *parts[0], "", foot)),)
    return tuple(
        "\n".join((f"({at}/{len(parts)}) {head}", "", *part, "", foot))
        for at, part in enumerate(parts, start=1)
    )


def _missing(person: Person, names: MarkNames) -> str:
    if person.has_failed:
        return names.done(Mark.FAILED)
    if names.one:
        return names.undone(Mark.COMPLETED)
    if person.registered_on is None:
        return names.undone(Mark.REGISTERED) + ("" if names.registered else TO_TAKE_PART)
    return f"{names.done(Mark.REGISTERED)}, {names.undone(Mark.COMPLETED)}"


def _of_contest(contest: Contest, names: MarkNames) -> str:
    """Words of its own take no object: something is done within the contest."""
    within = "" if names == USUAL_NAMES else "trong "
    return f"{within}Cuộc thi “{contest.name}”"


def _to_one(person: Person, contest: Contest, today: date) -> str:
    names = mark_names(contest)
    return (
        f"Kính gửi đồng chí {person.name} ({person.unit}),\n"
        f"Theo số liệu đến ngày {short_date(today)}, đồng chí {_missing(person, names)} "
        f"{_of_contest(contest, names)}."
    )


def _head(people: Sequence[Person], contest: Contest, today: date) -> str:
    names = mark_names(contest)
    missing = {_missing(person, names) for person in people}
    undone = " hoặc ".join(names.undone(mark) for mark in names.counted)
    words = next(iter(missing)) if len(missing) == 1 else undone
    return (
        "Kính gửi các đồng chí,\n"
        f"Theo số liệu đến ngày {short_date(today)}, các đồng chí có tên sau đây {words} "
        f"{_of_contest(contest, names)}:"
    )


def _lines(people: Sequence[Person], names: MarkNames) -> list[tuple[str, str]]:
    """Each person's line under the name of their unit, units in the order of the selection."""
    by_unit: dict[int, list[Person]] = {}
    for person in people:
        by_unit.setdefault(person.unit_id, []).append(person)
    told = len({_missing(person, names) for person in people}) > 1
    return [
        (person.unit, f"{at}. {person.name}" + (f": {_missing(person, names)}" if told else ""))
        for unit in by_unit.values()
        for at, person in enumerate(unit, start=1)
    ]


def message_parts(lines: Sequence[tuple[str, str]], room: int) -> list[list[str]]:
    """The lines in parts of at most `room` letters; each part begins with the name of a group.

    A line comes as (group, line), with a unit or what is missing as its group.
    """
    parts: list[list[str]] = [[]]
    used, unit = 0, ""
    for of_unit, line in lines:
        if parts[-1] and used + len(of_unit) + len(line) + 3 > room:
            parts.append([])
            used, unit = 0, ""
        new = [line] if of_unit == unit else [f"{of_unit}:", line]
        unit = of_unit
        parts[-1].extend(new)
        used += sum(len(each) + 1 for each in new)
    return parts


def _foot(contest: Contest, today: date, *, alone: bool) -> str:
    whom = "đồng chí" if alone else "các đồng chí"
    lines = [deadline_request(contest.stages[0], today, whom)] if contest.stages else []
    if contest.course_url:
        lines.append(f"Địa chỉ tham gia: {contest.course_url}")
    return "\n".join((*lines, THANKS))


def deadline_request(stage: Stage, today: date, whom: str) -> str:
    """Until when: the commune's own day as long as it is to come, beside the contest's."""
    last = short_date(stage.ends_on)
    if today > stage.ends_on:
        return f"Thời hạn là hết ngày {last}, nay đã qua. Đề nghị {whom} thực hiện ngay."
    own = stage.internal_ends_on
    if own is None or own >= stage.ends_on or today > own:
        return f"Đề nghị {whom} thực hiện chậm nhất hết ngày {last}."
    return (
        f"Đề nghị {whom} thực hiện chậm nhất hết ngày {short_date(own)} "
        f"(hạn chung của Cuộc thi: hết ngày {last})."
    )
