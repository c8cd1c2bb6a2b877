"""The data of one person that goes for good, and what stays of it for the counts."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date


@dataclass(frozen=True, slots=True)
class PersonPurge:
    """What would go and what would stay of one person.

    `gone` and `kept` count by the name of the table rows that lose what they say of the person, and
    rows that stay without a name. `counted` says that the person is in the figures of today: they
    are not from today on. `left_on` is the first day on which they are gone then. `files` are the
    attachments that go, `unread` those that nobody can look into. `namesakes` counts others with
    the same name, whose texts stay. `earlier` counts deeds that can no longer be undone.
    """

    id: int
    uid: str
    name: str
    unit: str
    phone: str
    counted: bool
    left_on: date
    gone: Mapping[str, int]
    kept: Mapping[str, int]
    files: tuple[str, ...] = ()
    unread: tuple[str, ...] = ()
    namesakes: int = 0
    contests: tuple[str, ...] = field(default=())


@dataclass(frozen=True, slots=True)
class PersonPurged:
    """What was taken away on `day`. Not `swept`: the bytes go when the file is next opened."""

    told: PersonPurge
    day: date
    swept: bool
