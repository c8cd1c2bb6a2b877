"""Tests and pictures are written in one pinned font, whatever else the machine has."""

import os
import xml.etree.ElementTree as ET
from pathlib import Path

from PySide6.QtGui import QFontDatabase, QFontInfo, QFontMetrics
from reportlab.pdfbase.ttfonts import TTFont

from tests.conftest import FONTS

PINNED = {"Noto Sans", "Noto Sans Math", "Noto Sans Symbols2"}
VIETNAMESE = "ăâđêôơưạảấầẩẫậắằẳẵặẹẻẽếềểễệỉịọỏốồổỗộớờởỡợụủứừửữựỳỵỷỹ"


def test_no_other_font_is_seen(qapp):
    families = set(QFontDatabase.families())
    assert families >= PINNED
    assert families - PINNED <= {"Sans Serif", "Serif", "Monospace"}
    assert QFontInfo(qapp.font()).family() == "Noto Sans"


def test_another_name_asked_for_is_the_same_font(qapp):
    for asked in ("Sans Serif", "Segoe UI", "DejaVu Sans", "Helvetica"):
        font = qapp.font()
        font.setFamily(asked)
        assert QFontInfo(font).family() == "Noto Sans"
        assert QFontMetrics(font).horizontalAdvance("0912 345 678") == 75


def test_the_environment_names_the_pinned_fonts_also_for_other_processes():
    assert Path(os.environ["FONTCONFIG_FILE"]) == FONTS
    folders = [each.text for each in ET.parse(FONTS).iter("dir")]
    assert folders == ["."]


def test_every_vietnamese_letter_is_there():
    for face in ("Regular", "Bold"):
        font = TTFont(f"Pinned-{face}", str(FONTS.with_name(f"NotoSans-{face}.ttf")))
        glyphs = font.face.charToGlyph
        missing = [each for each in VIETNAMESE + VIETNAMESE.upper() if ord(each) not in glyphs]
        assert missing == []
