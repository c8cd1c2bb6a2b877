"""The text for the head of a unit: its figures, who has not done it, until when. Pure."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime
from typing import NamedTuple

from models.campaign.address import address_of
from models.campaign.terms import ReminderTerms
from models.campaign.words import (
    gain_words,
    mark_words,
    moment_words,
    short_day,
    standing_words,
)
from models.records import Person, Unit
from models.records.reminders import Reminder, UnitCounts, gained
from models.roster.reminder import AROUND, LONGEST, THANKS, deadline_request, message_parts
from models.text.formats import number

HEADED = "Kính gửi {whom},"
WHOM = "đồng chí chỉ đạo các đồng chí có tên trên"
WHOM_ALL = "đồng chí chỉ đạo đơn vị"
MORE = "… và {count} người khác"


class UnitCase(NamedTuple):
    """What is told of a unit: who is `missing`, and the newest reminder `before`."""

    unit: Unit
    counts: UnitCounts
    missing: Sequence[Person]
    before: Reminder | None = None


def unit_text(case: UnitCase, terms: ReminderTerms, now: datetime, longest: int = LONGEST) -> str:
    """One message of at most `longest` letters; names that do not fit are counted at the end."""
    groups = missing_groups(case.missing, terms)
    most = sum(len(names) for _, names in groups)
    text = _whole(case, terms, now, groups, most)
    while most and len(text) > longest:
        # A name takes some twenty letters: that many too many are left out at once.
        most = max(0, most - max(1, (len(text) - longest) // 40))
        text = _whole(case, terms, now, groups, most)
    return text


def unit_messages(
    case: UnitCase, terms: ReminderTerms, now: datetime, longest: int = LONGEST
) -> tuple[str, ...]:
    """All names, in as many messages as they need; each begins and ends like a letter."""
    groups = missing_groups(case.missing, terms)
    head, foot = _head(case, terms, now), _foot(case, terms, now)
    lines = [
        (_title(title, names), f"{at}. {name}")
        for title, names in groups
        for at, name in enumerate(names, start=1)
    ]
    parts = message_parts(lines, longest - len(head) - len(foot) - AROUND)
    if len(parts) == 1:
        return (_whole(case, terms, now, groups, len(lines)),)
    return tuple(
        "\n".join((f"({at}/{len(parts)}) {head}", "", *part, "", foot))
        for at, part in enumerate(parts, start=1)
    )


def missing_groups(
    people: Sequence[Person], terms: ReminderTerms
) -> tuple[tuple[str, tuple[str, ...]], ...]:
    """The names by what is missing, in the order of the list."""
    marks = mark_words(terms.contest)
    register, complete = marks.done
    open_, begun = f"Chưa {register or complete}", f"{_capital(marks.registered)}, chưa {complete}"
    found: dict[str, list[str]] = {open_: [], begun: []}
    for each in people:
        found[begun if register and each.registered_on else open_].append(each.name)
    return tuple((title, tuple(names)) for title, names in found.items() if names)


def stage_title(terms: ReminderTerms) -> str:
    """ "Cuộc thi “…”, Chặng 1 (Nâng cao năng lực)"."""
    words = f"Cuộc thi “{terms.contest.name}”"
    stage = terms.stage
    return f"{words}, Chặng {stage.number} ({stage.name})" if stage is not None else words


def _whole(
    case: UnitCase,
    terms: ReminderTerms,
    now: datetime,
    groups: Sequence[tuple[str, Sequence[str]]],
    most: int,
) -> str:
    lines: list[str] = []
    for title, names in groups:
        lines.append(f"{_title(title, names)}:")
        shown = names[:most]
        most -= len(shown)
        lines += [f"{at}. {name}" for at, name in enumerate(shown, start=1)]
        if len(shown) < len(names):
            left = number(len(names) - len(shown))
            lines.append(MORE.format(count=left) if shown else f"{left} người")
    if lines:
        lines = ["", *lines, ""]
    return "\n".join((_head(case, terms, now), *lines, _foot(case, terms, now)))


def _capital(words: str) -> str:
    return f"{words[:1].upper()}{words[1:]}"


def _title(title: str, names: Sequence[str]) -> str:
    return f"{title} ({number(len(names))} người)"


def _head(case: UnitCase, terms: ReminderTerms, now: datetime) -> str:
    figures = standing_words(case.counts, mark_words(terms.contest))
    lines = [
        HEADED.format(whom=address_of(case.unit)),
        f"Về {stage_title(terms)}: đến {moment_words(now)}, {case.unit.name} có "
        f"{figures.replace(' người,', ' người phải tham gia,', 1)}.",
    ]
    if case.before is not None:
        gain = gain_words(gained(case.before.counts, case.counts), mark_words(terms.contest))
        lines.append(
            f"Đây là lần nhắc thứ {case.before.number + 1}; "
            f"từ lần trước ({short_day(case.before.day)}) đơn vị {gain}."
        )
    return "\n".join(lines)


def _foot(case: UnitCase, terms: ReminderTerms, now: datetime) -> str:
    whom = WHOM if case.missing else WHOM_ALL
    lines = [deadline_request(terms.stage, now.date(), whom)] if terms.stage else []
    if terms.contest.course_url:
        lines.append(f"Địa chỉ tham gia: {terms.contest.course_url}")
    return "\n".join((*lines, THANKS))
