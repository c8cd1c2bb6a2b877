"""Shapes in which a hasty reader would write something that the list does not say."""

from __future__ import annotations

from datetime import date

from models.records import Gender
from tests.models.intake.workbooks import (
    AN,
    BINH,
    CLINIC,
    CUONG,
    DUNG,
    SCHOOL,
    Shape,
    Truth,
    book,
    everybody,
    numbered,
    person,
)

HEAD = ["STT", "Họ và tên", "Số điện thoại"]
FOUR = (AN, BINH, CUONG, DUNG)


def column(title: str, *cells: object) -> list[list[object]]:
    """The first people with one more column."""
    body = [[at + 1, *FOUR[at], cell] for at, cell in enumerate(cells)]
    return [[*HEAD, title], *body]


def answers(parent: str, one: str, other: str) -> list[list[object]]:
    """Two columns of answers under a header that asks; the first person has the first one."""
    return [
        [*HEAD, parent, None], [None, None, None, one, other],
        [1, *AN, "x", None], [2, *BINH, None, "x"],
    ]  # fmt: skip


def marks(name: str, *values: object) -> list[Truth]:
    return [person(FOUR[at], **{name: value}) for at, value in enumerate(values)]


def silent(count: int = 2) -> list[Truth]:
    """People about whom the list says nothing of the contest."""
    return [person(who, registered=None, completed=None) for who in FOUR[:count]]


MARK_SHAPES = (
    Shape("x under chưa hoàn thành", book(column("Chưa hoàn thành", "x", None, "chưa hoàn thành")), marks("completed", False, None, False)),
    Shape("x under chưa đăng ký", book(column("Chưa đăng ký tài khoản", "x", None)), marks("registered", False, None)),
    Shape(
        "three columns of states",
        book([[*HEAD, "Chưa đăng ký", "Đã đăng ký", "Đã hoàn thành"], [1, *AN, "x", None, None], [2, *BINH, None, "x", None], [3, *CUONG, None, "x", "x"]]),
        [person(AN, registered=False, completed=None), person(BINH, registered=True, completed=None), person(CUONG, registered=True, completed=True)],
    ),
    Shape("có and không", book(answers("Đăng ký", "Có", "Không"), merges=["D1:E1"]), marks("registered", True, False), (1, 2)),
    Shape("không before có", book(answers("Đăng ký", "Không", "Có"), merges=["D1:E1"]), marks("registered", False, True), (1, 2)),
    Shape("rồi and chưa", book(answers("Hoàn thành", "Rồi", "Chưa"), merges=["D1:E1"]), marks("completed", True, False), (1, 2)),
    Shape("results in two columns", book(answers("Kết quả", "Hoàn thành", "Chưa hoàn thành"), merges=["D1:E1"]), marks("completed", True, False), (1, 2)),
    Shape(
        "question in the header",
        book([[*HEAD, "Đã đăng ký chưa?", "Hoàn thành chưa?"], [1, *AN, "Rồi", "Chưa"], [2, *BINH, "Chưa", "chưa"]]),
        [person(AN, registered=True, completed=False), person(BINH, registered=False, completed=False)],
    ),
    Shape("states under way", book(column("Trạng thái", "Đang học", "Hoàn thành 50%", "Sắp hoàn thành", "Hoàn thành 100%")), marks("completed", False, False, False, True)),
    Shape("registration under way", book(column("Đăng ký", "Đang đăng ký", "Sẽ đăng ký", "Chờ đăng ký", "Đã đăng ký")), marks("registered", False, False, False, True)),
    Shape("shares of the work", book(column("Tiến độ học", 0.75, "75 %", "100 %", 1.0)), marks("completed", False, False, True, True)),
    Shape("yearly evaluation", book(column("Mức độ hoàn thành nhiệm vụ", "Hoàn thành tốt nhiệm vụ", "Hoàn thành nhiệm vụ")), silent()),
    Shape("yearly evaluation under kết quả", book(column("Kết quả", "Hoàn thành tốt nhiệm vụ", "Hoàn thành")), marks("completed", None, True), problems="D"),
    Shape("deadlines", book(column("Hạn hoàn thành", date(2026, 6, 30), "30/6/2026")), silent()),
    Shape("planned dates", book(column("Ngày dự kiến hoàn thành", date(2026, 6, 30), "30/6/2026")), silent()),
    Shape("reasons", book(column("Lý do chưa hoàn thành", "Đã nghỉ ốm, đang điều trị", None)), [person(AN, completed=None, note="Đã nghỉ ốm, đang điều trị"), person(BINH)]),
    Shape("registration for lunch", book(column("Đăng ký suất ăn trưa", "x", None)), silent()),
    Shape("registration for an award", book(column("Đăng ký danh hiệu thi đua", "x", "x")), silent()),
)  # fmt: skip

NAME_SHAPES = (
    Shape(
        "họ, đệm, tên in three columns",
        book([["STT", "Họ", "Tên đệm", "Tên", "SĐT"], [1, "Nguyễn", "Văn", "An", AN[1]], [2, "Trần", "Thị", "Bình", BINH[1]], [3, "Lê", "Quang", "Cường", CUONG[1]]]),
        everybody(count=3),
    ),
    Shape(
        "tên before họ đệm",
        book([["STT", "Tên", "Họ đệm", "SĐT"], [1, "An", "Nguyễn Văn", AN[1]], [2, "Bình", "Trần Thị", BINH[1]], [3, "Cường", "Lê Quang", CUONG[1]]]),
        everybody(count=3),
    ),
    Shape(
        "vacant posts",
        book([["STT", "Họ và tên", "Chức vụ", "SĐT"], [1, AN[0], "Trưởng phòng", AN[1]], [2, "(Khuyết)", "Phó phòng", None], [3, "Chưa bổ nhiệm", "Phó phòng", None], [4, BINH[0], "Kế toán", BINH[1]]]),
        [person(AN, position="Trưởng phòng"), person(BINH, position="Kế toán")],
    ),
    Shape(
        "unit and post swapped",
        book([["STT", "Họ tên", "Đơn vị", "Chức vụ", "SĐT"], [1, AN[0], "Hiệu trưởng", SCHOOL, AN[1]], [2, BINH[0], "Giáo viên", SCHOOL, BINH[1]], [3, CUONG[0], "Kế toán", SCHOOL, CUONG[1]]]),
        [person(AN, SCHOOL, position="Hiệu trưởng"), person(BINH, SCHOOL, position="Giáo viên"), person(CUONG, SCHOOL, position="Kế toán")],
    ),
    Shape(
        "second phone where the first is missing",
        book([["STT", "Họ và tên", "SĐT 1", "SĐT 2"], [1, AN[0], AN[1], "0911111111"], [2, BINH[0], None, BINH[1]], [3, CUONG[0], CUONG[1], "02253823456"]]),
        everybody(count=3), problems="D",
    ),
    Shape(
        "women marked beside the year of birth",
        book([["TT", "Họ và tên", "Nữ", "Năm sinh", "SĐT"], [1, AN[0], None, 1985, AN[1]], [2, BINH[0], "x", 1990, BINH[1]]]),
        [person(AN, gender=Gender.MALE, birth="1985"), person(BINH, gender=Gender.FEMALE, birth="1990")],
    ),
)  # fmt: skip

FURNITURE_SHAPES = (
    Shape(
        "groups with the unit's own phone",
        book([HEAD, ["I", SCHOOL, "02253823456"], [1, *AN], ["II", CLINIC, "02253823457"], [2, *BINH]]),
        [person(AN, SCHOOL), person(BINH, CLINIC)],
    ),
    Shape("groups behind a star", book([HEAD, ["*", "Thôn Đông"], [1, *AN], ["*", "Thôn Tây"], [2, *BINH]]), [person(AN, "Thôn Đông"), person(BINH, "Thôn Tây")]),
    Shape("number of people in words", book([HEAD, *numbered(2), [None, "Tổng số: 02 người"], [None, "Bằng chữ: hai người"], [3, *CUONG]]), everybody(count=3)),
    Shape(
        "signer with a phone",
        book([HEAD, *numbered(2), [None, "NGƯỜI LẬP BIỂU", "THỦ TRƯỞNG ĐƠN VỊ"], [None, "Đỗ Thị Hương", "0912345699"]]),
        everybody(count=2),
    ),
    Shape("lines of dashes", book([HEAD, ["---", "-------", "-----"], *numbered(2), ["___", "____", "___"]]), everybody(count=2)),
    Shape(
        "names in three blocks without a header",
        book([[AN[0], CUONG[0], "Vũ Thị Giang"], [BINH[0], DUNG[0], "Đỗ Thị Thu Hà"]]),
        [Truth(AN[0]), Truth(BINH[0]), Truth(CUONG[0]), Truth(DUNG[0]), Truth("Vũ Thị Giang"), Truth("Đỗ Thị Thu Hà")],
        (0, 0), tables=3,
    ),
    Shape(
        "two blocks without a header",
        book([[1, *AN, None, 3, *CUONG], [2, *BINH, None, 4, *DUNG]]), everybody(count=4), (0, 0), tables=2,
    ),
    Shape("two tables of different columns", book([[*HEAD, None, "STT", "Họ và tên", "Đơn vị"], [1, *AN, None, 1, CUONG[0], CLINIC], [2, *BINH, None, 2, DUNG[0], CLINIC]]), [person(AN), person(BINH), Truth(CUONG[0], "", CLINIC), Truth(DUNG[0], "", CLINIC)], tables=2),
    Shape("header in row 40", book([[f"dòng {n}"] for n in range(39)] + [HEAD, *numbered(2)]), everybody(count=2), (40, 40)),
    Shape(
        "three header rows, nothing merged",
        book(
            [
                ["TT", "Thông tin cá nhân", None, None, "Kết quả", None], [None, "Họ và tên", "Liên lạc", None, "Đăng ký", "Hoàn thành"],
                [None, None, "SĐT", "Email", None, None], [1, *AN, "a@b.vn", "x", None], [2, *BINH, "b@b.vn", "x", "x"],
            ]
        ),
        [person(AN, email="a@b.vn", registered=True, completed=None), person(BINH, email="b@b.vn", registered=True, completed=True)], (1, 3),
    ),
)  # fmt: skip

ODD_ENDS = (
    Shape(
        "signs around names",
        book([HEAD, [1, "Nguyễn Văn An*", AN[1]], [2, "Trần Thị Bình.", BINH[1]], [3, " Lê Quang Cường ,", CUONG[1]]]),
        everybody(count=3),
    ),
    Shape(
        "block above the first header",
        book([["KHỐI ĐẢNG"], HEAD, [1, *AN], ["KHỐI CHÍNH QUYỀN"], HEAD, [1, *BINH]]),
        [person(AN, "KHỐI ĐẢNG"), person(BINH, "KHỐI CHÍNH QUYỀN")], (2, 2),
    ),
    Shape(
        "a block over each of two tables side by side",
        book([["KHỐI ĐẢNG", None, None, None, "KHỐI CHÍNH QUYỀN"], [*HEAD, None, *HEAD], [1, *AN, None, 1, *CUONG], [2, *BINH, None, 2, *DUNG]]),
        [person(AN, "KHỐI ĐẢNG"), person(BINH, "KHỐI ĐẢNG"), person(CUONG, "KHỐI CHÍNH QUYỀN"), person(DUNG, "KHỐI CHÍNH QUYỀN")], (2, 2), tables=2,
    ),
    Shape(
        "one letterhead over two tables side by side",
        book([["TRƯỜNG MẦM NON HOA SEN", None, None, None, "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM"], [*HEAD, None, *HEAD], [1, *AN, None, 1, *CUONG], [2, *BINH, None, 2, *DUNG]]),
        [person(who, "TRƯỜNG MẦM NON HOA SEN") for who in FOUR], (2, 2), tables=2,
    ),
    Shape(
        "a title of its own over a second table of other columns",
        book([["DANH SÁCH CÁN BỘ TRƯỜNG MẦM NON HOA SEN"], HEAD, [1, *AN], [2, *BINH], [None], ["DANH SÁCH CÔNG AN XÃ"], [*HEAD, "Chức vụ"], [1, *CUONG, "Phó trưởng"]]),
        [person(AN, "TRƯỜNG MẦM NON HOA SEN"), person(BINH, "TRƯỜNG MẦM NON HOA SEN"), person(CUONG, "CÔNG AN XÃ")], (2, 2), tables=2,
    ),
    Shape(
        "a title over each list of one table",
        book([["DANH SÁCH TRẠM Y TẾ"], HEAD, [1, *AN], ["DANH SÁCH CÔNG AN XÃ"], HEAD, [1, *BINH]]),
        [person(AN, "TRẠM Y TẾ"), person(BINH, "CÔNG AN XÃ")], (2, 2),
    ),
    Shape(
        "people in charge of units",
        book([["STT", "Tên đơn vị", "Người phụ trách", "SĐT"], [1, CLINIC, *AN], [2, SCHOOL, *BINH]]),
        [person(AN, CLINIC), person(BINH, SCHOOL)],
    ),
    Shape(
        "people to call beside the people",
        book([[*HEAD, "Người liên hệ", "SĐT liên hệ"], *[[*row, "Ngô Thị Xuân", "0911222333"] for row in numbered()]]),
        everybody(),
    ),
    Shape(
        "a header of which the name is not understood",
        book([["STT", "Tên đơn vị", "Ai đi học", "SĐT"], [1, CLINIC, *AN], [2, SCHOOL, *BINH]]),
        [person(AN, CLINIC), person(BINH, SCHOOL)],
    ),
    Shape(
        "names twice",
        book([["STT", "Họ và tên", "Họ và tên", "SĐT"], [1, AN[0], *AN], [2, BINH[0], *BINH], [3, CUONG[0], *CUONG]]),
        everybody(count=3),
    ),
    Shape("ticks of other fonts", book(column("Đăng ký", "ü", "þ", "✅", "✗")), marks("registered", True, True, True, False)),
    Shape(
        "words in place of dates",
        book([[*HEAD, "Ngày đăng ký", "Ngày hoàn thành"], [1, *AN, "05/06/2026", "chưa"], [2, *BINH, "chưa đăng ký", None]]),
        [person(AN, registered=True, completed=None), person(BINH, registered=None)],
    ),
)  # fmt: skip

WILD_SHAPES = (*ODD_ENDS, *MARK_SHAPES, *NAME_SHAPES, *FURNITURE_SHAPES)
