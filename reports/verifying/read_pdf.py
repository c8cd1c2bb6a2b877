"""The lines of a PDF, page by page, in the order in which they were drawn."""

from __future__ import annotations

from contextlib import closing

from models.errors import AppError
from reports.verifying.bounds import (
    MOST_PAGES,
    returned_damaged,
    returned_locked,
    returned_too_long,
)
from reports.verifying.content import FilePart, FilePartKind, ReadContent, ReadRow, read_piece

_TOLD = ("Title", "Subject", "Keywords")


def read_pdf_content(data: bytes, name: str) -> ReadContent:
    """What can be read of a PDF; nothing of it is run. Raises `AppError` for a damaged one."""
    import pypdfium2

    try:
        book = pypdfium2.PdfDocument(data)
    except pypdfium2.PdfiumError as error:
        raise (
            returned_locked(name) if "password" in str(error).lower() else returned_damaged(name)
        ) from error
    with closing(book):
        if len(book) > MOST_PAGES:
            raise returned_too_long(name)
        try:
            rows, blank = _lines(book)
            about = book.get_metadata_dict()
        except AppError:
            raise
        except (pypdfium2.PdfiumError, ValueError, UnicodeError) as error:
            raise returned_damaged(name) from error
    said = tuple(about.get(each, "") for each in _TOLD)
    return ReadContent("pdf", (FilePart(FilePartKind.PAGES, "", tuple(rows)),), said, blank)


def _lines(book: object) -> tuple[list[ReadRow], int]:
    rows: list[ReadRow] = []
    blank = 0
    for number in range(len(book)):  # type: ignore[arg-type]
        with closing(book[number]) as page, closing(page.get_textpage()) as text:  # type: ignore[index]
            lines = [each for each in text.get_text_range().splitlines() if each.strip("\x00 \xa0")]
        blank += not lines
        rows += (
            ReadRow((number + 1, at), (read_piece(1, line.replace("\x00", "")),))
            for at, line in enumerate(lines, start=1)
        )
    return rows, blank
