"""Charts and QR codes in a Word file: pictures, told in words for whoever cannot see them."""

from __future__ import annotations

from dataclasses import replace
from io import BytesIO

from docx.parts.document import DocumentPart
from docx.shared import Mm
from lxml import etree

from reports.blocks import Chart, QrCode
from reports.profile import Profile
from reports.render.chart import chart_drawings
from reports.render.docx.heading import balanced
from reports.render.docx.markup import PLAIN, Placing, line, paragraph, twips, writable
from reports.render.docx.raster import png_of
from reports.render.fonts import FontFamily
from reports.render.lengths import line_length
from reports.render.qr_picture import qr_picture

HIGHEST = 0.9
"""Of a page: a chart of many units goes on in another picture."""


class Pictures:
    """Puts pictures into one file, each with a number of its own."""

    def __init__(self, part: DocumentPart, profile: Profile, fonts: FontFamily) -> None:
        self._part, self._profile, self._fonts = part, profile, fonts
        self._count = 0

    def chart_markup(self, chart: Chart, room: tuple[float, float], placing: Placing) -> str:
        """One paragraph, or several of a long chart; `room` is the width and height of a page."""
        width, height = room[0], room[1] * HIGHEST
        drawings = chart_drawings(chart, self._profile, width, height, line_length)
        words, made = chart.words or chart.title, list[str]()
        for at, drawing in enumerate(drawings):
            run = self._run(png_of(drawing, self._fonts), drawing.width, words)
            last = at == len(drawings) - 1
            first = placing.before if at == 0 else None
            made.append(paragraph("Hinh", run, replace(placing if last else PLAIN, before=first)))
        return "".join(made)

    def qr_markup(self, code: QrCode, room: tuple[float, float], placing: Placing) -> str:
        """The code in the middle, its caption below it on the same page."""
        side = min(code.millimetres, room[0], room[1] * HIGHEST)
        run = self._run(qr_picture(code.text), side, f"Mã QR: {code.text}")
        if not code.caption:
            return paragraph("Hinh", run, placing)
        above = Placing(before=placing.before, kept=True)
        below = replace(placing, before=None)
        style, width = self._profile.styles.caption, twips(room[0])
        caption = "\n".join(balanced(code.caption, style, width))
        return paragraph("Hinh", run, above) + line("ChuThich", caption, below)

    def _run(self, png: bytes, width: float, words: str) -> str:
        """A picture `width` mm wide in the line of a paragraph."""
        self._count += 1
        inline = self._part.new_pic_inline(BytesIO(png), width=Mm(width))
        said = {"id": str(self._count), "name": f"Hình {self._count}"}
        said["descr"] = " ".join(writable(words).split())
        for name, value in said.items():
            inline.docPr.set(name, value)
        drawn = etree.tostring(inline, encoding="unicode")
        return f"<w:r><w:drawing>{drawn}</w:drawing></w:r>"
