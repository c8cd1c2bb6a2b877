"""A list about something else marks nobody, whatever its columns are called."""

import pytest

from models.intake.grid import Sheet, Workbook
from models.intake.shape.fields import Field
from models.intake.shape.find import find_tables
from models.intake.shape.list_titles import about_another_matter, other_matter_of
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
        "DANH SÁCH THAM GIA CUỘC THI TÌM HIỂU LUẬT GIAO THÔNG ĐƯỜNG BỘ",
        "Cuộc thi tìm hiểu an toàn thông tin",
        "DANH SÁCH DỰ THI TÌM HIỂU PHÁP LUẬT NĂM 2026",
        "Kết quả thi tìm hiểu 95 năm ngày thành lập Đảng",
        "CUỘC THI PHÒNG, CHỐNG MA TÚY",
        "HỘI THI PHÒNG CHÁY CHỮA CHÁY",
        "HỘI THI GIÁO VIÊN DẠY GIỎI CẤP XÃ",
        "Cuộc thi Đảng Cộng sản Việt Nam quang vinh",
        "Cuộc thi chính luận bảo vệ nền tảng tư tưởng của Đảng",
        "Danh sách đăng ký đề tài nghiên cứu khoa học",
        "DANH SACH THAM GIA CUOC THI TIM HIEU LUAT GIAO THONG",
        "Cuộc thi viết “Gương người tốt, việc tốt”",
        "KỲ THI TỐT NGHIỆP THPT NĂM 2026",
        "Cuộc thi khởi nghiệp đổi mới sáng tạo",
        "Cuộc thi Tổ quốc bên bờ sóng",
        "Khóa học lý luận chính trị",
        "CUOC THI PHONG CHONG MA TUY",
        "Cuộc thi các mô hình tiết kiệm điện",
        "Danh sách hoàn thành bài thi tìm hiểu Luật Phòng, chống tham nhũng",
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
        "DANH SÁCH THAM GIA CUỘC THI",
        "KẾT QUẢ CUỘC THI TUẦN 2",
        "DANH SACH DANG KY CUOC THI UNG DUNG AI",
        "Cuộc thi chặng 1 - danh sách đã hoàn thành",
        "Danh sách đăng ký dự thi Phòng Kinh tế",
        "Danh sách cán bộ hoàn thành bài thi",
        "Kết quả làm bài thi trắc nghiệm trên hệ thống OneTouch",
        "Danh sách hoàn thành khóa học trên nền tảng One Touch",
        "DS ĐK THI AI",
        "Cuộc thi tìm hiểu trí tuệ nhân tạo",
        "Kết quả hội thi xã Kẻ Sặt",
        "Danh sách tham gia cuộc thi do UBND thành phố phát động",
        "Cuộc thi cấp thành phố năm 2026",
        "Biểu tổng hợp kết quả tham gia cuộc thi (đến 15/6)",
        "Danh sách thí sinh dự thi thôn Nội",
        "Danh sách đăng ký lần 2 gửi UBND xã",
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


def test_a_title_goes_on_in_the_next_line() -> None:
    assert other_matter_of(("DANH SÁCH THAM GIA CUỘC THI", "AN TOÀN GIAO THÔNG NĂM 2026"))
    assert other_matter_of(("Kết quả cuộc thi", "“Nét đẹp văn hóa công sở”"))
    assert not other_matter_of(("DANH SÁCH THAM GIA CUỘC THI", "ỨNG DỤNG AI NĂM 2026"))
    assert not other_matter_of(("DANH SÁCH THAM GIA CUỘC THI", "XÃ KẺ SẶT NĂM 2026"))


@pytest.mark.parametrize(
    ("name", "other"),
    [
        ("31-hien-mau.xlsx", True),
        ("thi tim hieu luat an toan giao thong.xlsx", True),
        ("DS kham suc khoe 2026.xlsx", True),
        ("danh-sach-dang-ky-thi-AI.xlsx", False),
        ("Danh sach dang ky gui chi Huong (chot).xlsx", False),
        ("export_khoa_hoc_8392.xlsx", False),
    ],
)
def test_a_file_is_of_another_matter_only_where_its_name_says_so_outright(
    name: str, other: bool
) -> None:
    assert bool(other_matter_of(("Sheet1",), name)) is other
    assert not other_matter_of(("Danh sách đăng ký cuộc thi",), name)
