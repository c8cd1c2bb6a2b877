"""What an import is going to do, before it does it: every row read lies in exactly one box."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from datetime import date
from enum import StrEnum
from types import MappingProxyType
from typing import Any, NamedTuple

from models.intake.proposal_records import Proposal
from models.records.person_columns import DAY_TITLES, PERSON_TITLES

Progress = Callable[[int, int], None]

NOTHING: Mapping[str, Any] = MappingProxyType({})


class ImportBox(StrEnum):
    """Where one row of the file goes."""

    NEW = "new"
    UPDATED = "updated"
    UNCHANGED = "unchanged"
    UNCERTAIN = "uncertain"
    REJECTED = "rejected"
    SKIPPED = "skipped"


BOX_NAMES: dict[ImportBox, str] = {
    ImportBox.NEW: "Mới",
    ImportBox.UPDATED: "Cập nhật",
    ImportBox.UNCHANGED: "Không đổi",
    ImportBox.UNCERTAIN: "Cần quyết định",
    ImportBox.REJECTED: "Không hợp lệ",
    ImportBox.SKIPPED: "Bỏ qua",
}


class Policy(StrEnum):
    """What happens to a value that the roster has and the file says otherwise."""

    FILL_BLANKS = "fill_blanks"
    NEW_WINS = "new_wins"
    KEEP_OURS = "keep_ours"


POLICY_NAMES: dict[Policy, str] = {
    Policy.FILL_BLANKS: "Chỉ điền vào ô còn trống",
    Policy.NEW_WINS: "Lấy theo tệp",
    Policy.KEEP_OURS: "Giữ nguyên dữ liệu đang có",
}

FIELD_TITLES = PERSON_TITLES | DAY_TITLES
"""The titles under which a plan tells a value beside its field."""


@dataclass(frozen=True, slots=True)
class PlanOptions:
    """How the officer wants the file taken in.

    `unit` is the unit of rows that name none; `uncertain` says what becomes of rows
    that nobody decided: "skip" or "new".
    """

    policy: Policy = Policy.NEW_WINS
    unit: str = ""
    uncertain: str = "skip"


@dataclass(frozen=True, slots=True)
class CellChange:
    """One value that the import changes, as people read it."""

    field: str
    old: str
    new: str


@dataclass(frozen=True, slots=True)
class PersonCandidate:
    """Somebody who may be the person of a row, and why.

    They are on the roster; or, with `row`, the new person of the earlier row with that
    ordinal, who has no id yet.
    """

    person_id: int
    name: str
    unit: str
    phone: str
    reasons: tuple[str, ...] = ()
    row: int | None = None


class PlanRow(NamedTuple):
    """One row of the file and what becomes of it. `row` is the number that Excel shows.

    `unit` is the unit as the file writes it. `person_id` is set for rows that are sure
    to be somebody on the roster; `values` are the columns to store, whole for new
    people and only what changes for others; `marks` are dates by mark, score, attempts.
    `same_as` is the ordinal of an earlier row about the same person; `key` is what a
    decision about an uncertain row is remembered under. `move` is the old and the new unit of
    somebody whom the file has elsewhere: moving them is a decision of its own. `post` is the
    position of a second post in `unit` that the row offers for somebody who counts elsewhere;
    None when it offers none.
    """

    ordinal: int
    file: str
    sheet: str
    row: int
    name: str
    phone: str
    unit: str
    box: ImportBox
    person_id: int | None = None
    changes: tuple[CellChange, ...] = ()
    reasons: tuple[str, ...] = ()
    candidates: tuple[PersonCandidate, ...] = ()
    values: Mapping[str, Any] = NOTHING
    marks: Mapping[str, Any] = NOTHING
    same_as: int | None = None
    key: str = ""
    move: tuple[str, str] | None = None
    post: str | None = None


@dataclass(frozen=True, slots=True)
class PlanProblem:
    """A value that could not be taken as it stands: where it is and why."""

    file: str
    sheet: str
    row: int
    column: str
    value: str
    reason: str


@dataclass(frozen=True, slots=True)
class UnitPlan:
    """A unit name of the file: the unit that it means, or that it will be made.

    `unit_id` None means a new unit; `suggestions` are (unit id, name, reason).
    """

    name: str
    people: int
    unit_id: int | None
    suggestions: tuple[tuple[int, str, str], ...] = ()
    reason: str = ""


@dataclass(frozen=True, slots=True)
class UnitGroup:
    """Unit names of the files that seem to be one unit: `proposed`, and `why` in words.

    `unit_id` is that unit in the tree; None means a new unit under the proposed name.
    """

    names: tuple[str, ...]
    people: int
    proposed: str
    why: str
    unit_id: int | None = None


@dataclass(frozen=True, slots=True)
class SourceFile:
    """A file that the plan reads. `imported_before` says when the same bytes came in."""

    name: str
    sha256: str
    imported_before: str = ""


@dataclass(frozen=True, slots=True)
class ImportPlan:
    """The whole plan. The counts of the boxes add up to the rows read.

    `base` is the newest change that the plan knew of; a later one makes it stale.
    `mappings` is what the columns mean, to be remembered. `absent` are people of the
    units in the files whom no row speaks of.
    """

    files: tuple[SourceFile, ...]
    rows: tuple[PlanRow, ...]
    units: tuple[UnitPlan, ...]
    problems: tuple[PlanProblem, ...]
    absent: tuple[PersonCandidate, ...]
    options: PlanOptions
    base: int = 0
    mappings: Mapping[str, str] = field(default_factory=dict)
    remarks: tuple[str, ...] = ()
    groups: tuple[UnitGroup, ...] = ()
    proposals: tuple[Proposal, ...] = ()
    sheets: int = field(init=False)
    """On how many sheets the rows lie."""
    offered_posts: tuple[PlanRow, ...] = field(init=False, repr=False)
    """The rows that offer a second post, in the order of the file."""
    _boxes: Mapping[ImportBox, tuple[PlanRow, ...]] = field(init=False, repr=False)

    def __post_init__(self) -> None:
        """Sort the rows out once: the window asks often, and must not wait."""
        boxes: dict[ImportBox, list[PlanRow]] = {box: [] for box in ImportBox}
        for row in self.rows:
            boxes[row.box].append(row)
        object.__setattr__(self, "_boxes", {box: tuple(rows) for box, rows in boxes.items()})
        offered = tuple(row for row in self.rows if row.post is not None)
        object.__setattr__(self, "offered_posts", offered)
        object.__setattr__(self, "sheets", len({(row.file, row.sheet) for row in self.rows}))

    @property
    def counts(self) -> dict[ImportBox, int]:
        """How many rows lie in each box."""
        return {box: len(rows) for box, rows in self._boxes.items()}

    def in_box(self, box: ImportBox) -> tuple[PlanRow, ...]:
        """The rows of one box, in the order of the file."""
        return self._boxes[box]


class Choice(StrEnum):
    """What the officer says of an uncertain row."""

    SAME = "same"
    NEW = "new"
    SKIP = "skip"


@dataclass(frozen=True, slots=True)
class Decision:
    """The officer's word on one uncertain row.

    For SAME it says who it is: `person_id`, or the new person of the earlier row `row`.
    """

    choice: Choice
    person_id: int | None = None
    row: int | None = None


@dataclass(frozen=True, slots=True)
class ImportDecisions:
    """All that the officer decided: rows by their `ordinal`, unit names to unit ids.

    A unit name that maps to None is made as a new unit. `joined` are unit names by the
    other name of the files whose unit they share. `leave` are people who are not in the
    file and shall leave the roster today. `accepted` are the ids of the proposals to carry out.
    `posts` are the ordinals of the rows whose second post is recorded. `since` is the day on
    which new people came; None for those who were here before.
    """

    rows: Mapping[int, Decision] = field(default_factory=dict)
    units: Mapping[str, int | None] = field(default_factory=dict)
    leave: frozenset[int] = frozenset()
    joined: Mapping[str, str] = field(default_factory=dict)
    accepted: frozenset[int] = frozenset()
    posts: frozenset[int] = frozenset()
    since: date | None = None


@dataclass(frozen=True, slots=True)
class ImportResult:
    """What an import did."""

    new: int
    updated: int
    unchanged: int
    uncertain: int
    rejected: int
    skipped: int
    registered: int
    completed: int
    people: int
    new_units: int
    posts: int = 0
