"""The words of the office as closed lists, each with its Vietnamese names."""

from __future__ import annotations

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


class StageKind(StrEnum):
    """Of whom a stage of a contest is: each person, one chosen entry, or its presentation."""

    EACH = "each"
    ENTRY = "entry"
    PRESENTATION = "presentation"


STAGE_KIND_NAMES: dict[StageKind, str] = {
    StageKind.EACH: "Mỗi người tham gia",
    StageKind.ENTRY: "Một bài dự thi của xã",
    StageKind.PRESENTATION: "Thuyết trình",
}


class LevelTone(StrEnum):
    """The colour of a level; its word is said beside it."""

    GOOD = "good"
    FAIR = "fair"
    LOW = "low"
    NONE = "none"


LEVEL_TONE_NAMES: dict[LevelTone, str] = {
    LevelTone.GOOD: "Đạt (xanh)",
    LevelTone.FAIR: "Khá (thường)",
    LevelTone.LOW: "Thấp (cam)",
    LevelTone.NONE: "Chưa có ai (xám)",
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
    FAILED = "failed"
    NOT_COMPLETED = "not_completed"
    COMPLETED = "completed"
    EXEMPT = "exempt"


STATUS_NAMES: dict[Status, str] = {
    Status.NOT_REGISTERED: "Chưa đăng ký",
    Status.REGISTERED: "Đã đăng ký",
    Status.FAILED: "Đã thi, chưa đạt",
    Status.NOT_COMPLETED: "Chưa hoàn thành",
    Status.COMPLETED: "Đã hoàn thành",
    Status.EXEMPT: "Không thuộc đối tượng",
}


class Mark(StrEnum):
    """The marks that the officer sets; having failed is to have taken part without passing."""

    REGISTERED = "registered"
    FAILED = "failed"
    COMPLETED = "completed"


DONE_WORDS: dict[Mark, str] = {
    Mark.REGISTERED: "đã đăng ký",
    Mark.FAILED: "đã thi, chưa đạt",
    Mark.COMPLETED: "đã hoàn thành",
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
