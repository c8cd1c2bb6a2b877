"""The text that asks the chairman to step in: which units, their heads, how it went. Pure."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import datetime
from typing import NamedTuple

from models.campaign.address import full_post
from models.campaign.due import DueUnit
from models.campaign.terms import ReminderTerms
from models.campaign.unit_text import stage_title
from models.campaign.words import (
    BOUND,
    gain_words,
    mark_words,
    moment_words,
    short_day,
    standing_words,
)
from models.records import Figures, Unit, UnitFigures
from models.records.reminders import Addressee, Reminder, UnitCounts, gained
from models.roster.reminder import LONGEST, deadline_request
from models.text.formats import number

MORE_UNITS = "… và {count} đơn vị khác"
WHOM = "đồng chí cho ý kiến chỉ đạo để các đơn vị trên"
CLOSING = "Trân trọng báo cáo!"


class Chairman(NamedTuple):
    """The chairman of the People's Committee: the post in words, name and phone or "".

    `place` is of which kind the commune is: "xã".
    """

    post: str
    name: str = ""
    phone: str = ""
    place: str = "xã"


def standing_of(unit: UnitFigures | Figures) -> UnitCounts:
    """The counts that a reminder keeps."""
    return UnitCounts(unit.total, unit.registered, unit.completed)


def chairman_text(
    chairman: Chairman,
    due: Sequence[DueUnit],
    units: Mapping[int, Unit],
    reminders: Sequence[Reminder],
    whole: Figures,
    terms: ReminderTerms,
    now: datetime,
    longest: int = LONGEST,
) -> str:
    """One message about the units `due`; those that do not fit are counted at the end."""
    lines = [_line(at, each, units, reminders, terms) for at, each in enumerate(due, start=1)]
    shown = len(lines)
    text = _text(chairman, lines, 0, whole, terms, now)
    while shown > 1 and len(text) > longest:
        shown -= 1
        text = _text(chairman, lines[:shown], len(lines) - shown, whole, terms, now)
    return text


def _text(
    chairman: Chairman,
    lines: Sequence[str],
    more: int,
    whole: Figures,
    terms: ReminderTerms,
    now: datetime,
) -> str:
    whom = f"{chairman.name}, {chairman.post}" if chairman.name else chairman.post
    figures = standing_words(standing_of(whole), mark_words(terms.contest), BOUND)
    foot = [deadline_request(terms.stage, now.date(), WHOM)] if terms.stage else []
    return "\n".join(
        (
            f"Kính gửi đồng chí {whom},",
            f"Về {stage_title(terms)}: đến {moment_words(now)}, toàn {chairman.place} có "
            f"{figures}.",
            "Các đơn vị sau đây đã được đôn đốc nhưng kết quả chuyển biến chậm:",
            *lines,
            *([MORE_UNITS.format(count=number(more))] if more else []),
            *(each.replace("Đề nghị", "Kính đề nghị") for each in foot),
            CLOSING,
        )
    )


def _line(
    at: int,
    due: DueUnit,
    units: Mapping[int, Unit],
    reminders: Sequence[Reminder],
    terms: ReminderTerms,
) -> str:
    unit = units.get(due.unit.unit_id or 0)
    head = unit.head if unit is not None else None
    who = ""
    if unit is not None and head is not None and head.name:
        post = full_post(head, unit)
        who = f" ({post.split(' ' + unit.name)[0]}: {head.name})" if post else f" ({head.name})"
    asked = [
        each
        for each in reminders
        if each.unit_id == due.unit.unit_id
        and each.stage == terms.stage_number
        and each.to is not Addressee.CHAIRMAN
    ]
    counts = standing_of(due.unit)
    gain = gain_words(gained(asked[0].counts, counts), mark_words(terms.contest))
    days = ", ".join(dict.fromkeys(short_day(each.day) for each in asked))
    figures = standing_words(counts, mark_words(terms.contest))
    return (
        f"{at}. {due.unit.name}{who}: {figures}; "
        f"đã nhắc {number(len(asked))} lần ({days}), từ lần đầu {gain}."
    )
