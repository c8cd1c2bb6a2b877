"""What was searched for is lit up where it stands, with contrast enough to be read."""

from __future__ import annotations

import pytest
from PySide6.QtGui import QPalette

from ui.table.cell import light_of, tint_of
from ui.table.hits import hits_in, sought_words
from ui.theme.palette import DARK, LIGHT, contrast, make_palette

Role = QPalette.ColorRole


@pytest.mark.parametrize(
    ("text", "sought", "lit"),
    [
        ("Đặng Thị Hòa", "dang", ["Đặng"]),
        ("Đặng Thị Hòa", "hoà", ["Hòa"]),
        ("Đặng Thị Hòa", "thi hoa", ["Thị", "Hòa"]),
        ("Trường THCS Văn Hóa", "thcs hoa", ["THCS", "Hóa"]),
        ("0982 103 591", "098210", ["0982 10"]),
        ("0982 103 591", "0359", ["03 59"]),
        ("An Thị Lan", "an", ["An", "an"]),
        ("Trần Văn An", "zzz", []),
        ("", "a", []),
    ],
)
def test_words_are_found_with_and_without_their_marks(text, sought, lit):
    found = hits_in(text, sought_words(sought))
    assert [text[hit.start : hit.end] for hit in found] == lit


@pytest.mark.parametrize("colours", [LIGHT, DARK])
def test_letters_are_read_on_what_lies_behind_them(colours):
    palette = make_palette(colours)
    light, tint = light_of(palette), tint_of(palette)
    assert light is not None
    assert tint is not None
    for role in (Role.Text, Role.HighlightedText):
        assert contrast(light, palette.color(role)) >= 4.5
    for role in (Role.Text, Role.BrightText, Role.PlaceholderText):
        assert contrast(tint, palette.color(role)) >= 4.5
