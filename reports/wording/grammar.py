"""A wording as it was read: lines of text with places for figures, and what is wrong with it.

The grammar, for whoever edits a wording:
- one line is one paragraph; empty lines are only for the eye;
- "# " heads a part, "## " a clause; "> " begins a căn cứ, "^ " a line in the middle; "= " begins
  a line of the trích yếu, which stands above the text;
- **bold**, *italic*; {tổng số} is a place that the program fills; {{ and }} are braces;
  {Đối tượng} begins with a capital where {đối tượng} does not;
- [[ … ]] drops out when a place in it is empty; [[ … || … ]] then says the other words instead,
  unless a place in those is empty too. Alone on their lines, [[, || and ]] hold whole paragraphs;
- a line whose places are all empty drops out;
- a place alone on its line may be paragraphs, a table, a chart or a QR code;
- a backslash before any of these marks makes it an ordinary sign.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from reports.blocks import ParagraphStyle

PREFIXES = {
    "##": ParagraphStyle.CLAUSE,
    "#": ParagraphStyle.PART,
    ">": ParagraphStyle.BASIS,
    "^": ParagraphStyle.CENTER,
}
"""What a line begins with, before a space, and how its paragraph stands then."""
SUBJECT = "="
"""What a line of the trích yếu begins with."""
OPEN, OTHERWISE, CLOSE = "[[", "||", "]]"


@dataclass(frozen=True, slots=True)
class WordingProblem:
    """What is wrong, where: line and column from 1, so many letters of the line, a sentence."""

    line: int
    column: int
    length: int
    sentence: str


@dataclass(frozen=True, slots=True)
class PlainText:
    """Words in one type."""

    text: str
    bold: bool = False
    italic: bool = False


@dataclass(frozen=True, slots=True)
class PlaceUse:
    """A place as it is `written`, with its braces, and the type in which its words stand."""

    written: str
    line: int
    column: int
    bold: bool = False
    italic: bool = False

    @property
    def name(self) -> str:
        """What stands between the braces."""
        return self.written[1:-1].strip()


@dataclass(frozen=True, slots=True)
class InlineChoice:
    """Words that drop out when a place in them is empty, and those said `otherwise`."""

    first: tuple[InlineNode, ...]
    otherwise: tuple[InlineNode, ...] = ()


InlineNode = PlainText | PlaceUse | InlineChoice


@dataclass(frozen=True, slots=True)
class WordingLine:
    """One paragraph to be, or a line of the trích yếu; `number` is that of its line, from 1."""

    nodes: tuple[InlineNode, ...]
    style: ParagraphStyle
    number: int
    is_subject: bool = False

    @property
    def alone(self) -> PlaceUse | None:
        """The place that is all there is on the line."""
        told = [
            node for node in self.nodes if not (isinstance(node, PlainText) and node.text.isspace())
        ]
        return told[0] if len(told) == 1 and isinstance(told[0], PlaceUse) else None


@dataclass(frozen=True, slots=True)
class LineChoice:
    """Paragraphs that drop out when a place in them is empty, and those said `otherwise`."""

    first: tuple[WordingItem, ...]
    otherwise: tuple[WordingItem, ...] = ()


WordingItem = WordingLine | LineChoice


@dataclass(frozen=True, slots=True)
class Wording:
    """A text that was read. `problems` are of its marks; of its places `check_wording` tells."""

    items: tuple[WordingItem, ...]
    problems: tuple[WordingProblem, ...] = ()

    def lines(self) -> Iterator[WordingLine]:
        """Every line, in its order, whatever it depends on."""
        return _lines(self.items)

    def places(self) -> Iterator[PlaceUse]:
        """Every place, in its order."""
        for line in self.lines():
            yield from _places(line.nodes)


def direct_places(nodes: tuple[InlineNode, ...]) -> Iterator[PlaceUse]:
    """The places that `nodes` themselves depend on, not those of what may drop out by itself."""
    return (node for node in nodes if isinstance(node, PlaceUse))


def _lines(items: tuple[WordingItem, ...]) -> Iterator[WordingLine]:
    for item in items:
        if isinstance(item, WordingLine):
            yield item
        else:
            yield from _lines(item.first)
            yield from _lines(item.otherwise)


def _places(nodes: tuple[InlineNode, ...]) -> Iterator[PlaceUse]:
    for node in nodes:
        if isinstance(node, PlaceUse):
            yield node
        elif isinstance(node, InlineChoice):
            yield from _places(node.first)
            yield from _places(node.otherwise)
