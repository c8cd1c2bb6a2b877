"""Struck-out and raised text in an .xlsx: by the style of the cell, or by runs in its text."""

from __future__ import annotations

import re
import zipfile
from collections.abc import Mapping
from dataclasses import dataclass

from models.intake.grid import column_index
from models.intake.reading.left_out import LeftOut, Rest, Run, rest_of, rest_of_struck

NEEDLES = (b"strike", b"superscript")
LARGEST_PART = 64 * 2**20

_OFF = rb"""\sval\s*=\s*["'](?:0|false|none)["']"""
_STRIKE = re.compile(rb"<(?:\w+:)?strike\b([^>]*)>")
_RAISED = re.compile(rb"""<(?:\w+:)?vertAlign\s+val\s*=\s*["']superscript["']""")
_FONTS = re.compile(rb"<(?:\w+:)?fonts\b.*?</(?:\w+:)?fonts>", re.DOTALL)
_FONT = re.compile(rb"<(?:\w+:)?font(?:\s[^>]*)?(?:/>|>(.*?)</(?:\w+:)?font>)", re.DOTALL)
_FORMATS = re.compile(rb"<(?:\w+:)?cellXfs\b.*?</(?:\w+:)?cellXfs>", re.DOTALL)
_FORMAT = re.compile(rb"<(?:\w+:)?xf\s([^>]*)>")
_FONT_ID = re.compile(rb"""\bfontId\s*=\s*["'](\d{1,6})["']""")
_TEXT = re.compile(rb"<(?:\w+:)?si\b[^>]*?(?:/>|>(.*?)</(?:\w+:)?si>)", re.DOTALL)
_RUN = re.compile(rb"<(?:\w+:)?r>(.*?)</(?:\w+:)?r>", re.DOTALL)
_LETTERS = re.compile(rb"<(?:\w+:)?t(?:\s[^>]*)?>([^<]*)<")
_CELL = re.compile(rb"<(?:\w+:)?c\s([^>]*?)(?:/>|>(.*?)</(?:\w+:)?c>)", re.DOTALL)
_PLACE = re.compile(rb"""\br\s*=\s*["']([A-Z]{1,3})(\d{1,7})["']""")
_STYLE = re.compile(rb"""\bs\s*=\s*["'](\d{1,6})["']""")
_SHARED = re.compile(rb"""\bt\s*=\s*["']s["']""")
_NUMBER = re.compile(rb"<(?:\w+:)?v>\s*(\d{1,8})\s*<")
_ENTITY = re.compile(r"&(?:#(\d{1,7})|#x([0-9a-fA-F]{1,6})|(lt|gt|quot|apos|amp));")
_NAMED = {"lt": "<", "gt": ">", "quot": '"', "apos": "'", "amp": "&"}


@dataclass(frozen=True, slots=True)
class StruckStyles:
    """What a workbook says once for all its sheets: struck styles, and texts kept in part.

    `in_struck` are the texts of which a part is meant also in a cell that is struck out.
    """

    styles: frozenset[bytes]
    texts: Mapping[bytes, Rest]
    in_struck: Mapping[bytes, Rest]

    def touches(self, block: bytes) -> bool:
        """Whether a block of a sheet needs a close look."""
        return bool(self.styles or self.texts) or any(needle in block for needle in NEEDLES)


def struck_styles(archive: zipfile.ZipFile) -> StruckStyles:
    """What the styles and the shared texts of a workbook strike out or raise."""
    styles = _struck_styles(_part(archive, "xl/styles.xml"))
    texts = _part(archive, "xl/sharedStrings.xml")
    return StruckStyles(
        styles, _texts_in_part(texts), _texts_in_part(texts, struck=True) if styles else {}
    )


def note_cells(block: bytes, marks: StruckStyles, found: LeftOut) -> None:
    """Note the cells of a block of a sheet that are struck out, as a whole or in part."""
    for cell in _CELL.finditer(block):
        given, inside = cell[1], cell[2] or b""
        style = _STYLE.search(given)
        struck = style is not None and style[1] in marks.styles
        rest = _rest(given, inside, marks, struck=struck)
        if (struck or rest) and (place := _place(given)):
            if rest:
                found.parts[place] = rest
            else:
                found.struck.add(place)


def _rest(given: bytes, inside: bytes, marks: StruckStyles, *, struck: bool) -> Rest | None:
    texts = marks.in_struck if struck else marks.texts
    if _SHARED.search(given):
        number = _NUMBER.search(inside) if texts else None
        return texts.get(number[1]) if number else None
    return _rest_of_runs(inside, struck=struck)


def _struck_styles(styles: bytes) -> frozenset[bytes]:
    fonts, formats = _FONTS.search(styles), _FORMATS.search(styles)
    if b"strike" not in styles or not fonts or not formats:
        return frozenset()
    struck = {
        str(at).encode()
        for at, font in enumerate(_FONT.finditer(fonts[0]))
        if _is_struck(font[1] or b"")
    }
    used = (_FONT_ID.search(found[1]) for found in _FORMAT.finditer(formats[0]))
    return frozenset(
        str(style).encode() for style, font in enumerate(used) if font and font[1] in struck
    )


def _texts_in_part(texts: bytes, *, struck: bool = False) -> dict[bytes, Rest]:
    if not _may_be_in_part(texts, struck=struck):
        return {}
    found = ((at, each[1] or b"") for at, each in enumerate(_TEXT.finditer(texts)))
    rests = ((at, _rest_of_runs(text, struck=struck)) for at, text in found)
    return {str(at).encode(): rest for at, rest in rests if rest}


def _may_be_in_part(text: bytes, *, struck: bool) -> bool:
    """In a cell that is struck out every font of a part may be one that is not."""
    return (struck and b"rPr" in text) or any(needle in text for needle in NEEDLES)


def _rest_of_runs(text: bytes, *, struck: bool) -> Rest | None:
    """What is left of a text; None when all of it is meant, or nothing in a struck cell."""
    if not _may_be_in_part(text, struck=struck):
        return None
    runs = [_run(found[1], struck=struck) for found in _RUN.finditer(text)]
    return rest_of_struck(runs) if struck else rest_of(runs)


def _run(run: bytes, *, struck: bool) -> Run:
    """A stretch of text; without a font of its own it is struck out as its cell is."""
    text = "".join(found[1].decode("utf-8", "replace") for found in _LETTERS.finditer(run))
    gone = _is_struck(run) if b"rPr" in run else struck
    return Run(_ENTITY.sub(_letter, text), gone, bool(_RAISED.search(run)))


def _is_struck(font: bytes) -> bool:
    return any(not re.search(_OFF, found[1]) for found in _STRIKE.finditer(font))


def _letter(entity: re.Match[str]) -> str:
    if entity[3]:
        return _NAMED[entity[3]]
    number = int(entity[1]) if entity[1] else int(entity[2], 16)
    return chr(number) if number < 0x110000 else ""


def _place(given: bytes) -> tuple[int, int] | None:
    found = _PLACE.search(given)
    return (int(found[2]) - 1, column_index(found[1].decode())) if found else None


def _part(archive: zipfile.ZipFile, name: str) -> bytes:
    if name not in archive.NameToInfo or archive.NameToInfo[name].file_size > LARGEST_PART:
        return b""
    return archive.read(name)
