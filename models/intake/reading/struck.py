"""What the fonts of a binary workbook do to its text: they strike out, or raise as a note."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from itertools import pairwise
from typing import NamedTuple

from models.intake.reading.left_out import CellPlace, LeftOut, Rest, Run, rest_of, rest_of_struck

OF_THE_CELL = -1


class Text(NamedTuple):
    """A shared text, and where in it which font begins; before that stands the cell's own."""

    text: str
    fonts: tuple[tuple[int, int], ...] = ()


class Fonts(NamedTuple):
    """The numbers of the fonts that strike out and that raise; formats of struck-out cells."""

    struck: frozenset[int]
    raised: frozenset[int]
    struck_formats: frozenset[int]

    @classmethod
    def of(cls, struck: Iterable[int], raised: Iterable[int], used: Iterable[int]) -> Fonts:
        """`used` holds the font of each format of cells, in their order."""
        gone = frozenset(struck)
        formats = frozenset(at for at, font in enumerate(used) if font in gone)
        return cls(gone, frozenset(raised), formats)


@dataclass(frozen=True, slots=True)
class StruckOut:
    """Struck-out formats of cells, and the shared texts that are kept in part by their number:
    those of usual cells, and those of cells that are struck out but for a part."""

    formats: frozenset[int]
    rests: Mapping[int, Rest]
    rests_in_struck: Mapping[int, Rest]

    @classmethod
    def of(cls, texts: Sequence[Text], fonts: Fonts) -> StruckOut:
        """What these texts and fonts come to."""
        usual = dict(_rests(texts, fonts, struck=False))
        return cls(fonts.struck_formats, usual, dict(_rests(texts, fonts, struck=True)))

    def __bool__(self) -> bool:
        return bool(self.formats or self.rests)

    def note(self, place: CellPlace, format_: int, text: int | None, found: LeftOut) -> None:
        """Note a cell in this format that shows this shared text, if it is one."""
        struck = format_ in self.formats
        rests = self.rests_in_struck if struck else self.rests
        if text is not None and text in rests:
            found.parts[place] = rests[text]
        elif struck:
            found.struck.add(place)


def _rests(texts: Sequence[Text], fonts: Fonts, *, struck: bool) -> Iterable[tuple[int, Rest]]:
    """What is left of the texts with fonts of their own, in a cell that is struck out or not."""
    find = rest_of_struck if struck else rest_of
    for number, text in enumerate(texts):
        rest = find(_runs(text, fonts, struck=struck)) if text.fonts else None
        if rest is not None:
            yield number, rest


def _runs(text: Text, fonts: Fonts, *, struck: bool) -> list[Run]:
    starts = [(0, OF_THE_CELL), *text.fonts, (len(text.text), OF_THE_CELL)]
    return [
        Run(
            text.text[start:end],
            struck if font == OF_THE_CELL else font in fonts.struck,
            font in fonts.raised,
        )
        for (start, font), (end, _) in pairwise(starts)
    ]
