"""From a wording and its values to the blocks of a document."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass, field

from models.contests.mark_names import capitalised
from models.text.numerals import roman
from reports.blocks import Paragraph, ParagraphStyle, TextRun, paragraph_of
from reports.document import DocumentBlock
from reports.wording.grammar import (
    InlineChoice,
    InlineNode,
    LineChoice,
    PlaceUse,
    PlainText,
    WordingItem,
    WordingLine,
    direct_places,
)
from reports.wording.joining import GAP, Dropped, joined
from reports.wording.known import known_place
from reports.wording.parsing import parse_wording
from reports.wording.places import ORDER, ROMAN_ORDER, WordingValue, WordingValues, place_key

_COUNTED: dict[str, Callable[[int], str]] = {place_key(ORDER): str, place_key(ROMAN_ORDER): roman}


def fill_wording(kind: str, text: str, values: WordingValues) -> tuple[DocumentBlock, ...]:
    """The blocks that `text` comes to with these values. Never raises.

    A place that the kind knows and that has no value is empty; one that nobody knows stands
    there as it is written, in braces, to be seen. Lines of the trích yếu are left out.
    """
    return tuple(_filler(kind, values).blocks(parse_wording(text).items))


def fill_subject(kind: str, text: str, values: WordingValues) -> tuple[str, ...]:
    """The lines of the trích yếu of a wording ("= " before them), as plain words."""
    filler = _filler(kind, values, subject=True)
    blocks = filler.blocks(parse_wording(text).items)
    return tuple(block.text for block in blocks if isinstance(block, Paragraph))


def _filler(kind: str, values: WordingValues, *, subject: bool = False) -> _Filler:
    return _Filler(kind, {place_key(name): value for name, value in values.items()}, subject)


@dataclass(slots=True)
class _Filler:
    kind: str
    values: dict[str, WordingValue]
    subject: bool
    counts: dict[str, int] = field(default_factory=dict)

    def blocks(self, items: Iterable[WordingItem]) -> list[DocumentBlock]:
        made: list[DocumentBlock] = []
        for item in items:
            if isinstance(item, LineChoice):
                made += self._choice(item)
            elif item.is_subject == self.subject:
                made += self._line(item)
        return made

    def _choice(self, choice: LineChoice) -> list[DocumentBlock]:
        """The first paragraphs, else the others; those drop out too when a place is empty."""
        for items in (choice.first, choice.otherwise):
            lines = [each for each in items if isinstance(each, WordingLine)]
            if not any(self._is_empty(use) for each in lines for use in direct_places(each.nodes)):
                return self.blocks(items)
        return []

    def _line(self, line: WordingLine) -> list[DocumentBlock]:
        if line.style is ParagraphStyle.PART:
            self.counts.pop(place_key(ORDER), None)
        if line.alone is not None:
            return self._alone(line.alone, line.style)
        places = [
            each for each in direct_places(line.nodes) if place_key(each.name) not in _COUNTED
        ]
        if places and all(map(self._is_empty, places)):
            return []
        kept = dict(self.counts)
        made = joined(self._pieces(line.nodes))
        if not made:
            self.counts = kept
            return []
        return [paragraph_of(*made, style=line.style)]

    def _alone(self, use: PlaceUse, style: ParagraphStyle) -> list[DocumentBlock]:
        value = self._value(use)
        if not isinstance(value, str):
            return list(value)
        lines = (joined([_run(use, line)]) for line in value.split("\n"))
        return [paragraph_of(*made, style=style) for made in lines if made]

    def _pieces(self, nodes: Iterable[InlineNode]) -> list[TextRun | Dropped]:
        pieces: list[TextRun | Dropped] = []
        for node in nodes:
            if isinstance(node, PlainText):
                pieces.append(TextRun(node.text, node.bold, node.italic))
            elif isinstance(node, PlaceUse):
                words = self._words(node)
                pieces.append(_run(node, words) if words else GAP)
            else:
                pieces += self._chosen(node)
        return pieces

    def _chosen(self, choice: InlineChoice) -> list[TextRun | Dropped]:
        for nodes in (choice.first, choice.otherwise):
            if not any(map(self._is_empty, direct_places(nodes))):
                return self._pieces(nodes) or [GAP]
        return [GAP]

    def _words(self, use: PlaceUse) -> str:
        """What stands in a sentence: whole blocks do not."""
        key = place_key(use.name)
        if key in _COUNTED:
            self.counts[key] = self.counts.get(key, 0) + 1
            return _COUNTED[key](self.counts[key])
        value = self._value(use)
        return " ".join(value.split()) if isinstance(value, str) else ""

    def _value(self, use: PlaceUse) -> WordingValue:
        found = self.values.get(place_key(use.name))
        if found is None:
            known = known_place(use.name)
            return "" if known is not None and known.is_of(self.kind) else use.written
        if isinstance(found, str) and use.name[:1].isupper():
            return capitalised(found)
        return found

    def _is_empty(self, use: PlaceUse) -> bool:
        if place_key(use.name) in _COUNTED:
            return False
        value = self._value(use)
        return not (value.strip() if isinstance(value, str) else value)


def _run(use: PlaceUse, words: str) -> TextRun:
    return TextRun(words, use.bold, use.italic)
