"""The text for the head of a unit: its figures, who has not done it, until when. Pure."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime
from typing import NamedTuple

from models.campaign.address import address_of
from models.campaign.terms import ReminderTerms
from models.campaign.words import (
    BOUND,
    gain_words,
    mark_words,
    moment_words,
    short_day,
    standing_words,
)
from models.records import DONE_WORDS, Mark, Person, Unit
from models.records.reminders import Reminder, UnitCounts, gained
from models.roster.reminder import AROUND, LONGEST, THANKS, deadline_request, message_parts
from models.text.formats import number

HEADED = "Kính gửi {whom},"
WHOM = "đồng chí chỉ đạo các đồng chí có tên trên"
WHOM_ALL = "đồng chí chỉ đạo đơn vị"
MORE = "… và {count} người khác"


class UnitCase(NamedTuple):
    """What is told of a unit: who is `missing`, and the newest reminder `before`.

    In a stage that takes entries `entries` counts those of the unit.
    """

    unit: Unit
    counts: UnitCounts
    missing: Sequence[Person]
    before: Reminder | None = None
    entries: int | None = None


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
    failed = _capital(DONE_WORDS[Mark.FAILED])
    found: dict[str, list[str]] = {open_: [], begun: [], failed: []}
    for each in people:
        is_begun = bool(register and each.registered_on)
        found[failed if each.has_failed else begun if is_begun else open_].append(each.name)
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
        shown = names[:most]
        most -= len(shown)
        lines.append(f"{_title(title, names)}{':' if shown else ''}")
        lines += [f"{at}. {name}" for at, name in enumerate(shown, start=1)]
        if shown and len(shown) < len(names):
            lines.append(MORE.format(count=number(len(names) - len(shown))))
    if lines:
        lines = ["", *lines, ""]
    return "\n".join((_head(case, terms, now), *lines, _foot(case, terms, now)))


def _capital(words: str) -> str:
    return f"{words[:1].upper()}{words[1:]}"


def _title(title: str, names: Sequence[str]) -> str:
    return f"{title} ({number(len(names))} người)"


def _head(case: UnitCase, terms: ReminderTerms, now: datetime) -> str:
    about = f"Về {stage_title(terms)}: đến {moment_words(now)}, {case.unit.name}"
    lines = [
        HEADED.format(whom=address_of(case.unit)),
        f"{about} {_told(case, terms)}.",
    ]
    if case.before is not None:
        lines.append(f"Đây là lần nhắc thứ {case.before.number + 1}{_since(case, terms)}.")
    return "\n".join(lines)


def _since(case: UnitCase, terms: ReminderTerms) -> str:
    """What has come of the last reminder; of entries only how many there are is known."""
    if case.before is None or case.entries is not None:
        return ""
    gain = gain_words(gained(case.before.counts, case.counts), mark_words(terms.contest))
    return f"; từ lần trước ({short_day(case.before.day)}) đơn vị {gain}"


def _told(case: UnitCase, terms: ReminderTerms) -> str:
    """How the unit stands, as a sentence goes on after its name."""
    if case.entries is not None:
        sent = f"đã gửi {number(case.entries)}" if case.entries else "chưa gửi"
        return f"{sent} bài dự thi"
    return f"có {standing_words(case.counts, mark_words(terms.contest), BOUND)}"


def _foot(case: UnitCase, terms: ReminderTerms, now: datetime) -> str:
    whom = WHOM if case.missing else WHOM_ALL
    lines = [deadline_request(terms.stage, now.date(), whom)] if terms.stage else []
    if terms.contest.course_url:
        lines.append(f"Địa chỉ tham gia: {terms.contest.course_url}")
    return "\n".join((*lines, THANKS))
