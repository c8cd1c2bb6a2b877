"""Shapes that differ in where the header is and how it is written."""

from __future__ import annotations

from models.records import Gender
from tests.models.intake.workbooks import (
    AN,
    BINH,
    CUONG,
    DUNG,
    HALL,
    SCHOOL,
    Shape,
    book,
    everybody,
    numbered,
    person,
)

HEAD = ["STT", "Họ và tên", "Số điện thoại"]
MOTTO = [
    ["ỦY BAN NHÂN DÂN", None, "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM"],
    ["XÃ KẺ SẶT", None, "Độc lập - Tự do - Hạnh phúc"],
    [],
    ["DANH SÁCH CÁN BỘ, CÔNG CHỨC, VIÊN CHỨC"],
    ["(Kèm theo Công văn số /UBND-VHXH)"],
]


def under(*header: object) -> list[list[object]]:
    """Three columns under another header."""
    return [list(header), *numbered()]


HEADER_SHAPES = (
    Shape("header in row 1", book([HEAD, *numbered()]), everybody()),
    Shape("one title row", book([["DANH SÁCH"], HEAD, *numbered()]), everybody(), (2, 2)),
    Shape(
        "official form", book([*MOTTO, HEAD, *numbered()], merges=["A4:C4", "A5:C5"]), everybody(), (6, 6)
    ),
    Shape(
        "blank rows above", book([[], [], [], ["Biểu 16"], [], [], [], [], HEAD, *numbered()]),
        everybody(), (9, 9),
    ),
    Shape("header far down", book([[f"Dòng {i}"] for i in range(35)] + [HEAD, *numbered()]), everybody(), (36, 36)),
    Shape("required marks", book(under("STT", "Họ và tên (*)", "Số điện thoại(*)")), everybody()),
    Shape("line breaks", book(under("Số\nTT", "Họ và\ntên", "Số điện\nthoại")), everybody()),
    Shape("capitals", book(under("TT", "HỌ VÀ TÊN", "SỐ ĐIỆN THOẠI")), everybody()),
    Shape("no diacritics", book(under("STT", "Ho va ten", "So dien thoai")), everybody()),
    Shape("abbreviations", book(under("TT", "Họ tên", "SĐT")), everybody()),
    Shape("trailing blanks", book(under("STT ", " Họ và tên\u00a0", "Số ĐT  ")), everybody()),
    Shape("english", book(under("No.", "Full name", "Mobile")), everybody()),
    Shape("remarks in brackets", book(under("STT", "Họ và tên (chữ in hoa có dấu)", "SĐT (10 số)")), everybody()),
    Shape(
        "column numbers in brackets", book([HEAD, ["(1)", "(2)", "(3)"], *numbered()]), everybody()
    ),
    Shape("bare column numbers", book([HEAD, [1, 2, 3], *numbered()]), everybody()),
    Shape("letters as column numbers", book([HEAD, ["A", "B", "C"], [1, 2, 3], *numbered()]), everybody()),
    Shape(
        "two rows, merged",
        book(
            [
                ["STT", "Họ và tên", "Liên hệ", None],
                [None, None, "Điện thoại", "Email"],
                *[[*row, "a@b.vn"] for row in numbered()],
            ],
            merges=["A1:A2", "B1:B2", "C1:D1"],
        ),
        everybody(email="a@b.vn"), (1, 2),
    ),
    Shape(
        "two rows, not merged",
        book(
            [
                ["STT", "Họ và tên", "Thông tin liên hệ", None],
                [None, None, "Di động", "Thư điện tử"],
                *[[*row, "a@b.vn"] for row in numbered()],
            ]
        ),
        everybody(email="a@b.vn"), (1, 2),
    ),
    Shape(
        "three rows",
        book(
            [
                ["TT", "Họ và tên", "Thông tin", None, None],
                [None, None, "Ngày sinh", None, "Liên hệ"],
                [None, None, "Nam", "Nữ", "SĐT"],
                [1, AN[0], "02/04/1985", None, AN[1]],
                [2, BINH[0], None, "1990", BINH[1]],
                [3, CUONG[0], "15-10-1978", None, CUONG[1]],
            ],
            merges=["A1:A3", "B1:B3", "C1:E1", "C2:D2"],
        ),
        [
            person(AN, birth="1985-04-02", gender=Gender.MALE),
            person(BINH, birth="1990", gender=Gender.FEMALE),
            person(CUONG, birth="1978-10-15", gender=Gender.MALE),
        ],
        (1, 3),
    ),
    Shape(
        "births of men and women",
        book(
            [
                ["STT", "Họ và tên", "Năm sinh", None, "Số điện thoại"],
                [None, None, "Nam", "Nữ", None],
                [1, AN[0], 1985, None, AN[1]],
                [2, BINH[0], None, 1990, BINH[1]],
                [3, CUONG[0], 1978, None, CUONG[1]],
            ],
            merges=["A1:A2", "B1:B2", "C1:D1", "E1:E2"],
        ),
        [
            person(AN, birth="1985", gender=Gender.MALE),
            person(BINH, birth="1990", gender=Gender.FEMALE),
            person(CUONG, birth="1978", gender=Gender.MALE),
        ],
        (1, 2),
    ),
    Shape(
        "gender in two columns",
        book(
            [
                ["STT", "Họ và tên", "Nam", "Nữ", "SĐT"],
                [1, AN[0], "x", None, AN[1]],
                [2, BINH[0], None, "x", BINH[1]],
            ]
        ),
        [person(AN, gender=Gender.MALE), person(BINH, gender=Gender.FEMALE)],
    ),
    Shape(
        "only the women marked",
        book(
            [
                ["STT", "Họ và tên", "Nữ", "SĐT"],
                [1, AN[0], None, AN[1]],
                [2, BINH[0], "x", BINH[1]],
                [3, DUNG[0], "N", DUNG[1]],
            ]
        ),
        [
            person(AN, gender=Gender.MALE),
            person(BINH, gender=Gender.FEMALE),
            person(DUNG, gender=Gender.FEMALE),
        ],
    ),
    Shape(
        "họ đệm and tên",
        book(
            [
                ["STT", "Họ đệm", "Tên", "SĐT"],
                [1, "Nguyễn Văn", "An", AN[1]],
                [2, "Trần Thị", "Bình", BINH[1]],
                [3, "Lê Quang", "Cường", CUONG[1]],
            ]
        ),
        everybody(count=3),
    ),
    Shape(
        "họ và tên over two columns",
        book(
            [
                ["STT", "Họ và tên", None, "SĐT"],
                [1, "Nguyễn Văn", "An", AN[1]],
                [2, "Trần Thị", "Bình", BINH[1]],
                [3, "Lê Quang", "Cường", CUONG[1]],
            ],
            merges=["B1:C1"],
        ),
        everybody(count=3),
    ),
    Shape(
        "họ và tên over two columns, not merged",
        book(
            [
                ["STT", "Họ và tên", None, "SĐT"],
                [1, "Nguyễn Văn", "An", AN[1]],
                [2, "Trần Thị", "Bình", BINH[1]],
                [3, "Lê Quang", "Cường", CUONG[1]],
            ]
        ),
        everybody(count=3),
    ),
    Shape(
        "no header at all", book([list(row) for row in numbered()]), everybody(), (0, 0)
    ),
    Shape("names only", book([["STT", "Họ và tên"], *[row[:2] for row in numbered()]]), [person((n, "")) for n in [p.name for p in everybody()]]),
    Shape("name and phone swapped", book([["STT", "Số điện thoại", "Họ và tên"], *numbered()]), everybody()),
    Shape("unnamed columns", book([["STT", None, None], *numbered()][1:]), everybody(), (0, 0)),
    Shape("phone column without header", book([["STT", "Họ và tên", None], *numbered()]), everybody()),
    Shape(
        "phone under an unknown header", book(under("STT", "Họ và tên", "Số gọi khi cần")), everybody()
    ),
    Shape("table that begins in column D", book([[None, None, None, *HEAD], *[[None, None, None, *r] for r in numbered()]]), everybody()),
    Shape(
        "headers that begin like surnames",
        book([["Họ và tên", "SĐT", "Lý do chưa đăng ký", "Trình độ chuyên môn", "Lương cơ bản"], [*AN, None, "Đại học", 1], [*BINH, "Nghỉ ốm", "Cao đẳng", 2]]),
        [person(AN), person(BINH, note="Nghỉ ốm")],
    ),
    Shape(
        "reasons of two refusals",
        book([["STT", "Họ và tên", "SĐT", "Lý do không nhận", "Lý do không nhận"], [1, *AN, "Thiếu họ và tên.", "Thiếu họ và tên."]]),
        [person(AN, note="")],
    ),
    Shape(
        "two tables side by side",
        book(
            [
                [*HEAD, None, *HEAD],
                [1, *AN, None, 3, *CUONG],
                [2, *BINH, None, 4, *DUNG],
            ]
        ),
        [person(AN), person(BINH), person(CUONG), person(DUNG)], tables=2,
    ),
    Shape(
        "two tables under one another",
        book(
            [
                HEAD, *numbered(2),
                [], ["DANH SÁCH BỔ SUNG"],
                ["STT", "Họ tên", "Đơn vị", "SĐT"],
                [1, CUONG[0], SCHOOL, CUONG[1]],
                [2, DUNG[0], HALL, DUNG[1]],
            ]
        ),
        [person(AN), person(BINH), person(CUONG, SCHOOL), person(DUNG, HALL)], tables=2,
    ),
    Shape(
        "private columns",
        book(
            [
                ["STT", "Họ và tên", "SĐT", "Số CCCD", "Dân tộc", "Tôn giáo", "Đảng viên"],
                *[[*r, "031085001234", "Kinh", "Không", "x"] for r in numbered()],
            ]
        ),
        everybody(note="", login="", staff_code=""),
    ),
    Shape(
        "citizen's number headed as phone",
        book(
            [
                ["STT", "Họ và tên", "Điện thoại", "Số"],
                *[[r[0], r[1], f"03108500{1000 + r[0]}", r[2]] for r in numbered()],
            ]
        ),
        everybody(),
    ),
)  # fmt: skip
