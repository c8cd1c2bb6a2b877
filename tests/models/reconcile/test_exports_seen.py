"""Exports as contest platforms and the city write them: nobody is marked who has not done it."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from models.reconcile.plan import plan_reconciliation
from models.reconcile.records import Account, Box, ReconcileOptions
from models.reconcile.sitting import ExportSitting
from models.reconcile.titles import FINISHED
from models.store.data_file import DataFile
from tests.models.reconcile.exports import (
    CULTURE,
    ECONOMY,
    entry_of,
    export,
    person,
    plan,
    read_platform_text,
)

AN, BINH, CUONG = "Nguyễn Văn An", "Trần Thị Bình", "Lê Văn Cường"


def accounts(file: DataFile, text: str, **options: object) -> tuple[Account, ...]:
    return plan(file, text, **options).accounts


def one_each(file: DataFile, head: tuple[str, ...], *cells: str) -> tuple[Account, ...]:
    """The accounts of people who differ in their last column."""
    names = (AN, BINH, CUONG, "Vũ Đức Dũng", "Phạm Thu Hà")
    rows = [(names[at], f"098210359{at}", cell) for at, cell in enumerate(cells)]
    return accounts(file, export(*rows, head=("Họ tên", "Điện thoại", *head)))


CITY = ("Họ và tên", "Xã/phường", "Đơn vị công tác", "Tình trạng")


@pytest.mark.parametrize("commune", ["Xã Bình Giang", "Bình Giang", "UBND xã Bình Giang", "Xã Lạ"])
def test_a_namesake_of_another_commune_is_no_match(file: DataFile, commune: str) -> None:
    person(file, AN, where=CULTURE)
    person(file, BINH, where=ECONOMY)
    made = plan(
        file,
        export(
            (AN, commune, CULTURE, "Hoàn thành"),
            (BINH, "Xã Kẻ Sặt", ECONOMY, "Hoàn thành"),
            head=CITY,
        ),
    )
    assert entry_of(made, BINH).box is Box.MATCHED
    boxes = {each.box for each in made.entries if AN in (each.account and each.account.name,)}
    assert boxes <= {Box.UNCERTAIN, Box.NOT_ON_ROSTER}
    assert (made.registered, made.completed) == (1, 1)


def test_a_namesake_elsewhere_is_no_question_once_ours_is_found(file: DataFile) -> None:
    person(file, AN, where=CULTURE)
    made = plan(
        file,
        export(
            (AN, "Xã Kẻ Sặt", CULTURE, "Hoàn thành"),
            (AN, "Xã Bình Giang", CULTURE, "Chưa hoàn thành"),
            head=CITY,
        ),
    )
    assert made.counts[Box.MATCHED] == made.counts[Box.NOT_ON_ROSTER] == 1
    assert made.counts[Box.UNCERTAIN] == 0


def test_a_name_with_its_unit_in_one_cell(file: DataFile) -> None:
    person(file, AN, "0982103590", CULTURE)
    person(file, BINH, "0982103591", ECONOMY)
    made = plan(
        file,
        export(
            (f"{AN} - {CULTURE}", "nick1", "Đạt"),
            (f"Đỗ Thị Lạ - {ECONOMY}", "0982103591", "Đạt"),
            head=("Họ tên - Đơn vị", "Tài khoản", "Kết quả"),
        ),
    )
    assert entry_of(made, AN).box is Box.MATCHED
    assert entry_of(made, AN).platform_unit == CULTURE
    assert entry_of(made, "Đỗ Thị Lạ").box is Box.UNCERTAIN
    assert (made.registered, made.completed) == (1, 1)


@pytest.mark.parametrize(
    "cells", [("85/100", "40/100", "60/100"), ("8,5/10", "4/10", "6/10"), ("85", "40", "60")]
)
def test_points_under_results_are_points(file: DataFile, cells: tuple[str, ...]) -> None:
    head = ("Kết quả",)
    assert not any(each.completed for each in one_each(file, head, *cells))
    scores = [each.score for each in one_each(file, head, *cells)]
    assert scores in ([85, 40, 60], [8.5, 4, 6])
    mark = scores[2]
    rows = [(AN, "0982103590", cells[0]), (BINH, "0982103591", cells[1])]
    text = export(*rows, head=("Họ tên", "Điện thoại", *head))
    assert [each.completed for each in accounts(file, text, pass_mark=mark)] == [True, False]


@pytest.mark.parametrize("head", ["Tiến độ", "Hoàn thành", "Trạng thái", "Kết quả"])
@pytest.mark.parametrize("cell", ["3/5 bài", "7/15", "25/30 câu", "85/100"])
def test_a_fraction_is_no_day_of_completion(file: DataFile, head: str, cell: str) -> None:
    assert not any(each.completed for each in one_each(file, (head,), cell, cell))


def test_a_share_of_the_lessons_completes_nobody(file: DataFile) -> None:
    assert not any(each.completed for each in one_each(file, ("Tiến độ",), "3/5", "1/5", "2/5"))


@pytest.mark.parametrize("cell", ["05/06/2026 08:00", "5/6", "ngày 5/6"])
def test_a_day_under_completion_completes(file: DataFile, cell: str) -> None:
    (account,) = one_each(file, ("Hoàn thành",), cell)
    assert account.completed


def test_what_was_cancelled_or_waits_is_no_registration(file: DataFile) -> None:
    found = one_each(
        file, ("Trạng thái đăng ký",),
        "Đã duyệt", "Chờ duyệt", "Đã hủy đăng ký", "Từ chối", "Chưa kích hoạt tài khoản",
    )  # fmt: skip
    assert [each.registered for each in found] == [True, False, False, False, False]
    assert not any(each.completed for each in one_each(file, ("Trạng thái",), "Đã duyệt"))


def test_english_words_of_a_platform(file: DataFile) -> None:
    found = one_each(
        file, ("Status",), "Completed", "Not started", "In progress", "Finished", "Failed"
    )
    assert [each.completed for each in found] == [True, False, False, True, False]
    assert all(each.registered for each in found)


def test_days_with_sang_and_chieu(file: DataFile) -> None:
    head = ("Họ tên", "Tài khoản", "Bắt đầu", "Nộp bài")
    row = (AN, "0982103590", "5/6/2026 8:01:00 SA", "5/6/2026 2:15:09 CH")
    (account,) = accounts(file, export(row, head=head))
    assert (account.completed, account.completed_on) == (True, date(2026, 6, 5))


def test_utf_16_with_headers_that_look_like_names(file: DataFile, tmp_path: Path) -> None:
    person(file, AN, "0982103590")
    path = tmp_path / "ket-qua.csv"
    path.write_bytes(
        export(
            ("0982103590", AN, CULTURE, "Đã nộp bài"),
            ("0982103591", BINH, CULTURE, "Chưa làm bài"),
            head=("Mã dự thi", "Họ tên thí sinh", "Đơn vị", "Trạng thái bài thi"),
        ).encode("utf-16")
    )
    source = ExportSitting(file).take(path)
    made = plan_reconciliation(file, [source], ReconcileOptions())
    assert not made.problems
    assert [each.completed for each in made.accounts] == [True, False]


@pytest.mark.parametrize(
    "written",
    ["van phong hoi dong nhan dan va uy ban nhan dan", "VAN PHONG HOI DONG NHAN DAN VA UBND"],
)
def test_va_without_its_mark_makes_no_wrong_unit(file: DataFile, written: str) -> None:
    office = "Văn phòng Hội đồng nhân dân và Ủy ban nhân dân"
    person(file, AN, "0982103590", office)
    entry = entry_of(plan(file, export(("0982103590", AN, written, "9", "02/06/2026"))), AN)
    assert entry.box is Box.MATCHED


PEOPLE = export((AN, "0982103590"), (BINH, "0982103591"), head=("Họ và tên", "Điện thoại"))


@pytest.mark.parametrize(
    "title",
    ["DANH SÁCH ĐÃ HOÀN THÀNH BÀI THI", "Danh sách hoàn thành cuộc thi", "DS cán bộ đã hoàn thành"],
)
def test_a_list_of_the_finished_completes_them(file: DataFile, title: str) -> None:
    source = read_platform_text(file, f"{title}\t\n{PEOPLE}")
    assert all(row.completed and row.registered for row in source.rows)
    assert FINISHED in source.remarks


@pytest.mark.parametrize(
    "title",
    [
        "DANH SÁCH ĐÃ HOÀN THÀNH VÀ CHƯA HOÀN THÀNH",
        "DANH SÁCH ĐÃ HOÀN THÀNH ĐĂNG KÝ",
        "DANH SÁCH ĐÃ HOÀN THÀNH CẬP NHẬT TÀI KHOẢN",
        "TỔNG HỢP TÌNH HÌNH HOÀN THÀNH CUỘC THI",
        "DANH SÁCH CÁN BỘ HOÀN THÀNH XUẤT SẮC NHIỆM VỤ",
        "DANH SÁCH THAM GIA",
    ],
)
def test_other_titles_complete_nobody(file: DataFile, title: str) -> None:
    source = read_platform_text(file, f"{title}\t\n{PEOPLE}")
    assert not any(row.completed for row in source.rows)


@pytest.mark.parametrize(
    ("title", "cells"),
    [
        ("Đăng ký hiến máu", ("x", "")),
        ("Hoàn thành kê khai tài sản", ("x", "x")),
        ("Tham gia dân quân", ("Có", "Không")),
        ("Tình trạng", ("Nghỉ thai sản đến 30/9/2026", "Đang công tác")),
        ("Tình trạng công tác", ("Biệt phái", "")),
        ("Ghi chú", ("Nghỉ hưu từ 01/5/2026", "")),
    ],
)
def test_a_list_of_other_things_registers_nobody(
    file: DataFile, title: str, cells: tuple[str, str]
) -> None:
    people = ((AN, "0982103590", cells[0]), (BINH, "0982103591", cells[1]))
    source = read_platform_text(file, export(*people, head=("Họ và tên", "Điện thoại", title)))
    assert not any(row.registered or row.completed for row in source.rows)
    assert any("không ai được coi là đã đăng ký" in remark for remark in source.remarks)
