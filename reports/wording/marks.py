"""The signs of a line of wording: words, places, and the marks around them, each at its column."""

from __future__ import annotations

import re
from collections.abc import Iterator
from enum import Enum, auto
from typing import NamedTuple

from models.text.patterns import later

ESCAPABLE = "\\{}[]|*#>^="
_SIGNS = later(
    r"\\[\\{}\[\]|*#>^=]|\{\{|\}\}|\[\[|\]\]| \|\| |\|\||\*\*|\*|\{[^{}]*\}|\{|\}"
    r"|(?:(?! \|\| )[^\\{}\[\]|*])+|.",
    re.DOTALL,
)


class MarkSign(Enum):
    """What a piece of a line is."""

    WORDS = auto()
    PLACE = auto()
    BOLD = auto()
    ITALIC = auto()
    OPEN = auto()
    OTHERWISE = auto()
    CLOSE = auto()
    STRAY = auto()


class MarkAt(NamedTuple):
    """A sign as it is written, with its column from 0; `words` is what stands for it on paper.

    The spaces around || are its own.
    """

    sign: MarkSign
    written: str
    column: int
    words: str = ""


_MARKS = {
    "**": MarkSign.BOLD,
    "*": MarkSign.ITALIC,
    "[[": MarkSign.OPEN,
    "||": MarkSign.OTHERWISE,
    " || ": MarkSign.OTHERWISE,
    "]]": MarkSign.CLOSE,
}


def marks_of_line(line: str, begin: int = 0) -> Iterator[MarkAt]:
    """The signs of a line from the letter `begin` on; together they are all of it."""
    for found in _SIGNS.finditer(line, begin):
        yield _sign(found[0], found.start())


def _sign(written: str, column: int) -> MarkAt:
    if written in _MARKS:
        return MarkAt(_MARKS[written], written, column, written)
    if written in {"{{", "}}"}:
        return MarkAt(MarkSign.WORDS, written, column, written[0])
    if written in {"{", "}"}:
        return MarkAt(MarkSign.STRAY, written, column, written)
    if written[0] == "{":
        kind = MarkSign.PLACE if written[1:-1].strip() else MarkSign.STRAY
        return MarkAt(kind, written, column, written)
    if written[0] == "\\" and len(written) == 2:
        return MarkAt(MarkSign.WORDS, written, column, written[1])
    return MarkAt(MarkSign.WORDS, written, column, written)


def escaped(text: str) -> str:
    """A line of wording that says `text` and nothing else."""
    return "".join(f"\\{letter}" if letter in ESCAPABLE else letter for letter in text)
