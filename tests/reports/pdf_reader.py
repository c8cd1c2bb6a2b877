"""Reads a PDF back with another library than the one that wrote it: words, places, drawn lines."""

from __future__ import annotations

import ctypes
from collections.abc import Callable
from dataclasses import dataclass
from typing import TypeVar

import pypdfium2 as pdfium
from pypdfium2 import raw

POINTS_PER_MM = 72 / 25.4
T = TypeVar("T")


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
    base: float = 0
    """Where its letters stand, from the top."""

    @property
    def bold(self) -> bool:
        return "Bold" in self.font

    @property
    def italic(self) -> bool:
        return "Italic" in self.font

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
    bookmarks: tuple[tuple[int, str, int], ...] = ()
    """Level from 0, title, index of the page."""
    tags: tuple[tuple[str, ...], ...] = ()
    """For each page the kinds of the elements that hold its words, each after its parent's."""
    told: tuple[tuple[int, ...], ...] = ()
    """For each page the numbers of its words in the order in which a listener hears them."""

    @property
    def text(self) -> str:
        return "\n".join(page.text for page in self.pages)


def read_pdf(content: bytes) -> Pdf:
    """Everything that the tests look at."""
    document = pdfium.PdfDocument(content)
    try:
        pages = tuple(_page(document[i]) for i in range(len(document)))
        bookmarks = tuple(
            (each.level, each.get_title(), each.get_dest().get_index())
            for each in document.get_toc()
        )
        tags = tuple(_tags(document[i]) for i in range(len(document)))
        told = tuple(_numbers(document[i]) for i in range(len(document)))
        return Pdf(pages, document.get_metadata_dict(), bookmarks, tags, told)
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
            # A hyphen that ends a line is given as a mark of a word that goes on.
            text = item.extract().replace("\u00a0", " ").replace("\x02", "-").replace("\ufffe", "-")
            base = (height - item.get_matrix().f) / POINTS_PER_MM
            name = font.get_base_name()
            pieces.append(Piece(text, *place, size, name, font.is_embedded, base))
        elif item.type == raw.FPDF_PAGEOBJ_PATH:
            lines.append(Piece("", *_path_place(item, height)))
    text = textpage.get_text_range().replace("\u00a0", " ").replace("\r\n", "\n")
    return Page(width / POINTS_PER_MM, height / POINTS_PER_MM, text, tuple(pieces), tuple(lines))


def _path_place(item: pdfium.PdfObject, height: float) -> list[float]:
    """Left, top, right and bottom of the points of a path, without the width of its stroke."""
    matrix, x, y = item.get_matrix(), ctypes.c_float(), ctypes.c_float()
    across, down = list[float](), list[float]()
    for at in range(raw.FPDFPath_CountSegments(item)):
        segment = raw.FPDFPath_GetPathSegment(item, at)
        raw.FPDFPathSegment_GetPoint(segment, x, y)
        point = matrix.on_point(x.value, y.value)
        across.append(point[0])
        down.append(height - point[1])
    return [v / POINTS_PER_MM for v in (min(across), min(down), max(across), max(down))]


def _tags(page: pdfium.PdfPage) -> tuple[str, ...]:
    return tuple(_heard(page, lambda each: [_told(raw.FPDF_StructElement_GetType, each)]))


def _numbers(page: pdfium.PdfPage) -> tuple[int, ...]:
    return tuple(_heard(page, _numbers_of))


def _numbers_of(element: raw.FPDF_STRUCTELEMENT) -> list[int]:
    count = max(0, raw.FPDF_StructElement_GetMarkedContentIdCount(element))
    asked = (raw.FPDF_StructElement_GetMarkedContentIdAtIndex(element, i) for i in range(count))
    return [number for number in asked if number >= 0]


def _heard(page: pdfium.PdfPage, ask: Callable[[raw.FPDF_STRUCTELEMENT], list[T]]) -> list[T]:
    """What is asked of each element of a page, each after its parent."""
    tree = raw.FPDF_StructTree_GetForPage(page)
    if not tree:
        return []
    found = list[T]()

    def hear(element: raw.FPDF_STRUCTELEMENT) -> None:
        found.extend(ask(element))
        for at in range(raw.FPDF_StructElement_CountChildren(element)):
            if child := raw.FPDF_StructElement_GetChildAtIndex(element, at):
                hear(child)

    try:
        for at in range(raw.FPDF_StructTree_CountChildren(tree)):
            hear(raw.FPDF_StructTree_GetChildAtIndex(tree, at))
    finally:
        raw.FPDF_StructTree_Close(tree)
    return found


def alternatives(content: bytes) -> list[str]:
    """What pictures say in words, page after page."""
    document = pdfium.PdfDocument(content)
    try:
        asked = [
            words
            for page in document
            for words in _heard(page, lambda e: [_told(raw.FPDF_StructElement_GetAltText, e)])
        ]
        return list(filter(None, asked))
    finally:
        document.close()


def _told(ask: Callable[..., int], element: raw.FPDF_STRUCTELEMENT) -> str:
    """A text of an element, which is asked for its length first."""
    size = ask(element, None, 0)
    if size <= 2:
        return ""
    held = ctypes.create_string_buffer(size)
    ask(element, held, size)
    return held.raw[: size - 2].decode("utf-16-le")
