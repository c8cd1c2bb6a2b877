"""A commune is the same one however a list writes it."""

from __future__ import annotations

import pytest

from models.intake.communes import commune_named, is_commune


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
