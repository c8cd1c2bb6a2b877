"""Giải thưởng: the prizes of a contest, and to whom they were given."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date


@dataclass(frozen=True, slots=True)
class PrizeShare:
    """One prize of the table: how many there are and were given, worth how many đồng each."""

    id: int
    rank: str
    count: int
    amount: int
    given: int

    @property
    def left(self) -> int:
        """How many can still be given."""
        return max(0, self.count - self.given)


@dataclass(frozen=True, slots=True)
class AwardDraft:
    """A prize and who gets it: exactly one of an entry, a person and a unit, by id."""

    prize_id: int
    entry_id: int | None = None
    person_id: int | None = None
    unit_id: int | None = None
    given_on: date | None = None
    decision: str = ""
    note: str = ""


@dataclass(frozen=True, slots=True)
class Award:
    """A prize that was given. `to` names who got it, `unit` the unit of it (of a unit: itself)."""

    id: int
    prize_id: int
    rank: str
    amount: int
    to: str
    unit: str
    entry_id: int | None = None
    person_id: int | None = None
    unit_id: int | None = None
    given_on: date | None = None
    decision: str = ""
    note: str = ""


@dataclass(frozen=True, slots=True)
class AwardBook:
    """The prize table and what of it was given."""

    prizes: tuple[PrizeShare, ...]
    awards: tuple[Award, ...]
