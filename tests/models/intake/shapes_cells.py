"""Shapes that differ in what single cells hold."""

from __future__ import annotations

from datetime import date, datetime

from models.records import Gender, StaffType
from tests.models.intake.raw_xlsx import Raw, xlsx
from tests.models.intake.workbooks import (
    AN,
    BINH,
    CUONG,
    DUC,
    DUNG,
    SCHOOL,
    Shape,
    Truth,
    book,
    everybody,
    person,
)

HEAD = ["STT", "Họ và tên", "Số điện thoại"]
FIVE = (AN, BINH, CUONG, DUNG, DUC)


def phones(*cells: object) -> list[list[object]]:
    """The first people, each with a phone written in another way."""
    return [HEAD, *[[at + 1, FIVE[at][0], cell] for at, cell in enumerate(cells)]]


def column(title: str, *cells: object) -> list[list[object]]:
    """The first people with one more column."""
    body = [[at + 1, *FIVE[at], cell] for at, cell in enumerate(cells)]
    return [[*HEAD, title], *body]


def read_as(name: str, *values: object) -> list[Truth]:
    """The first people with the values that their last column must give."""
    return [person(FIVE[at], **{name: value}) for at, value in enumerate(values)]


CELL_SHAPES = (
    Shape(
        "days that cannot be when something was done",
        book(column("Ngày hoàn thành", "05/06/2026", "31/12/2027", "6/2026", date(2062, 6, 5), "chưa")),
        read_as("completed_on", date(2026, 6, 5), None, None, None, None), problems="D",
    ),
    Shape("phones as numbers", book(phones(912345671, 982103592.0, 84373456783)), everybody(count=3)),
    Shape(
        "phones with signs",
        book(phones("0912.345.671", "+84 982 103 592", "(037) 345-6783", "086 845 6784", "'0903456785")),
        everybody(count=5),
    ),
    Shape(
        "phones from before 2018",
        book(phones("01652345671", 1672103592)),
        [Truth(AN[0], "0352345671"), Truth(BINH[0], "0372103592")], problems="C",
    ),
    Shape(
        "two phones in a cell",
        book(phones("0912345671/0911111111", "0982103592; 0922222222", "0373456783\n0933333333")),
        everybody(count=3, note=""),
    ),
    Shape(
        "phones with words",
        book(phones("0912345671 (vợ)", "0982103592 - Zalo", "Zalo: 0373456783", "086 845 6784 (gọi tối)", "0903456785 (của con)")),
        [
            person(AN, note="Cạnh số điện thoại ghi: vợ"), person(BINH, note=""), person(CUONG, note=""),
            person(DUNG, note="Cạnh số điện thoại ghi: gọi tối"), person(DUC, note="Cạnh số điện thoại ghi: của con"),
        ],
        problems="C",
    ),
    Shape(
        "masked phones",
        book(phones("0912***671", "0982xxx592", "03••••783", "0868456784", "***785")),
        [Truth(AN[0]), Truth(BINH[0]), Truth(CUONG[0]), person(DUNG), Truth(DUC[0])], problems="C",
    ),
    Shape("landline", book(phones("0912345671", "02253823456")), [person(AN), Truth(BINH[0], "02253823456")], problems="C"),
    Shape("phone that is a word", book(phones("0912345671", "không dùng")), [person(AN), Truth(BINH[0])], problems="C"),
    Shape(
        "dates of birth",
        book(column("Ngày sinh", date(1985, 4, 2), "02/04/1985", "\u00a002-04-1985\u00a0", "2/4/85", "1985-04-02")),
        read_as("birth", *["1985-04-02"] * 5),
    ),
    Shape(
        "partial births",
        book(column("Năm sinh", 1985, "1985", " 1985", "/ /1985", "04/1985")),
        read_as("birth", "1985", "1985", "1985", "1985", "1985-04"),
    ),
    Shape(
        "impossible date",
        book(column("Ngày sinh", "02/04/1985", "31/02/1985")), read_as("birth", "1985-04-02", ""),
        problems="D",
    ),
    Shape(
        "genders", book(column("Giới tính", "Nam", "nữ", "NỮ ", "N/A", None)),
        read_as("gender", Gender.MALE, Gender.FEMALE, Gender.FEMALE, None, None),
    ),
    Shape(
        "kinds of staff",
        book(column("Đối tượng", "Cán bộ", "Công chức", "Viên chức", "Người lao động", "Không chuyên trách")),
        read_as("staff_type", StaffType.CADRE, StaffType.CIVIL_SERVANT, StaffType.PUBLIC_EMPLOYEE, StaffType.WORKER, StaffType.PART_TIME),
    ),
    Shape(
        "kinds of staff under chức vụ",
        book(column("Chức vụ", "Công chức", "Viên chức", "Viên chức", "Cán bộ", "Người lao động")),
        read_as("staff_type", StaffType.CIVIL_SERVANT, StaffType.PUBLIC_EMPLOYEE, StaffType.PUBLIC_EMPLOYEE, StaffType.CADRE, StaffType.WORKER),
    ),
    Shape(
        "unknown kind of staff", book(column("Đối tượng", "Công chức", "Cộng tác viên")),
        read_as("staff_type", StaffType.CIVIL_SERVANT, None), problems="D",
    ),
    Shape("marks", book(column("Đã đăng ký", "x", "X", "✓", None, "chưa")), read_as("registered", True, True, True, None, False)),
    Shape("marks in words", book(column("Đăng ký", "Có", "Đã đăng ký", "Rồi", "Chưa đăng ký", "Không")), read_as("registered", True, True, True, False, False)),
    Shape("marks as numbers", book(column("Đã hoàn thành", 1, 0, True, False, None)), read_as("completed", True, False, True, False, None)),
    Shape(
        "completion in words",
        book(column("Kết quả", "Hoàn thành", "Chưa hoàn thành", "Đã hoàn thành", "chưa đạt", "Đạt")),
        read_as("completed", True, False, True, False, True),
    ),
    Shape("progress", book(column("Tiến độ", "100%", "75%", 1, 0.5, "0%")), read_as("completed", True, False, True, False, False)),
    Shape(
        "registered under kết quả",
        book(column("Kết quả", "Đã đăng ký", "Đã đăng ký, chưa hoàn thành", "Chưa đăng ký", "Hoàn thành")),
        [
            person(AN, registered=True, completed=None), person(BINH, registered=True, completed=False),
            person(CUONG, registered=False, completed=None), person(DUNG, registered=None, completed=True),
        ],
    ),
    Shape("unclear mark", book(column("Đã đăng ký", "x", "xem lại")), read_as("registered", True, None), problems="D"),
    Shape(
        "dates in place of marks",
        book(column("Đã đăng ký", date(2026, 6, 5), "05/6/2026", None)),
        [
            person(AN, registered=True, registered_on=date(2026, 6, 5)),
            person(BINH, registered=True, registered_on=date(2026, 6, 5)),
            person(CUONG, registered=None, registered_on=None),
        ],
    ),
    Shape(
        "date of registration",
        book(column("Ngày đăng ký", datetime(2026, 6, 5, 8, 30), "5/6/2026", "05/06/2026 08:30", None)),
        [
            *[person(p, registered=True, registered_on=date(2026, 6, 5)) for p in FIVE[:3]],
            person(DUNG, registered=None, registered_on=None),
        ],
    ),
    Shape("scores", book(column("Điểm thi", "90.0/100", "85,5", 70, 65.5, None)), read_as("score", 90.0, 85.5, 70.0, 65.5, None)),
    Shape("attempts", book(column("Số lượt thi", 3, "2 lần", "1", None)), read_as("attempts", 3, 2, 1, None)),
    Shape(
        "titles before names",
        book([HEAD, [1, "Ông Nguyễn Văn An", AN[1]], [2, "Bà Trần Thị Bình", BINH[1]], [3, "Đ/c Lê Quang Cường", CUONG[1]], [4, "ThS. Phạm Thu Dung", DUNG[1]]]),
        [person(AN, gender=Gender.MALE), person(BINH, gender=Gender.FEMALE), person(CUONG), person(DUNG)],
    ),
    Shape(
        "posts beside names",
        book([HEAD, [1, "Nguyễn Văn An (Trưởng phòng)", AN[1]], [2, "Trần Thị Bình - Kế toán", BINH[1]], [3, "Lê Quang Cường\n(Phó Chủ tịch)", CUONG[1]]]),
        [person(AN, position="Trưởng phòng"), person(BINH, position="Kế toán"), person(CUONG, position="Phó Chủ tịch")],
    ),
    Shape(
        "phone beside the name",
        book([["STT", "Họ và tên", "Đơn vị"], [1, f"{AN[0]} - {AN[1]}", SCHOOL], [2, f"{BINH[0]}\n{BINH[1]}", SCHOOL]]),
        [person(AN, SCHOOL), person(BINH, SCHOOL)],
    ),
    Shape("name broken over two lines", book([HEAD, [1, "Nguyễn Văn\nAn", AN[1]], [2, "Trần Thị\n Bình", BINH[1]]]), everybody(count=2)),
    Shape("numbers before names", book([["Họ và tên", "SĐT"], ["1. Nguyễn Văn An", AN[1]], ["2) Trần Thị Bình", BINH[1]]]), everybody(count=2)),
    Shape(
        "namesakes",
        book([HEAD, [1, "Nguyễn Văn An 1985", AN[1]], [2, "Nguyễn Văn An (90)", BINH[1]], [3, "Nguyễn Văn An (A)", CUONG[1]]]),
        [Truth("Nguyễn Văn An 1985", AN[1]), Truth("Nguyễn Văn An (90)", BINH[1]), Truth("Nguyễn Văn An (A)", CUONG[1])],
    ),
    Shape("broken marks", book([HEAD, [1, "Nguye\u0302\u0303n Va\u0306n An", AN[1]], [2, "Trần\u00a0Thị  Bình ", BINH[1]]]), everybody(count=2)),
    Shape(
        "two people in a cell",
        book([HEAD, [1, *AN], [2, "Trần Thị Bình\nLê Quang Cường", BINH[1]], [3, "Phạm Thu Dung, Hoàng Minh Đức", DUNG[1]]]),
        [person(AN), Truth("Trần Thị Bình"), Truth("Lê Quang Cường"), Truth("Phạm Thu Dung"), Truth("Hoàng Minh Đức")],
        problems="BC",
    ),
    Shape("one word as name", book([HEAD, [1, *AN], [2, "Bình", BINH[1]]]), [person(AN)], rejected=[3], problems="B"),
    Shape("name missing", book([HEAD, [1, *AN], [2, None, BINH[1]]]), [person(AN)], rejected=[3], problems="B"),
    Shape("name that is none", book([HEAD, [1, *AN], [2, "12345 ???", BINH[1]]]), [person(AN)], rejected=[3], problems="B"),
    Shape(
        "formula without value",
        lambda: xlsx([HEAD, [1, *AN], [2, Raw("", "<f>A1</f>"), BINH[1]], [3, CUONG[0], Raw("", "<f>B9</f>")]]),
        [person(AN), Truth(CUONG[0])], rejected=[3], problems="BC",
    ),
    Shape(
        "error cells",
        lambda: xlsx([HEAD, [1, *AN], [2, BINH[0], Raw('t="e"', "<v>#N/A</v>")], [3, *CUONG]]),
        [person(AN), Truth(BINH[0]), person(CUONG)], problems="C",
    ),
    Shape(
        "account in place of a phone",
        book([["STT", "Họ tên", "Tên đăng nhập", "Đơn vị"], [1, AN[0], AN[1], SCHOOL], [2, BINH[0], "binhtt", SCHOOL], [3, CUONG[0], "031085001234", SCHOOL]]),
        [person(AN, SCHOOL, login=AN[1]), Truth(BINH[0], "", SCHOOL, {"login": "binhtt"}), Truth(CUONG[0], "", SCHOOL, {"login": ""})],
    ),
    Shape(
        "platform export",
        book(
            [
                ["Stt", "Tên đăng nhập", "Họ tên", "Giới tính", "Ngày sinh", "Chức vụ", "Đơn vị", "Cơ sở đoàn", "Đã làm tự luận chưa?", "Điện thoại", "Tên bài thi", "Điểm thi", "Ngày thi", "Thời gian làm bài"],
                [1, AN[1], AN[0], "Nam", "02/04/1985", "Công chức", SCHOOL, "Chi đoàn 1", "Chưa làm", AN[1], "Bài 1", "90.0/100", "27/04/2026", "3 phút "],
                [2, "binh90", BINH[0], "N/A", "1990", "Viên chức", SCHOOL, "Chi đoàn 2", "Đã làm", BINH[1], "Bài 1", "70.0/100", "28/04/2026", "12 phút 5 giây "],
            ]
        ),
        [
            person(AN, SCHOOL, score=90.0, completed_on=date(2026, 4, 27), completed=True, gender=Gender.MALE, staff_type=StaffType.CIVIL_SERVANT, login=AN[1]),
            person(BINH, SCHOOL, score=70.0, completed_on=date(2026, 4, 28), gender=None, birth="1990"),
        ],
    ),
)  # fmt: skip
