"""A name cell that holds the person's unit as well is taken apart, or left for the officer."""

from __future__ import annotations

import pytest

from models.intake.shape.unit_beside import name_and_unit


@pytest.mark.parametrize(
    ("text", "name", "unit"),
    [
        ("TYT_Trần Thị Bình", "Trần Thị Bình", "TYT"),
        ("THCS Ban Mai - Nguyễn Văn An", "Nguyễn Văn An", "THCS Ban Mai"),
        ("THCS Ban Mai \u2013 Nguyễn Văn An", "Nguyễn Văn An", "THCS Ban Mai"),
        ("TYT Trần Thị Bình", "Trần Thị Bình", "TYT"),
        ("TYT-Trần Thị Bình", "Trần Thị Bình", "TYT"),
        ("TYT.Trần Thị Bình", "Trần Thị Bình", "TYT"),
        ("(TYT) Trần Thị Bình", "Trần Thị Bình", "TYT"),
        ("[THCS Kẻ Sặt] Nguyễn Văn An", "Nguyễn Văn An", "THCS Kẻ Sặt"),
        ("Trạm Y tế: Lê Văn Nam", "Lê Văn Nam", "Trạm Y tế"),
        ("MN Hoa Sen | Lê Thị Hoa", "Lê Thị Hoa", "MN Hoa Sen"),
        ("UBND xã - VP - Nguyễn Văn An", "Nguyễn Văn An", "UBND xã - VP"),
        ("Nguyễn Văn An_TYT", "Nguyễn Văn An", "TYT"),
        ("tyt_trần thị bình", "trần thị bình", "TYT".lower()),
        ("CA_Nguyễn Văn An", "Nguyễn Văn An", "CA"),
        ("Công an xã_Vũ Đức Minh", "Vũ Đức Minh", "Công an xã"),
        ("GV_Nguyễn Văn An", "Nguyễn Văn An", ""),
        ("01_Nguyễn Văn An", "Nguyễn Văn An", ""),
        ("TYT\nTrần Thị Bình", "Trần Thị Bình", "TYT"),
    ],
)
def test_one_person_and_what_stands_beside(text: str, name: str, unit: str) -> None:
    named = name_and_unit(text)
    assert named is not None
    assert (named.name, named.unit) == (name, unit)


def test_a_phone_may_stand_there_too() -> None:
    named = name_and_unit("VHXH_Lê Thị Mai_0912345678")
    assert named is not None
    assert named.phone == "0912345678"


@pytest.mark.parametrize(
    "text",
    [
        "Nguyễn Văn An - Trần Thị Bình",
        "Trần Thị Bình - vợ ông An",
        "TYT_Bình",
        "Nguy?n V?n D?ng",
        "An",
        "",
        "TYT",
        "Văn An",
        "Abc_Trần Thị Bình",
    ],
)
def test_what_is_not_clear_is_left_alone(text: str) -> None:
    assert name_and_unit(text) is None
