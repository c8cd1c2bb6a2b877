"""Workbooks that break the habits of the format and not its sense, rewritten in memory.

Some writers put parts in UTF-16, begin names with a slash, or divide them by backslashes; Excel
reads such files, the parsers do not.
"""

from __future__ import annotations

import re
import zipfile
from io import BytesIO

UTF16_MARKS = (b"\xff\xfe", b"\xfe\xff", b"<\x00?\x00", b"\x00<\x00?")
_ENCODING = re.compile(r"""(<\?xml[^>]*?encoding\s*=\s*)["'][^"']*["']""", re.IGNORECASE)


def archive_mended(archive: zipfile.ZipFile) -> bytes | None:
    """The archive with plain names and parts in UTF-8; None when it is so already."""
    entries = archive.infolist()
    wide = {entry.filename for entry in entries if _is_wide(archive, entry)}
    if not wide and all(plain_name(entry.filename) == entry.filename for entry in entries):
        return None
    stream = BytesIO()
    with zipfile.ZipFile(stream, "w", zipfile.ZIP_DEFLATED, compresslevel=1) as rewritten:
        for entry in entries:
            data = archive.read(entry)
            data = _narrow(data) if entry.filename in wide else data
            rewritten.writestr(plain_name(entry.filename), data)
    return stream.getvalue()


def plain_name(name: str) -> str:
    """The name of a part as the format wants it."""
    return name.replace("\\", "/").lstrip("/")


def _is_wide(archive: zipfile.ZipFile, entry: zipfile.ZipInfo) -> bool:
    if not entry.filename.lower().endswith((".xml", ".rels")):
        return False
    try:
        with archive.open(entry) as part:
            return part.read(4).startswith(UTF16_MARKS)
    except (zipfile.BadZipFile, OSError, EOFError, RuntimeError, ValueError, NotImplementedError):
        return False


def _narrow(data: bytes) -> bytes:
    little = data.startswith((b"\xff\xfe", b"<\x00"))
    text = data.decode("utf-16-le" if little else "utf-16-be", "replace").lstrip("\ufeff")
    return _ENCODING.sub(r'\1"UTF-8"', text, count=1).encode("utf-8", "replace")
