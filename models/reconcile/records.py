"""What a reconciliation knows: accounts, six boxes, the plan, the decisions, the result."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from enum import StrEnum

from models.intake.plan_records import PersonCandidate, PlanProblem, SourceFile
from models.reconcile.unit_texts import UnitTexts


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
    Box.UNCERTAIN: "Cần xem",
    Box.REGRESSED: "Mất so với lần trước",
}


class ScoreRule(StrEnum):
    """Which attempt of a person counts in the contest."""

    BEST = "best"
    FIRST = "first"
    LAST = "last"


SCORE_RULE_NAMES: dict[ScoreRule, str] = {
    ScoreRule.BEST: "Lấy điểm cao nhất",
    ScoreRule.FIRST: "Lấy điểm lần đầu",
    ScoreRule.LAST: "Lấy điểm lần cuối",
}


@dataclass(frozen=True, slots=True)
class ReconcileOptions:
    """How the file is understood.

    `as_of` is the day that the file tells of (today when None). `pass_mark` is the score from
    which an attempt completes the contest; None: only the file's own words and dates complete.
    """

    as_of: date | None = None
    rule: ScoreRule = ScoreRule.BEST
    pass_mark: float | None = None


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
    among the accounts of the plan. `birth` is ISO text as far as known; `record` is the stable
    id of our own exports. `unit_row` is the row that names the unit.
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


@dataclass(frozen=True, slots=True)
class RosterPerson:
    """Somebody of the roster; `counts` says whether they belong to the total on the day.

    `seen` and `seen_completed` say what the previous reconciliation saw of them.
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


@dataclass(frozen=True, slots=True)
class Entry:
    """One line of a box: an account, a person, or both.

    `ordinal` names the line in decisions and stays when others are decided. `right_unit` is the
    name to choose on the platform, `platform_unit` what stands there. `unit_wrong` is true also
    for regressed people who are in another unit there. `reasons` are in words; `candidates` are
    those who an uncertain account may be. `key` is what a decision is remembered under.
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
    into the roster, in `unit_id`.
    """

    key: str
    person_id: int | None = None
    reasons: tuple[str, ...] = ()
    candidates: tuple[PersonCandidate, ...] = ()
    new: bool = False
    unit_id: int | None = None


@dataclass(frozen=True, slots=True)
class ReconcilePlan:
    """The whole plan: every account and every person who counts lies in exactly one entry.

    `rows` are the rows read that speak of somebody. Accounts of one sure person are one entry.
    `people` are the roster as it was read; `previous` says in words what it is compared with
    ("" the first time). `base` is the newest change known: a later one makes the plan stale.
    `matches` run alike with `accounts`; `tells_completion` says whether the file speaks of it.
    """

    files: tuple[SourceFile, ...]
    sha256: str
    as_of: date
    rows: int
    accounts: tuple[Account, ...]
    people: tuple[RosterPerson, ...]
    entries: tuple[Entry, ...]
    matches: tuple[Match, ...]
    texts: UnitTexts = field(repr=False, compare=False)
    tells_completion: bool = True
    unit_names: tuple[UnitName, ...] = ()
    unit_drops: tuple[UnitDrop, ...] = ()
    problems: tuple[PlanProblem, ...] = ()
    remarks: tuple[str, ...] = ()
    previous: str = ""
    options: ReconcileOptions = field(default_factory=ReconcileOptions)
    base: int = 0
    mappings: Mapping[str, str] = field(default_factory=dict)
    _boxes: Mapping[Box, tuple[Entry, ...]] = field(init=False, repr=False, compare=False)

    def __post_init__(self) -> None:
        """Sort the entries out once: the window asks often, and must not wait."""
        boxes: dict[Box, list[Entry]] = {box: [] for box in Box}
        for entry in self.entries:
            boxes[entry.box].append(entry)
        object.__setattr__(self, "_boxes", {box: tuple(held) for box, held in boxes.items()})

    @property
    def counts(self) -> dict[Box, int]:
        """How many entries lie in each box; their sum is accounts ∪ people who count."""
        return {box: len(held) for box, held in self._boxes.items()}

    def in_box(self, box: Box) -> tuple[Entry, ...]:
        """The entries of one box."""
        return self._boxes[box]

    @property
    def account_count(self) -> int:
        """How many take part by the file; several accounts of one person are one."""
        return sum(entry.account is not None for entry in self.entries)

    @property
    def registered(self) -> int:
        """How many who count on the day the file has as registered."""
        return sum(1 for account in self._counted() if account.registered)

    @property
    def completed(self) -> int:
        """How many who count on the day the file has as completed."""
        return sum(1 for account in self._counted() if account.completed)

    def _counted(self) -> list[Account]:
        """The accounts of people who count."""
        return [
            entry.account
            for entry in self.entries
            if entry.account is not None and entry.person is not None and entry.person.counts
        ]


class Who(StrEnum):
    """What the officer says of an account."""

    SAME = "same"
    NOT_THEM = "not_them"
    NEW = "new"


@dataclass(frozen=True, slots=True)
class AccountDecision:
    """The officer's word on one account.

    SAME needs `person_id`. NOT_THEM: none of the candidates, nobody of the roster. NEW takes the
    account into the roster, in `unit_id`, else in the unit that the platform's text means.
    """

    who: Who
    person_id: int | None = None
    unit_id: int | None = None


@dataclass(frozen=True, slots=True)
class ReconcileDecisions:
    """All that the officer decided: accounts by the `ordinal` of their entry, and what unit a
    text of the platform means (learnt as another name of the unit)."""

    accounts: Mapping[int, AccountDecision] = field(default_factory=dict)
    units: Mapping[str, int] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class ReconcileResult:
    """What a reconciliation did.

    `boxes` are the counts after the decisions. `newly_registered` and `newly_completed` are marks
    that were lacking. `unchanged` says that nothing was to be written.
    """

    rows: int
    accounts: int
    boxes: Mapping[Box, int]
    registered: int
    completed: int
    newly_registered: int
    newly_completed: int
    new_people: int
    slips_opened: int
    slips_closed: int
    slips_reopened: int
    unchanged: bool


@dataclass(frozen=True, slots=True)
class Slip:
    """Phiếu sửa đơn vị: whom the platform has elsewhere, and the exact name to choose.

    `opened_by` and `closed_by` are the evidence in words (file and row). `times` counts openings.
    """

    id: int
    person_id: int
    person: str
    phone: str
    position: str
    unit_id: int
    unit: str
    platform_unit: str
    opened_on: date
    opened_by: str
    closed_on: date | None = None
    closed_by: str = ""
    times: int = 1

    @property
    def is_open(self) -> bool:
        """Whether the platform still had the wrong unit when it last spoke of the person."""
        return self.closed_on is None


@dataclass(frozen=True, slots=True)
class UnitSlips:
    """The slips of one unit, with whom to call there.

    `choose` is the exact text to choose on the platform: as its right people stand there, else
    the name of the unit.
    """

    unit_id: int
    unit: str
    choose: str
    head: str
    head_phone: str
    contact: str
    contact_phone: str
    slips: tuple[Slip, ...]


@dataclass(frozen=True, slots=True)
class OfficialFigure:
    """A count that the city gave, without names; `unit_id` None is the whole commune.

    None counts are what the city did not say; `ours_*` are our own figures of that day.
    """

    id: int
    unit_id: int | None
    unit: str
    day: date
    total: int | None
    registered: int | None
    completed: int | None
    source: str
    ours_total: int = 0
    ours_registered: int = 0
    ours_completed: int = 0


@dataclass(frozen=True, slots=True)
class GapCause:
    """Named people who may explain a part of the gap; `count` never exceeds what they explain."""

    words: str
    people: tuple[str, ...]
    count: int


@dataclass(frozen=True, slots=True)
class Gap:
    """Ours minus theirs for one mark: the named causes and the rest that nothing explains.

    `difference` is positive when we count more. The counts of the causes and `unexplained` add
    up to the absolute difference.
    """

    mark: str
    ours: int
    official: int
    difference: int
    causes: tuple[GapCause, ...]
    unexplained: int
