"""Communes as lists write them; people of another one are refused, each with where it says so."""

from __future__ import annotations

from datetime import date

import pytest

from models.intake.communes import commune_named, is_commune, of_this_commune
from models.intake.grid import Sheet, Workbook
from models.intake.shape.fields import Field
from models.intake.shape.find import find_tables
from models.intake.shape.records import ShapedTable
from models.intake.shape.rows import shape_rows


@pytest.mark.parametrize(
    ("text", "full_name"),
    [
        ("Bình Giang", "Xã Bình Giang"),
        ("BÌNH GIANG", "Xã Bình Giang"),
        ("x. Bình Giang", "Xã Bình Giang"),
        ("Ủy ban nhân dân Bình Giang", "Xã Bình Giang"),
        ("Xã Bình Giang", "Xã Bình Giang"),
        ("Xã Lạ", "Xã Lạ"),
        ("Trường THCS Hoa Sen", ""),
        ("", ""),
    ],
)
def test_the_full_name_of_what_a_cell_names(text: str, full_name: str) -> None:
    assert commune_named(text) == full_name


@pytest.mark.parametrize("text", ["Kẻ Sặt", "UBND xã Kẻ Sặt", "KE SAT", "Kẻ Sặt, Hải Phòng"])
def test_ours_is_known_however_it_is_written(text: str) -> None:
    assert is_commune(text, "Xã Kẻ Sặt")
    assert not is_commune(text, "Xã Bình Giang")


OURS = "Xã Kẻ Sặt"
NAMES = ("Nguyễn Văn An", "Trần Thị Bình", "Lê Quang Cường")


def read(title: str, communes: tuple[str | None, ...], *beside: str) -> ShapedTable:
    """The people that are taken in from a list with a column of communes."""
    head = ("Họ và tên", "Đơn vị", *beside, title, "SĐT")
    people = [
        (name, "Phòng Kinh tế", *(f"{each} 1" for each in beside), commune, f"091234567{at}")
        for at, (name, commune) in enumerate(zip(NAMES, communes, strict=True))
    ]
    book = Workbook("a.xlsx", "", "xlsx", (Sheet("DS", [head, *people]),))
    (guess,) = find_tables(book)
    return of_this_commune(shape_rows(book, guess, date(2026, 6, 1)), guess, OURS)


@pytest.mark.parametrize("title", ["Xã/phường", "Xã, phường, đặc khu", "Xã", "Tên xã", "Phường"])
@pytest.mark.parametrize("ours", ["Kẻ Sặt", "Xã Kẻ Sặt", "UBND xã Kẻ Sặt", "KE SAT", None])
def test_people_of_another_commune_are_refused(title: str, ours: str | None) -> None:
    table = read(title, (ours, "Xã Bình Giang", ours))

    assert [row.name for row in table.rows] == [NAMES[0], NAMES[2]]
    (refused,) = table.rejected
    assert refused.row == 3
    assert refused.reason.startswith("Cột C ghi “Xã Bình Giang”: người của xã, phường khác")
    assert '--map "C=skip"' in refused.reason


def test_a_list_of_another_commune_is_refused_as_a_whole() -> None:
    assert not read("Xã/phường", ("Bình Giang", "Bình Giang", "Bình Giang")).rows


def test_a_name_that_is_none_of_the_city_counts_beside_ours() -> None:
    assert len(read("Xã/phường", ("Kẻ Sặt", "Tân Vui", "Kẻ Sặt")).rows) == 2
    assert len(read("Xã/phường", ("Tân Vui", "Tân Vui", "Tân Vui")).rows) == 3


@pytest.mark.parametrize("beside", ["Thôn", "Số nhà", "Huyện"])
def test_where_somebody_lives_keeps_nobody_out(beside: str) -> None:
    assert len(read("Xã", ("Kẻ Sặt", "Bình Giang", "Kẻ Sặt"), beside).rows) == 3


@pytest.mark.parametrize("title", ["Nơi ở hiện nay (xã)", "Quê quán", "Xã (nơi sinh)", "Ghi chú"])
def test_other_columns_keep_nobody_out(title: str) -> None:
    assert len(read(title, ("Kẻ Sặt", "Bình Giang", "Kẻ Sặt")).rows) == 3


def test_the_column_is_shown_as_what_it_is() -> None:
    head = ("Họ và tên", "Đơn vị", "Xã/phường")
    rows = [head, *((name, "Trạm Y tế", "Kẻ Sặt") for name in NAMES)]
    (guess,) = find_tables(Workbook("a.xlsx", "", "xlsx", (Sheet("DS", rows),)))

    assert guess.fields[2] is Field.COMMUNE
