"""Posters as PDF: a sheet for each unit that is read from across a room, and prints in grey.

Measures are those of A4; A5 is the same sheet, smaller by √2.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence

from reportlab.lib.units import mm

from models.text.formats import short_date
from models.version import PRODUCT_NAME
from reports.blocks import QrCode
from reports.document import file_title
from reports.poster import Poster, PosterSheet
from reports.profile import ND30_2020, TextStyle
from reports.render.fonts import FontFamily, document_fonts
from reports.render.pdf.faces import registered_faces
from reports.render.pdf.outline import Branch
from reports.render.pdf.paper import Paper
from reports.render.pdf.pictures import qr_strips
from reports.render.pdf.poster_words import PosterWords
from reports.render.pdf.practice_mark import draw_practice_mark
from reports.render.pdf.sheet import About, PdfSheet
from reports.render.pdf.strips import Strip
from reports.render.pdf.structure import Element
from reports.render.pdf.typesetter import Typesetter

PAPERS = {"A4": (210.0, 297.0), "A5": (148.0, 210.0)}
SIDE, TOP, BOTTOM = 17.0, 13.0, 12.0
MARKED = 0.7
"""Where in the upper margin a poster says that it is made up: the share of it above that line."""
CODE_LEAST, CODE_MOST = 66.0, 104.0
"""The side of the code in millimetres: the room that the words leave, between these."""
SHRINKS = (1.0, 0.94, 0.88, 0.82, 0.76, 0.7, 0.62, 0.54)
"""With long names the words become smaller until the code has its room."""

SetWords = Callable[[float, Element | None], PosterWords]


def render_poster(poster: Poster, fonts: FontFamily | None = None, *, first: bool = False) -> bytes:
    """A page for each sheet, or the `first` alone. The same value and fonts give the same bytes."""
    setter = Typesetter(ND30_2020, registered_faces(fonts or document_fonts()))
    sheet = PdfSheet(_about(poster, setter))
    for each in poster.sheets[: 1 if first else None]:
        _draw_page(poster, each, setter, sheet)
    return sheet.saved()


def _about(poster: Poster, setter: Typesetter) -> About:
    as_of = poster.figures.as_of
    return About(
        title=file_title(poster),
        author=poster.author,
        subject=f"{poster.invitation}: {poster.link} (lập ngày {short_date(as_of)})",
        program=PRODUCT_NAME,
        stamp=f"D:{as_of:%Y%m%d}000000+07'00'",
        first_face=setter.face(TextStyle(12)).name,
    )


def _draw_page(poster: Poster, unit: PosterSheet, setter: Typesetter, sheet: PdfSheet) -> None:
    width, height = PAPERS[poster.paper]
    scale = width / PAPERS["A4"][0]
    side, above, below = (each * scale for each in (SIDE, TOP, BOTTOM))
    sizes = (width, height, side, above, width - 2 * side, height - above - below)
    paper = Paper(*(each * float(mm) for each in sizes))

    def words(shrink: float, root: Element | None) -> PosterWords:
        return PosterWords(poster, unit, setter, paper, scale, shrink, Element("Sect", root))

    shrink, code = _measures(words, paper, scale * float(mm))
    sheet.begin(paper.width, paper.height)
    sheet.bookmark(unit.unit, 0, 0)
    told = words(shrink, sheet.tree.root)
    strips = [*told.head(), _code(poster.link, code, setter, paper, told.section), *told.below()]
    # What room is left is shared out between the blocks.
    gaps = sum(1 for strip in strips if strip.gap)
    more = max(0.0, paper.text_height - _height(strips)) / gaps
    top = paper.top
    for strip in strips:
        top += strip.gap + (more if strip.gap else 0.0)
        strip.draw(sheet, top)
        top += strip.height
    if poster.for_practice:
        draw_practice_mark(sheet, setter, paper, paper.top * MARKED, scale)
    sheet.end(ND30_2020.line_points)


def _measures(words: SetWords, paper: Paper, unit: float) -> tuple[float, float]:
    """By how much the words shrink, and the side of the code; `unit` is a millimetre of A4."""
    shrink, room = SHRINKS[0], 0.0
    for shrink in SHRINKS:
        told = words(shrink, None)
        room = paper.text_height - _height([*told.head(), *told.below()])
        if room >= CODE_LEAST * unit:
            break
    return shrink, min(room, CODE_MOST * unit)


def _code(link: str, side: float, setter: Typesetter, paper: Paper, section: Element) -> Strip:
    (strip,) = qr_strips(QrCode(link, "", side / float(mm)), setter, paper, Branch(section, False))
    return Strip(strip.height, strip.draw)


def _height(strips: Sequence[Strip]) -> float:
    return sum(strip.gap + strip.height for strip in strips)
