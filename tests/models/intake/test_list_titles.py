"""A list about something else marks nobody, whatever its columns are called."""

import pytest

from models.intake.grid import Sheet, Workbook
from models.intake.shape.fields import Field
from models.intake.shape.find import find_tables
from models.intake.shape.list_titles import about_another_matter
from models.intake.unread_columns import told_unread


@pytest.mark.parametrize(
    "title",
    [
        "DANH SÁCH ĐĂNG KÝ HIẾN MÁU TÌNH NGUYỆN NĂM 2026",
        "DANH SÁCH KÊ KHAI TÀI SẢN, THU NHẬP",
        "Danh sách cán bộ đăng ký khám sức khỏe định kỳ",
        "Danh sách tham gia giải bóng chuyền",
        "Danh sách công chức hoàn thành tốt nhiệm vụ năm 2026",
        "Danh sách đăng ký mua bảo hiểm",
        "Tiêm chủng",
        "Danh sách đăng ký đi nghỉ mát",
        "DANH SACH DANG KY HIEN MAU",
    ],
)
def test_other_matters(title: str) -> None:
    assert about_another_matter(title)


@pytest.mark.parametrize(
    "title",
    [
        "DANH SÁCH CÁN BỘ, CÔNG CHỨC, VIÊN CHỨC",
        "DANH SÁCH ĐĂNG KÝ",
        "Danh sách đã đăng ký - Trường THCS Ban Mai",
        "DANH SÁCH ĐĂNG KÝ THAM GIA CUỘC THI ỨNG DỤNG AI XÃ KẺ SẶT",
        "Danh sách tham gia tập huấn AI",
        "Kết quả đăng ký của Thôn Đông đến ngày 08/6",
        "Danh sách người chưa hoàn thành xã Kẻ Sặt",
        "Danh sách đăng ký học và thi trên OneTouch",
        "Danh sách đăng ký bổ sung lần 2",
        "Sheet1",
        "Phòng Kinh tế",
        "Tổng hợp đăng ký, hoàn thành theo đơn vị",
    ],
)
def test_titles_of_the_contest_and_neutral_ones(title: str) -> None:
    assert not about_another_matter(title)


def book(*rows: tuple[object, ...], sheet: str = "Sheet1") -> Workbook:
    head = ("Họ và tên", "Số điện thoại", "Đơn vị", "Đã đăng ký")
    people = (
        ("Nguyễn Văn An", "0912345671", "Trạm Y tế", "x"),
        ("Trần Thị Bình", "0912345672", "Trạm Y tế", "x"),
    )
    return Workbook("ds.xlsx", "", "xlsx", (Sheet(sheet, [*rows, head, *people]),))  # type: ignore[list-item]


def test_its_marks_are_not_read_and_told() -> None:
    (guess,) = find_tables(book(("DANH SÁCH ĐĂNG KÝ HIẾN MÁU", None, None, None)))
    assert [c.letter for c in guess.columns if c.field is Field.OTHER_MATTER] == ["D"]
    (told,) = told_unread([guess])
    assert "HIẾN MÁU" in told.reason
    (by_sheet,) = find_tables(book(sheet="Tiêm chủng"))
    assert Field.REGISTERED not in by_sheet.fields.values()


@pytest.mark.parametrize(
    ("title", "told"),
    [
        ("Đơn vị đăng ký hiến máu", True),
        ("Cơ quan tham gia bảo hiểm", True),
        ("Đơn vị tham gia giải bóng đá", True),
        ("Đơn vị khám sức khỏe", True),
        ("Đơn vị tiêm chủng", True),
        ("Đơn vị", False),
        ("Đơn vị công tác", False),
        ("Đơn vị đăng ký dự thi", False),
        ("Đơn vị đăng ký trên OneTouch", False),
    ],
)
def test_a_unit_of_another_matter_that_is_read_is_told(title: str, told: bool) -> None:
    rows = [
        ("Họ và tên", "Số điện thoại", title),
        ("Nguyễn Văn An", "0912345671", "Trạm Y tế"),
        ("Trần Thị Bình", "0912345672", "Trạm Y tế"),
    ]
    (guess,) = find_tables(Workbook("ds.xlsx", "", "xlsx", (Sheet("Sheet1", rows),)))
    assert Field.UNIT in guess.fields.values()
    assert [each.value for each in told_unread([guess])] == ([title] if told else [])


def test_a_title_of_the_contest_beside_it_decides() -> None:
    rows = (("Cuộc thi Ứng dụng AI", None, None, None), ("Tập huấn", None, None, None))
    (guess,) = find_tables(book(*rows))
    assert Field.REGISTERED in guess.fields.values()
