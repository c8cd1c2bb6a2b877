"""Pages that are drawn on: words, lines, boxes and tables' grids, from the top left, in points."""

from __future__ import annotations

import zlib
from dataclasses import dataclass
from io import BytesIO
from typing import Any

from reportlab.pdfbase.pdfdoc import PDFStream
from reportlab.pdfgen.canvas import Canvas

from reports.render.pdf.faces import Coding, Face
from reports.render.pdf.structure import Element, StructureTree

PACKING = 6
BOOKMARKS_UNSHOWN = 4
"""A file with no more of them opens without the list of them beside its pages."""
Colour = tuple[float, float, float]
BLACK: Colour = (0, 0, 0)


@dataclass(frozen=True, slots=True)
class About:
    """What a file says of itself; `stamp` is its date in the form of PDF."""

    title: str
    author: str
    subject: str
    program: str
    stamp: str
    first_face: str


class PdfSheet:
    """The present page of a file that grows page by page.

    Words belong to the structure element that `tag` named last; lines and boxes are artifacts. What
    was drawn is packed when its page ends, so that a long list takes little memory.
    """

    def __init__(self, about: About) -> None:
        self._target = BytesIO()
        self._canvas = Canvas(
            self._target,
            invariant=1,
            initialFontName=about.first_face,
            pdfVersion=(1, 7),
            lang="vi-VN",
        )
        self._canvas.setTitle(about.title)
        self._canvas.setAuthor(about.author)
        self._canvas.setSubject(about.subject)
        self._canvas.setCreator(about.program)
        self._canvas.setProducer(about.program)
        self._canvas.setDateFormatter(lambda *_: about.stamp)
        self._canvas.setViewerPreference("DisplayDocTitle", "true")
        self.file: Any = self._canvas._doc
        self.tree = StructureTree()
        self.number = 0
        self._codings = dict[str, Coding]()
        self._outlined = 0
        self._bookmarks = 0
        self._start(0)

    def _start(self, height: float) -> None:
        self._height = height
        self._words = list[str]()
        self._lines = list[str]()
        self._grid = list[tuple[float, float, tuple[float, ...]]]()
        self._set: tuple[Any, ...] = ()
        self._spacing = 0.0
        self._open: Element | None = None
        self._tagged = False

    def begin(self, width: float, height: float) -> None:
        """A new page."""
        self._canvas.setPageSize((width, height))
        self.tree.begin_page()
        self.number += 1
        self._start(height)

    def tag(self, element: Element | None) -> None:
        """What is drawn from now on belongs to `element`; None: to no text (a page's number)."""
        if self._tagged and element is self._open:
            return
        self._close_tag()
        if element is None:
            self._words.append("/Artifact BMC")
        else:
            number = self.tree.number_of(element)
            self._words.append(f"/{element.kind} <</MCID {number}>> BDC")
        self._open, self._tagged = element, True

    def _close_tag(self) -> None:
        if self._tagged:
            self._words.append("EMC")
        self._tagged = False

    def text(
        self, left: float, base: float, face: Face, size: float, words: str, spacing: float = 0
    ) -> None:
        """Words, as `face.shown` gives them, on a base line; `spacing` widens each space."""
        coding = self._codings.get(face.name)
        if coding is None:
            coding = self._codings[face.name] = Coding(face, self.file)
        coded = coding.coded(words)
        up = self._height - base
        if coded is None:
            self._text_in_parts(left, up, coding.coded_parts(words), size, spacing)
            return
        self._words.append(
            f"BT{self._settings(coding.names[0], size, spacing)} {left:.2f} {up:.2f} Td "
            f"({coded}) Tj ET"
        )

    def _settings(self, name: str, size: float, spacing: float) -> str:
        """The operators that change face and spacing, where they change."""
        told = ""
        if self._set != (name, size):
            self._set = (name, size)
            told = f" {name} {size:g} Tf"
        if spacing != self._spacing:
            self._spacing = spacing
            told += f" {spacing:.4f} Tw"
        return told

    def _text_in_parts(
        self, left: float, up: float, parts: list[tuple[str, str]], size: float, spacing: float
    ) -> None:
        shown = "".join(f"{self._settings(n, size, spacing)} ({coded}) Tj" for n, coded in parts)
        # The face of the first part is set before the place, that of the others between them.
        self._words.append(f"BT {left:.2f} {up:.2f} Td{shown} ET")

    def rule(
        self,
        x1: float,
        y1: float,
        x2: float,
        y2: float,
        points: float,
        colour: Colour = BLACK,
        dashes: str = "",
    ) -> None:
        """A drawn line; `dashes` as PDF has them ("3 2")."""
        ends = f"{x1:.2f} {self._height - y1:.2f} m {x2:.2f} {self._height - y2:.2f} l S"
        red, green, blue = colour
        paint = f"{red:g} {green:g} {blue:g} RG"
        self._lines.append(f"q {points:g} w {paint} [{dashes}] 0 d {ends} Q")

    def box(self, left: float, top: float, width: float, height: float, colour: Colour) -> None:
        """A filled rectangle."""
        red, green, blue = colour
        where = f"{left:.2f} {self._height - top - height:.2f} {width:.2f} {height:.2f}"
        self._lines.append(f"q {red:g} {green:g} {blue:g} rg {where} re f Q")

    def boxes(self, boxes: list[tuple[float, float, float, float]]) -> None:
        """Black rectangles (left, top, width, height) as one shape: no light between them."""
        shape = " ".join(
            f"{left:.3f} {self._height - top - height:.3f} {width:.3f} {height:.3f} re"
            for left, top, width, height in boxes
        )
        self._lines.append(f"q 0 0 0 rg {shape} f Q")

    def grid_row(self, top: float, bottom: float, edges: tuple[float, ...]) -> None:
        """The frame of a row of cells: lines above and below, and at each edge."""
        self._grid.append((top, bottom, edges))

    def bookmark(self, title: str, top: float, level: int) -> None:
        """An entry of the outline that leads to `top` on this page."""
        self._bookmarks += 1
        key = f"b{self._bookmarks}"
        self._canvas.bookmarkPage(key, fit="XYZ", left=0, top=self._height - top, zoom=0)
        level = min(level, self._outlined)
        self._canvas.addOutlineEntry(title, key, level)
        self._outlined = level + 1

    def end(self, grid_points: float) -> None:
        """Pack the page; the lines of its tables are `grid_points` wide."""
        self._close_tag()
        lines = [*self._lines, *self._grid_lines(grid_points)]
        drawn = ["/Artifact BMC", *lines, "EMC", *self._words] if lines else self._words
        self._canvas.showPage()
        page = self.file.Pages.pages[-1]
        packed = zlib.compress("\n".join(drawn).encode("latin-1"), PACKING)
        page.stream, page.Trans = None, None
        page.Contents = PDFStream(content=packed)
        page.Contents.dictionary["Filter"] = "/FlateDecode"
        page.StructParents = self.number - 1
        page.Tabs = "/S"
        page.__NoDefault__ = [*page.__NoDefault__, "StructParents", "Tabs"]
        self._start(self._height)

    def _grid_lines(self, points: float) -> list[str]:
        """Every line of the tables once: lying ones by row, standing ones by whole stretches."""
        if not self._grid:
            return []
        lying, standing = dict[tuple[float, float, float], None](), list[str]()
        runs = dict[float, tuple[float, float]]()
        for top, bottom, edges in self._grid:
            lying[top, edges[0], edges[-1]] = lying[bottom, edges[0], edges[-1]] = None
            for edge in [edge for edge, run in runs.items() if edge not in edges or run[1] != top]:
                standing.append(self._upright(edge, *runs.pop(edge)))
            for edge in edges:
                runs[edge] = (runs[edge][0] if edge in runs else top, bottom)
        standing += [self._upright(edge, *run) for edge, run in runs.items()]
        flat = [
            f"{left:.2f} {self._height - y:.2f} m {right:.2f} {self._height - y:.2f} l"
            for y, left, right in lying
        ]
        return [f"{points:g} w 2 J", *flat, *standing, "S"]

    def _upright(self, edge: float, top: float, bottom: float) -> str:
        return f"{edge:.2f} {self._height - top:.2f} m {edge:.2f} {self._height - bottom:.2f} l"

    def saved(self) -> bytes:
        """The whole file."""
        self.tree.write(self.file, list(self.file.Pages.pages))
        if self._bookmarks > BOOKMARKS_UNSHOWN:
            self._canvas.showOutline()
        self._canvas.save()
        return self._target.getvalue()
