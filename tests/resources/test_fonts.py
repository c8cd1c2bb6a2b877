"""The bundled faces can write everything that a Vietnamese document holds."""

import unicodedata

import pytest
from reportlab.pdfbase.ttfonts import TTFont

from resources import resource_path

FACES = ("Regular", "Bold", "Italic", "BoldItalic")
TONES = ("", "\u0300", "\u0301", "\u0303", "\u0309", "\u0323")
VOWELS = "aăâeêioôơuưy"
MARKS = "\u0300\u0301\u0302\u0303\u0306\u0309\u031b\u0323"
SIGNS = "–—“”‘’…•₫×≥≤→§°\u00a0" + "".join(map(chr, range(0x20, 0x7F)))


def letters() -> list[str]:
    lower = [unicodedata.normalize("NFC", vowel + tone) for vowel in VOWELS for tone in TONES]
    lower.append("đ")
    return lower + [letter.upper() for letter in lower]


@pytest.mark.parametrize("face", FACES)
def test_a_face_covers_vietnamese(face):
    font = TTFont(f"Check-{face}", str(resource_path("fonts", f"LiberationSerif-{face}.ttf")))
    glyphs = font.face.charToGlyph
    missing = [char for char in "".join(letters()) + MARKS + SIGNS if ord(char) not in glyphs]
    assert missing == []


def test_the_letters_checked_are_all_of_them():
    assert len(set(letters())) == (12 * 6 + 1) * 2
    assert all(len(letter) == 1 for letter in letters())


def test_the_licence_lies_beside_the_fonts():
    licence = resource_path("fonts", "OFL.txt").read_text(encoding="utf-8")
    assert "Liberation Serif" in licence
    assert "version 2.1.5" in licence
    assert "SIL OPEN FONT LICENSE Version 1.1" in licence
    assert "Reserved Font Name Liberation" in licence
