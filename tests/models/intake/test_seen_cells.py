"""Small files as offices have sent them, each with its people: case, expected, got."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from pathlib import Path

import pytest

from models.intake.shape.records import ShapedTable
from tests.models.intake.seen_books import HEADER, births, ods, struck, table_of, told, xlsx

Got = list[tuple[str, ...]]
SHORT = ("STT", "Họ và tên", "Số điện thoại", "Đơn vị")


@dataclass(frozen=True)
class Case:
    """One file, what is looked at in its rows, what is right, and the cells that are told."""

    name: str
    build: Callable[[], bytes]
    seen: Callable[[ShapedTable], Got]
    right: Got
    told: Sequence[tuple[int, str]] = ()


def _units(table: ShapedTable) -> Got:
    return [(row.name, row.phone.number, row.unit) for row in table.rows]


def _births(table: ShapedTable) -> Got:
    return [(row.birth,) for row in table.rows]


def _posts(table: ShapedTable) -> Got:
    return [(row.unit, row.position, row.phone.number) for row in table.rows]


CASES = (
    Case(
        "stray-quote.csv",
        (
            'STT,Họ và tên,Số điện thoại,Đơn vị\n1,Nguyễn Văn An,0912345671,Trường "Hoa Sen\n'
            '2,Trần Thị Bình,0912345672,"Thôn Đông\n3,Lê Quang Cường,0912345673,Thôn Tây\n'
        ).encode,
        _units,
        [
            ("Nguyễn Văn An", "0912345671", 'Trường "Hoa Sen'),
            ("Trần Thị Bình", "0912345672", "Thôn Đông"),
            ("Lê Quang Cường", "0912345673", "Thôn Tây"),
        ],
        [(2, ""), (3, "")],
    ),
    Case(
        "bad-byte.csv",
        lambda: "STT,Họ và tên,Số điện thoại,Đơn vị\n1,Nguyễn Văn An,0912345671,Trạm Y tế\n"
        "2,Trần Thị B§nh,0912345672,Trạm Y tế\n".encode().replace("§".encode(), b"\xec"),
        _units,
        [
            ("Nguyễn Văn An", "0912345671", "Trạm Y tế"),
            ("Trần Thị B\ufffdnh", "0912345672", "Trạm Y tế"),
        ],
        [(3, "B")],
    ),
    Case(
        "before-midnight.xlsx",
        lambda: xlsx(
            births([datetime(1985, 4, 1, 23, 59, 43), datetime(1979, 11, 30, 17), date(1990, 9, 15)])
        ),
        _births,
        [("1985-04-02",), ("",), ("1990-09-15",)],
        [(3, "C")],
    ),
    Case(
        "month-first.xlsx",
        lambda: xlsx(births(["4/2/1985", "09/15/1990", "12/1/1979", "04/30/1988"])),
        _births,
        [("1985-04-02",), ("1990-09-15",), ("1979-12-01",), ("1988-04-30",)],
    ),
    Case(
        "year-in-date.xlsx",
        lambda: xlsx(births([date(1905, 6, 7), date(1905, 6, 12), date(1905, 6, 1)])),
        _births,
        [("1985",), ("1990",), ("1979",)],
    ),
    Case(
        "equals-text.csv",
        (
            "No,Full name,Birthday,Phone,Department\n"
            '"=""1""","=""Nguyễn Văn An""","=""02/04/1985""","=""0912345671""","=""Trạm Y tế"""\n'
            '"=""2""","=""Trần Thị Bình""","=""15/09/1990""","=""0912345672""","=""Trạm Y tế"""\n'
        ).encode,
        _births,
        [("1985-04-02",), ("1990-09-15",)],
    ),
    Case(
        "struck.xlsx",
        lambda: xlsx(
            [
                SHORT,
                (1, "Nguyễn Văn An", struck("0911111111", " 0912345671"), "Trạm Y tế"),
                (2, struck("Trần Thị Bính", " Trần Thị Bình"), "0912345672", "Trạm Y tế"),
            ]
        ),
        _units,
        [
            ("Nguyễn Văn An", "0912345671", "Trạm Y tế"),
            ("Trần Thị Bình", "0912345672", "Trạm Y tế"),
        ],
        [(2, "C"), (3, "B")],
    ),
    Case(
        "tab-in-name.ods",
        lambda: ods([SHORT, ("1", "Trần Thị<text:tab/>Bình", "0912345672", "Trạm Y <text:s/>tế")]),
        _units,
        [("Trần Thị Bình", "0912345672", "Trạm Y tế")],
    ),
    Case(
        "hyphens.xlsx",
        lambda: xlsx(
            [
                HEADER,
                (1, "Nguyễn Văn An", "02–04–1985", "0912‑345‑671", "Trạm Y tế"),
                (2, "Trần Thị Bình", "15−09−1990", "0912‒345‐672", "Trạm Y tế"),
            ]
        ),
        lambda table: [(row.birth, row.phone.number) for row in table.rows],
        [("1985-04-02", "0912345671"), ("1990-09-15", "0912345672")],
    ),
    Case(
        "old-new.xlsx",
        lambda: xlsx(
            [
                ("STT", "Họ và tên", "Đơn vị cũ", "Đơn vị mới", "Chức vụ trước sắp xếp",
                 "Chức vụ hiện nay", "SĐT cũ", "SĐT mới"),
                *(
                    (n, name, "UBND xã Tráng Liệt", "Phòng Kinh tế", "Chủ tịch UBND xã",
                     "Chuyên viên", f"091111111{n}", f"091234567{n}")
                    for n, name in enumerate(("Nguyễn Văn An", "Trần Thị Bình"))
                ),
            ]
        ),
        _posts,
        [("Phòng Kinh tế", "Chuyên viên", f"091234567{n}") for n in (0, 1)],
        [(1, "C"), (1, "E"), (1, "G")],
    ),
)  # fmt: skip


@pytest.mark.parametrize("case", [pytest.param(case, id=case.name) for case in CASES])
def test_what_was_seen_is_read_rightly(case: Case, tmp_path: Path) -> None:
    table = table_of(tmp_path, case.name, case.build())
    got = case.seen(table)
    assert got == case.right, f"{case.name}: expected {case.right}, got {got}"
    assert [place[:2] for place in told(table)] == list(case.told)
