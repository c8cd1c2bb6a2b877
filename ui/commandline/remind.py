"""The commands that remind units, and name their heads: remind, heads."""

from __future__ import annotations

import argparse
from collections.abc import Sequence
from typing import Any

from models.campaign.due import DueUnit
from models.campaign.look import ReminderLook, reminder_look
from models.campaign.naming_heads import name_heads, proposed_heads
from models.campaign.reminders import give_reminders
from models.campaign.sheets import JOINED, ReminderSheet, chairman_sheet, unit_sheet
from models.campaign.words import addressee_words, mark_words, reminder_words, signed_gain
from models.errors import AppError
from models.records.heads import HeadProposal
from models.records.reminders import (
    Addressee,
    Gain,
    Reminder,
    ReminderWay,
    gained,
)
from models.roster.units import unit_named
from models.store.store import Store
from models.text.formats import number, percent
from models.text.phones import display_phone
from ui.commandline.files import opened
from ui.commandline.outcome import Outcome

NONE_GIVEN = "Chưa đôn đốc đơn vị nào."
NONE_DUE = "Không có đơn vị nào phải đôn đốc hôm nay."


def remind(arguments: argparse.Namespace) -> Outcome:
    """Remind a unit and log it; or tell the log, who is due, or the chairman."""
    with opened(arguments) as file:
        look = reminder_look(file, arguments.stage)
        if arguments.list:
            return _listed(file, look, arguments)
        if arguments.due:
            return _due(look)
        if arguments.escalate:
            return _escalated(file, look, arguments)
        return _reminded(file, look, arguments)


def _reminded(file: Store, look: ReminderLook, arguments: argparse.Namespace) -> Outcome:
    if not arguments.unit:
        raise AppError(
            "Chưa ghi đơn vị cần đôn đốc.", "Hãy ghi --unit; xem đơn vị phải nhắc bằng --due."
        )
    unit_id = unit_named(file, arguments.unit).id
    to = Addressee(arguments.to)
    sheet = unit_sheet(file, look, unit_id, to, every_name=arguments.every_name)
    text = JOINED.join(sheet.texts)
    if arguments.dry_run:
        data = {"recorded": False, **_sheet_data(sheet, look, arguments.way), "text": text}
        return Outcome(data, text)
    way = ReminderWay(arguments.way)
    (given,) = give_reminders(file, sheet.given(way, sent_text(way, text), arguments.note))
    asked = [each for each in sheet.log if each.to is not Addressee.CHAIRMAN]
    gain = gained(asked[-1].counts, given.counts) if asked else None
    data = {"recorded": True, **_data(given, gain), "text": text}
    return Outcome(data, text if arguments.text else f"{given.unit}: {_line(given, look, gain)}")


def sent_text(way: ReminderWay, text: str) -> str:
    """What the log keeps of a text: it was sent, or only spoken from."""
    return "" if way is ReminderWay.PHONE else text


def _escalated(file: Store, look: ReminderLook, arguments: argparse.Namespace) -> Outcome:
    wanted = [unit_named(file, arguments.unit).id] if arguments.unit else []
    sheet = chairman_sheet(file, look, wanted)
    text = JOINED.join(sheet.texts)
    data: dict[str, Any] = {
        "recorded": not arguments.dry_run,
        "to": str(sheet.to),
        "name": sheet.name,
        "phone": sheet.phone,
        "units": [look.units[each.unit_id].name for each in sheet.drafts],
        "text": text,
    }
    if arguments.dry_run:
        return Outcome(data, text)
    way = ReminderWay(arguments.way)
    given = give_reminders(file, sheet.given(way, sent_text(way, text), arguments.note))
    data |= {"at": given[0].at.isoformat(), "way": str(way)}
    names = ", ".join(data["units"])
    said = f"Đã ghi báo cáo {sheet.title} về {number(len(given))} đơn vị: {names}."
    return Outcome(data, text if arguments.text else said)


def _listed(file: Store, look: ReminderLook, arguments: argparse.Namespace) -> Outcome:
    unit_id = unit_named(file, arguments.unit).id if arguments.unit else None
    found = look.reminders if unit_id is None else look.log_of(unit_id)
    gains = [gained(each.counts, look.standing(each.unit_id)) for each in found]
    data = [
        {**_data(each, gain), "text": each.text} for each, gain in zip(found, gains, strict=True)
    ]
    lines = [
        f"{each.unit}: {_line(each, look, gain)}" for each, gain in zip(found, gains, strict=True)
    ]
    return Outcome({"reminders": data}, "\n".join(lines) or NONE_GIVEN)


def _due(look: ReminderLook) -> Outcome:
    due, escalate = look.due, look.escalate
    lines = [
        f"{each.unit.name}: {each.why}" + (f"; đã nhắc {each.reminded} lần" * bool(each.reminded))
        for each in due
    ]
    if escalate:
        names = ", ".join(each.unit.name for each in escalate)
        lines.append(f"Cần báo cáo Chủ tịch về {number(len(escalate))} đơn vị: {names}.")
    data = {"units": _due_data(due), "escalate": _due_data(escalate)}
    return Outcome(data, "\n".join(lines) or NONE_DUE)


def _due_data(due: Sequence[DueUnit]) -> list[dict[str, Any]]:
    return [
        {
            "unit": each.unit.name,
            "head": each.unit.head,
            "why": each.why,
            "reason": str(each.lack),
            "reminded": each.reminded,
            "last": each.last.at.isoformat() if each.last else None,
            "total": each.unit.total,
            "registered": each.unit.registered,
            "completed": each.unit.completed,
            "rate_registered": percent(each.unit.registered, each.unit.total),
        }
        for each in due
    ]


def _sheet_data(sheet: ReminderSheet, look: ReminderLook, way: str) -> dict[str, Any]:
    return {
        "unit": sheet.title,
        "number": sheet.number,
        "at": look.now.isoformat(),
        "stage": look.terms.stage_number,
        "way": way,
        "to": str(sheet.to),
        "name": sheet.name,
        "phone": sheet.phone,
        **sheet.counts._asdict(),
        "since": None,
    }


def _data(given: Reminder, gain: Gain | None) -> dict[str, Any]:
    return {
        "unit": given.unit,
        "number": given.number,
        "at": given.at.isoformat(),
        "stage": given.stage,
        "way": str(given.way),
        "to": str(given.to),
        "name": given.name,
        "phone": given.phone,
        **given.counts._asdict(),
        "note": given.note,
        "since": None if gain is None else gain._asdict(),
    }


def _line(given: Reminder, look: ReminderLook, gain: Gain | None) -> str:
    told = f"{reminder_words(given)} ({addressee_words(given)})"
    if gain is None:
        return told
    return f"{told}; từ đó {signed_gain(gain, mark_words(look.terms.contest))}"


def heads(arguments: argparse.Namespace) -> Outcome:
    """Who is proposed as the head of each unit; the sure ones are named when told so."""
    with opened(arguments) as file:
        found = proposed_heads(file)
        sure = {each.unit_id: each.candidates[0].person_id for each in found if each.sure}
        named = name_heads(file, sure) if arguments.apply and sure else 0
    lines = [_head_line(each) for each in found]
    if arguments.apply:
        left = len(found) - named
        lines.insert(0, f"Đã ghi người đứng đầu của {number(named)} đơn vị; còn {number(left)}.")
    data = {"named": named, "units": [_head_data(each) for each in found]}
    return Outcome(data, "\n".join(lines) or "Không có đề nghị nào về người đứng đầu.")


def _head_line(proposal: HeadProposal) -> str:
    who = " hoặc ".join(
        " · ".join(filter(None, (each.name, each.position, display_phone(each.phone))))
        for each in proposal.candidates
    )
    reasons = f" (cần quyết định: {'; '.join(proposal.reasons)})" if proposal.reasons else ""
    return f"{proposal.unit}: {who or 'chưa có người thay'}{reasons}"


def _head_data(proposal: HeadProposal) -> dict[str, Any]:
    return {
        "unit": proposal.unit,
        "sure": proposal.sure,
        "noted": proposal.noted.name if proposal.noted else "",
        "reasons": proposal.reasons,
        "candidates": [
            {"name": each.name, "position": each.position, "phone": each.phone}
            for each in proposal.candidates
        ],
    }
