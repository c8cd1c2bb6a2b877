"""What reading a text yields: mentions of people, and who of the roster each of them is."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from enum import StrEnum


@dataclass(frozen=True, slots=True)
class Mention:
    """Somebody of whom a text speaks, as far as it says who.

    `text` is as it was written, in line `line` (from 1). `phone` is canonical or "". `doubt` says
    in words why not even a fitting name may be taken without asking; one that `phone_settles`
    is gone when the phone is that person's own. `denied`: the text says that it is not done.
    """

    text: str
    line: int
    name: str = ""
    phone: str = ""
    unit: str = ""
    birth: str = ""
    staff_code: str = ""
    uid: str = ""
    doubt: str = ""
    denied: bool = False
    phone_settles: bool = False


@dataclass(frozen=True, slots=True)
class Reading:
    """The mentions of a text in its order, and the lines in which nobody is spoken of."""

    mentions: tuple[Mention, ...]
    passed_over: tuple[str, ...] = ()


class Standing(StrEnum):
    """How well somebody was recognised."""

    SURE = "sure"
    UNCERTAIN = "uncertain"
    NOT_FOUND = "not_found"


@dataclass(frozen=True, slots=True)
class Suggestion:
    """Somebody of the roster who is, or may be, the one; `reasons` are in words."""

    person_id: int
    name: str
    unit: str
    phone: str
    reasons: tuple[str, ...]
    registered_on: date | None = None
    completed_on: date | None = None
    left: bool = False
    failed_on: date | None = None


@dataclass(frozen=True, slots=True)
class Recognised:
    """One mention with its answer: the one person when SURE, those to choose from when not.

    `key` is that under which a decision is remembered, "" when the text says too little for it.
    `times` counts how often the text speaks of a sure person.
    """

    id: int
    mention: Mention
    standing: Standing
    suggestions: tuple[Suggestion, ...] = ()
    reason: str = ""
    key: str = ""
    times: int = 1


@dataclass(frozen=True, slots=True)
class Recognition:
    """A whole text recognised: every mention stands in exactly one `Standing`.

    Of a list of a meeting only who stayed for `least_minutes` is found; `short` names the others.
    None: the text is of no meeting.
    """

    found: tuple[Recognised, ...]
    passed_over: tuple[str, ...] = ()
    short: tuple[str, ...] = ()
    least_minutes: float | None = None

    def of(self, standing: Standing) -> tuple[Recognised, ...]:
        """The mentions of one standing, in the order of the text."""
        return tuple(each for each in self.found if each.standing is standing)
