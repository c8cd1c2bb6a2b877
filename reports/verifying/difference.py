"""What differs between the issued file and the returned one, and where that is, in words."""

from __future__ import annotations

import re
from typing import NamedTuple

from openpyxl.utils import get_column_letter

from models.text.formats import number
from reports.verifying.content import FilePart, FilePartKind, ReadPiece, ReadRow

LETTERS_SHOWN = 80


class ChangedPlace(NamedTuple):
    """One place that says something else. None: it is not there in that file at all."""

    place: str
    issued: str | None
    returned: str | None

    @property
    def words(self) -> str:
        """ "ô C7 của trang “Biểu tổng hợp”: bản phát hành 24, tệp này 31"."""
        if self.issued is None:
            return f"{self.place}: tệp này thêm {_quoted(self.returned or '')}"
        if self.returned is None:
            return f"{self.place}: tệp này thiếu {_quoted(self.issued)}"
        return (
            f"{self.place}: bản phát hành {_quoted(self.issued)}, tệp này {_quoted(self.returned)}"
        )


def words_of_place(part: FilePart, row: ReadRow, piece: ReadPiece | None) -> str:
    """Where a piece stands, as whoever opens the file finds it; None: the whole row."""
    match part.kind:
        case FilePartKind.SHEET:
            if piece is None:
                return f"dòng {number(row.at[0])} của trang “{part.name}”"
            return sheet_place(part.name, row.at[0], piece.column)
        case FilePartKind.TABLE:
            line = f"{part.name}, dòng {number(row.at[0])}"
            return line if piece is None else f"{line}, cột {piece.column}"
        case FilePartKind.TEXT:
            return f"đoạn {number(row.at[0])}"
    page, line_number = row.at
    return f"trang {number(page)}, dòng {number(line_number)}"


def sheet_place(sheet: str, row: int, column: int) -> str:
    """ "ô C7 của trang “Biểu tổng hợp”"."""
    return f"ô {get_column_letter(column)}{row} của trang “{sheet}”"


def _quoted(text: str) -> str:
    """Numbers bare, texts in quotes, "để trống" for nothing."""
    if not text:
        return "để trống"
    shown = text if len(text) <= LETTERS_SHOWN else f"{text[:LETTERS_SHOWN].rstrip()}…"
    return shown if re.fullmatch(r"[\d.,%<\-]*\d[\d.,%]*", shown) else f"“{shown}”"
