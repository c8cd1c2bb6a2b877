"""A second, cheap look at the XML of .xlsx sheets, for what calamine does not tell.

Calamine shows an empty cell for a formula without stored value and for an error, and knows
no hidden rows and columns, and no fonts. The scan runs beside calamine in a thread (both let go
of the interpreter) and looks closely only into blocks in which it finds one of these, and at
fonts only when the styles name one of before Unicode.
"""

from __future__ import annotations

import posixpath
import re
import zipfile
from collections.abc import Iterator, Mapping

from models.intake.grid import NO_STORED_VALUE, column_index
from models.intake.reading.left_out import LeftOut
from models.intake.reading.old_fonts import ROWS_FOLLOWED, FontTrail, old_font
from models.intake.reading.raw import SheetGaps
from models.intake.reading.struck_xlsx import StruckStyles, note_cells, struck_styles

BLOCK = 2 * 2**20

ATTRIBUTE = re.compile(rb'([\w:]+)\s*=\s*(?:"([^"]*)"|\'([^\']*)\')')
HIDDEN_ROW = re.compile(rb'<(?:\w+:)?row\s([^>]*\bhidden="(?:1|true)"[^>]*)>')
UNSTORED = re.compile(
    rb"<(?:\w+:)?c\s([^>]*)>\s*<(?:\w+:)?f\b(?:[^>]*/>|[^>]*>[^<]*</(?:\w+:)?f>)\s*"
    rb"(<(?:\w+:)?v\s*(?:/>|></(?:\w+:)?v>)\s*)?</(?:\w+:)?c>"
)
ERROR = re.compile(
    rb'<(?:\w+:)?c\s([^>]*\bt="e"[^>]*)>\s*'
    rb"(?:<(?:\w+:)?f\b(?:[^>]*/>|[^>]*>[^<]*</(?:\w+:)?f>))?\s*<(?:\w+:)?v>([^<]*)<"
)
COLUMN = re.compile(rb"<(?:\w+:)?col\s([^>]*)>")
LAST_COLUMN = 16_384
LARGEST_STYLES = 16 * 2**20
FONT = re.compile(rb"<(?:\w+:)?font(?:\s[^>]*)?(?:/>|>(.*?)</(?:\w+:)?font>)", re.DOTALL)
FONT_NAME = re.compile(rb"<(?:\w+:)?name\s([^>]*)>")
CELL_FORMATS = re.compile(rb"<(?:\w+:)?cellXfs\b.*?</(?:\w+:)?cellXfs>", re.DOTALL)
FORMAT = re.compile(rb"<(?:\w+:)?xf\s([^>]*)>")
TEXT_CELL = re.compile(rb'<(?:\w+:)?c\s([^>]*\bt="(?:s|str|inlineStr)"[^>]*)>')
PLACE_OF_CELL = re.compile(rb'\br="([A-Z]{1,3})(\d{1,7})"')
STYLE_OF_CELL = re.compile(rb'\bs="(\d{1,6})"')
ENTITIES = (("&lt;", "<"), ("&gt;", ">"), ("&quot;", '"'), ("&apos;", "'"), ("&amp;", "&"))
PLACE = re.compile(r"([A-Z]{1,3})(\d{1,7})")
RELATIONSHIP = re.compile(rb"<(?:\w+:)?Relationship\s([^>]*)>")
SHEET = re.compile(rb"<(?:\w+:)?sheet\s([^>]*)>")


def scan_sheets(archive: zipfile.ZipFile) -> list[SheetGaps]:
    """The gaps of each sheet in the order of the workbook; empty ones where a part is missing."""
    fonts, marks = old_styles(archive), struck_styles(archive)
    return [
        _scan_part(archive, part, fonts, marks) if part in archive.NameToInfo else SheetGaps()
        for _, part, _ in sheet_titles(archive)
    ]


def relationship_targets(archive: zipfile.ZipFile, part: str) -> dict[str, str]:
    """The targets of the relationships in a part by their names; none when there is no part."""
    if part not in archive.NameToInfo:
        return {}
    found = [_attributes(each[1]) for each in RELATIONSHIP.finditer(archive.read(part))]
    return {each.get("Id", ""): each.get("Target", "") for each in found}


def old_styles(archive: zipfile.ZipFile) -> dict[int, str]:
    """The styles of cells whose font is one of before Unicode, with the name of the font."""
    styles = b""
    if "xl/styles.xml" in archive.NameToInfo:
        with archive.open("xl/styles.xml") as part:
            styles = part.read(LARGEST_STYLES)
    fonts = [_font_name(found[1] or b"") for found in FONT.finditer(styles)]
    formats = CELL_FORMATS.search(styles)
    if not any(fonts) or not formats:
        return {}
    numbers = [_attributes(found[1]).get("fontId", "0") for found in FORMAT.finditer(formats[0])]
    named = {str(number): font for number, font in enumerate(fonts) if font}
    return {style: named[number] for style, number in enumerate(numbers) if number in named}


def hidden_columns(attributes: Mapping[str, str]) -> range:
    """The columns (0-based) that a `col` element hides."""
    given = [attributes.get(name, "") for name in ("min", "max")]
    hides = attributes.get("hidden") in {"1", "true"} or attributes.get("width") == "0"
    if not hides or not all(text.isdigit() for text in given):
        return range(0)
    first, last = map(int, given)
    return range(max(first - 1, 0), min(last, LAST_COLUMN))


def sheet_titles(archive: zipfile.ZipFile) -> list[tuple[str, str, bool]]:
    """(name, part, hidden) of the sheets in the order of the workbook."""
    if "xl/workbook.xml" not in archive.NameToInfo:
        return []
    targets = relationship_targets(archive, "xl/_rels/workbook.xml.rels")
    titles = []
    for found in SHEET.finditer(archive.read("xl/workbook.xml")):
        attributes = _attributes(found[1])
        identity = next((v for k, v in attributes.items() if k.endswith(":id")), "")
        target = targets.get(identity, "")
        part = target[1:] if target.startswith("/") else posixpath.join("xl", target)
        hidden = attributes.get("state", "visible") != "visible"
        titles.append((_unescaped(attributes.get("name", "")), part, hidden))
    return titles


def _font_name(font: bytes) -> str:
    found = FONT_NAME.search(font)
    return old_font(_unescaped(_attributes(found[1]).get("val", ""))) if found else ""


def _scan_part(
    archive: zipfile.ZipFile, part: str, fonts: Mapping[int, str], marks: StruckStyles
) -> SheetGaps:
    hidden_rows: set[int] = set()
    columns: set[int] = set()
    trail, left_out = FontTrail(), LeftOut()
    missing: dict[tuple[int, int], str] = {}
    for block in _blocks(archive, part):
        if b'hidden="' in block:
            hidden_rows.update(_hidden_rows(block))
        if b"cols>" in block:
            for found in COLUMN.finditer(block):
                columns.update(hidden_columns(_attributes(found[1])))
        if b"</f>" in block or b'si="' in block or b":f>" in block:
            missing.update(_unstored(block))
        if b't="e"' in block:
            missing.update(_errors(block))
        if fonts and not trail.is_over:
            _follow_fonts(block, fonts, trail)
        if marks.touches(block):
            note_cells(block, marks, left_out)
    return SheetGaps(
        frozenset(hidden_rows),
        missing,
        hidden_columns=frozenset(columns),
        fonts=trail.runs(),
        left_out=left_out,
    )


def _follow_fonts(block: bytes, fonts: Mapping[int, str], trail: FontTrail) -> None:
    indexes: dict[bytes, int] = {}
    for found in TEXT_CELL.finditer(block):
        place, style = PLACE_OF_CELL.search(found[1]), STYLE_OF_CELL.search(found[1])
        if not place:
            continue
        row = int(place[2]) - 1
        if row > ROWS_FOLLOWED:
            trail.end()
            return
        if place[1] not in indexes:
            indexes[place[1]] = column_index(place[1].decode())
        font = fonts.get(int(style[1]) if style else 0, "")
        trail.note(row, indexes[place[1]], font)


def _blocks(archive: zipfile.ZipFile, part: str) -> Iterator[bytes]:
    """The part in blocks that end where a row ends."""
    rest = b""
    with archive.open(part) as stream:
        while chunk := stream.read(BLOCK):
            block = rest + chunk
            end = block.rfind(b"row>") + 4
            if end < 4 and len(block) < 8 * BLOCK:
                rest = block
                continue
            end = end if end >= 4 else len(block)
            yield block[:end]
            rest = block[end:]
    yield rest


def _hidden_rows(block: bytes) -> Iterator[int]:
    for found in HIDDEN_ROW.finditer(block):
        number = _attributes(found[1]).get("r", "")
        if number.isdigit():
            yield int(number) - 1


def _unstored(block: bytes) -> Iterator[tuple[tuple[int, int], str]]:
    for found in UNSTORED.finditer(block):
        place = _place(found[1])
        # An empty value is a text of no letters where the cell holds text; elsewhere it is none.
        is_text = found[2] and _attributes(found[1]).get("t") == "str"
        if place and not is_text:
            yield place, NO_STORED_VALUE


def _errors(block: bytes) -> Iterator[tuple[tuple[int, int], str]]:
    for found in ERROR.finditer(block):
        place = _place(found[1])
        if place:
            yield place, found[2].decode("utf-8", "replace")


def _place(attributes: bytes) -> tuple[int, int] | None:
    found = PLACE.fullmatch(_attributes(attributes).get("r", ""))
    return (int(found[2]) - 1, column_index(found[1])) if found else None


def _unescaped(text: str) -> str:
    for entity, letter in ENTITIES:
        text = text.replace(entity, letter)
    return text


def _attributes(text: bytes) -> dict[str, str]:
    return {
        found[1].decode(): (found[2] if found[2] is not None else found[3]).decode(
            "utf-8", "replace"
        )
        for found in ATTRIBUTE.finditer(text)
    }
