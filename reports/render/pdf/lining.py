"""Running text in faces, broken into the lines of a paragraph or of a cell."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from reports.render.pdf.faces import Face
from reports.render.pdf.printable import NO_BREAK

FacedText = tuple[Face, str]
FacedWord = list[FacedText]
_JOINTS = re.compile(r"(?:\w+://)?[^/\-?&=#_.]*[/\-?&=#_.]+|[^/\-?&=#_.]+")
_UNITS = re.compile(r".(?:\./\.$)?")
ROOM_WORTH_FILLING = 0.3


@dataclass(frozen=True, slots=True)
class BrokenLine:
    """One line: its pieces one after the other, its own width in points, and its spaces."""

    pieces: tuple[FacedText, ...]
    width: float
    ends_paragraph: bool

    @property
    def spaces(self) -> int:
        """How many gaps a justified line may widen."""
        return sum(text.count(" ") + text.count(NO_BREAK) for _, text in self.pieces)


def broken_lines(
    pieces: Sequence[FacedText], size: float, width: float, indent: float = 0
) -> list[BrokenLine]:
    """The text in lines of `width` points, the first `indent` shorter.

    A line breaks between words; a word that is longer than a line, and an address that would leave
    a line half empty, also at its joints, and if need be anywhere.
    """
    if len(pieces) == 1:
        face, text = pieces[0]
        length = face.width(text, size)
        if length <= width - indent:
            return [BrokenLine((pieces[0],), length, ends_paragraph=True)]
    filler = _Filler(size, width, indent)
    for word in _words(pieces):
        filler.add(word)
    return filler.done()


def _words(pieces: Sequence[FacedText]) -> list[FacedWord]:
    """The words with the faces of their parts; a face may change within a word."""
    words: list[FacedWord] = [[]]
    for face, text in pieces:
        first, *others = text.split(" ")
        if first:
            words[-1].append((face, first))
        words += [[(face, other)] if other else [] for other in others]
    return [word for word in words if word]


class _Filler:
    """Fills line after line."""

    def __init__(self, size: float, width: float, indent: float) -> None:
        self._size, self._width = size, width
        self._room = width - indent
        self._line: FacedWord = []
        self._length = 0.0
        self._lines: list[BrokenLine] = []

    def add(self, word: FacedWord) -> None:
        length = self._measure(word)
        gap = self._line[-1][0].width(" ", self._size) if self._line else 0.0
        if self._length + gap + length <= self._room:
            self._append(word, gap, length)
            return
        left = self._room - self._length - gap
        if self._is_torn(word, length, left):
            self._tear(word, gap)
            return
        if self._line:
            self._end_line()
        self._append(word, 0.0, length)

    def _is_torn(self, word: FacedWord, length: float, left: float) -> bool:
        """Whether a word is broken rather than moved to the next line."""
        if length > self._width:
            return True
        address = any("://" in text for _, text in word)
        return address and left > ROOM_WORTH_FILLING * self._width

    def _tear(self, word: FacedWord, gap: float) -> None:
        for face, text in word:
            for joint in _JOINTS.findall(text) or [text]:
                part = [(face, joint)]
                length = self._measure(part)
                if self._length + gap + length > self._room and self._line:
                    self._end_line()
                    gap = 0.0
                if length > self._room:
                    self._tear_anywhere(face, joint, gap)
                else:
                    self._append(part, gap, length)
                gap = 0.0

    def _tear_anywhere(self, face: Face, text: str, gap: float) -> None:
        for unit in _UNITS.findall(text):
            length = face.width(unit, self._size)
            if self._length + gap + length > self._room and self._line:
                self._end_line()
                gap = 0.0
            self._append([(face, unit)], gap, length)
            gap = 0.0

    def _append(self, word: FacedWord, gap: float, length: float) -> None:
        """A gap in front belongs to the piece that stands there."""
        if gap:
            face, text = self._line[-1]
            self._line[-1] = (face, f"{text} ")
        for face, text in word:
            if self._line and self._line[-1][0] is face:
                self._line[-1] = (face, self._line[-1][1] + text)
            else:
                self._line.append((face, text))
        self._length += gap + length

    def _end_line(self, *, last: bool = False) -> None:
        self._lines.append(BrokenLine(tuple(self._line), self._length, ends_paragraph=last))
        self._line, self._length, self._room = [], 0.0, self._width

    def done(self) -> list[BrokenLine]:
        """All lines; an empty text is one empty line."""
        if self._line or not self._lines:
            self._end_line(last=True)
        return self._lines

    def _measure(self, word: FacedWord) -> float:
        return sum(face.width(text, self._size) for face, text in word)
