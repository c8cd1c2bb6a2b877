"""What only the whole column of names tells: titles or family names, vacancies, several people."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest
from openpyxl import Workbook

from models.intake.reading.reader import read_workbook
from models.intake.shape.find import find_tables
from models.intake.shape.people import read_name, read_names
from models.intake.shape.records import ShapedTable
from models.intake.shape.rows import shape_rows
from models.intake.shape.several import people_in
from models.intake.shape.vacancy import is_vacancy
from models.records import Gender

MALE, FEMALE = Gender.MALE, Gender.FEMALE


def shaped(folder: Path, *rows: list[object]) -> ShapedTable:
    made = Workbook()
    for row in rows:
        made.active.append(row)
    made.save(folder / "a.xlsx")
    book = read_workbook(folder / "a.xlsx")
    (guess,) = find_tables(book)
    return shape_rows(book, guess, date(2026, 6, 8))


@pytest.mark.parametrize(
    ("column", "expected"),
    [
        (
            ["Ông Ích Khiêm", "Ông Ngọc Lan", "Ông Khoa", "Nguyễn Văn Tín"],
            [("Ông Ích Khiêm", None), ("Ông Ngọc Lan", None), ("Ông Khoa", None)],
        ),
        (["Nguyễn Văn Tín", "Ông Thị Thế Lam"], [("Nguyễn Văn Tín", None), ("Ông Thị Thế Lam", None)]),
        (
            ["Cô Thị Lan", "Cô Văn Minh", "Cô Lan", "Nguyễn Văn Tín"],
            [("Cô Thị Lan", None), ("Cô Văn Minh", None), ("Cô Lan", None)],
        ),
        (
            ["Ông Nguyễn Văn Tín", "Bà Trần Thị Bình", "Ông Hoàng Lan", "Bà Kim Anh"],
            [("Nguyễn Văn Tín", MALE), ("Trần Thị Bình", FEMALE), ("Hoàng Lan", MALE), ("Kim Anh", FEMALE)],
        ),
        (["Anh Lê Văn An", "Chị Vũ Thị Bé"], [("Lê Văn An", MALE), ("Vũ Thị Bé", FEMALE)]),
        (["Cô giáo Lê Thị Mai", "Thầy: Phạm Văn Ba"], [("Lê Thị Mai", FEMALE), ("Phạm Văn Ba", MALE)]),
        (["Ông Y Moan Êban", "Bà H'Hoa Niê"], [("Y Moan Êban", MALE), ("H'Hoa Niê", FEMALE)]),
        (["Ong Nguyen Van An", "Ba Tran Thi Binh"], [("Nguyen Van An", MALE), ("Tran Thi Binh", FEMALE)]),
        (["Công Thị Nghĩa", "Bàn Văn Tý", "Giáo Thị Lan"], [("Công Thị Nghĩa", None), ("Bàn Văn Tý", None), ("Giáo Thị Lan", None)]),
        (["Ông/Bà Lê Văn An", "GV. Cô Lê Thị Dung"], [("Lê Văn An", None), ("Lê Thị Dung", FEMALE)]),
    ],
)  # fmt: skip
def test_a_word_is_a_title_or_a_family_name_by_the_whole_column(column, expected):
    found = [(read.name, read.gender) for read in read_names(column)]
    assert found[: len(expected)] == expected


@pytest.mark.parametrize(
    "cell",
    ["Cô Bích Thu Yến", "Cô Thế Lâm", "Cô Kim Hòa", "Bà Ngọc Lan", "Thầy Diệu Thu", "Cụ Kim Anh"],
)
@pytest.mark.parametrize("titled", [[], ["Bà Trần Thị Bình"]])
def test_where_nobody_is_addressed_such_a_word_is_never_cut_off(titled, cell):
    others = [f"Nguyễn Văn {given}" for given in ("An", "Ba", "Chi", "Dũng", "Giang", "Hà")]
    read = read_names([*others, *titled, cell])[-1]
    assert (read.name, bool(read.told), read.problem) == (cell, True, "")


def test_a_given_name_behind_a_title_is_no_whole_name_where_the_column_has_titles():
    _, _, short = read_names(["Ông Nguyễn Văn Tín", "Bà Trần Thị Bình", "Ông Khoa"])
    assert short.problem == "“Ông Khoa” chưa đủ họ và tên; hãy ghi đầy đủ."


@pytest.mark.parametrize(
    ("cell", "name"),
    [("Ông Ích Khiêm", "Ông Ích Khiêm"), ("Bà Thị Hoa", "Bà Thị Hoa"), ("Bà Ngọc Lan", "Ngọc Lan")],
)
def test_what_stays_open_among_titles_is_told(cell, name):
    read = read_names(["Ông Nguyễn Văn Tín", "Bà Trần Thị Bình", cell])[2]
    assert (read.name, bool(read.told)) == (name, True)


@pytest.mark.parametrize(
    ("cell", "name", "post"),
    [
        ("Phó Trưởng phòng Lê Thị Mai", "Lê Thị Mai", "Phó Trưởng phòng"),
        ("Trưởng thôn Nguyễn Văn An", "Nguyễn Văn An", "Trưởng thôn"),
        ("Công chức Hoàng Văn Nam", "Hoàng Văn Nam", "Công chức"),
        ("Phó Chủ tịch Trần Văn Ba", "Trần Văn Ba", "Phó Chủ tịch"),
        ("Phó Đức Phương", "Phó Đức Phương", ""),
    ],
)
def test_a_post_before_a_name_is_no_part_of_it(cell, name, post):
    read = read_name(cell)
    assert (read.name, read.position, read.problem) == (name, post, "")


@pytest.mark.parametrize(
    "cell",
    [
        "đang trống", "Đang tuyển", "Chưa có", "(khuyết)", "Khuyết 01 người", "- chưa có -",
        "Hiện đang khuyết - chờ bổ nhiệm", "Chưa bố trí nhân sự", "Vị trí trống", "CHƯA CÓ NGƯỜI",
        "đang tuyển dụng từ 01/9/2026", "Chưa kiện toàn", "đang trống (chờ tuyển)",
    ],
)  # fmt: skip
def test_a_whole_cell_says_that_nobody_is_there(cell):
    assert is_vacancy(cell)


@pytest.mark.parametrize(
    "name",
    [
        "Đặng Trọng Tài", "Đặng Tuyền Đoan", "Khuất Văn Trọng", "Đăng Tuyến", "Khuyết Hữu Công",
        "Thiếu Văn Nhân", "Đang Văn Trống", "Đặng Trong", "Chu Văn Tuyển", "Trương Thị Trống",
    ],
)  # fmt: skip
def test_a_name_near_to_such_words_is_a_name(name):
    assert not is_vacancy(name)


def test_without_diacritics_only_where_the_whole_column_has_none(tmp_path):
    head = ["STT", "Ho va ten", "Don vi"]
    rows = [
        [1, "Nguyen Van An", "Thon Dong"],
        [2, "dang tuyen", "Thon Dong"],
        [3, "Le Thi Ba", "Thon Tay"],
    ]
    assert [row.name for row in shaped(tmp_path, head, *rows).rows] == [
        "Nguyen Van An",
        "Le Thi Ba",
    ]
    assert not is_vacancy("dang tuyen")
    assert not is_vacancy("Dang Tuyen", unmarked=True)
    assert not is_vacancy("Dang Trong Tai", unmarked=True)


@pytest.mark.parametrize(
    ("cell", "people"),
    [
        ("1.Nguyễn Văn An\n2.Trần Thị Bình\n3.Lê Đức Chi", 3),
        ("Nguyễn Văn An, Trần Thị Bình", 2),
        ("Nguyễn Văn An; Trần Thị Bình", 2),
        ("Nguyễn Văn An và Trần Thị Bình", 2),
        ("- Nguyễn Văn An\n- Trần Thị Bình", 2),
        ("1. Nguyễn Văn An 2. Trần Thị Bình", 2),
        ("Nguyễn Văn An (Chủ tịch), Trần Thị Bình (Phó Chủ tịch)", 2),
        ("+ Nguyễn Văn An\n+ H'Hoa Niê", 2),
        ("Trần Thị\nThu Hà\nNguyễn Văn\nBa", 2),
        ("Nguyễn Văn\nAn", 0),
        ("Nguyễn Văn An\nTrưởng phòng", 0),
        ("Nguyễn Văn An, Hà Nội", 0),
        ("Nguyễn Văn An, Hải Phòng", 0),
        ("Nguyễn Văn An và vợ", 0),
        ("Nguyễn Văn An - Trần Thị Bình", 0),
    ],
)
def test_several_people_in_a_cell(cell, people):
    assert len(people_in(cell)) == people


HEAD = ["STT", "Họ và tên", "Đơn vị", "Số điện thoại", "Chức vụ", "Ngày sinh"]
TWO = "1. Nguyễn Văn An\n2. Trần Thị Bình"
ALONE = [2, "Lê Thị Cúc", "Thôn Tây", "0912000009", "Y sĩ", "1990"]


@pytest.mark.parametrize(
    ("cell", "phones"),
    [
        ("0912345671\n0912345672", ["0912345671", "0912345672"]),
        ("1. 0912345671\n2. 0912345672", ["0912345671", "0912345672"]),
        ("0912345671; 0912345672", ["0912345671", "0912345672"]),
        ("0912.345.671 / 0912.345.672", ["0912345671", "0912345672"]),
        ("0912345671\n", ["", ""]),
        ("0912345671, 0912345672, 0912345673", ["", ""]),
    ],
)
def test_phones_are_shared_out_where_there_are_as_many(tmp_path, cell, phones):
    table = shaped(tmp_path, HEAD, [1, TWO, "Thôn Đông", cell, "Công chức", None], ALONE)
    assert [row.name for row in table.rows] == ["Nguyễn Văn An", "Trần Thị Bình", "Lê Thị Cúc"]
    assert [row.phone.number for row in table.rows[:2]] == phones
    assert [row.position for row in table.rows[:2]] == ["Công chức"] * 2
    told = [problem.reason for problem in table.problems]
    assert told[0].startswith("Một ô có 2 người (Nguyễn Văn An; Trần Thị Bình)")
    assert told[1:] == (
        ["Chưa rõ ô này của ai trong 2 người ở cùng dòng; để trống."] if phones == ["", ""] else []
    )


def test_births_and_posts_are_shared_out_line_by_line(tmp_path):
    crowd = [1, TWO, "Thôn Đông", None, "Trưởng thôn\nPhó Trưởng thôn", "12.03.1985\n02.04.1990"]
    table = shaped(tmp_path, HEAD, crowd, ALONE)
    assert [(row.position, row.birth) for row in table.rows[:2]] == [
        ("Trưởng thôn", "1985-03-12"), ("Phó Trưởng thôn", "1990-04-02"),
    ]  # fmt: skip


def test_several_phones_of_one_person_stay_one_person(tmp_path):
    row = [1, "Nguyễn Văn An", "Thôn Đông", "0912345671\n0912345672", None, None]
    first = shaped(tmp_path, HEAD, row, ALONE).rows[0]
    assert (first.phone.number, first.phone.others) == ("0912345671", ("0912345672",))


@pytest.mark.parametrize(
    "name",
    [
        "Nguyễn Vаn An",
        "Nguyễn Văn An\u0e31",
        "Trần Thị Bi\u0342nh",
        "Ｎguyễn Văn An",
        "Nguyễn Văn A\u064b",
        "Lê Vǎn An",
        "Trần Thị Bình˜",
        "Lê Quang Cường¸",
        "Phạm Minh Dũng˙",
        "Hoàng Thị Em°",
        "Vũ Đức Phú·",
        "Đỗ Thị Giang`",
        "Lê´Quang Cường",
        "Tạ Văn Minh“",
        "Võ Thị Nga~",
        "Đào Văn Oanh^",
        "Nguyễn Văn Hu¨ng",
        "Mai Thị Lan’",
    ],
)
def test_marks_of_other_writing_systems_are_kept_and_told(name):
    read = read_name(name)
    assert (read.name, read.problem) == (name, "")
    assert "không phải chữ Việt" in read.told


@pytest.mark.parametrize("name", ["Y Blŏ Êban", "H'Ñuôl Niê", "Trần Thị\u200b Bình", "K' Tơr Čil"])
def test_letters_of_the_peoples_of_the_country_are_no_foreign_ones(name):
    assert (read_name(name).problem, read_name(name).told) == ("", "")
