"""The lines of a reconciliation: accounts, people, and the boxes in which they lie."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from models.intake.plan_records import PersonCandidate
from models.records import Attended, Mark

OTHER_UNITS = "đơn vị này không có trong tệp"
"""Why somebody is not found in a file of some units."""


class Box(StrEnum):
    """Where an account of the file or a person of the roster goes."""

    MATCHED = "matched"
    WRONG_UNIT = "wrong_unit"
    NOT_ON_ROSTER = "not_on_roster"
    NOT_REGISTERED = "not_registered"
    UNCERTAIN = "uncertain"
    REGRESSED = "regressed"


BOX_NAMES: dict[Box, str] = {
    Box.MATCHED: "Khớp",
    Box.WRONG_UNIT: "Sai đơn vị",
    Box.NOT_ON_ROSTER: "Có trên nền tảng, chưa có trong danh sách",
    Box.NOT_REGISTERED: "Chưa đăng ký",
    Box.UNCERTAIN: "Cần quyết định",
    Box.REGRESSED: "Lần trước có, nay không có",
}


class Who(StrEnum):
    """What the officer says of an account."""

    SAME = "same"
    AS_FOUND = "as_found"
    NOT_THIS = "not_this"
    NOT_THEM = "not_them"
    NEW = "new"


@dataclass(frozen=True, slots=True)
class RowPlace:
    """Where a row stands; `row` is the number that Excel shows."""

    file: str
    sheet: str
    row: int


@dataclass(frozen=True, slots=True)
class Account:
    """Somebody on the platform: all rows of one login (else phone, else name and unit).

    `phone` is canonical or "". `unit` is the platform's text. `score` and `completed` follow the
    rule of the contest; `attempts` is None where the file counts none. `ordinal` is the place
    among the accounts of the plan. `other_names` are further names of its rows, apart from mere
    spellings of the first. `birth` is ISO text as far as known; `record` is the stable id of our
    own exports. `unit_row` is the row that names the unit. Of somebody who `attended` a meeting
    `minutes` are all that they were there. `doubt` is why a status leaves `open_marks` open,
    which somebody must look at; `open_on` is the day that the file tells beside it.
    Who `failed` took part and has not passed; `failed_on` is the first day on which they did, also
    of those who have passed since. Minutes are of those days, as far as the file tells times.
    """

    ordinal: int
    login: str
    name: str
    phone: str
    unit: str
    score: float | None = None
    attempts: int | None = None
    registered: bool = True
    completed: bool = False
    registered_on: date | None = None
    completed_on: date | None = None
    first_on: date | None = None
    last_on: date | None = None
    rows: tuple[RowPlace, ...] = ()
    unit_row: RowPlace | None = None
    birth: str = ""
    staff_code: str = ""
    record: str = ""
    attended: Attended | None = None
    minutes: float | None = None
    other_names: tuple[str, ...] = ()
    doubt: str = ""
    open_marks: tuple[Mark, ...] = ()
    open_on: date | None = None
    failed: bool = False
    failed_on: date | None = None
    registered_minute: int | None = None
    failed_minute: int | None = None
    completed_minute: int | None = None


@dataclass(frozen=True, slots=True)
class RosterPerson:
    """Somebody of the roster; `counts` says whether they belong to the total on the day.

    `seen` and `seen_completed` say what the previous reconciliation saw of them; `lost` is the
    mark that an earlier file has lost and that nobody has decided about.
    """

    id: int
    uid: str
    name: str
    unit_id: int
    unit: str
    phone: str = ""
    position: str = ""
    counts: bool = True
    registered_on: date | None = None
    completed_on: date | None = None
    seen: bool = False
    seen_completed: bool = False
    lost: Mark | None = None
    failed_on: date | None = None


@dataclass(frozen=True, slots=True)
class Entry:
    """One line of a box: an account, a person, or both.

    `ordinal` names the line in decisions and stays when others are decided. `right_unit` is the
    name to choose on the platform, `platform_unit` what stands there. `unit_wrong` is true also
    for regressed people who are in another unit there. `reasons` are in words; `candidates` are
    those who an uncertain account may be. `key` is what a decision is remembered under. `asked`:
    the person is a candidate of an uncertain account.
    """

    ordinal: int
    box: Box
    account: Account | None = None
    person: RosterPerson | None = None
    right_unit: str = ""
    platform_unit: str = ""
    unit_wrong: bool = False
    reasons: tuple[str, ...] = ()
    candidates: tuple[PersonCandidate, ...] = ()
    key: str = ""
    asked: bool = False


@dataclass(frozen=True, slots=True)
class UnitName:
    """A spelling of a unit in the file and what it was taken for.

    `unit_id` None: not recognised. `suggestions` are (unit id, name, reason). `accounts` is how
    many write it so, `people` how many of them are people of the roster.
    """

    text: str
    accounts: int
    people: int
    unit_id: int | None = None
    suggestions: tuple[tuple[int, str, str], ...] = ()
    reason: str = ""


@dataclass(frozen=True, slots=True)
class UnitDrop:
    """A unit that counts fewer people now than at the previous reconciliation."""

    unit_id: int
    unit: str
    registered_before: int
    registered_now: int
    completed_before: int
    completed_now: int


@dataclass(frozen=True, slots=True)
class Match:
    """What matching says of one account: the sure person, else those who it may be.

    `key` is what a decision is remembered under; `new` means that the officer takes the account
    into the roster, in `unit_id`. `refused` is who it was taken for until the officer said no;
    `asked` that nobody has said yet who it is then.
    """

    key: str
    person_id: int | None = None
    reasons: tuple[str, ...] = ()
    candidates: tuple[PersonCandidate, ...] = ()
    new: bool = False
    unit_id: int | None = None
    refused: int | None = None
    asked: bool = False
