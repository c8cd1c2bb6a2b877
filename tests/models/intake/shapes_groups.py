"""Shapes that differ in how units are told, and in what stands between and below the people."""

from __future__ import annotations

from models.records import StaffType
from tests.models.intake.workbooks import (
    AN,
    BINH,
    CLINIC,
    CUONG,
    DUC,
    DUNG,
    GIANG,
    HALL,
    SCHOOL,
    Shape,
    Truth,
    book,
    everybody,
    numbered,
    person,
)

HEAD = ["STT", "Họ và tên", "Số điện thoại"]
WIDE = ["STT", "Họ và tên", "Đơn vị", "Chức vụ", "Số điện thoại"]
GROUPED = [person(AN, HALL), person(BINH, HALL), person(CUONG, SCHOOL), person(DUNG, SCHOOL)]


def grouped(first: list[object], second: list[object]) -> list[list[object]]:
    """Two people under each of two group rows."""
    return [HEAD, first, [1, *AN], [2, *BINH], second, [3, *CUONG], [4, *DUNG]]


GROUP_SHAPES = (
    Shape("roman groups in one cell", book(grouped([f"I. {HALL}"], [f"II. {SCHOOL}"])), GROUPED),
    Shape(
        "roman groups merged",
        book(grouped([f"I. {HALL}"], [f"II. {SCHOOL}"]), merges=["A2:C2", "A5:C5"]), GROUPED,
    ),
    Shape("roman number in its own cell", book(grouped(["I", HALL], ["II", SCHOOL])), GROUPED),
    Shape("letters", book(grouped(["A", HALL], ["B", SCHOOL])), GROUPED),
    Shape("decimal numbers", book(grouped(["1.1", HALL], ["1.2", SCHOOL])), GROUPED),
    Shape("text in the name column only", book(grouped([None, HALL], [None, SCHOOL])), GROUPED),
    Shape("groups with counts", book(grouped(["I", f"{HALL} (2 người)"], ["II", f"{SCHOOL}: 2 đ/c"])), GROUPED),
    Shape("counts in the phone column", book(grouped(["I", HALL, 2], ["II", SCHOOL, 2])), GROUPED),
    Shape(
        "nested groups",
        book(
            [
                HEAD, ["A", "KHỐI CHÍNH QUYỀN"], ["I", HALL], [1, *AN], [2, *BINH],
                ["B", "KHỐI SỰ NGHIỆP"], ["1.1", SCHOOL], [3, *CUONG], [4, *DUNG],
            ]
        ),
        GROUPED,
    ),
    Shape(
        "groups by kind of staff",
        book(
            [
                HEAD, ["I", HALL], [None, "Công chức"], [1, *AN],
                [None, "Người hoạt động không chuyên trách"], [2, *BINH], ["II", SCHOOL], [3, *CUONG],
            ]
        ),
        [
            person(AN, HALL, staff_type=StaffType.CIVIL_SERVANT),
            person(BINH, HALL, staff_type=StaffType.PART_TIME),
            person(CUONG, SCHOOL, staff_type=None),
        ],
    ),
    Shape("merged unnumbered capitals", book(grouped(["ỦY BAN MTTQ VIỆT NAM XÃ"], ["CÔNG AN XÃ"]), merges=["A2:C2", "A5:C5"]), [
        person(AN, "ỦY BAN MTTQ VIỆT NAM XÃ"), person(BINH, "ỦY BAN MTTQ VIỆT NAM XÃ"),
        person(CUONG, "CÔNG AN XÃ"), person(DUNG, "CÔNG AN XÃ"),
    ]),
    Shape(
        "village named like a person",
        book(grouped(["I. Nguyễn Trãi"], ["II. Trần Hưng Đạo"]), merges=["A2:C2", "A5:C5"]),
        [
            person(AN, "Nguyễn Trãi"), person(BINH, "Nguyễn Trãi"),
            person(CUONG, "Trần Hưng Đạo"), person(DUNG, "Trần Hưng Đạo"),
        ],
    ),
    Shape(
        "unit column",
        book([WIDE, [1, AN[0], HALL, "Chuyên viên", AN[1]], [2, BINH[0], SCHOOL, "Hiệu trưởng", BINH[1]]]),
        [person(AN, HALL, position="Chuyên viên"), person(BINH, SCHOOL, position="Hiệu trưởng")],
    ),
    Shape(
        "unit merged down",
        book(
            [
                WIDE,
                [1, AN[0], HALL, None, AN[1]], [2, BINH[0], None, None, BINH[1]],
                [3, CUONG[0], SCHOOL, None, CUONG[1]], [4, DUNG[0], None, None, DUNG[1]],
            ],
            merges=["C2:C3", "C4:C5"],
        ),
        GROUPED,
    ),
    Shape(
        "unit written once",
        book(
            [
                WIDE,
                [1, AN[0], HALL, None, AN[1]], [2, BINH[0], None, None, BINH[1]],
                [3, CUONG[0], SCHOOL, None, CUONG[1]], [4, DUNG[0], None, None, DUNG[1]],
                [5, DUC[0], None, None, DUC[1]],
            ]
        ),
        [*GROUPED, person(DUC, SCHOOL)],
    ),
    Shape(
        "unit column under groups",
        book([WIDE, ["I", "KHỐI UBND"], [1, AN[0], HALL, None, AN[1]], ["II", SCHOOL], [2, BINH[0], None, None, BINH[1]]]),
        [person(AN, HALL), person(BINH, SCHOOL)],
    ),
    Shape(
        "sheet per unit",
        book([HEAD, *numbered(2)], title="Trạm Y tế", **{"Công an xã": [HEAD, [1, *CUONG], [2, *DUNG]]}),
        [person(AN, CLINIC), person(BINH, CLINIC), person(CUONG, "Công an xã"), person(DUNG, "Công an xã")],
        tables=2,
    ),
    Shape(
        "unit in a line above",
        book([["Đơn vị: " + SCHOOL], [], HEAD, *numbered()]), everybody(SCHOOL), (3, 3),
    ),
    Shape(
        "unit in the letterhead",
        book([["UBND XÃ KẺ SẶT", None, "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM"], ["TRƯỜNG MẦM NON HOA SEN"], ["DANH SÁCH"], HEAD, *numbered()]),
        everybody("TRƯỜNG MẦM NON HOA SEN"), (4, 4),
    ),
    Shape(
        "unit in the title",
        book([["Danh sách cán bộ, giáo viên Trường Mầm non Hoa Sen năm 2026"], HEAD, *numbered()]),
        everybody(SCHOOL), (2, 2),
    ),
    Shape(
        "extra sheet of code lists",
        book([HEAD, *numbered()], DATA=[["Dân tộc", "Mã"], ["Kinh", 1], ["Tày", 2]]), everybody(),
    ),
    Shape(
        "summary sheet first",
        book(
            [["STT", "Đơn vị", "Số người"], [1, HALL, 8], [2, SCHOOL, 9]], title="Tổng hợp",
            **{"Chi tiết": [HEAD, *numbered()]},
        ),
        everybody(),
    ),
    Shape(
        "header repeated on printed pages",
        book([HEAD, *numbered(4), HEAD, [5, *DUC], [6, *GIANG]]), everybody(count=6),
    ),
    Shape(
        "two-row header repeated",
        book(
            [
                ["STT", "Họ và tên", "Liên hệ", None], [None, None, "SĐT", "Email"],
                [1, *AN, "a@b.vn"], ["STT", "Họ và tên", "Liên hệ", None], [None, None, "SĐT", "Email"],
                [2, *BINH, "b@b.vn"],
            ]
        ),
        [person(AN, email="a@b.vn"), person(BINH, email="b@b.vn")], (1, 2),
    ),
    Shape("total row", book([HEAD, *numbered(), [None, "Tổng cộng: 8 người"]]), everybody()),
    Shape("total merged in front", book([HEAD, *numbered(), ["Cộng", None, 8]], merges=["A10:B10"]), everybody()),
    Shape(
        "totals under each group",
        book([HEAD, ["I", HALL], [1, *AN], [None, "Cộng: 1"], ["II", SCHOOL], [2, *BINH], ["Tổng số", None, 2]]),
        [person(AN, HALL), person(BINH, SCHOOL)],
    ),
    Shape(
        "signatures",
        book(
            [
                HEAD, *numbered(), [], [None, None, "Kẻ Sặt, ngày 08 tháng 6 năm 2026"],
                ["NGƯỜI LẬP BIỂU", None, "TM. ỦY BAN NHÂN DÂN"], ["(Ký, ghi rõ họ tên)", None, "KT. CHỦ TỊCH"],
                [None, None, "PHÓ CHỦ TỊCH"], [], [None, "Phạm Thị Lập", "Ngô Văn Ký"],
            ]
        ),
        everybody(),
    ),
    Shape(
        "signer under the name column",
        book([HEAD, *numbered(), [None, "Người lập"], [], [None, "Phạm Thị Lập"]]), everybody(),
    ),
    Shape(
        "remarks below",
        book([HEAD, *numbered(), ["Danh sách gồm 8 người./."], ["Ghi chú: số điện thoại là tài khoản"]]),
        everybody(),
    ),
    Shape("tail of order numbers", book([HEAD, *numbered(), [9, None, None], [10, None, None]]), everybody()),
    Shape("blank rows between", book([HEAD, *numbered(2), [], [], [3, *CUONG]]), everybody(count=3)),
    Shape(
        "people named like totals and posts",
        book([HEAD, [1, "Tống Văn Cộng", AN[1]], [2, "Tô Thị Hội", BINH[1]], [3, "Đoàn Văn Trường", CUONG[1]], [4, "Văn Thị Phòng", DUNG[1]]]),
        [Truth("Tống Văn Cộng", AN[1]), Truth("Tô Thị Hội", BINH[1]), Truth("Đoàn Văn Trường", CUONG[1]), Truth("Văn Thị Phòng", DUNG[1])],
    ),
    Shape(
        "minority names",
        book([HEAD, [1, "H'Hen Niê", AN[1]], [2, "Y Blai Êban", BINH[1]], [3, "Giàng A Páo", CUONG[1]], [4, "K’ Brêu", DUNG[1]]]),
        [Truth("H'Hen Niê", AN[1]), Truth("Y Blai Êban", BINH[1]), Truth("Giàng A Páo", CUONG[1]), Truth("K’ Brêu", DUNG[1])],
    ),
)  # fmt: skip
