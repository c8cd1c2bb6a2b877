"""Reads a PDF back with another library than the one that wrote it: words, places, drawn lines."""

from __future__ import annotations

from dataclasses import dataclass

import pypdfium2 as pdfium
from pypdfium2 import raw

POINTS_PER_MM = 72 / 25.4


@dataclass(frozen=True)
class Piece:
    """One piece of text or one drawn line with its place in millimetres from the top left."""

    text: str
    left: float
    top: float
    right: float
    bottom: float
    size: float = 0
    font: str = ""
    embedded: bool = True

    @property
    def width(self) -> float:
        return self.right - self.left

    @property
    def centre(self) -> float:
        return (self.left + self.right) / 2


@dataclass(frozen=True)
class Page:
    """One page: its size in millimetres, its text in reading order, its pieces and lines."""

    width: float
    height: float
    text: str
    pieces: tuple[Piece, ...]
    lines: tuple[Piece, ...]

    def find(self, text: str) -> Piece:
        """The only piece that holds `text`."""
        found = [piece for piece in self.pieces if text in piece.text]
        assert len(found) == 1, (text, found)
        return found[0]


@dataclass(frozen=True)
class Pdf:
    """The whole document."""

    pages: tuple[Page, ...]
    metadata: dict[str, str]

    @property
    def text(self) -> str:
        return "\n".join(page.text for page in self.pages)


def read_pdf(content: bytes) -> Pdf:
    """Everything that the tests look at."""
    document = pdfium.PdfDocument(content)
    try:
        pages = tuple(_page(document[i]) for i in range(len(document)))
        return Pdf(pages, document.get_metadata_dict())
    finally:
        document.close()


def _page(page: pdfium.PdfPage) -> Page:
    width, height = page.get_size()
    textpage = page.get_textpage()
    pieces, lines = list[Piece](), list[Piece]()
    for item in page.get_objects(max_depth=5, textpage=textpage):
        left, bottom, right, top = item.get_bounds()
        place = [v / POINTS_PER_MM for v in (left, height - top, right, height - bottom)]
        if item.type == raw.FPDF_PAGEOBJ_TEXT:
            font = item.get_font()
            size = item.get_font_size()
            text = item.extract().replace("\u00a0", " ")
            pieces.append(Piece(text, *place, size, font.get_base_name(), font.is_embedded))
        elif item.type == raw.FPDF_PAGEOBJ_PATH:
            lines.append(Piece("", *place))
    text = textpage.get_text_range().replace("\u00a0", " ").replace("\r\n", "\n")
    return Page(width / POINTS_PER_MM, height / POINTS_PER_MM, text, tuple(pieces), tuple(lines))
