"""Whose list a table is: staff is read, other people are asked about with what speaks for it."""

from __future__ import annotations

from datetime import date

import pytest

from models.intake.grid import Cell, Sheet, Workbook
from models.intake.shape.find import find_tables
from models.intake.shape.records import TableGuess
from models.intake.shape.rows import shape_rows
from models.intake.wishes import Wishes, wished_tables

TODAY = date(2026, 6, 1)
NAMES = ("Nguyễn Văn An", "Trần Thị Bình", "Lê Quang Cường", "Phạm Thu Dung", "Vũ Thị Giang")
OTHERS = ("Hoàng Văn Hải", "Đỗ Thị Hoa", "Bùi Đức Kiên", "Ngô Thị Lan", "Đinh Văn Minh")
PHONES = ("0912345671", "0912345672", "0912345673", "0912345674", "0912345675")
GROWN = ("12/03/1985", "05/11/1990", "20/07/1978", "01/01/1995", "15/09/1982")
PUPILS = ("12/03/2014", "05/11/2014", "20/07/2014", "01/01/2014", "15/09/2014")
AGED = ("1940", "1945", "1938", "1947", "1943")
POSTS = ("Giáo viên", "Hiệu trưởng", "Kế toán", "Giáo viên", "Văn thư")
OFFICE = ("Phòng Kinh tế", "Trạm Y tế", "Phòng Kinh tế", "Công an xã", "Trạm Y tế")
VILLAGES = ("Thôn Nội", "Thôn Nội", "Thôn Ngoại", "Thôn Ngoại", "Thôn Nội")
CLASSES = ("6A", "6B", "7A", "7C", "9A1")
COUNTS = (3, 4, 5, 2, 6)

KNOWN: dict[str, tuple[Cell, ...]] = {
    "Họ và tên": NAMES,
    "SĐT": PHONES,
    "Lớp": CLASSES,
    "Thôn": VILLAGES,
    "Đơn vị": OFFICE,
    "Chức vụ": POSTS,
    "Số nhân khẩu": COUNTS,
}
"""Columns that mean the same in each list."""

Column = str | tuple[str, tuple[Cell, ...]]


def workbook(
    title: str, *columns: Column, sheet: str = "Sheet1", file: str = "danh sách.xlsx"
) -> Workbook:
    """A list with a title, an order number and these columns."""
    told = [each if isinstance(each, tuple) else (each, KNOWN[each]) for each in columns]
    head = ("STT", *(name for name, _ in told))
    people = zip(range(1, 6), *(cells for _, cells in told), strict=True)
    blank: tuple[Cell, ...] = (None,) * (len(told))
    rows = [(title or None, *blank), head, *people]
    return Workbook(file, "", "xlsx", (Sheet(sheet, rows),))


def guess_of(book: Workbook) -> TableGuess:
    """The one table of a workbook, or the first of those about which one question is asked."""
    first, *beside = find_tables(book, TODAY)
    assert all(first.question and each.question == first.question for each in beside)
    return first


BIRTHS_OF_PUPILS: Column = ("Ngày sinh", PUPILS)
BIRTHS: Column = ("Ngày sinh", GROWN)


@pytest.mark.parametrize(
    ("title", "columns"),
    [
        ("DANH SÁCH HỌC SINH LỚP 6A", ("Họ và tên", "SĐT")),
        ("DANH SACH HOC SINH KHOI 7", ("Họ và tên", "Lớp", "SĐT")),
        ("KẾT QUẢ HỌC SINH GIỎI CẤP THÀNH PHỐ", ("Họ và tên", "Lớp", ("Trường", OFFICE))),
        ("", (("Mã học sinh", ("HS1", "HS2", "HS3", "HS4", "HS5")), "Họ và tên", "Lớp")),
        ("", ("Họ và tên", BIRTHS_OF_PUPILS, "SĐT", "Đơn vị")),
        ("", ("Họ và tên", "Lớp", ("GVCN", OTHERS), ("SĐT phụ huynh", PHONES))),
        ("", (("Họ tên trẻ", NAMES), ("Họ tên mẹ", OTHERS), ("SĐT mẹ", PHONES))),
        ("DANH SÁCH TRẺ MẪU GIÁO 5 TUỔI", ("Họ và tên", "Thôn", "SĐT")),
        ("DANH SÁCH CON CÁN BỘ, CÔNG CHỨC ĐẠT HỌC SINH GIỎI", ("Họ và tên", "Đơn vị", "SĐT")),
        (
            "DANH SÁCH CÁC CHÁU NHẬN QUÀ TRUNG THU",
            ("Họ và tên", ("Con ông (bà)", OTHERS), "Đơn vị"),
        ),
        ("DANH SÁCH THÂN NHÂN LIỆT SĨ NHẬN QUÀ 27/7", ("Họ và tên", "Thôn")),
        ("DANH SÁCH NGƯỜI CÓ CÔNG VỚI CÁCH MẠNG", ("Họ và tên", ("Năm sinh", AGED), "Thôn")),
        ("DANH SÁCH CHI TRẢ TRỢ CẤP NGƯỜI CAO TUỔI", ("Họ và tên", "Thôn", "SĐT")),
        ("DANH SÁCH ĐỐI TƯỢNG BẢO TRỢ XÃ HỘI", ("Họ và tên", "Thôn", ("Mức trợ cấp", COUNTS))),
        ("", ("Họ và tên", ("Năm sinh", AGED), "Thôn")),
        ("DANH SÁCH HỘ NGHÈO, HỘ CẬN NGHÈO", ("Họ và tên", "Thôn", "Số nhân khẩu")),
        ("", (("Họ và tên chủ hộ", NAMES), "Thôn", "Số nhân khẩu", "SĐT")),
        ("DANH SÁCH GIA ĐÌNH VĂN HÓA NĂM 2026", ("Họ và tên", "Thôn")),
        ("DANH SÁCH CÔNG DÂN SẴN SÀNG NHẬP NGŨ", ("Họ và tên", ("Ngày sinh", GROWN), "Thôn")),
        ("DANH SÁCH CỬ TRI THÔN NỘI", ("Họ và tên", BIRTHS, "Thôn")),
        ("DANH SÁCH HỘI VIÊN HỘI NÔNG DÂN", ("Họ và tên", BIRTHS, "Thôn")),
        ("DANH SÁCH BỆNH NHÂN KHÁM NGÀY 12/5", ("Họ và tên", BIRTHS, "SĐT")),
        ("DANH SÁCH PHỤ HUYNH ĐÓNG GÓP", ("Họ và tên", "Lớp", "SĐT")),
        (
            "",
            (
                "Họ và tên",
                BIRTHS,
                ("Quan hệ với cán bộ", ("Vợ", "Con", "Chồng", "Mẹ", "Con")),
                "SĐT",
            ),
        ),
        ("BẢNG PHÂN CÔNG", (("Người giao", NAMES), ("Người nhận", OTHERS), ("Thời hạn", GROWN))),
        ("DANH SÁCH CÁN BỘ, GIÁO VIÊN VÀ HỌC SINH DỰ LỄ", ("Họ và tên", "SĐT")),
        ("DANH SÁCH NHẬN QUÀ TẾT", ("Họ và tên", "Thôn")),
        ("DANH SÁCH HỘI NGƯỜI CAO TUỔI", ("Họ và tên", "Thôn")),
        ("DANH SÁCH NGƯỜI LAO ĐỘNG ĐI XUẤT KHẨU", ("Họ và tên", "Thôn", "SĐT")),
        ("DANH SÁCH THÀNH VIÊN TỔ VAY VỐN", ("Họ và tên", "Thôn", "SĐT")),
        ("", ("Họ và tên", ("Tuổi", (8, 9, 10, 8, 9)), "SĐT")),
    ],
)
def test_other_people_are_asked_about(title: str, columns: tuple[Column, ...]) -> None:
    guess = guess_of(workbook(title, *columns))

    assert guess.question.startswith("Bảng này có vẻ")
    assert "cán bộ, công chức, viên chức, người lao động (" in guess.question
    assert not guess.wanted
    assert guess.by_name


@pytest.mark.parametrize(
    ("title", "columns"),
    [
        ("DANH SÁCH CÁN BỘ PHỤ TRÁCH HỘ NGHÈO", ("Họ và tên", ("Hộ nghèo phụ trách", OTHERS))),
        ("DANH SÁCH GIÁO VIÊN DẠY LỚP 6A", ("Họ và tên", ("Môn", OFFICE), "SĐT")),
        ("DANH SÁCH GIÁO VIÊN CHỦ NHIỆM", ("Họ và tên", ("Chủ nhiệm lớp", CLASSES), "SĐT")),
        ("DANH SÁCH GIÁO VIÊN BỒI DƯỠNG HỌC SINH GIỎI", ("Họ và tên", "Lớp", "SĐT")),
        ("DANH SÁCH ĐẢNG VIÊN CHI BỘ 1", ("Họ và tên", BIRTHS, "SĐT")),
        ("DANH SÁCH ĐOÀN VIÊN CÔNG ĐOÀN", ("Họ và tên", BIRTHS, ("Họ tên con", OTHERS))),
        ("DANH SÁCH CÁN BỘ LÀM CÔNG TÁC TRẺ EM", ("Họ và tên", "Thôn", "SĐT")),
        ("DANH SÁCH CỘNG TÁC VIÊN BẢO VỆ, CHĂM SÓC TRẺ EM", ("Họ và tên", "Thôn", "SĐT")),
        ("DANH SÁCH TRƯỞNG THÔN", ("Họ và tên", "Thôn", ("Số hộ", COUNTS), "Số nhân khẩu")),
        ("", (("Họ và tên giáo viên", NAMES), "Lớp", ("Số học sinh", COUNTS), "SĐT")),
        ("", ("Họ và tên", "Chức vụ", "Lớp", "SĐT")),
        ("", ("Họ và tên", "Chức vụ", ("Họ tên bố", OTHERS), ("SĐT bố", PHONES), "SĐT")),
        ("", ("Họ và tên", ("Họ tên vợ (chồng)", OTHERS), ("SĐT người thân", PHONES), "Đơn vị")),
        ("", (("Mã nhân viên", COUNTS), "Họ và tên", ("Người phụ thuộc", OTHERS), "Đơn vị")),
        ("HỘI NGƯỜI CAO TUỔI XÃ KẺ SẶT", ("Họ và tên", "Chức vụ", "SĐT")),
        ("DANH SÁCH BAN CHẤP HÀNH HỘI CỰU CHIẾN BINH", ("Họ và tên", "Thôn", "SĐT")),
        ("DANH SÁCH ỦNG HỘ QUỸ VÌ NGƯỜI NGHÈO", ("Họ và tên", "Đơn vị", "SĐT")),
        ("DANH SÁCH PHÂN CÔNG GIÚP ĐỠ HỘ NGHÈO", (("Họ tên cán bộ", NAMES), "Đơn vị", "SĐT")),
        ("DANH SÁCH THÀNH VIÊN BAN CHỈ ĐẠO GIẢM NGHÈO", ("Họ và tên", "Chức vụ", "SĐT")),
        ("DANH SÁCH CÁN BỘ, CÔNG CHỨC CÓ CON NHẬN QUÀ 1/6", ("Họ và tên", "Đơn vị", "SĐT")),
        ("ỦY BAN NHÂN DÂN XÃ KẺ SẶT", ("Họ và tên", "Đơn vị", "SĐT")),
        ("DANH SÁCH HỌC VIÊN LỚP BỒI DƯỠNG", ("Họ và tên", BIRTHS, "Đơn vị")),
        ("DANH SÁCH NHẬN QUÀ TẾT", ("Họ và tên", "Đơn vị")),
        ("", ("Họ và tên", "Thôn", "SĐT")),
        ("DANH SÁCH COI THI HỌC SINH GIỎI", ("Họ và tên", "Đơn vị", "SĐT")),
        ("DANH SÁCH TIẾP CÔNG DÂN", ("Họ và tên", "Chức vụ", "SĐT")),
        ("", ("Họ và tên", ("Tuổi", (38, 29, 50, 48, 39)), "SĐT")),
        ("DANH SÁCH SINH VIÊN THỰC TẬP", ("Họ và tên", BIRTHS, "SĐT")),
        (
            "",
            (
                "Họ và tên",
                ("Người liên hệ khẩn cấp", OTHERS),
                ("Quan hệ", ("Vợ", "Chồng", "Mẹ", "Con", "Bố")),
                "Đơn vị",
            ),
        ),
    ],
)
def test_staff_is_read_whomever_it_looks_after(title: str, columns: tuple[Column, ...]) -> None:
    guess = guess_of(workbook(title, *columns))

    assert guess.question == ""
    assert guess.wanted


def test_the_question_says_what_speaks_for_it() -> None:
    book = workbook("DANH SÁCH HỌC SINH LỚP 6A", "Họ và tên", BIRTHS_OF_PUPILS, "Lớp")

    question = guess_of(book).question

    assert question == (
        "Bảng này có vẻ là danh sách học sinh, trẻ em, không phải danh sách cán bộ, công chức, "
        "viên chức, người lao động (5 trên 5 người được xem chưa đủ 18 tuổi; "
        "tiêu đề “DANH SÁCH HỌC SINH LỚP 6A”; cột D “Lớp” ghi lớp học)"
    )


@pytest.mark.parametrize("sheet", ["HS 9A", "Học sinh", "Người phụ thuộc", "Hộ nghèo", "Lớp 6A"])
def test_the_name_of_the_sheet_counts(sheet: str) -> None:
    assert guess_of(workbook("", "Họ và tên", "SĐT", sheet=sheet)).question


@pytest.mark.parametrize("sheet", ["CBGV", "HS CBCC", "Phòng Kinh tế", "6A", "THCS Bảo Châu"])
def test_other_names_of_sheets_do_not(sheet: str) -> None:
    assert guess_of(workbook("", "Họ và tên", "SĐT", sheet=sheet)).question == ""


def test_a_list_of_pupils_below_a_list_of_teachers_is_asked_about_alone() -> None:
    staff = workbook("DANH SÁCH GIÁO VIÊN", "Họ và tên", "Chức vụ", "SĐT").sheets[0].rows
    pupils = workbook("DANH SÁCH HỌC SINH", "Họ và tên", BIRTHS_OF_PUPILS, "Lớp").sheets[0].rows
    book = Workbook("a.xlsx", "", "xlsx", (Sheet("Sheet1", [*staff, (None,) * 4, *pupils]),))

    first, second = find_tables(book, TODAY)

    assert (first.question, first.wanted) == ("", True)
    assert "học sinh" in second.question


def test_naming_the_sheet_answers_and_a_unit_does_not() -> None:
    book = workbook("DANH SÁCH HỘ NGHÈO", "Họ và tên", "SĐT")
    guesses = find_tables(book, TODAY)

    assert wished_tables(book, guesses, Wishes()) == ([], guesses)
    (read,), unread = wished_tables(book, guesses, Wishes(sheet="Sheet1"))
    assert (read.question, unread) == ("", [])


def test_ages_count_only_where_the_day_is_known() -> None:
    (guess,) = find_tables(workbook("", "Họ và tên", BIRTHS_OF_PUPILS, "SĐT"))

    assert guess.question == ""


def test_of_staff_and_their_kin_only_staff_is_read() -> None:
    relation = ("Bản thân", "Vợ/chồng", "Con", "Bản thân", "Con thứ 2")
    book = workbook(
        "DANH SÁCH CÁN BỘ VÀ NGƯỜI THÂN ĐI NGHỈ MÁT",
        "Họ và tên", ("Quan hệ", relation), "Đơn vị", "SĐT",
    )  # fmt: skip
    guess = guess_of(book)

    table = shape_rows(book, guess, TODAY)

    assert guess.wanted
    assert [row.name for row in table.rows] == [NAMES[0], NAMES[3]]
    assert [row.row for row in table.skipped] == [4, 5, 7]
    (told,) = [each for each in table.problems if each.column == "C"]
    assert told.reason.startswith("3 dòng ghi là người thân nên không đọc")


def test_a_sheet_of_dependants_is_none_of_the_staff_whose_they_are() -> None:
    relation = ("Con", "Vợ", "Mẹ", "Con", "Bố")
    book = workbook(
        "", ("Nhân viên", NAMES), ("Họ tên người phụ thuộc", OTHERS), ("Quan hệ", relation), BIRTHS,
        sheet="Người phụ thuộc",
    )  # fmt: skip

    assert "danh sách người thân" in guess_of(book).question


def test_members_of_a_household_are_no_staff() -> None:
    relation = ("Chủ hộ", "Vợ", "Con", "Chủ hộ", "Mẹ")
    book = workbook("", "Họ và tên", ("Quan hệ với chủ hộ", relation), "Thôn", "SĐT")

    assert "hộ dân" in guess_of(book).question
