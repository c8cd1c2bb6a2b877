"""The four faces of a family as a page needs them: their letters, widths and codes."""

from __future__ import annotations

from collections.abc import Container
from typing import Any

from reportlab.pdfbase import pdfmetrics
from reportlab.pdfbase.ttfonts import TTFont

from reports.render.fonts import FontFamily
from reports.render.glyphs import drawable
from reports.render.pdf.printable import printable

ASCENT, DESCENT = 0.891, 0.216
"""Of Times New Roman and of its likes, as shares of the size."""
ELSEWHERE = "\ufff0"
MOST_KEPT = 20_000


class _Advances(dict[str, float]):
    """The width of each letter as a share of the size, looked up once."""

    def __init__(self, face: Any) -> None:
        super().__init__()
        self._face = face

    def __missing__(self, letter: str) -> float:
        width = self[letter] = float(self._face.getCharWidth(ord(letter))) / 1000
        return width


class Face:
    """One face, registered with reportlab under `name`; sizes and widths are points."""

    def __init__(self, name: str, font: TTFont) -> None:
        self.name = name
        self.font = font
        self.covered: Container[int] = font.face.charToGlyph
        self._advances = _Advances(font.face)
        self._shown = dict[str, str]()

    def width(self, text: str, size: float) -> float:
        """How long `text` is on one line; it must be as `shown` gives it."""
        return sum(map(self._advances.__getitem__, text)) * size

    def shown(self, text: str) -> str:
        """The text in letters that this face can draw, as it will stand on the page."""
        known = self._shown.get(text)
        if known is None:
            if len(self._shown) >= MOST_KEPT:
                self._shown.clear()
            known = self._shown[text] = drawable(printable(text), self.covered)
        return known


class Coding(dict[int, str]):
    """The letters of one face as the bytes of one file, for `str.translate`.

    reportlab gives out the codes of a file letter by letter and starts another subset of the face
    when 256 are used up; what is not in the first is marked by `ELSEWHERE`.
    """

    def __init__(self, face: Face, file: Any) -> None:
        super().__init__()
        self._font, self._file = face.font, file
        self.names = [face.font.getSubsetInternalName(0, file)]

    def __missing__(self, code: int) -> str:
        ((subset, coded),) = self._font.splitString(chr(code), self._file)
        letter = coded.decode("latin-1") if subset == 0 else ELSEWHERE
        if letter in "()\\\r\n":
            letter = f"\\{ord(letter):03o}"
        self[code] = letter
        return letter

    def coded(self, text: str) -> str | None:
        """The text as it stands between the brackets of a PDF string; None: not in one subset."""
        found = text.translate(self)
        return None if ELSEWHERE in found else found

    def coded_parts(self, text: str) -> list[tuple[str, str]]:
        """(internal name of the subset, coded text) for each stretch of one subset."""
        parts = []
        for subset, coded in self._font.splitString(text, self._file):
            name = self._font.getSubsetInternalName(subset, self._file)
            parts.append((name, "".join(f"\\{byte:03o}" for byte in coded)))
        return parts


def registered_faces(fonts: FontFamily) -> dict[tuple[bool, bool], Face]:
    """The faces of a family by (bold, italic); reportlab is told of each once."""
    found = {}
    kinds = ((False, False), (True, False), (False, True), (True, True))
    for path, (bold, italic) in zip(fonts.faces, kinds, strict=True):
        name = fonts.face_name(bold, italic)
        if name not in pdfmetrics.getRegisteredFontNames():
            pdfmetrics.registerFont(TTFont(name, str(path)))
        found[bold, italic] = Face(name, pdfmetrics.getFont(name))
    return found
