"""Words on PDF pages: registered faces, paragraph styles, balanced lines and drawn rules."""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass
from typing import Any
from xml.sax.saxutils import escape

from reportlab.lib.colors import black
from reportlab.lib.enums import TA_CENTER, TA_JUSTIFY, TA_LEFT, TA_RIGHT
from reportlab.lib.styles import ParagraphStyle
from reportlab.lib.units import mm
from reportlab.pdfbase import pdfmetrics
from reportlab.pdfbase.ttfonts import TTFont
from reportlab.platypus import HRFlowable, Paragraph, Spacer

from reports.document import Align
from reports.profile import Profile, TextStyle
from reports.render.fonts import FontFamily
from reports.render.glyphs import drawable
from reports.render.lines import balanced_lines

SINGLE_SPACING = 1.15
ALIGNMENTS = {Align.LEFT: TA_LEFT, Align.CENTER: TA_CENTER, Align.RIGHT: TA_RIGHT}
_UNPRINTABLE = re.compile(r"[\x00-\x1f\x7f-\x9f\ufeff\ufffe\uffff\ud800-\udfff]+")
_GAP = re.compile(" {2,}")


def printable(text: str) -> str:
    """Composed letters, no control characters, and gaps that a paragraph will not close up."""
    text = _UNPRINTABLE.sub(" ", unicodedata.normalize("NFC", text)).strip()
    return _GAP.sub(lambda gap: "\u00a0" * len(gap[0]), text)


@dataclass(frozen=True, slots=True)
class Typesetter:
    """Makes paragraphs in the faces of one family by the rules of one profile.

    All widths are points.
    """

    profile: Profile
    fonts: FontFamily

    def register(self) -> None:
        """Tell reportlab about the four faces; doing it again changes nothing."""
        faces = zip(self.fonts.faces, (0, 1, 0, 1), (0, 0, 1, 1), strict=True)
        for path, bold, italic in faces:
            name = self.fonts.face_name(bool(bold), bool(italic))
            if name not in pdfmetrics.getRegisteredFontNames():
                pdfmetrics.registerFont(TTFont(name, str(path)))

    def face(self, style: TextStyle) -> str:
        """The registered name of a style's face."""
        return self.fonts.face_name(style.bold, style.italic)

    def width(self, text: str, style: TextStyle) -> float:
        """How long `text` is on one line."""
        shown = self._drawable(text, style)
        return float(pdfmetrics.stringWidth(shown, self.face(style), style.size))

    def _drawable(self, text: str, style: TextStyle) -> str:
        """The text in letters that the style's face can draw."""
        face = pdfmetrics.getFont(self.face(style)).face
        return drawable(printable(text), face.charToGlyph)

    def line(self, text: str, style: TextStyle, align: Align = Align.CENTER) -> Paragraph:
        """Text with single spacing; a line break in it stays one."""
        return Paragraph(
            "<br/>".join(escape(self._drawable(part, style)) for part in text.split("\n")),
            ParagraphStyle(
                "line",
                fontName=self.face(style),
                fontSize=style.size,
                leading=style.size * SINGLE_SPACING,
                alignment=ALIGNMENTS[align],
            ),
        )

    def body(self, text: str) -> Paragraph:
        """A paragraph of the content: justified, first line indented."""
        style, profile = self.profile.styles.body, self.profile
        return Paragraph(
            escape(self._drawable(text, style)),
            ParagraphStyle(
                "body",
                fontName=self.face(style),
                fontSize=style.size,
                leading=profile.leading(style, profile.line_spacing),
                alignment=TA_JUSTIFY,
                firstLineIndent=profile.first_line_indent * mm,
                spaceBefore=profile.paragraph_gap_points / 2,
                spaceAfter=profile.paragraph_gap_points / 2,
                allowWidows=0,
                allowOrphans=0,
            ),
        )

    def balanced(self, text: str, style: TextStyle, width: float) -> tuple[Paragraph, float]:
        """A centred paragraph with lines of like length, and how long its last line is."""
        lines = balanced_lines(text, lambda part: self.width(part, style), width)
        return self.line("\n".join(lines), style), min(self.width(lines[-1], style), width)

    def rule(self, length: float, above: float = 3) -> list[Any]:
        """A drawn line, centred in its column, `above` points under the text."""
        points = self.profile.line_points
        line = HRFlowable(
            width=length,
            thickness=points,
            color=black,
            hAlign="CENTER",
            spaceBefore=0,
            spaceAfter=0,
        )
        return [Spacer(1, above), line]
