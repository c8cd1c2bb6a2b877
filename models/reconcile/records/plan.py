"""The whole plan of a reconciliation, what the officer decides of it, and what it did."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date

from models.intake.plan_records import PlanProblem, SourceFile
from models.reconcile.records.lines import (
    OTHER_UNITS,
    Account,
    Box,
    Entry,
    Match,
    RosterPerson,
    UnitDrop,
    UnitName,
    Who,
)
from models.reconcile.unit_texts import UnitTexts
from models.records import AttendanceRule, Attended, ScoreRule


@dataclass(frozen=True, slots=True)
class ReconcileOptions:
    """How the file is understood.

    `as_of` is the day that the file tells of (today when None). `pass_mark` is the score from
    which an attempt completes the contest; None: only the file's own words and dates complete.
    `units` are the ids of those that the file speaks of: nobody else is lost because it is
    silent. None: found by what the file says; (): everybody. `attendance` is what being in a
    meeting, or answering a form, comes to.
    """

    as_of: date | None = None
    rule: ScoreRule = ScoreRule.BEST
    pass_mark: float | None = None
    units: tuple[int, ...] | None = None
    attendance: AttendanceRule = field(default_factory=AttendanceRule)


@dataclass(frozen=True, slots=True)
class ReconcilePlan:
    """The whole plan: every account and every person who counts lies in exactly one entry.

    `rows` are the rows that speak of somebody; `unread` of them stand in `problems` alone.
    Accounts of one sure person are one entry.
    `people` are the roster as it was read; `previous` says in words what it is compared with
    ("" the first time). `base` is the newest change known: a later one makes the plan stale.
    `scope` are the units that the file speaks of, with all below them; empty: everybody.
    `matches` run alike with `accounts`; `tells_completion` says whether the file speaks of it.
    `attended`: a meeting or a form, which says nothing of how things stand on the platform.
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
    scope: frozenset[int] = frozenset()
    options: ReconcileOptions = field(default_factory=ReconcileOptions)
    base: int = 0
    attended: Attended | None = None
    mappings: Mapping[str, str] = field(default_factory=dict)
    unread: int = 0
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
    def in_other_units(self) -> int:
        """How many of those not registered are of units of which the file says nothing."""
        return sum(OTHER_UNITS in entry.reasons for entry in self.in_box(Box.NOT_REGISTERED))

    @property
    def maybe_registered(self) -> tuple[Entry, ...]:
        """Those not registered whose account may be one that nobody has decided about."""
        silent = self.in_box(Box.NOT_REGISTERED)
        return tuple(e for e in silent if e.asked and OTHER_UNITS not in e.reasons)

    @property
    def account_count(self) -> int:
        """How many take part by the file; several accounts of one person are one."""
        return sum(entry.account is not None for entry in self.entries)

    @property
    def registered(self) -> int:
        """How many who count on the day the file has as registered."""
        return sum(1 for account in self._counted() if account.registered)

    @property
    def failed(self) -> int:
        """How many who count on the day the file has as having taken part without passing."""
        return sum(1 for account in self._counted() if account.failed)

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


@dataclass(frozen=True, slots=True)
class AccountDecision:
    """The officer's word on one account.

    SAME needs `person_id`, and so does AS_FOUND: the person stays, only the status is decided.
    NOT_THIS: not the person that was found, perhaps somebody else.
    NOT_THEM: none of the candidates, nobody of the roster. NEW takes the account into the roster,
    in `unit_id`, else in the unit that the platform's text means. `accepts` lets the marks count
    that the status leaves open; else nobody has them.
    """

    who: Who
    person_id: int | None = None
    unit_id: int | None = None
    accepts: bool = False


@dataclass(frozen=True, slots=True)
class ReconcileDecisions:
    """All that the officer decided: accounts by the `ordinal` of their entry, and what unit a
    text of the platform means (learnt as another name of the unit)."""

    accounts: Mapping[int, AccountDecision] = field(default_factory=dict)
    units: Mapping[str, int] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class ReconcileResult:
    """What a reconciliation did.

    `boxes` are the counts after the decisions. `newly_registered`, `newly_completed` and
    `newly_failed` are marks that were lacking. `unchanged` says that nothing was to be written.
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
    newly_failed: int = 0
