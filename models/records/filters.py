"""A filter of the roster that the officer keeps under a name."""

from __future__ import annotations

from dataclasses import dataclass

from models.records.people import PeopleQuery


@dataclass(frozen=True, slots=True)
class SavedFilter:
    """ "Trường chưa đăng ký", and what it filters by; never a day of the past."""

    id: int
    name: str
    query: PeopleQuery
