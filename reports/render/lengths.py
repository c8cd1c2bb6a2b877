"""How long a line of text is, without a font file: by the metrics of Times."""

from __future__ import annotations

import unicodedata

from reportlab.pdfbase.pdfmetrics import stringWidth

from reports.profile import TextStyle

MM_PER_POINT = 25.4 / 72
ABOVE_BASE, BELOW_BASE = 0.891, 0.216
"""How far letters reach above and below the line that they stand on, as shares of the size."""

_FACES = {
    (False, False): "Times-Roman",
    (True, False): "Times-Bold",
    (False, True): "Times-Italic",
    (True, True): "Times-BoldItalic",
}
_BASE_LETTERS = {"đ": "d", "Đ": "D", "\u00a0": " "}


class _Widths(dict[str, float]):
    """The width of each letter of a face as a share of the size, looked up once."""

    def __init__(self, face: str) -> None:
        super().__init__()
        self._face = face

    def __missing__(self, letter: str) -> float:
        """In Times a mark does not widen its letter."""
        apart = unicodedata.normalize("NFD", _BASE_LETTERS.get(letter, letter))
        base = "".join(each for each in apart if not unicodedata.combining(each))
        width = self[letter] = float(stringWidth(base, self._face, 1))
        return width


_WIDTHS = {kind: _Widths(face) for kind, face in _FACES.items()}


def line_length(text: str, style: TextStyle) -> float:
    """The length of one line in millimetres."""
    widths = _WIDTHS[style.bold, style.italic]
    return sum(map(widths.__getitem__, text)) * style.size * MM_PER_POINT


def line_count(text: str, style: TextStyle, width: float) -> int:
    """How many lines `text` takes in `width` millimetres; a word that is longer is broken."""
    if "\n" in text:
        return sum(line_count(part, style, width) for part in text.split("\n"))
    if line_length(text, style) <= width:
        return 1
    lines, used, space = 1, 0.0, line_length(" ", style)
    for word in text.split(" "):
        length = line_length(word, style)
        gap = space if used else 0.0
        if used + gap + length <= width:
            used += gap + length
            continue
        lines += 1 if used else 0
        more, used = divmod(length, width)
        lines += int(more)
    return lines
