"""Shapes that lists take when nobody meant them to be read by a program."""

from __future__ import annotations

from models.records import Gender, StaffType
from tests.models.intake.raw_xlsx import Raw, xlsx
from tests.models.intake.workbooks import (
    AN,
    BINH,
    CLINIC,
    CUONG,
    DUNG,
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

ODD_SHAPES = (
    Shape(
        "headers with further words",
        book(
            [
                ["Số TT", "Họ và tên CBCCVC, NLĐ", "Tên cơ quan, đơn vị nơi công tác", "Chức vụ, chức danh đang giữ", "Số điện thoại đăng ký tài khoản OneTouch"],
                [1, AN[0], HALL, "Chuyên viên", AN[1]],
                [2, BINH[0], SCHOOL, "Hiệu trưởng", BINH[1]],
            ]
        ),
        [person(AN, HALL, position="Chuyên viên"), person(BINH, SCHOOL, position="Hiệu trưởng")],
    ),
    Shape(
        "relatives beside the people",
        book(
            [
                [*HEAD, "Họ tên vợ (chồng)", "SĐT người thân"],
                *[[*row, "Ngô Thị Xuân", "0911222333"] for row in numbered()],
            ]
        ),
        everybody(),
    ),
    Shape(
        "tail of formulas for the order",
        lambda: xlsx([HEAD, *numbered(), *[[Raw("", f"<f>A{n}+1</f>"), None, None] for n in range(9, 30)]]),
        everybody(),
    ),
    Shape(
        "order numbers by formula",
        lambda: xlsx([HEAD, *[[Raw("", "<f>ROW()-1</f>"), *row[1:]] for row in numbered()]]),
        everybody(),
    ),
    Shape("no order numbers", book([["Họ và tên", "SĐT"], *[row[1:] for row in numbered()]]), everybody()),
    Shape("order numbers as text", book([HEAD, *[[f"{row[0]}.", *row[1:]] for row in numbered()]]), everybody()),
    Shape("order numbers with zeros", book([HEAD, *[[f"{row[0]:02d}", *row[1:]] for row in numbered()]]), everybody()),
    Shape(
        "blank columns between",
        book([["STT", None, "Họ và tên", None, None, "SĐT"], *[[n, None, name, None, None, phone] for n, name, phone in numbered()]]),
        everybody(),
    ),
    Shape(
        "names in capitals",
        book([HEAD, *[[n, str(name).upper(), phone] for n, name, phone in numbered(2)]]),
        [Truth("NGUYỄN VĂN AN", AN[1]), Truth("TRẦN THỊ BÌNH", BINH[1])],
    ),
    Shape(
        "names without diacritics",
        book([HEAD, [1, "Nguyen Van An", AN[1]], [2, "Tran Thi Binh", BINH[1]]]),
        [Truth("Nguyen Van An", AN[1]), Truth("Tran Thi Binh", BINH[1])],
    ),
    Shape(
        "a title between the header and the people",
        book([HEAD, ["DANH SÁCH CHÍNH THỨC"], *numbered()]), everybody(),
    ),
    Shape(
        "a table for each unit under its own title",
        book(
            [
                ["DANH SÁCH TRƯỜNG MẦM NON HOA SEN"], HEAD, *numbered(2), [None, "Tổng: 2"], [],
                ["DANH SÁCH TRẠM Y TẾ XÃ KẺ SẶT"], HEAD, [1, *CUONG], [2, *DUNG],
            ]
        ),
        [
            person(AN, "TRƯỜNG MẦM NON HOA SEN"), person(BINH, "TRƯỜNG MẦM NON HOA SEN"),
            person(CUONG, "TRẠM Y TẾ XÃ KẺ SẶT"), person(DUNG, "TRẠM Y TẾ XÃ KẺ SẶT"),
        ],
        (2, 2),
    ),
    Shape(
        "signatures between two lists",
        book(
            [
                HEAD, ["I", HALL], [1, *AN], [None, None, "Ngày 08 tháng 6 năm 2026"], [None, "Người lập", "Thủ trưởng"],
                [None, "Phạm Thị Lập", "Ngô Văn Ký"], HEAD, ["II", SCHOOL], [1, *BINH],
            ]
        ),
        [person(AN, HALL), person(BINH, SCHOOL)],
    ),
    Shape(
        "full names and given names for sorting",
        book([["STT", "Họ và tên", "Tên", "SĐT"], *[[n, name, str(name).split()[-1], phone] for n, name, phone in numbered()]]),
        everybody(),
    ),
    Shape(
        "two phones in two columns",
        book([["STT", "Họ và tên", "ĐT cơ quan", "ĐT di động"], *[[n, name, "02253823456", phone] for n, name, phone in numbered()]]),
        everybody(),
    ),
    Shape(
        "ditto marks",
        book([["STT", "Họ và tên", "Đơn vị", "SĐT"], [1, AN[0], SCHOOL, AN[1]], [2, BINH[0], '"', BINH[1]], [3, CUONG[0], "-nt-", CUONG[1]]]),
        everybody(SCHOOL, count=3),
    ),
    Shape(
        "two units in two columns",
        book([["STT", "Họ và tên", "Bộ phận", "Đơn vị công tác", "SĐT"], *[[n, name, "Tổ Văn phòng", SCHOOL, phone] for n, name, phone in numbered()]]),
        everybody(SCHOOL),
    ),
    Shape(
        "pasted without header, with units and posts",
        book([[n, name, "Chuyên viên", CLINIC, phone] for n, name, phone in numbered()]),
        everybody(CLINIC, position="Chuyên viên"), (0, 0),
    ),
    Shape(
        "wide form with everything",
        book(
            [
                ["TT", "Họ và tên", "Giới tính", "Ngày tháng năm sinh", "Số CCCD", "Dân tộc", "Chức vụ", "Đối tượng", "Đơn vị", "Điện thoại", "Email", "Đã đăng ký", "Đã hoàn thành", "Điểm", "Ghi chú"],
                [1, AN[0], "Nam", "02/04/1985", "031085001234", "Kinh", "Chuyên viên", "Công chức", HALL, AN[1], "an@haiphong.gov.vn", "x", "x", 95, "gương mẫu"],
                [2, BINH[0], "Nữ", "1990", "031190001234", "Tày", "Kế toán", "Viên chức", SCHOOL, BINH[1], "binh@haiphong.gov.vn", "x", None, None, None],
            ]
        ),
        [
            person(AN, HALL, gender=Gender.MALE, birth="1985-04-02", staff_type=StaffType.CIVIL_SERVANT, email="an@haiphong.gov.vn", registered=True, completed=True, score=95.0, note="gương mẫu"),
            person(BINH, SCHOOL, gender=Gender.FEMALE, birth="1990", staff_type=StaffType.PUBLIC_EMPLOYEE, registered=True, completed=None, score=None),
        ],
    ),
    Shape(
        "header that begins with a merged block title",
        book(
            [
                ["STT", "THÔNG TIN CÁ NHÂN", None, "KẾT QUẢ", None],
                [None, "Họ và tên", "SĐT", "Đăng ký", "Hoàn thành"],
                [1, *AN, "x", None], [2, *BINH, "x", "x"],
            ],
            merges=["A1:A2", "B1:C1", "D1:E1"],
        ),
        [person(AN, registered=True, completed=None), person(BINH, registered=True, completed=True)], (1, 2),
    ),
    Shape(
        "registration date under a parent",
        book(
            [
                ["STT", "Họ và tên", "SĐT", "Đăng ký", None],
                [None, None, None, "Ngày", "Ghi chú"],
                [1, *AN, "05/6/2026", "tự đăng ký"], [2, *BINH, None, None],
            ],
            merges=["D1:E1"],
        ),
        [person(AN, registered=True, note="tự đăng ký"), person(BINH, registered=None)], (1, 2),
    ),
)  # fmt: skip
