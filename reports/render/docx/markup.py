"""The pieces of a Word page as WordprocessingML: text is written at once, not element by element.

python-docx makes a proxy for each element that it is asked for, and looks through a whole table
for each cell; a list of thousands of people would take minutes. Elements stand in the order of
ECMA-376, part 1, 17. All lengths are twips (1/20 point).
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise
from typing import Any
from xml.sax.saxutils import escape

from docx.oxml import parse_xml
from docx.oxml.ns import nsdecls

TWIPS_PER_POINT = 20
TWIPS_PER_MM = 1440 / 25.4
_UNPRINTABLE = re.compile(
    r"[\x00-\x09\x0b-\x1f\x7f-\x9f\ufeff\ufff0-\ufffb\ufffe\uffff\ud800-\udfff]+"
)
_GAP = re.compile(" {2,}")
_END = re.compile(r" +(?=\./\.)")
_NO_FRAME = (
    '<w:tcBorders><w:left w:val="nil"/><w:bottom w:val="nil"/><w:right w:val="nil"/></w:tcBorders>'
)


@dataclass(frozen=True, slots=True)
class Placing:
    """How one paragraph differs from its style: alignment, indents, and what it holds to.

    `align` is "left", "center", "right" or "" for that of the style. The first line begins `first`
    beyond the others; it hangs out where that is less than nothing. `before` and `after` are free
    paper, None for that of the style. With `kept` no page breaks between it and the next paragraph.
    """

    align: str = ""
    left: int = 0
    right: int = 0
    first: int = 0
    before: int | None = None
    after: int | None = None
    kept: bool = False


PLAIN = Placing()


def twips(millimetres: float) -> int:
    """A length in millimetres as whole twips."""
    return round(millimetres * TWIPS_PER_MM)


def points(length: float) -> int:
    """A length in points as whole twips."""
    return round(length * TWIPS_PER_POINT)


def writable(text: str) -> str:
    """Composed letters without what XML forbids, and gaps that Word will not close up.

    Emoji and marks of direction stay: Word finds a font for them. The "./." that ends a document
    stays with the word before it.
    """
    composed = _UNPRINTABLE.sub(" ", unicodedata.normalize("NFC", text))
    composed = _END.sub("\u00a0", composed)
    return _GAP.sub(lambda gap: "\u00a0" * len(gap[0]), composed)


def elements(markup: str) -> list[Any]:
    """The elements that a piece of markup stands for, ready to be put into a document."""
    return list(parse_xml(f"<w:body {nsdecls('w')}>{markup}</w:body>"))


def run(text: str, bold: bool = False, italic: bool = False) -> str:
    """Text in one type on top of the paragraph's; a line break in it stays one."""
    marks = ("<w:b/><w:bCs/>" if bold else "") + ("<w:i/><w:iCs/>" if italic else "")
    lines = "<w:br/>".join(
        f'<w:t xml:space="preserve">{escape(line)}</w:t>' for line in text.split("\n")
    )
    return f"<w:r>{f'<w:rPr>{marks}</w:rPr>' if marks else ''}{lines}</w:r>"


def paragraph(style: str, runs: str, placing: Placing = PLAIN) -> str:
    """One paragraph in a named style, given by its key; `runs` is markup."""
    placed = "" if placing is PLAIN else _placed(placing)
    return f'<w:p><w:pPr><w:pStyle w:val="{style}"/>{placed}</w:pPr>{runs}</w:p>'


def _placed(placing: Placing) -> str:
    return (
        ("<w:keepNext/>" if placing.kept else "")
        + _spacing(placing)
        + _indents(placing)
        + (f'<w:jc w:val="{placing.align}"/>' if placing.align else "")
    )


def _spacing(placing: Placing) -> str:
    said = (("before", placing.before), ("after", placing.after))
    words = "".join(f' w:{side}="{length}"' for side, length in said if length is not None)
    return f"<w:spacing{words}/>" if words else ""


def _indents(placing: Placing) -> str:
    if not (placing.left or placing.right or placing.first):
        return ""
    side = "hanging" if placing.first < 0 else "firstLine"
    first = f' w:{side}="{abs(placing.first)}"' if placing.first else ""
    return f'<w:ind w:left="{placing.left}" w:right="{placing.right}"{first}/>'


def line(style: str, text: str, placing: Placing = PLAIN) -> str:
    """A paragraph of text in the type of its style."""
    shown = writable(text).strip(" ")
    return paragraph(style, run(shown) if shown else "", placing)


@dataclass(frozen=True, slots=True)
class TableBox:
    """One cell of a table: how many columns it covers, and the markup of its paragraphs.

    `merge` is "restart" for the first of cells that stand over one another, "continue" for those
    below. One without a frame has no margins either.
    """

    content: str
    span: int = 1
    merge: str = ""
    frameless: bool = False


def table_row(
    boxes: Iterable[TableBox],
    widths: Sequence[int],
    *,
    centred: bool = False,
    header: bool = False,
    height: int = 0,
) -> str:
    """A row that no page breaks, `height` twips high at least; a header is repeated on every page.

    With `centred` words stand in the middle between above and below.
    """
    marks = "<w:cantSplit/>"
    if height:
        marks += f'<w:trHeight w:val="{height}" w:hRule="atLeast"/>'
    if header:
        marks += "<w:tblHeader/>"
    cells = "".join(_cells(boxes, widths, '<w:vAlign w:val="center"/>' if centred else ""))
    return f"<w:tr><w:trPr>{marks}</w:trPr>{cells}</w:tr>"


def _cells(boxes: Iterable[TableBox], widths: Sequence[int], height_mark: str) -> Iterator[str]:
    at = 0
    for box in boxes:
        width = sum(widths[at : at + box.span])
        at += box.span
        span = f'<w:gridSpan w:val="{box.span}"/>' if box.span > 1 else ""
        merge = f'<w:vMerge w:val="{box.merge}"/>' if box.merge else ""
        frame = _NO_FRAME + _cell_margins() if box.frameless else ""
        yield (
            f'<w:tc><w:tcPr><w:tcW w:w="{width}" w:type="dxa"/>{span}{merge}'
            f"{frame}{height_mark}</w:tcPr>{box.content}</w:tc>"
        )


def _cell_margins() -> str:
    sides = ("top", "left", "bottom", "right")
    margins = "".join(f'<w:{side} w:w="0" w:type="dxa"/>' for side in sides)
    return f"<w:tcMar>{margins}</w:tcMar>"


def table(style: str, widths: Sequence[int], rows: Iterable[str]) -> str:
    """A table of exact widths in a table style, given by its key."""
    grid = "".join(f'<w:gridCol w:w="{width}"/>' for width in widths)
    return (
        f'<w:tbl><w:tblPr><w:tblStyle w:val="{style}"/><w:tblW w:w="{sum(widths)}" w:type="dxa"/>'
        '<w:tblInd w:w="0" w:type="dxa"/><w:tblLayout w:type="fixed"/>'
        f"</w:tblPr><w:tblGrid>{grid}</w:tblGrid>{''.join(rows)}</w:tbl>"
    )


def shared_widths(whole: int, weights: Sequence[float]) -> list[int]:
    """`whole` divided by weights into whole twips that add up to it."""
    total, passed, edges = sum(weights), 0.0, [0]
    for weight in weights:
        passed += weight
        edges.append(round(whole * passed / total))
    return [after - before for before, after in pairwise(edges)]
