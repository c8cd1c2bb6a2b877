"""Being in a list of the office registers nobody, unless something says that these took part."""

from __future__ import annotations

from pathlib import Path

import pytest

from models.reconcile.plan import SEVERAL_KINDS
from models.reconcile.reading import PRESENCE
from models.reconcile.sitting import ExportSitting
from models.reconcile.titles import PLAIN_LIST
from models.records import AttendanceRule, Attended, Mark
from models.store.data_file import DataFile
from tests.models.reconcile.exports import export, person, plan, read_platform_text

AN, BINH = "Nguyễn Văn An", "Trần Thị Bình"


def table(head: tuple[str, ...], first: tuple[str, ...], second: tuple[str, ...]) -> str:
    return export((AN, *first), (BINH, *second), head=("Họ và tên", *head))


PLAIN = table(("Điện thoại",), ("0982103591",), ("0982103592",))


@pytest.mark.parametrize(
    "text",
    [
        PLAIN,
        table(("Đơn vị", "Chức vụ"), ("Trạm Y tế", "Y sĩ"), ("Trạm Y tế", "Trưởng trạm")),
        table(("Mã số", "Đơn vị"), ("A12", "Trạm Y tế"), ("A13", "Trạm Y tế")),
        table(("Ngày sinh", "Ghi chú"), ("02/04/1985", ""), ("03/05/1990", "dự bị")),
        table(("Điện thoại", "Đã hoàn thành"), ("0982103591", ""), ("0982103592", "")),
        table(("Đơn vị", "Tài khoản Zalo"), ("Trạm Y tế", "an90"), ("Trạm Y tế", "binh91")),
        table(("Đơn vị", "Tài khoản công vụ"), ("Trạm Y tế", "an@xa.vn"), ("Y tế", "binh@xa.vn")),
        table(("Đơn vị", "Tên đăng nhập một cửa"), ("Trạm Y tế", "an90"), ("Y tế", "binh91")),
        table(
            ("Đơn vị", "Số tài khoản"), ("Trạm Y tế", "2106205012345"), ("Y tế", "2106205012349")
        ),
        table(("Đơn vị", "Tên khóa học"), ("Trạm Y tế", "Quản lý nhà nước"), ("Y tế", "Tin học")),
        f"{AN}\n{BINH}\n",
        "Số điện thoại\n0982103591\n0982103592\n",
    ],
)
def test_a_plain_roster_registers_nobody_and_says_why(file: DataFile, text: str) -> None:
    source = read_platform_text(file, text)
    assert [row.registered for row in source.rows] == [False, False]
    assert source.attended is Attended.LIST
    assert PLAIN_LIST in source.remarks
    assert PRESENCE not in source.remarks


@pytest.mark.parametrize(
    "title",
    [
        "DANH SÁCH CÁN BỘ THUỘC ĐỐI TƯỢNG DỰ THI",
        "Danh sách cán bộ cử tham gia cuộc thi Ứng dụng AI",
        "Danh sách phải hoàn thành bài thi",
        "Danh sách vận động đăng ký tài khoản OneTouch",
        "DANH SÁCH CÁN BỘ THAM GIA BAN CHỈ ĐẠO",
        "Danh sách dự thi giáo viên dạy giỏi",
        "Danh sách đăng ký hiến máu",
        "Kết quả xếp loại năm 2025",
        "Danh sách học viên",
        "Ban giám khảo cuộc thi Ứng dụng AI",
    ],
)
def test_a_title_of_who_is_meant_to_or_of_another_matter_registers_nobody(
    file: DataFile, title: str
) -> None:
    source = read_platform_text(file, f"{title}\t\n{PLAIN}")
    assert not any(row.registered for row in source.rows)


@pytest.mark.parametrize(
    "title",
    [
        "DANH SÁCH CÁN BỘ ĐÃ ĐĂNG KÝ",
        "Danh sách đăng ký tham gia cuộc thi của Trường THCS Ban Mai",
        "Thí sinh cuộc thi Ứng dụng AI",
        "Tài khoản trên nền tảng",
        "Danh sách giáo viên đã đăng ký",
        "Danh sách tham gia",
        "ONETOUCH",
        "DANH SACH DA DANG KY",
    ],
)
def test_a_title_of_those_who_took_part_registers_them(file: DataFile, title: str) -> None:
    source = read_platform_text(file, f"{title}\t\n{PLAIN}")
    assert all(row.registered for row in source.rows)
    assert PRESENCE in source.remarks
    assert source.attended is None


@pytest.mark.parametrize(
    ("head", "first", "second"),
    [
        (("Tài khoản",), ("an90",), ("binh91",)),
        (("Điểm thi",), ("80",), ("",)),
        (("Số lượt thi",), ("2",), ("0",)),
        (("Ngày thi",), ("02/06/2026",), ("",)),
        (("Thời gian làm bài",), ("00:12:10",), ("",)),
        (("Tên đăng nhập OneTouch",), ("an90",), ("binh91",)),
        (("Tên người dùng",), ("an90",), ("binh91",)),
        (("Thời gian làm bài (phút)",), ("12",), ("15",)),
    ],
)
def test_a_sign_of_the_platform_makes_each_row_an_account(
    file: DataFile, head: tuple[str, ...], first: tuple[str, ...], second: tuple[str, ...]
) -> None:
    source = read_platform_text(file, table(head, first, second))
    assert [row.registered for row in source.rows] == [True, True]


def test_where_a_column_marks_some_the_others_are_not_registered(file: DataFile) -> None:
    text = table(("Đơn vị", "Đã hoàn thành"), ("Trạm Y tế", "x"), ("Trạm Y tế", ""))
    source = read_platform_text(file, text)
    assert [(row.registered, row.completed) for row in source.rows] == [(True, True), (False, None)]


def test_the_name_of_the_file_says_who_they_are(file: DataFile, tmp_path: Path) -> None:
    for name, registered in (("da_dang_ky.csv", True), ("can_bo.csv", False)):
        path = tmp_path / name
        path.write_text(f"Họ và tên,Điện thoại\n{AN},0982103591\n", encoding="utf-8")
        assert [row.registered for row in ExportSitting(file).take(path).rows] == [registered]


def test_the_officer_says_what_the_list_means_for_this_file(file: DataFile) -> None:
    person(file, AN, "0982103591")
    nobody = plan(file, PLAIN)
    assert (nobody.attended, nobody.registered) == (Attended.LIST, 0)
    assert any("--attended registered" in remark for remark in nobody.remarks)
    assert not any("phút" in remark for remark in nobody.remarks)
    told = plan(file, PLAIN, attendance=AttendanceRule(Mark.REGISTERED))
    assert (told.registered, told.completed) == (1, 0)


def test_what_is_said_of_a_list_does_not_count_for_an_export_beside_it(file: DataFile) -> None:
    person(file, AN, "0982103591")
    exported = export(("0982103591", AN, "", "90", "01/06/2026"))
    both = plan(file, PLAIN, exported, attendance=AttendanceRule(Mark.COMPLETED))
    assert both.attended is None
    assert {a.name: (a.registered, a.completed) for a in both.accounts} == {
        AN: (True, True),
        BINH: (False, False),
    }
    assert SEVERAL_KINDS in both.remarks
