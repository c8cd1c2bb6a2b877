"""Made-up figures and people for the tests of documents."""

from __future__ import annotations

from datetime import date

from models.records import (
    Commune,
    Contest,
    Figures,
    Issuer,
    Mark,
    Person,
    Signer,
    Unit,
    UnitFigures,
    UnitKind,
)

AS_OF = date(2026, 6, 8)
COMMUNE = Commune("Xã Kẻ Sặt", "xã", "10945", "Kẻ Sặt", "thành phố Hải Phòng")
CONTEST = Contest(
    id=1,
    code="ai-2026",
    name="Ứng dụng AI trong thực thi nhiệm vụ của các cơ quan hành chính",
    short_name="Ứng dụng AI 2026",
    platform="OneTouch",
    course_url="",
    target=100,
)
ISSUER = Issuer(
    profile="ubnd",
    parent="",
    lines=("ỦY BAN NHÂN DÂN", "XÃ KẺ SẶT"),
    place="Kẻ Sặt",
    symbols={"BC": "BC-UBND", "CV": "UBND-VHXH"},
    signer=Signer(("TM. ỦY BAN NHÂN DÂN", "KT. CHỦ TỊCH", "PHÓ CHỦ TỊCH"), "Trần Thị Minh Khuê"),
)
DEPARTMENT = Issuer(
    profile="vhxh",
    parent="UBND XÃ KẺ SẶT",
    lines=("PHÒNG VĂN HÓA - XÃ HỘI",),
    place="Kẻ Sặt",
    symbols={"BC": "BC-VHXH"},
    signer=Signer(("TRƯỞNG PHÒNG",), "Lê Ngọc Ánh"),
)

_UNITS: tuple[tuple[str, UnitKind, int, int, int, int], ...] = (
    ("Ban Xây dựng Đảng", UnitKind.PARTY, 9, 2, 1, 0),
    ("Ủy ban Kiểm tra Đảng ủy", UnitKind.PARTY, 5, 0, 0, 0),
    ("Văn phòng Đảng ủy", UnitKind.PARTY, 8, 8, 6, 1),
    ("Ban Kinh tế - Ngân sách Hội đồng nhân dân", UnitKind.COUNCIL, 2, 0, 0, 0),
    ("Văn phòng Hội đồng nhân dân và Ủy ban nhân dân", UnitKind.GOVERNMENT, 16, 3, 1, 0),
    ("Phòng Kinh tế", UnitKind.GOVERNMENT, 15, 1, 0, 0),
    ("Phòng Văn hóa - Xã hội", UnitKind.GOVERNMENT, 14, 4, 2, 1),
    ("Trung tâm Phục vụ hành chính công", UnitKind.GOVERNMENT, 11, 2, 0, 0),
    ("Ủy ban Mặt trận Tổ quốc Việt Nam xã và các đoàn thể", UnitKind.FRONT, 19, 1, 0, 0),
    ("Trung tâm Dịch vụ sự nghiệp công", UnitKind.PUBLIC_SERVICE, 13, 1, 0, 0),
    ("Trường Mầm non Hoa Phượng", UnitKind.SCHOOL, 41, 0, 0, 0),
    ("Trường Mầm non Sao Mai", UnitKind.SCHOOL, 38, 0, 0, 0),
    ("Trường Tiểu học Thượng Hồng", UnitKind.SCHOOL, 46, 1, 0, 0),
    ("Trường Tiểu học Vĩnh Tuy", UnitKind.SCHOOL, 44, 0, 0, 0),
    ("Trường Trung học cơ sở Tráng Liệt", UnitKind.SCHOOL, 39, 1, 0, 0),
    ("Trường Trung học cơ sở Hưng Thịnh", UnitKind.SCHOOL, 37, 0, 0, 0),
    ("Trạm Y tế xã", UnitKind.HEALTH, 22, 0, 0, 1),
    ("Công an xã", UnitKind.FORCES, 28, 0, 0, 0),
    ("Ban Chỉ huy Quân sự xã", UnitKind.FORCES, 7, 0, 0, 0),
    ("Thôn Lương Xá", UnitKind.VILLAGE, 20, 0, 0, 0),
    ("Thôn Phủ", UnitKind.VILLAGE, 20, 0, 0, 0),
    ("Thôn Ngọc Cục", UnitKind.VILLAGE, 20, 0, 0, 0),
    ("Thôn Cầu Xộp", UnitKind.VILLAGE, 19, 0, 0, 0),
    ("Thôn Tráng Liệt", UnitKind.VILLAGE, 20, 0, 0, 0),
    ("Thôn Bình An", UnitKind.VILLAGE, 19, 0, 0, 0),
)


def of_units(*units: UnitFigures) -> Figures:
    """Figures whose totals are the sums of their lines."""
    return Figures(
        as_of=AS_OF,
        total=sum(u.total for u in units),
        registered=sum(u.registered for u in units),
        completed=sum(u.completed for u in units),
        exempt=sum(u.exempt for u in units),
        units=units,
        contest=CONTEST.code,
    )


def commune_figures() -> Figures:
    """532 people in 25 units, 24 registered, 10 completed."""
    lines = (UnitFigures(i, *line) for i, line in enumerate(_UNITS, start=1))
    return of_units(*lines)


def many_units(count: int, kind: UnitKind | None = None) -> Figures:
    """`count` units of every kind in turn, or all of one kind."""
    kinds = tuple(UnitKind)
    return of_units(
        *(
            UnitFigures(
                i, f"Đơn vị số {i}", kind or kinds[i % len(kinds)], 10 + i, i % 7, min(i % 7, i % 3)
            )
            for i in range(1, count + 1)
        )
    )


_FAMILY = ("Nguyễn", "Trần", "Phạm", "Lê", "Vũ", "Đỗ", "Bùi", "Hoàng")
_MIDDLE = ("Thị Thu", "Văn", "Ngọc", "Đức", "Thị Minh", "Quang")
_GIVEN = ("An", "Ánh", "Bình", "Dũng", "Hạnh", "Huyền", "Khuê", "Lượng", "Nghĩa", "Yến")
_POSITIONS = ("Chuyên viên", "Giáo viên", "Phó Trưởng phòng", "Nhân viên", "")


def made_up_person(number: int, line: UnitFigures, registered_on: date | None = None) -> Person:
    """The `number`th person of the tests, working in the unit of `line`."""
    name = " ".join((_FAMILY[number % 8], _MIDDLE[number % 6], _GIVEN[number % 10]))
    return Person(
        id=number,
        uid=f"p{number}",
        name=name,
        unit_id=line.unit_id or 0,
        unit=line.name,
        position=_POSITIONS[number % 5],
        phone=f"09{number:08d}" if number % 9 else "",
        registered_on=registered_on,
    )


def people_missing(figures: Figures, mark: Mark) -> list[Person]:
    """As many people of each unit as the figures say are missing there."""
    people = list[Person]()
    for line in figures.units:
        registered = line.registered - line.completed if mark is Mark.COMPLETED else 0
        done = line.registered if mark is Mark.REGISTERED else line.completed
        for i in range(line.total - done):
            day = date(2026, 6, 1 + i % 8) if i < registered else None
            people.append(made_up_person(len(people) + 1, line, day))
    return people


def as_unit(line: UnitFigures) -> Unit:
    """The unit that a line of the figures is about."""
    assert line.unit_id is not None
    assert line.kind is not None
    return Unit(line.unit_id, f"u{line.unit_id}", line.name, line.kind, None, 0)
