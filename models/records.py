"""What screens and documents hold: frozen records, never database rows."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date, datetime
from enum import StrEnum


class UnitKind(StrEnum):
    """Khối: the block of the commune that a unit belongs to."""

    PARTY = "party"
    COUNCIL = "council"
    GOVERNMENT = "government"
    FRONT = "front"
    PUBLIC_SERVICE = "public_service"
    SCHOOL = "school"
    HEALTH = "health"
    FORCES = "forces"
    VILLAGE = "village"
    OTHER = "other"


UNIT_KIND_NAMES: dict[UnitKind, str] = {
    UnitKind.PARTY: "Khối Đảng",
    UnitKind.COUNCIL: "Khối Hội đồng nhân dân",
    UnitKind.GOVERNMENT: "Khối Ủy ban nhân dân",
    UnitKind.FRONT: "Khối Mặt trận và đoàn thể",
    UnitKind.PUBLIC_SERVICE: "Đơn vị sự nghiệp",
    UnitKind.SCHOOL: "Trường học",
    UnitKind.HEALTH: "Y tế",
    UnitKind.FORCES: "Quân sự, Công an",
    UnitKind.VILLAGE: "Thôn, tổ dân phố",
    UnitKind.OTHER: "Khác",
}


class StaffType(StrEnum):
    """Loại: in what capacity a person works for the commune."""

    CADRE = "cadre"
    CIVIL_SERVANT = "civil_servant"
    PUBLIC_EMPLOYEE = "public_employee"
    WORKER = "worker"
    PART_TIME = "part_time"


STAFF_TYPE_NAMES: dict[StaffType, str] = {
    StaffType.CADRE: "Cán bộ",
    StaffType.CIVIL_SERVANT: "Công chức",
    StaffType.PUBLIC_EMPLOYEE: "Viên chức",
    StaffType.WORKER: "Người lao động",
    StaffType.PART_TIME: "Người hoạt động không chuyên trách",
}


class Gender(StrEnum):
    """Giới tính."""

    MALE = "male"
    FEMALE = "female"


GENDER_NAMES: dict[Gender, str] = {Gender.MALE: "Nam", Gender.FEMALE: "Nữ"}


class Status(StrEnum):
    """How far one person has come in the contest; the roster filters by it."""

    NOT_REGISTERED = "not_registered"
    REGISTERED = "registered"
    NOT_COMPLETED = "not_completed"
    COMPLETED = "completed"
    EXEMPT = "exempt"


STATUS_NAMES: dict[Status, str] = {
    Status.NOT_REGISTERED: "Chưa đăng ký",
    Status.REGISTERED: "Đã đăng ký",
    Status.NOT_COMPLETED: "Chưa hoàn thành",
    Status.COMPLETED: "Đã hoàn thành",
    Status.EXEMPT: "Không thuộc đối tượng",
}


class Mark(StrEnum):
    """The two marks that the officer sets."""

    REGISTERED = "registered"
    COMPLETED = "completed"


@dataclass(frozen=True, slots=True)
class Commune:
    """The commune that owns the file. `name` is in full: "Xã Kẻ Sặt"."""

    name: str
    kind: str
    code: str
    place: str
    province: str

    @property
    def lower_name(self) -> str:
        """The name inside a sentence: "xã Kẻ Sặt" (decree 30/2020, appendix II)."""
        return self.name[:1].lower() + self.name[1:]


@dataclass(frozen=True, slots=True)
class Contact:
    """Somebody to call about a unit. `role` is "head" or "contact"."""

    role: str
    name: str
    position: str = ""
    phone: str = ""
    email: str = ""


@dataclass(frozen=True, slots=True)
class Unit:
    """Đơn vị. `depth` is 0 at the top of the tree; `people` counts who works there now."""

    id: int
    uid: str
    name: str
    kind: UnitKind
    parent_id: int | None
    position: int
    depth: int = 0
    people: int = 0
    contacts: tuple[Contact, ...] = ()
    aliases: tuple[str, ...] = ()

    @property
    def head(self) -> Contact | None:
        """The head of the unit, when known."""
        return next((c for c in self.contacts if c.role == "head"), None)


@dataclass(frozen=True, slots=True)
class Person:
    """One person of the roster with the marks of the current contest.

    Dates are plain dates; `phone` is canonical (`0xxxxxxxxx`) or "", `phone_raw`
    is what the source held. `birth` is ISO text: "1985", "1985-04-02" or "".
    """

    id: int
    uid: str
    name: str
    unit_id: int
    unit: str
    position: str = ""
    staff_type: StaffType | None = None
    gender: Gender | None = None
    birth: str = ""
    phone: str = ""
    phone_raw: str = ""
    email: str = ""
    staff_code: str = ""
    note: str = ""
    came_on: date | None = None
    left_on: date | None = None
    left_reason: str = ""
    registered_on: date | None = None
    completed_on: date | None = None
    score: float | None = None
    attempts: int | None = None
    platform_unit: str = ""
    exempt_reason: str = ""


@dataclass(frozen=True, slots=True)
class Stage:
    """Chặng of a contest. `internal_ends_on` is the commune's own, earlier deadline."""

    number: int
    name: str
    starts_on: date
    ends_on: date
    internal_ends_on: date | None = None
    task: str = ""


@dataclass(frozen=True, slots=True)
class Prize:
    """Giải: how many, of what rank, worth how many đồng."""

    rank: str
    count: int
    amount: int


@dataclass(frozen=True, slots=True)
class Contest:
    """Cuộc thi. `target` is the share of people who must take part, in per cent."""

    id: int
    code: str
    name: str
    short_name: str
    platform: str
    course_url: str
    target: int
    stages: tuple[Stage, ...] = ()
    prizes: tuple[Prize, ...] = ()

    def stage_on(self, day: date) -> Stage | None:
        """The stage that `day` falls in, else the next one, else the last one."""
        for stage in self.stages:
            if day <= stage.ends_on:
                return stage
        return self.stages[-1] if self.stages else None


@dataclass(frozen=True, slots=True)
class Exemption:
    """Không thuộc đối tượng: why and from when a person does not count."""

    id: int
    person_id: int
    reason: str
    since: date
    until: date | None = None


@dataclass(frozen=True, slots=True)
class UnitFigures:
    """One line of the figures: counts only; rates are computed from counts."""

    unit_id: int | None
    name: str
    kind: UnitKind | None
    total: int
    registered: int
    completed: int
    exempt: int = 0
    head: str = ""


@dataclass(frozen=True, slots=True)
class Figures:
    """The numbers of one contest as of the end of one day.

    `units` are in the order of the unit tree and hold every unit that has
    people; `total` excludes the `exempt`. Sums of `units` equal the totals.
    """

    as_of: date
    total: int
    registered: int
    completed: int
    exempt: int
    units: tuple[UnitFigures, ...] = ()
    contest: str = ""


@dataclass(frozen=True, slots=True)
class Signer:
    """Người ký: the lines of authority above the name, as the decree prescribes."""

    lines: tuple[str, ...]
    name: str = ""


@dataclass(frozen=True, slots=True)
class Issuer:
    """Cơ quan ban hành: what stands at the head and the foot of a document.

    `parent` is empty for a document of the People's Committee itself. `symbols`
    maps a kind of document ("BC", "CV") to its ký hiệu ("BC-UBND").
    """

    profile: str
    parent: str
    lines: tuple[str, ...]
    place: str
    symbols: dict[str, str]
    signer: Signer
    archive: str = "VT, VHXH"


@dataclass(frozen=True, slots=True)
class ChangeEntry:
    """One line of the history: what was done, by whom, when, and whether it still holds."""

    id: int
    at: datetime
    who: str
    kind: str
    summary: str
    rows: int
    in_effect: bool
    undoes: int | None = None


@dataclass(frozen=True, slots=True)
class PeopleQuery:
    """Which people the roster shows. Empty fields do not filter."""

    search: str = ""
    unit_ids: frozenset[int] = field(default_factory=frozenset)
    statuses: frozenset[Status] = field(default_factory=frozenset)
    order: str = "name"
    descending: bool = False
    include_left: bool = False
    as_of: date | None = None
    without_phone: bool = False


@dataclass(frozen=True, slots=True)
class PersonDraft:
    """What a form or a list says about a person, before it is stored."""

    name: str
    unit_id: int
    position: str = ""
    staff_type: StaffType | None = None
    gender: Gender | None = None
    birth: str = ""
    phone: str = ""
    email: str = ""
    staff_code: str = ""
    note: str = ""
    came_on: date | None = None


@dataclass(frozen=True, slots=True)
class MarkResult:
    """How many people were marked, and how many already were."""

    marked: int
    already: int


@dataclass(frozen=True, slots=True)
class Post:
    """A post beside the present main one: a side post, or a main post that ended on `until`."""

    id: int
    unit_id: int
    unit: str
    position: str
    main: bool
    since: date | None
    until: date | None
