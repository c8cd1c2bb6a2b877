"""A commune that does not exist: its units, and what people in them do."""

from __future__ import annotations

from dataclasses import dataclass

CADRE = "Cán bộ"
CIVIL_SERVANT = "Công chức"
PUBLIC_EMPLOYEE = "Viên chức"
WORKER = "Người lao động"
PART_TIME = "Người hoạt động không chuyên trách"

STAFF_TYPES = {
    CADRE: "cadre",
    CIVIL_SERVANT: "civil_servant",
    PUBLIC_EMPLOYEE: "public_employee",
    WORKER: "worker",
    PART_TIME: "part_time",
    "": "",
}


@dataclass(frozen=True, slots=True)
class Role:
    """A position and how many hold it in a unit; the last role of a unit takes the rest."""

    position: str
    staff_type: str
    count: int = 1


@dataclass(frozen=True, slots=True)
class SampleUnit:
    """A unit of the sample. `heading` is how the list writes it, `women` their share."""

    name: str
    heading: str
    kind: str
    size: int
    roles: tuple[Role, ...]
    women: float = 0.5


def _office(head: str, deputy: str, staff: str = "Chuyên viên") -> tuple[Role, ...]:
    return (Role(head, CIVIL_SERVANT), Role(deputy, CIVIL_SERVANT, 2), Role(staff, CIVIL_SERVANT))


def _centre() -> tuple[Role, ...]:
    return (
        Role("Giám đốc", PUBLIC_EMPLOYEE),
        Role("Phó Giám đốc", PUBLIC_EMPLOYEE, 2),
        Role("Lái xe", WORKER),
        Role("Viên chức", PUBLIC_EMPLOYEE),
    )


def _school(extra: Role) -> tuple[Role, ...]:
    return (
        Role("Hiệu trưởng", PUBLIC_EMPLOYEE),
        Role("Phó Hiệu trưởng", PUBLIC_EMPLOYEE, 2),
        Role("Nhân viên kế toán", PUBLIC_EMPLOYEE),
        Role("Nhân viên văn thư", PUBLIC_EMPLOYEE),
        Role("Nhân viên bảo vệ", WORKER, 2),
        extra,
        Role("Giáo viên", PUBLIC_EMPLOYEE),
    )


_COOK = Role("Nhân viên nấu ăn", WORKER, 4)
_NURSE = Role("Nhân viên y tế trường học", PUBLIC_EMPLOYEE)
_LIBRARIAN = Role("Nhân viên thư viện, thiết bị", PUBLIC_EMPLOYEE)

_VILLAGE = (
    Role("Bí thư Chi bộ", PART_TIME),
    Role("Trưởng thôn", PART_TIME),
    Role("Phó Trưởng thôn", PART_TIME),
    Role("Trưởng Ban công tác Mặt trận", PART_TIME),
    Role("Chi hội trưởng Phụ nữ", PART_TIME),
    Role("Chi hội trưởng Nông dân", PART_TIME),
    Role("Bí thư Chi đoàn", PART_TIME),
)


def _same(name: str, kind: str, size: int, roles: tuple[Role, ...], women: float) -> SampleUnit:
    return SampleUnit(name, name, kind, size, roles, women)


UNITS = (
    SampleUnit(
        "Văn phòng Đảng ủy",
        "Văn phòng Đảng ủy",
        "party",
        9,
        _office("Chánh Văn phòng", "Phó Chánh Văn phòng"),
    ),
    SampleUnit(
        "Ban Xây dựng Đảng",
        "Ban Xây dựng Đảng",
        "party",
        8,
        _office("Trưởng ban", "Phó Trưởng ban"),
    ),
    SampleUnit(
        "Ủy ban Kiểm tra Đảng ủy",
        "UBKT Đảng ủy",
        "party",
        6,
        _office("Chủ nhiệm", "Phó Chủ nhiệm", "Ủy viên"),
    ),
    SampleUnit(
        "Các Ban Hội đồng nhân dân",
        "Các Ban HĐND xã",
        "council",
        5,
        (Role("Trưởng ban", CADRE, 2), Role("Phó Trưởng ban", CADRE)),
    ),
    SampleUnit(
        "Văn phòng Hội đồng nhân dân và Ủy ban nhân dân",
        "Văn phòng HĐND và UBND",
        "government",
        14,
        (
            Role("Chánh Văn phòng", CIVIL_SERVANT),
            Role("Phó Chánh Văn phòng", CIVIL_SERVANT, 2),
            Role("Văn thư", CIVIL_SERVANT),
            Role("Nhân viên phục vụ", WORKER, 2),
            Role("Lái xe", WORKER),
            Role("Chuyên viên", CIVIL_SERVANT),
        ),
    ),
    SampleUnit(
        "Phòng Kinh tế",
        "Phòng Kinh tế",
        "government",
        12,
        _office("Trưởng phòng", "Phó Trưởng phòng"),
        0.4,
    ),
    SampleUnit(
        "Phòng Văn hóa - Xã hội",
        "PHÒNG VH-XH",
        "government",
        11,
        _office("Trưởng phòng", "Phó Trưởng phòng"),
    ),
    SampleUnit(
        "Trung tâm Phục vụ hành chính công",
        "TT Phục vụ hành chính công",
        "government",
        10,
        _office("Giám đốc", "Phó Giám đốc"),
        0.6,
    ),
    SampleUnit(
        "Ủy ban Mặt trận Tổ quốc Việt Nam xã",
        "Ủy ban MTTQ Việt Nam xã",
        "front",
        8,
        (
            Role("Chủ tịch", CADRE),
            Role("Phó Chủ tịch", CADRE, 3),
            Role("Chuyên viên", CIVIL_SERVANT),
        ),
    ),
    SampleUnit(
        "Các tổ chức chính trị - xã hội",
        "Các tổ chức chính trị - xã hội",
        "front",
        7,
        (
            Role("Chủ tịch Hội Nông dân", CADRE),
            Role("Chủ tịch Hội Liên hiệp Phụ nữ", CADRE),
            Role("Chủ tịch Hội Cựu chiến binh", CADRE),
            Role("Bí thư Đoàn Thanh niên", CADRE),
            Role("Chuyên viên", CIVIL_SERVANT),
        ),
    ),
    SampleUnit(
        "Trung tâm Dịch vụ sự nghiệp công",
        "Trung tâm Dịch vụ sự nghiệp công xã",
        "public_service",
        12,
        _centre(),
    ),
    SampleUnit("Ban Quản lý dự án", "Ban QLDA", "public_service", 6, _centre(), 0.3),
    SampleUnit(
        "Trạm Y tế xã",
        "Trạm Y tế",
        "health",
        15,
        (
            Role("Trưởng trạm", PUBLIC_EMPLOYEE),
            Role("Phó Trưởng trạm", PUBLIC_EMPLOYEE, 2),
            Role("Bác sĩ", PUBLIC_EMPLOYEE, 2),
            Role("Dược sĩ", PUBLIC_EMPLOYEE),
            Role("Hộ sinh", PUBLIC_EMPLOYEE, 2),
            Role("Y sĩ", PUBLIC_EMPLOYEE, 3),
            Role("Điều dưỡng", PUBLIC_EMPLOYEE),
        ),
        0.7,
    ),
    SampleUnit(
        "Ban Chỉ huy Quân sự xã",
        "Ban CHQS xã",
        "forces",
        7,
        (
            Role("Chỉ huy trưởng", CIVIL_SERVANT),
            Role("Phó Chỉ huy trưởng", CIVIL_SERVANT, 2),
            Role("Trợ lý", PART_TIME),
        ),
        0.0,
    ),
    SampleUnit(
        "Công an xã",
        "Công an xã",
        "forces",
        14,
        (Role("Trưởng Công an xã", ""), Role("Phó Trưởng Công an xã", "", 3), Role("Cán bộ", "")),
        0.15,
    ),
    _same("Trường Mầm non Hoa Sen", "school", 36, _school(_COOK), 0.97),
    _same("Trường Mầm non Hoa Hồng", "school", 41, _school(_COOK), 0.97),
    _same("Trường Mầm non Sơn Ca", "school", 33, _school(_COOK), 1.0),
    _same("Trường Tiểu học Bình Minh", "school", 44, _school(_NURSE), 0.85),
    _same("Trường Tiểu học Hướng Dương", "school", 45, _school(_NURSE), 0.85),
    _same("Trường Tiểu học Phương Đông", "school", 39, _school(_NURSE), 0.85),
    _same("Trường THCS Ban Mai", "school", 43, _school(_LIBRARIAN), 0.7),
    _same("Trường THCS Tân Tiến", "school", 42, _school(_LIBRARIAN), 0.7),
    _same("Trường THCS Đồng Tâm", "school", 37, _school(_LIBRARIAN), 0.7),
    _same("Thôn Đông", "village", 7, _VILLAGE, 0.3),
    _same("Thôn Đoài", "village", 7, _VILLAGE, 0.3),
    _same("Thôn Trung", "village", 7, _VILLAGE, 0.3),
    _same("Thôn Thượng", "village", 7, _VILLAGE, 0.3),
)
