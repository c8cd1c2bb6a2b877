"""A second, cheap look at the XML of .xlsx sheets, for what calamine does not tell.

Calamine shows an empty cell for a formula without stored value and for an error, and knows
no hidden rows. The scan runs beside calamine in a thread (both let go of the interpreter) and
looks closely only into blocks in which it finds one of these.
"""

from __future__ import annotations

import posixpath
import re
import zipfile
from collections.abc import Iterator

from models.intake.grid import NO_STORED_VALUE, column_index
from models.intake.reading.raw import Gaps

BLOCK = 2 * 2**20

ATTRIBUTE = re.compile(rb'([\w:]+)\s*=\s*(?:"([^"]*)"|\'([^\']*)\')')
HIDDEN_ROW = re.compile(rb'<(?:\w+:)?row\s([^>]*\bhidden="(?:1|true)"[^>]*)>')
UNSTORED = re.compile(
    rb"<(?:\w+:)?c\s([^>]*)>\s*<(?:\w+:)?f\b(?:[^>]*/>|[^>]*>[^<]*</(?:\w+:)?f>)\s*</(?:\w+:)?c>"
)
ERROR = re.compile(
    rb'<(?:\w+:)?c\s([^>]*\bt="e"[^>]*)>\s*'
    rb"(?:<(?:\w+:)?f\b(?:[^>]*/>|[^>]*>[^<]*</(?:\w+:)?f>))?\s*<(?:\w+:)?v>([^<]*)<"
)
ENTITIES = (("&lt;", "<"), ("&gt;", ">"), ("&quot;", '"'), ("&apos;", "'"), ("&amp;", "&"))
PLACE = re.compile(r"([A-Z]{1,3})(\d{1,7})")
RELATIONSHIP = re.compile(rb"<(?:\w+:)?Relationship\s([^>]*)>")
SHEET = re.compile(rb"<(?:\w+:)?sheet\s([^>]*)>")


def scan_sheets(archive: zipfile.ZipFile) -> list[Gaps]:
    """The gaps of each sheet in the order of the workbook; empty ones where a part is missing."""
    return [
        _scan_part(archive, part) if part in archive.NameToInfo else Gaps()
        for _, part, _ in sheet_titles(archive)
    ]


def sheet_titles(archive: zipfile.ZipFile) -> list[tuple[str, str, bool]]:
    """(name, part, hidden) of the sheets in the order of the workbook."""
    if "xl/workbook.xml" not in archive.NameToInfo:
        return []
    targets = {}
    if "xl/_rels/workbook.xml.rels" in archive.NameToInfo:
        for found in RELATIONSHIP.finditer(archive.read("xl/_rels/workbook.xml.rels")):
            attributes = _attributes(found[1])
            targets[attributes.get("Id", "")] = attributes.get("Target", "")
    titles = []
    for found in SHEET.finditer(archive.read("xl/workbook.xml")):
        attributes = _attributes(found[1])
        identity = next((v for k, v in attributes.items() if k.endswith(":id")), "")
        target = targets.get(identity, "")
        part = target[1:] if target.startswith("/") else posixpath.join("xl", target)
        hidden = attributes.get("state", "visible") != "visible"
        titles.append((_unescaped(attributes.get("name", "")), part, hidden))
    return titles


def _scan_part(archive: zipfile.ZipFile, part: str) -> Gaps:
    hidden_rows: set[int] = set()
    missing: dict[tuple[int, int], str] = {}
    for block in _blocks(archive, part):
        if b'hidden="' in block:
            hidden_rows.update(_hidden_rows(block))
        if b"</f>" in block or b'si="' in block or b":f>" in block:
            missing.update(_unstored(block))
        if b't="e"' in block:
            missing.update(_errors(block))
    return Gaps(frozenset(hidden_rows), missing)


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
        if place:
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
