"""What stands in a file, whatever wrote it: parts, rows, and pieces with their values."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from enum import StrEnum
from functools import lru_cache
from typing import NamedTuple

from models.text.hyphens import plain_hyphens
from models.text.names import storage_form

_QUOTES = str.maketrans({"\u201c": '"', "\u201d": '"', "\u2018": "'", "\u2019": "'"})
_DROPPED = str.maketrans(dict.fromkeys("\u00ad\u200b\u200c\u200d\u2060\ufeff", ""))
_NUMBER = re.compile(r"-?(?:\d{1,3}(?:\.\d{3})+|\d+)(?:,\d+)?(?P<percent> ?%)?")
_HASH = re.compile(r"mã số liệu\W{0,3}([0-9a-f]{12})(?![0-9a-f])", re.IGNORECASE)


class FilePartKind(StrEnum):
    """A sheet of a workbook, a table or the running text of a Word file, the pages of a PDF."""

    SHEET = "sheet"
    TABLE = "table"
    TEXT = "text"
    PAGES = "pages"


class ReadPiece(NamedTuple):
    """A cell, a paragraph or a line. `value` is there where it is a number: 0.045 of "4,5%"."""

    column: int
    text: str
    value: float | None = None
    percent: bool = False

    @property
    def key(self) -> str:
        """Equal for what says the same: rates as they are shown, numbers by their value."""
        if self.value is None:
            return self.text
        return f"{shown_share(self.value)}%" if self.percent else repr(self.value)


class ReadRow(NamedTuple):
    """Some pieces side by side. `at` says where: (row,) of a part, or (page, line).

    With `heads` it is repeated at the top of pages.
    """

    at: tuple[int, ...]
    pieces: tuple[ReadPiece, ...]
    heads: bool = False

    @property
    def key(self) -> tuple[tuple[int, str], ...]:
        """Equal for rows that say the same."""
        return tuple((each.column, each.key) for each in self.pieces)

    @property
    def text(self) -> str:
        """All of it in one line."""
        return " ".join(each.text for each in self.pieces if each.text)


class FilePart(NamedTuple):
    """Rows that belong together. With `loose` what stands in it may be read in another order.

    `charted`: charts stand there too, and printed pages have their words.
    """

    kind: FilePartKind
    name: str
    rows: tuple[ReadRow, ...]
    loose: bool = False
    charted: bool = False


@dataclass(frozen=True, slots=True)
class ReadContent:
    """A file as it is compared: its format, its parts, and what it says of itself.

    `about` are the properties of the file as texts; `blank_pages` counts pages of a PDF on which
    no letter can be read; `formulas` are those of a workbook by sheet, row and column;
    `hidden_rows` counts its rows that are not shown.
    """

    fmt: str
    parts: tuple[FilePart, ...]
    about: tuple[str, ...] = ()
    blank_pages: int = 0
    formulas: Mapping[tuple[str, int, int], str] = field(default_factory=dict)
    hidden_rows: int = 0

    def rows(self) -> Iterator[ReadRow]:
        """All rows in their order."""
        for part in self.parts:
            yield from part.rows

    @property
    def is_silent(self) -> bool:
        """Whether no letter can be read in it."""
        return not any(row.text for row in self.rows())

    @property
    def text(self) -> str:
        """All words in one line."""
        return " ".join(row.text for row in self.rows())

    @property
    def hashes(self) -> frozenset[str]:
        """The short hashes of figures that it names, in footers or in its properties."""
        said = (*map(plain_text, self.about), *(row.text for row in self.rows()))
        return frozenset(found.lower() for each in said for found in _HASH.findall(each))


@lru_cache(4096)
def plain_text(text: str) -> str:
    """The text as it is compared: composed letters, single blanks, one kind of hyphen and quote."""
    return storage_form(plain_hyphens(text.translate(_DROPPED)).translate(_QUOTES))


def read_piece(column: int, text: str) -> ReadPiece:
    """A piece of text; "1.234" and "4,5%" are numbers too."""
    told = plain_text(text)
    found = _NUMBER.fullmatch(told)
    # A zero in front is no number: phones and codes begin so.
    if found is None or re.match(r"-?0\d", told):
        return ReadPiece(column, told)
    percent = found["percent"] is not None
    plain = told.removesuffix("%").strip().replace(".", "").replace(",", ".")
    return ReadPiece(column, told, float(plain) / (100 if percent else 1), percent)


def shown_share(share: float) -> int:
    """Tenths of a percent, as rates are shown."""
    return int(abs(share) * 1000 + 0.5 + 1e-9) * (-1 if share < 0 else 1)
