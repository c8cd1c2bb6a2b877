"""Đôn đốc: a reminder that was given, to whom, by which way and with which numbers."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime
from enum import StrEnum
from typing import NamedTuple


class ReminderWay(StrEnum):
    """By what a reminder is given."""

    ZALO = "zalo"
    PHONE = "phone"
    LETTER = "letter"


WAY_NAMES: dict[ReminderWay, str] = {
    ReminderWay.ZALO: "qua Zalo",
    ReminderWay.PHONE: "qua điện thoại",
    ReminderWay.LETTER: "bằng văn bản",
}


class Addressee(StrEnum):
    """To whom: the head of the unit, its people themselves, or the chairman about the unit."""

    HEAD = "head"
    STAFF = "staff"
    CHAIRMAN = "chairman"


class UnitCounts(NamedTuple):
    """The counts of a unit at some moment."""

    total: int
    registered: int
    completed: int

    @property
    def missing(self) -> int:
        """How many have not completed."""
        return self.total - self.completed


@dataclass(frozen=True, slots=True)
class Reminder:
    """One reminder of one unit about a stage.

    `number` counts, from 1, those of the same unit and stage; those to the chairman are counted
    by themselves. `name` and `phone` are of the one who was addressed, "" when nobody is named.
    """

    id: int
    unit_id: int
    unit: str
    stage: int
    number: int
    at: datetime
    who: str
    way: ReminderWay
    to: Addressee
    name: str
    phone: str
    counts: UnitCounts
    text: str = ""
    note: str = ""

    @property
    def day(self) -> date:
        """The day on which it was given."""
        return self.at.date()


class Gain(NamedTuple):
    """What has changed since a reminder; below zero when people have gone or marks were taken."""

    registered: int
    completed: int


def gained(since: UnitCounts, now: UnitCounts) -> Gain:
    """What has changed between two moments."""
    return Gain(now.registered - since.registered, now.completed - since.completed)


@dataclass(frozen=True, slots=True)
class ReminderDraft:
    """A reminder that is about to be given; the store adds when, by whom and which one it is."""

    unit_id: int
    stage: int
    way: ReminderWay
    to: Addressee
    name: str
    phone: str
    counts: UnitCounts
    text: str = ""
    note: str = ""
