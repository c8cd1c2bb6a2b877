"""The name cell: a title is taken off, a surname that only begins like one is not."""

from __future__ import annotations

import pytest

from models.intake.shape.people import read_name
from models.records import Gender
from models.text.names import is_plausible_name


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
        "Anh Đào",
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
        ("1. Ông Nguyễn Văn An", "Nguyễn Văn An", Gender.MALE),
    ],
)
def test_a_title_is_taken_off_and_may_tell_the_gender(cell, name, gender):
    read = read_name(cell)
    assert (read.name, read.gender, read.problem) == (name, gender, "")
