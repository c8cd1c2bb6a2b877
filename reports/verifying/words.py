"""The words of a file in their order, without what a printer adds to every page."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import NamedTuple

from reports.document import CODE_TITLE
from reports.verifying.content import FilePart, FilePartKind, ReadContent, ReadRow

_FURNITURE = re.compile(r"trang \d+(?:/\d+)?|mã số liệu:? [0-9a-f]{12}", re.IGNORECASE)
_WHOLE_RATE = re.compile(r"(?<=\d),0+%")
_PAGE_NUMBER = re.compile(r"-? ?\d{1,4} ?-?")


class ReadWord(NamedTuple):
    """One word and where it stands. What is `loose` may be read in another order."""

    text: str
    part: FilePart
    row: ReadRow
    loose: bool = False

    @property
    def key(self) -> str:
        """Equal for the same word: a machine in English prints 4.5% for 4,5%, and 0.0% for 0%."""
        if not self.text[:1].isdigit():
            return self.text
        return whole_rates(self.text.replace(".", ","))


def whole_rates(text: str) -> str:
    """The text with 30% for 30,0%."""
    return _WHOLE_RATE.sub("%", text)


def words_in_order(content: ReadContent) -> Iterator[ReadWord]:
    """All words but numbers of pages, what stands in footers, and hidden codes of rows."""
    for part in content.parts:
        hidden = _code_column(part)
        ends = _ends_of_pages(part)
        for row in part.rows:
            if row.at in ends and _PAGE_NUMBER.fullmatch(row.text):
                continue
            if part.kind is FilePartKind.PAGES and _FURNITURE.fullmatch(row.text):
                continue
            for piece in row.pieces:
                if piece.column != hidden:
                    yield from (
                        ReadWord(e, part, row, part.loose) for e in piece.text.split(" ") if e
                    )


def _code_column(part: FilePart) -> int | None:
    if part.kind is not FilePartKind.SHEET:
        return None
    pieces = (piece for row in part.rows for piece in row.pieces)
    return next((piece.column for piece in pieces if piece.text == CODE_TITLE), None)


def _ends_of_pages(part: FilePart) -> set[tuple[int, ...]]:
    """The first and the last line of each page of a PDF."""
    if part.kind is not FilePartKind.PAGES:
        return set()
    last: dict[int, tuple[int, ...]] = {row.at[0]: row.at for row in part.rows}
    return {*last.values(), *((page, 1) for page in last)}
