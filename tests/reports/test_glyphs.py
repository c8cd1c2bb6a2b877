"""Nothing is left out of a PDF because the bundled font cannot draw it."""

from __future__ import annotations

from dataclasses import replace

import pytest
from reportlab.pdfbase.ttfonts import TTFont

from reports.kinds.unit_summary import unit_summary
from reports.occasion import Occasion
from reports.render.fonts import liberation_serif
from reports.render.glyphs import BOX, drawable
from reports.render.pdf import render_pdf
from tests.reports.pdf_reader import read_pdf
from tests.reports.samples import COMMUNE, CONTEST, ISSUER, commune_figures

HYPHENS = "\u2010\u2011\u2012\u2013\u2014\u2212\u2043\ufe63\uff0d"


@pytest.fixture(scope="module")
def covered() -> dict[int, int]:
    return TTFont("Probe", str(liberation_serif().regular)).face.charToGlyph


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("Trường TH\u2011THCS", "Trường TH-THCS"),
        ("Trường TH\uff0dTHCS", "Trường TH-THCS"),
        ("Ｔｒａ\u3000", "Tra "),
        ("đạt ✓", "đạt √"),
        ("An 😀", f"An {BOX}"),
        ("Bình\u0e49", f"Bình{BOX}"),
        ("安", BOX),
        ("a\u2060b", "ab"),
        ("Nguyễn Thị Ánh Đào", "Nguyễn Thị Ánh Đào"),
        ("㎏", "kg"),
    ],
)
def test_what_the_font_lacks_is_drawn_by_its_like_or_a_box(
    covered: dict[int, int], text: str, shown: str
) -> None:
    assert drawable(text, covered) == shown


@pytest.mark.parametrize("hyphen", HYPHENS)
def test_a_hyphen_of_any_kind_stands_on_the_page(hyphen: str) -> None:
    figures = commune_figures()
    named = replace(figures.units[0], name=f"Trường TH{hyphen}THCS An Bình")
    figures = replace(figures, units=(named, *figures.units[1:]))
    document = unit_summary(Occasion(figures, ISSUER, COMMUNE, CONTEST))
    text = " ".join(
        p.text
        for page in read_pdf(render_pdf(document, fonts=liberation_serif())).pages
        for p in page.pieces
    )
    squeezed = "".join(text.split())
    assert any(f"TH{each}THCSAnBình" in squeezed for each in ("-", hyphen))
