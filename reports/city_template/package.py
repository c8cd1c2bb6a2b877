"""A workbook of somebody else's as its parts: opened with care, packed again part by part."""

from __future__ import annotations

import posixpath
from dataclasses import dataclass
from functools import cached_property
from io import BytesIO
from zipfile import ZIP_DEFLATED, ZIP_STORED, BadZipFile, ZipFile, ZipInfo
from zlib import error as zlib_error

from reports.city_template.looks import CityLook, children, looks_of, parsed_xml
from reports.city_template.refusals import (
    damaged_workbook,
    has_macros,
    is_signed,
    locked_workbook,
    no_sheet,
    not_a_workbook,
    old_workbook,
    oversized_workbook,
)

LARGEST_FILE, LARGEST_WHOLE, MOST_PARTS = 30_000_000, 300_000_000, 5_000
_OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_ENCRYPTED = "EncryptedPackage".encode("utf-16-le")
_RELATIONS = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_STRICT_RELATIONS = "http://purl.oclc.org/ooxml/officeDocument/relationships"
WORKBOOK = "xl/workbook.xml"


@dataclass(frozen=True)
class CityBook:
    """The parts of a workbook in their order, each with what the archive says of it."""

    parts: dict[str, bytes]
    entries: tuple[ZipInfo, ...]

    @cached_property
    def sheets(self) -> dict[str, str]:
        """The name of each sheet that holds cells, and its part."""
        root = parsed_xml(self.parts[WORKBOOK])
        folder = posixpath.dirname(WORKBOOK)
        relations = parsed_xml(self._part(f"{folder}/_rels/workbook.xml.rels"))
        targets = {
            each.get("Id", ""): posixpath.normpath(posixpath.join(folder, each.get("Target", "")))
            if not each.get("Target", "").startswith("/")
            else each.get("Target", "")[1:]
            for each in relations
            if each.get("Type", "").endswith("/worksheet")
        }
        ids = [
            (each.get("name", ""), each.get(f"{{{space}}}id", ""))
            for each in children(root, "sheets", "sheet")
            for space in (_RELATIONS, _STRICT_RELATIONS)
        ]
        return {name: targets[key] for name, key in ids if targets.get(key) in self.parts}

    @cached_property
    def shown_sheet(self) -> str:
        """The sheet with cells that whoever saved the workbook looked at, or the first not hidden.

        Raises `AppError` when all of them are hidden.
        """
        root = parsed_xml(self.parts[WORKBOOK])
        sheets = [
            (each.get("name", ""), each.get("state", "visible") == "visible")
            for each in children(root, "sheets", "sheet")
        ]
        views = children(root, "bookViews", "workbookView")
        told = views[0].get("activeTab", "0") if views else "0"
        at = int(told) if told.isdecimal() else 0
        for name, visible in (*sheets[at : at + 1], *sheets):
            if visible and name in self.sheets:
                return name
        raise damaged_workbook()

    @cached_property
    def looks(self) -> tuple[CityLook, ...]:
        """What the styles of cells say."""
        return looks_of(self.parts["xl/styles.xml"]) if "xl/styles.xml" in self.parts else ()

    @cached_property
    def counts_from_1904(self) -> bool:
        """Whether day 0 is the first of January 1904, as old Macs had it."""
        properties = children(parsed_xml(self.parts[WORKBOOK]), "workbookPr")
        return any(each.get("date1904") in {"1", "true"} for each in properties)

    def part_of(self, sheet: str) -> str:
        """The part of a sheet. Raises `AppError` when there is none of that name."""
        if sheet not in self.sheets:
            raise no_sheet(sheet, tuple(self.sheets))
        return self.sheets[sheet]

    def _part(self, name: str) -> bytes:
        if name not in self.parts:
            raise damaged_workbook()
        return self.parts[name]

    def packed(self, changed: dict[str, bytes]) -> bytes:
        """The archive with some parts changed; all others have the same bytes, times and order."""
        target = BytesIO()
        with ZipFile(target, "w") as archive:
            for entry in self.entries:
                copied = ZipInfo(entry.filename, entry.date_time)
                stored = entry.compress_type == ZIP_STORED
                copied.compress_type = ZIP_STORED if stored else ZIP_DEFLATED
                copied.external_attr, copied.create_system = (
                    entry.external_attr,
                    entry.create_system,
                )
                content = changed.get(entry.filename, self.parts[entry.filename])
                archive.writestr(copied, content)
        return target.getvalue()


def open_city_book(content: bytes) -> CityBook:
    """Open an .xlsx. Raises `AppError` in words for whatever cannot be filled."""
    _refuse_by_head(content)
    try:
        with ZipFile(BytesIO(content)) as archive:
            entries = tuple(archive.infolist())
            _refuse_by_names([entry.filename for entry in entries])
            if len(entries) > MOST_PARTS or sum(e.file_size for e in entries) > LARGEST_WHOLE:
                raise oversized_workbook()
            if any(entry.flag_bits & 1 for entry in entries):
                raise locked_workbook()
            parts = {entry.filename: archive.read(entry) for entry in entries}
    except (BadZipFile, zlib_error, EOFError, NotImplementedError, OSError, ValueError) as error:
        raise damaged_workbook() from error
    if len(parts) < len(entries):
        raise damaged_workbook()
    book = CityBook(parts, entries)
    if b"macroEnabled" in parts.get("[Content_Types].xml", b""):
        raise has_macros()
    if not book.sheets:
        raise damaged_workbook()
    return book


def _refuse_by_head(content: bytes) -> None:
    if len(content) > LARGEST_FILE:
        raise oversized_workbook()
    if content.startswith(_OLE):
        raise locked_workbook() if _ENCRYPTED in content else old_workbook()
    if not content.startswith(b"PK"):
        raise not_a_workbook()


def _refuse_by_names(names: list[str]) -> None:
    lower = {name.lower() for name in names}
    if any(name.endswith(("vbaproject.bin", ".vbaproject")) for name in lower):
        raise has_macros()
    if "xl/workbook.bin" in lower or "content.xml" in lower:
        raise old_workbook()
    if WORKBOOK not in names:
        raise not_a_workbook()
    if any(name.startswith("_xmlsignatures/") for name in lower):
        raise is_signed()
