"""The smallest .xlsb, record by record: no library writes this format."""

from __future__ import annotations

import struct
import zipfile
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from io import BytesIO

SCHEMAS = "http://schemas.openxmlformats.org"
OFFICE = f"{SCHEMAS}/officeDocument/2006/relationships"
PACKAGE = f"{SCHEMAS}/package/2006"
ERROR_CODES = {"#NULL!": 0, "#DIV/0!": 7, "#VALUE!": 15, "#REF!": 23, "#NAME?": 29, "#N/A": 42}


@dataclass(frozen=True)
class Fault:
    """A cell that holds an error, by a formula or as it is."""

    name: str
    by_formula: bool = False


@dataclass(frozen=True)
class Unstored:
    """A formula that nobody has computed yet; `number` tells what it would give."""

    number: bool = False


@dataclass(frozen=True)
class Computed:
    """A formula whose text is stored."""

    text: str


@dataclass(frozen=True)
class Struck:
    """A cell whose format strikes out what it holds."""

    value: object


@dataclass(frozen=True)
class Runs:
    """A text in several fonts: (words, "", "struck" or "raised"); None for the cell's own font.

    An `inline` one lies in the sheet itself, not in the table of texts.
    """

    parts: tuple[tuple[str, str | None], ...]
    inline: bool = False


def record(kind: int, body: bytes = b"") -> bytes:
    """One record: kind and length in groups of seven bits, then the body."""
    head = bytes([kind]) if kind < 0x80 else bytes([kind & 0x7F | 0x80, kind >> 7])
    length = len(body)
    while length >= 0x80:
        head += bytes([length & 0x7F | 0x80])
        length >>= 7
    return head + bytes([length]) + body


def wide(text: str) -> bytes:
    encoded = text.encode("utf-16-le")
    return struct.pack("<I", len(encoded) // 2) + encoded


FONTS = {"": (0, 0), "struck": (0x08, 0), "raised": (0, 1)}
"""The fonts of each workbook in their order: flags, and the height in the line."""


def _styles() -> bytes:
    """The three fonts; two formats of cells, of which the second strikes out."""
    name = wide("Arial")
    fonts = b"".join(
        record(43, struct.pack("<HHHH", 220, flags, 400, script) + bytes(12) + b"\0" + name)
        for flags, script in FONTS.values()
    )
    base = record(626) + record(47, struct.pack("<HHHHH", 0xFFFF, 0, 1, 0, 0) + bytes(6))
    formats = b"".join(
        record(47, struct.pack("<HHHHH", 0, 0, font, 0, 0) + bytes(6)) for font in (0, 1)
    )
    own = record(617, struct.pack("<I", 2)) + formats + record(618)
    return (
        record(278)
        + record(611, struct.pack("<I", 3))
        + fonts
        + record(612)
        + (base + record(627) + own + record(279))
    )


def _rich(text: Runs) -> bytes:
    """Flags, letters, and where which font begins."""
    runs, at = [], 0
    for words, font in text.parts:
        if font is not None:
            runs.append(struct.pack("<HH", at, list(FONTS).index(font)))
        at += len(words)
    whole = wide("".join(words for words, _ in text.parts))
    return b"\1" + whole + struct.pack("<I", len(runs)) + b"".join(runs)


def _cell(column: int, value: object, texts: list[bytes]) -> bytes:
    """A record; a text goes into the table of `texts`, unless it shall lie in the sheet itself."""
    struck = isinstance(value, Struck)
    held = value.value if isinstance(value, Struck) else value
    place = struct.pack("<II", column, int(struck))
    if held is None:
        return b""
    if isinstance(held, Fault | Unstored | Computed):
        return _formula(place, held)
    if isinstance(held, int | float):
        return record(5, place + struct.pack("<d", held))
    if isinstance(held, Runs) and held.inline:
        return record(62, place + _rich(held))
    texts.append(_rich(held) if isinstance(held, Runs) else b"\0" + wide(str(held)))
    return record(7, place + struct.pack("<I", len(texts) - 1))


def _formula(place: bytes, held: Fault | Unstored | Computed) -> bytes:
    """A formula, or an error as it is."""
    formula = struct.pack("<HII", 0, 0, 0)
    waiting = struct.pack("<HII", 2, 0, 0)
    if isinstance(held, Fault):
        kind, tail = (11, formula) if held.by_formula else (3, b"")
        return record(kind, place + bytes([ERROR_CODES[held.name]]) + tail)
    if isinstance(held, Unstored):
        kind, nothing = (9, struct.pack("<d", 0)) if held.number else (8, wide(""))
        return record(kind, place + nothing + waiting)
    return record(8, place + wide(held.text) + formula)


def _sheet(
    rows: Sequence[Sequence[object]],
    texts: list[bytes],
    hidden: Sequence[int],
    columns: Sequence[int],
) -> bytes:
    width = max(map(len, rows))
    body = record(129) + record(148, struct.pack("<IIII", 0, len(rows) - 1, 0, width - 1))
    hides = b"".join(record(60, struct.pack("<IIIIH", at, at, 0, 0, 1)) for at in columns)
    body += record(390) + hides + record(391) + record(145)
    for number, row in enumerate(rows):
        mark = 0x10 if number + 1 in hidden else 0
        body += record(0, struct.pack("<IIHBBBI", number, 0, 300, 0, mark, 0, 0))
        body += b"".join(_cell(at, value, texts) for at, value in enumerate(row))
    return body


def xlsb(
    sheets: Mapping[str, Sequence[Sequence[object]]],
    *,
    hidden_rows: Sequence[int] = (),
    hidden_columns: Sequence[int] = (),
    hidden_sheets: Sequence[str] = (),
    merges: Sequence[tuple[int, int, int, int]] = (),
) -> bytes:
    """A workbook; `hidden_rows` (from 1) and `hidden_columns` (from 0) are those of every sheet.

    `merges` are (top, left, bottom, right) from 0.
    """
    texts: list[bytes] = []
    merged = b"".join(record(176, struct.pack("<IIII", t, b, le, r)) for t, le, b, r in merges)
    tail = record(146) + record(177, struct.pack("<I", len(merges))) + merged + record(178)
    parts = [
        _sheet(rows, texts, hidden_rows, hidden_columns) + tail + record(130)
        for rows in sheets.values()
    ]
    bundle = b"".join(
        record(
            156, struct.pack("<II", int(name in hidden_sheets), at) + wide(f"rId{at}") + wide(name)
        )
        for at, name in enumerate(sheets, 1)
    )
    book = record(131) + record(143) + bundle + record(144) + record(132)
    strings = b"".join(record(19, text) for text in texts)
    counts = struct.pack("<II", len(texts), len(texts))
    return _packed(book, parts, record(159, counts) + strings + record(160))


def _packed(book: bytes, sheets: Sequence[bytes], strings: bytes) -> bytes:
    links = "".join(
        f'<Relationship Id="rId{at}" Type="{OFFICE}/worksheet" Target="worksheets/sheet{at}.bin"/>'
        for at in range(1, len(sheets) + 1)
    )
    content: dict[str, bytes | str] = {
        "[Content_Types].xml": f'<Types xmlns="{PACKAGE}/content-types"><Default Extension="bin" '
        'ContentType="application/vnd.ms-excel.sheet.binary.macroEnabled.main"/></Types>',
        "_rels/.rels": f'<Relationships xmlns="{PACKAGE}/relationships"><Relationship Id="rId1" '
        f'Type="{OFFICE}/officeDocument" Target="xl/workbook.bin"/></Relationships>',
        "xl/_rels/workbook.bin.rels": f'<Relationships xmlns="{PACKAGE}/relationships">{links}'
        "</Relationships>",
        "xl/workbook.bin": book,
        "xl/sharedStrings.bin": strings,
        "xl/styles.bin": _styles(),
        **{f"xl/worksheets/sheet{at}.bin": sheet for at, sheet in enumerate(sheets, 1)},
    }
    stream = BytesIO()
    with zipfile.ZipFile(stream, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, data in content.items():
            archive.writestr(name, data)
    return stream.getvalue()
