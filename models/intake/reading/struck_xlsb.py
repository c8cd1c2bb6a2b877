"""Struck-out and raised text in an .xlsb: by the style of the cell, or by runs in its text."""

from __future__ import annotations

import struct
import zipfile
from collections.abc import Iterator

from models.intake.reading.struck import Fonts, StruckOut, Text
from models.intake.reading.xlsb_records import (
    FONT,
    FORMAT,
    FORMATS,
    FORMATS_END,
    SHARED_TEXT,
    TEXT_OF_TABLE,
    xlsb_records,
)

STYLES, TEXTS = "xl/styles.bin", "xl/sharedStrings.bin"
LARGEST_PART = 64 * 2**20
STRUCK_FONT, RAISED_FONT, RICH = 0x08, 1, 0x01


def struck_out(archive: zipfile.ZipFile) -> StruckOut:
    """What the styles and the shared texts of a workbook strike out or raise."""
    fonts = _fonts_of(_part(archive, STYLES))
    texts = list(_texts(_part(archive, TEXTS))) if fonts.struck or fonts.raised else []
    return StruckOut.of(texts, fonts)


def text_number(kind: int, body: bytes) -> int | None:
    """The number of the shared text that a cell shows; None when it shows something else."""
    shared = kind == TEXT_OF_TABLE and len(body) >= 12
    return int.from_bytes(body[8:12], "little") if shared else None


def _fonts_of(styles: bytes) -> Fonts:
    struck, raised = set[int](), set[int]()
    used: list[int] = []
    fonts, of_cells = 0, False
    for kind, body in xlsb_records(styles):
        if kind in {FORMATS, FORMATS_END}:
            of_cells = kind == FORMATS
        elif kind == FORMAT and of_cells:
            used.append(int.from_bytes(body[4:6], "little"))
        elif kind == FONT:
            if body[2:3] and body[2] & STRUCK_FONT:
                struck.add(fonts)
            if int.from_bytes(body[6:8], "little") == RAISED_FONT:
                raised.add(fonts)
            fonts += 1
    return Fonts.of(struck, raised, used)


def _texts(table: bytes) -> Iterator[Text]:
    for kind, body in xlsb_records(table):
        if kind == SHARED_TEXT:
            yield _text(body)


def _text(body: bytes) -> Text:
    """A flag, the text after its length, and where which font begins."""
    end = 5 + 2 * int.from_bytes(body[1:5], "little")
    text = body[5:end].decode("utf-16-le", "replace")
    if not body[:1] or not body[0] & RICH:
        return Text(text)
    count = int.from_bytes(body[end : end + 4], "little")
    runs = body[end + 4 : end + 4 + 4 * count]
    return Text(text, tuple(struct.iter_unpack("<HH", runs[: len(runs) // 4 * 4])))


def _part(archive: zipfile.ZipFile, name: str) -> bytes:
    if name not in archive.NameToInfo or archive.NameToInfo[name].file_size > LARGEST_PART:
        return b""
    return archive.read(name)
