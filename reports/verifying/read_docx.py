"""The paragraphs and tables of a Word file, in their order; lxml reads it without a macro run."""

from __future__ import annotations

import zipfile
from collections.abc import Iterator
from typing import Any

from reports.verifying.bounds import MOST_ROWS, returned_damaged, returned_too_long
from reports.verifying.content import (
    FilePart,
    FilePartKind,
    ReadContent,
    ReadPiece,
    ReadRow,
    read_piece,
)
from reports.verifying.markup import safely_parsed

_W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
_MAIN, _ABOUT = "word/document.xml", "docProps/core.xml"
_HEAD, _CLOSING = "cộng hòa xã hội chủ nghĩa việt nam", "nơi nhận:"
_SKIPPED = frozenset({f"{_W}del", f"{_W}moveFrom", f"{_W}instrText", f"{_W}delText"})
SLIVER_TWIPS = 57
"""One millimetre: no letter stands in a narrower column."""
HEAD_NAME, CLOSING_NAME = "phần đầu văn bản", "phần Nơi nhận và chữ ký"


def read_docx_content(archive: zipfile.ZipFile, name: str) -> ReadContent:
    """What stands in a Word file. Raises `AppError` for a damaged one."""
    body = next(safely_parsed(archive, _MAIN, name).iter(f"{_W}body"), None)
    if body is None:
        raise returned_damaged(name)
    parts = tuple(_parts(body))
    if sum(len(part.rows) for part in parts) > MOST_ROWS:
        raise returned_too_long(name)
    names = archive.namelist()
    footers = [each for each in names if each.startswith(("word/footer", "word/header"))]
    about = [_letters(safely_parsed(archive, each, name)) for each in footers]
    if _ABOUT in names:
        about += [text or "" for text in safely_parsed(archive, _ABOUT, name).itertext()]
    return ReadContent("docx", parts, tuple(about))


def _parts(body: Any) -> Iterator[FilePart]:
    """Runs of paragraphs, numbered through the whole text, and the tables between them."""
    number, tables = 0, 0
    for block in _blocks(body):
        if block.tag == f"{_W}p":
            text = _letters(block)
            if text.strip():
                number += 1
                yield FilePart(FilePartKind.TEXT, "", (ReadRow((number,), (read_piece(1, text),)),))
            continue
        rows = tuple(_rows(block))
        said = " ".join(row.text for row in rows).casefold()
        own = HEAD_NAME if _HEAD in said else CLOSING_NAME if _CLOSING in said else ""
        tables += not own and bool(rows)
        if rows:
            yield FilePart(FilePartKind.TABLE, own or f"bảng {tables}", rows, loose=bool(own))


def _blocks(body: Any) -> Iterator[Any]:
    """Paragraphs and tables, also those inside controls and marked as inserted.

    A row that holds a table only keeps together what stands in it: that comes after its table.
    """
    for each in body:
        if each.tag in (f"{_W}p", f"{_W}tbl"):
            yield each
            for inner in each.iter(f"{_W}tbl"):
                if inner is not each and _table_of(inner) is each:
                    yield from _blocks(next(inner.iterancestors(f"{_W}tc")))
        elif each.tag in (f"{_W}sdt", f"{_W}sdtContent", f"{_W}ins", f"{_W}customXml"):
            yield from _blocks(each)


def _rows(table: Any) -> Iterator[ReadRow]:
    rows = (
        each
        for each in table.iter(f"{_W}tr")
        if _table_of(each) is table and next(each.iter(f"{_W}tbl"), None) is None
    )
    slivers = _slivers(table)
    for number, row in enumerate(rows, start=1):
        column, pieces = 1, list[ReadPiece]()
        heads = row.find(f"{_W}trPr/{_W}tblHeader") is not None
        for cell in (each for each in row.iter(f"{_W}tc") if _row_of(each) is row):
            text = "\n".join(_letters(each) for each in cell.iter(f"{_W}p"))
            before = sum(each < column for each in slivers)
            pieces.append(read_piece(column - before, text))
            span = cell.find(f"{_W}tcPr/{_W}gridSpan")
            wide = span.get(f"{_W}val", "1") if span is not None else "1"
            column += int(wide) if wide.isdecimal() and len(wide) < 4 else 1
        yield ReadRow((number,), tuple(pieces), heads)


def _slivers(table: Any) -> list[int]:
    """The columns that LibreOffice adds where the widths of two rows differ after rounding."""
    wide = [each.get(f"{_W}w", "") for each in table.iterfind(f"{_W}tblGrid/{_W}gridCol")]
    numbered = enumerate(wide, start=1)
    return [at for at, twips in numbered if twips.isdecimal() and int(twips) < SLIVER_TWIPS]


def _table_of(inside: Any) -> Any:
    return next(inside.iterancestors(f"{_W}tbl"), None)


def _row_of(cell: Any) -> Any:
    return next(cell.iterancestors(f"{_W}tr"), None)


def _letters(block: Any) -> str:
    """The text of a block as it is seen when all marked changes are accepted."""
    found = list[str]()
    for each in block.iter(f"{_W}t", f"{_W}br", f"{_W}cr", f"{_W}tab", f"{_W}noBreakHyphen"):
        if any(above.tag in _SKIPPED or _is_hidden(above) for above in each.iterancestors()):
            continue
        if each.tag == f"{_W}t":
            found.append(each.text or "")
        else:
            found.append("-" if each.tag == f"{_W}noBreakHyphen" else " ")
    return "".join(found)


def _is_hidden(above: Any) -> bool:
    """Whether a run of letters or a row of a table is not shown."""
    path = {f"{_W}r": f"{_W}rPr/{_W}vanish", f"{_W}tr": f"{_W}trPr/{_W}hidden"}.get(above.tag)
    mark = above.find(path) if path is not None else None
    return mark is not None and mark.get(f"{_W}val", "1") not in {"0", "false", "off"}
