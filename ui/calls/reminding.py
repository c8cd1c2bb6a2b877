"""What the screens for reminders and for heads of units ask, and do."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from models.records.reminders import Addressee

if TYPE_CHECKING:
    from models.campaign.sheets import ReminderSheet
    from models.campaign.words import MarkWords
    from models.records import Figures
    from models.records.heads import HeadProposal
    from models.records.reminders import Gain, Reminder, ReminderDraft
    from models.store.store import Store

CHAIRMAN = 0
"""Stands in the place of a unit's id for the proposal to the chairman."""


@dataclass(frozen=True, slots=True)
class RemindLine:
    """A unit to go through, or the chairman: whom it is about, why, and how often reminded."""

    id: int
    name: str
    head: str
    why: str
    reminded: int
    last: Reminder | None = None


def remind_lines(
    file: Store, ids: Sequence[int] | None, wanted: Sequence[int] | None
) -> tuple[RemindLine, ...]:
    """The units `ids`, or all that are due today; then the chairman where the rule says so.

    The chairman is told of all units that the rule names, or of those `wanted` among them.
    """
    from models.campaign.look import reminder_look

    look = reminder_look(file)
    why = {each.unit.unit_id: each.why for each in look.behind}
    newest = look.newest()
    shown = [each.unit.unit_id for each in look.due] if ids is None else ids
    lines = [
        RemindLine(
            unit.id,
            unit.name,
            unit.head.name if unit.head else "",
            why.get(unit.id, ""),
            newest[unit.id].number if unit.id in newest else 0,
            newest.get(unit.id),
        )
        for each in shown
        if each and (unit := look.units.get(each)) is not None
    ]
    told = [each for each in look.escalate if wanted is None or each.unit.unit_id in wanted]
    if told or CHAIRMAN in shown:
        lines.append(_chairman_line(file, len(told)))
    return tuple(lines)


def _chairman_line(file: Store, units: int) -> RemindLine:
    from models.campaign.chairman import the_chairman
    from models.text.formats import number

    chairman = the_chairman(file)
    why = f"{number(units)} đơn vị chuyển biến chậm" if units else ""
    return RemindLine(CHAIRMAN, chairman.post, chairman.name, why, 0)


def remind_sheet(
    file: Store, row_id: int, wanted: Sequence[int] | None, *, staff: bool, every_name: bool
) -> ReminderSheet:
    """The reminder of a unit, to its head or to its `staff`, or the proposal to the chairman about
    the units `wanted`."""
    from models.campaign.look import reminder_look
    from models.campaign.sheets import chairman_sheet, unit_sheet

    look = reminder_look(file)
    if row_id != CHAIRMAN:
        to = Addressee.STAFF if staff else Addressee.HEAD
        return unit_sheet(file, look, row_id, to, every_name=every_name)
    units = [each.unit.unit_id for each in look.escalate if each.unit.unit_id]
    return chairman_sheet(file, look, [each for each in units if wanted is None or each in wanted])


def give(file: Store, drafts: Sequence[ReminderDraft]) -> tuple[Reminder, ...]:
    """Log these reminders."""
    from models.campaign.reminders import give_reminders

    return give_reminders(file, drafts)


@dataclass(frozen=True, slots=True)
class UnitReminders:
    """The log of each unit, the newest first, with what has changed since; `marks` are the words
    of the contest."""

    by_unit: Mapping[int, tuple[tuple[Reminder, Gain], ...]]
    marks: MarkWords

    def newest(self, unit_id: int) -> Reminder | None:
        """The newest reminder of a unit itself; what the chairman was told is none."""
        log = (given for given, _ in self.by_unit.get(unit_id, ()))
        return next((each for each in log if each.to is not Addressee.CHAIRMAN), None)


def reminders_by_unit(file: Store, figures: Figures) -> UnitReminders | None:
    """The reminders of the stage that is worked on; None without a contest."""
    from models.campaign.look import reminder_look
    from models.campaign.words import mark_words
    from models.contests.current import current_contest
    from models.records.reminders import gained

    if current_contest(file) is None:
        return None
    look = reminder_look(file, found=figures)
    logs: dict[int, list[tuple[Reminder, Gain]]] = {}
    for each in reversed(look.reminders):
        gain = gained(each.counts, look.standing(each.unit_id))
        logs.setdefault(each.unit_id, []).append((each, gain))
    found = {unit_id: tuple(log) for unit_id, log in logs.items()}
    return UnitReminders(found, mark_words(look.terms.contest))


def head_proposals(file: Store) -> tuple[HeadProposal, ...]:
    """Who is proposed as the head of each unit."""
    from models.campaign.naming_heads import proposed_heads

    return proposed_heads(file)


def write_heads(file: Store, chosen: Mapping[int, int | None]) -> int:
    """Name these heads."""
    from models.campaign.naming_heads import name_heads

    return name_heads(file, chosen)
