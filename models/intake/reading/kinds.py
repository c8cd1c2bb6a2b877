"""What a file is, by its content: names lie, and half the ".xls" of web systems are HTML."""

from __future__ import annotations

import codecs
from enum import StrEnum

from models.intake.reading import no_lists
from models.intake.reading.encodings import without_byte_order_marks


class FileKind(StrEnum):
    """A kind of file that can be read."""

    ZIP = "zip"
    OLE = "ole"
    XML_2003 = "xml2003"
    HTML = "html"
    MHTML = "mhtml"
    TEXT = "text"


OLE_MAGIC = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"

FOREIGN: tuple[tuple[bytes, str], ...] = (
    (b"%PDF", "tài liệu PDF"),
    (b"\x89PNG", "ảnh PNG"),
    (b"\xff\xd8\xff", "ảnh JPEG"),
    (b"GIF8", "ảnh GIF"),
    (b"BM", "ảnh BMP"),
    (b"RIFF", "tệp âm thanh hoặc hình ảnh"),
    (b"{\\rtf", "tài liệu RTF"),
    (b"Rar!", "tệp nén RAR"),
    (b"7z\xbc\xaf", "tệp nén 7z"),
    (b"\x1f\x8b", "tệp nén GZ"),
    (b"MZ", "chương trình"),
    (b"\x7fELF", "chương trình"),
    (b"SQLite format 3", "tệp cơ sở dữ liệu"),
    (b"\x00\x00\x00\x18ftyp", "tệp video"),
    (b"\x00\x00\x00\x1cftyp", "tệp video"),
    (b"\x00\x00\x00 ftyp", "tệp video"),
    (b"ID3", "tệp âm thanh"),
    (b"L\x00\x00\x00\x01\x14\x02\x00", no_lists.SHORTCUT),
    (b"bplist", "tệp của máy Apple"),
)
"""How files begin that people drop by mistake."""

ANCIENT = (b"\x09\x00\x04\x00", b"\x09\x02\x06\x00", b"\x09\x04\x06\x00")
"""Bare BIFF 2 to 4 streams (Excel before 1995)."""

BOMS = (b"\xef\xbb\xbf", b"\xff\xfe", b"\xfe\xff")

HTML_STARTS = (b"<html", b"<!doctype html", b"<table", b"<meta", b"<head", b"<body", b"<style")

CONTROL = bytes(sorted(set(range(32)) - {9, 10, 12, 13}))


def file_kind(data: bytes) -> FileKind | None:
    """The kind of the content, None when it is nothing that can be read."""
    if data.startswith(b"PK"):
        return FileKind.ZIP
    if data.startswith(OLE_MAGIC):
        return FileKind.OLE
    start = _start_of_text(data)
    if start.startswith(HTML_STARTS):
        return FileKind.HTML
    saved = (b"mime-version:", b"from: <saved by", b'from: "saved by', b"x-document-type: workbook")
    if start.startswith(saved) and b"<html" in data[:100_000].lower():
        return FileKind.MHTML
    if start.startswith((b"<?xml", b"<?mso", b"<workbook", b"<ss:workbook")):
        return _kind_of_xml(data)
    return FileKind.TEXT if looks_like_text(data) else None


def foreign_name(data: bytes) -> str:
    """What the content is in Vietnamese, "" when unknown."""
    return next((name for magic, name in FOREIGN if data.startswith(magic)), "")


def is_ancient(data: bytes) -> bool:
    """Whether this is a worksheet of Excel 2, 3 or 4."""
    return data.startswith(ANCIENT)


def looks_like_text(data: bytes) -> bool:
    """Whether the content is text in some encoding: hardly a control character in it."""
    if foreign_name(data) and not data.startswith((b"BM", b"MZ", b"ID3")):
        return False
    if data.startswith(BOMS):
        return True
    sample = data[:65536].rstrip(b"\0")
    if _is_bare_utf16(sample):
        return True
    without = sample.translate(None, CONTROL)
    controls = len(sample) - len(without)
    return controls * 500 <= len(sample) or (controls * 20 <= len(sample) and _is_utf8(without))


def _is_utf8(sample: bytes) -> bool:
    """Whether all of a sample, cut off anywhere, is text in UTF-8."""
    try:
        codecs.getincrementaldecoder("utf-8")().decode(sample)
    except UnicodeDecodeError:
        return False
    return True


def _is_bare_utf16(sample: bytes) -> bool:
    half = max(len(sample) // 2, 1)
    return (
        min(sample[0::2].count(0), sample[1::2].count(0)) * 20
        < max(sample[0::2].count(0), sample[1::2].count(0))
        and max(sample[0::2].count(0), sample[1::2].count(0)) * 3 > half
    )


def _start_of_text(data: bytes) -> bytes:
    head = data[:2048]
    if head.startswith((b"\xff\xfe", b"\xfe\xff")):
        head = head.decode("utf-16", "ignore").encode("utf-8", "ignore")
    return without_byte_order_marks(head).lstrip().lower()


def _kind_of_xml(data: bytes) -> FileKind | None:
    head = _start_of_text(data)
    if b"urn:schemas-microsoft-com:office:spreadsheet" in head or b"excel.sheet" in head:
        return FileKind.XML_2003
    if b"<html" in head:
        return FileKind.HTML
    return None
