"""Which units want a reminder, and which the chairman is to be told of. Pure."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import date, timedelta
from enum import StrEnum
from fractions import Fraction
from typing import NamedTuple

from models.campaign.terms import ReminderTerms
from models.campaign.words import mark_words
from models.contests.levels import level_of, levels_in_force
from models.records import Figures, LevelTone, StageKind, UnitFigures
from models.records.reminders import Addressee, Reminder, UnitCounts
from models.text.formats import percent

SHORT_DAYS = 3
"""When so many days are left to the nearest deadline, or fewer, whoever is short is reminded."""
_LOW = frozenset({LevelTone.LOW, LevelTone.NONE})
ENOUGH = Fraction(1, 2)
"""This share of those who were missing at a reminder is progress enough to wait on."""


class Lack(StrEnum):
    """Why a unit wants a reminder."""

    NOBODY = "nobody"
    LOW = "low"
    SHORT = "short"
    OVERDUE = "overdue"


class DueUnit(NamedTuple):
    """A unit that wants a reminder: why, in a word and in words, and how often it was reminded.

    `last` is the newest reminder that it was given. `escalate`: the chairman is to be told.
    """

    unit: UnitFigures
    lack: Lack
    why: str
    reminded: int = 0
    last: Reminder | None = None
    escalate: bool = False

    def is_due(self, day: date) -> bool:
        """Whether to remind it on `day`: who was reminded on a day waits until the next."""
        return self.last is None or self.last.day < day


def units_to_remind(
    figures: Figures, reminders: Iterable[Reminder], today: date, terms: ReminderTerms
) -> tuple[DueUnit, ...]:
    """The units to remind today, the worst first; a unit reminded today waits until tomorrow."""
    found = units_behind(figures, reminders, today, terms)
    return tuple(each for each in found if each.is_due(today))


def units_to_escalate(
    figures: Figures, reminders: Iterable[Reminder], today: date, terms: ReminderTerms
) -> tuple[DueUnit, ...]:
    """The units of which the chairman is to be told, the worst first."""
    found = units_behind(figures, reminders, today, terms)
    return tuple(each for each in found if each.escalate)


def units_behind(
    figures: Figures, reminders: Iterable[Reminder], today: date, terms: ReminderTerms
) -> tuple[DueUnit, ...]:
    """The units that are low, or short when time gets short, the worst first.

    Only `reminders` about the stage of `terms` are looked at. Before the stage begins there
    are none, and none in one that is no matter of each person, or of a closed contest.
    """
    stage = terms.stage
    if terms.contest.closed_on is not None:
        return ()
    if stage is not None and (today < stage.starts_on or stage.kind is not StageKind.EACH):
        return ()
    given: dict[int, list[Reminder]] = {}
    for each in sorted(reminders, key=lambda each: (each.at, each.id)):
        if each.stage == terms.stage_number:
            given.setdefault(each.unit_id, []).append(each)
    found = []
    for unit in figures.units:
        lack = lack_of(unit, today, terms)
        if lack is not None and unit.unit_id is not None:
            found.append(_due(unit, lack, given.get(unit.unit_id, ()), today, terms))
    return tuple(sorted(found, key=lambda each: _order(each.unit, terms)))


def lack_of(unit: UnitFigures, today: date, terms: ReminderTerms) -> Lack | None:
    """Why a unit wants a reminder; None when it does not."""
    if unit.total <= unit.completed:
        return None
    begun = _begun(unit, terms)
    if not begun:
        return Lack.NOBODY
    level = level_of(levels_in_force(terms.contest), begun, unit.total)
    if level is None or level.tone in _LOW:
        return Lack.LOW
    left, target = days_left(today, terms), terms.contest.target
    if left is None or left > SHORT_DAYS or unit.completed * 100 >= target * unit.total:
        return None
    return Lack.OVERDUE if left < 0 else Lack.SHORT


def days_left(today: date, terms: ReminderTerms) -> int | None:
    """The days to the nearest deadline, the commune's own first; below zero after the last."""
    stage = terms.stage
    if stage is None:
        return None
    own = stage.internal_ends_on
    last = own if own is not None and today <= own else stage.ends_on
    return (last - today).days


def _due(
    unit: UnitFigures, lack: Lack, given: Sequence[Reminder], today: date, terms: ReminderTerms
) -> DueUnit:
    asked = [each for each in given if each.to is not Addressee.CHAIRMAN]
    told = [each.at for each in given if each.to is Addressee.CHAIRMAN]
    since = [each for each in asked if not told or each.at > told[-1]]
    return DueUnit(
        unit,
        lack,
        _why(unit, lack, today, terms),
        len(asked),
        asked[-1] if asked else None,
        _is_stuck(unit, since, today, terms),
    )


def _is_stuck(
    unit: UnitFigures, asked: Sequence[Reminder], today: date, terms: ReminderTerms
) -> bool:
    """Whether a unit was reminded often or long enough, and too little has come of it."""
    if not asked:
        return False
    after, days = terms.contest.escalate_after, terms.contest.escalate_days
    often = 0 < after <= len(asked)
    long = days > 0 and today - asked[0].day >= timedelta(days=days)
    return (often or long) and not has_moved(asked[0].counts, unit)


def has_moved(before: UnitCounts, unit: UnitFigures) -> bool:
    """Whether enough of those who were missing have completed since."""
    return unit.completed - before.completed >= ENOUGH * before.missing


def _begun(unit: UnitFigures, terms: ReminderTerms) -> int:
    return unit.completed if terms.contest.one_mark else unit.registered


def _order(unit: UnitFigures, terms: ReminderTerms) -> tuple[Fraction, Fraction, int]:
    return (
        Fraction(_begun(unit, terms), unit.total),
        Fraction(unit.completed, unit.total),
        -unit.total,
    )


def _why(unit: UnitFigures, lack: Lack, today: date, terms: ReminderTerms) -> str:
    register, complete = mark_words(terms.contest).done
    done = f"mới {complete} {percent(unit.completed, unit.total)}"
    if lack is Lack.NOBODY:
        return f"chưa có ai {register or complete}"
    if lack is Lack.LOW:
        return f"mới {register} {percent(unit.registered, unit.total)}" if register else done
    if lack is Lack.OVERDUE:
        return f"đã quá hạn, {done}"
    left = days_left(today, terms)
    return f"còn {left} ngày, {done}" if left else f"hôm nay hết hạn, {done}"
