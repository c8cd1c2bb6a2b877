"""The name cell: a title is taken off, a surname that only begins like one is not."""

from __future__ import annotations

import pytest

from models.intake.shape.people import read_name
from models.records import Gender
from models.text.names import is_plausible_name
from models.text.phones import normalise_phone


@pytest.mark.parametrize(
    "name",
    [
        "Công Tiến Dũng",
        "Công Tằng Tôn Nữ Lan",
        "Bàng Thị Lan",
        "Bàn Thị Mùi",
        "Bành Văn Tý",
        "Bào Thu Hà",
        "Côn Văn Lan",
        "Đặng Thị Mrs",
        "Ông Thị Mai",
        "Ông Văn Nam",
        "Y Moan Êban",
        "Đại Văn Nam",
        "Thượng Thị Hoa",
        "Trung Văn Úy",
        "Y Sĩ",
        "Cử Thị Nhân",
        "Cn Văn Nam",
    ],
)
def test_a_surname_is_no_title(name):
    read = read_name(name)
    assert (read.name, read.gender, read.problem) == (name, None, "")
    assert is_plausible_name(name)


@pytest.mark.parametrize(
    ("cell", "name", "gender"),
    [
        ("Ông Nguyễn Văn An", "Nguyễn Văn An", Gender.MALE),
        ("ÔNG NGUYỄN VĂN AN", "NGUYỄN VĂN AN", Gender.MALE),
        ("Ông: Nguyễn Văn An", "Nguyễn Văn An", Gender.MALE),
        ("Bà Trần Thị Bình", "Trần Thị Bình", Gender.FEMALE),
        ("Bà. Trần Thị Bình", "Trần Thị Bình", Gender.FEMALE),
        ("Cô Lê Thị Hoa", "Lê Thị Hoa", Gender.FEMALE),
        ("Mr. Lê Quang Cường", "Lê Quang Cường", Gender.MALE),
        ("Mrs Lê Thị Hoa", "Lê Thị Hoa", Gender.FEMALE),
        ("Đ/c Lê Quang Cường", "Lê Quang Cường", None),
        ("Đ/c: Lê Quang Cường", "Lê Quang Cường", None),
        ("đồng chí Lê Quang Cường", "Lê Quang Cường", None),
        ("ThS.Phạm Thu Dung", "Phạm Thu Dung", None),
        ("PGS. TS. Phạm Thu Dung", "Phạm Thu Dung", None),
        ("PGS.TS Phạm Thu Dung", "Phạm Thu Dung", None),
        ("BS Phạm Thu Dung", "Phạm Thu Dung", None),
        ("BS CKI Phạm Thu Dung", "Phạm Thu Dung", None),
        ("BSCKII Phạm Thu Dung", "Phạm Thu Dung", None),
        ("ThS Phạm Thu Dung", "Phạm Thu Dung", None),
        ("Th.s Phạm Thu Dung", "Phạm Thu Dung", None),
        ("CN Phạm Thu Dung", "Phạm Thu Dung", None),
        ("Bác sĩ Phạm Thu Dung", "Phạm Thu Dung", None),
        ("Y sỹ Phạm Thu Dung", "Phạm Thu Dung", None),
        ("Đại úy Phạm Thu Dung", "Phạm Thu Dung", None),
        ("Thiếu tá. Phạm Thu Dung", "Phạm Thu Dung", None),
        ("THƯỢNG UÝ PHẠM THU DUNG", "PHẠM THU DUNG", None),
        ("Đ/c Trung tá Phạm Thu Dung", "Phạm Thu Dung", None),
        ("1. Ông Nguyễn Văn An", "Nguyễn Văn An", Gender.MALE),
        ("GV Lê Văn An", "Lê Văn An", None),
        ("PHT Trần Thị Bình", "Trần Thị Bình", None),
        ("Đoàn viên Lê Văn An", "Lê Văn An", None),
    ],
)
def test_a_title_is_taken_off_and_may_tell_the_gender(cell, name, gender):
    read = read_name(cell)
    assert (read.name, read.gender, read.problem) == (name, gender, "")


@pytest.mark.parametrize(
    ("cell", "name", "note"),
    [
        ("Phạm Thu Dung (chuyển công tác)", "Phạm Thu Dung", "chuyển công tác"),
        ("Phạm Thu Dung (nghỉ hưu từ 1/7)", "Phạm Thu Dung", "nghỉ hưu từ 1/7"),
        ("Bà Phạm Thu Dung (đã nghỉ)", "Phạm Thu Dung", "đã nghỉ"),
        ("Phạm Thu Dung (1990) (nghỉ thai sản)", "Phạm Thu Dung (1990)", "nghỉ thai sản"),
        ("Phạm Thu Dung (con ông Tư)", "Phạm Thu Dung (con ông Tư)", ""),
        ("Phạm Thu Dung (B)", "Phạm Thu Dung (B)", ""),
    ],
)
def test_a_word_about_work_is_a_note_and_what_tells_namesakes_apart_stays(cell, name, note):
    read = read_name(cell)
    assert (read.name, read.note, read.problem) == (name, note, "")


@pytest.mark.parametrize("between", [" - ", " ", ": ", "\n", ", ", " ("])
def test_a_phone_in_the_cell_of_the_name_is_taken(between):
    cell = f"Phạm Thu Dung{between}0912 345 678" + (")" if "(" in between else "")
    read = read_name(cell)
    assert (read.name, read.problem) == ("Phạm Thu Dung", "")
    assert normalise_phone(read.phone).number == "0912345678"


@pytest.mark.parametrize("cell", ["Cô Lan", "Thầy Nam", "Bà Hoa", "Anh Tuấn", "Chị Lan"])
def test_a_given_name_with_a_title_is_not_the_whole_name(cell):
    assert read_name(cell).problem
