"""Any returned file in, what stands in it out; its content decides what it is, not its name."""

from __future__ import annotations

import zipfile
from pathlib import Path

from models.errors import AppError
from models.intake.reading.archive import open_archive, refuse_entities
from models.machine.long_paths import reachable
from models.machine.names import refuse_unusable_name
from reports.verifying.bounds import (
    LARGEST_RETURNED,
    old_office,
    other_kind,
    returned_damaged,
    returned_too_large,
)
from reports.verifying.content import ReadContent

_OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_HEAD = 1024
"""So many bytes may stand before "%PDF" (readers take that)."""


def returned_bytes(path: Path) -> bytes:
    """The bytes of a file that came back. Raises `AppError` for none, and for one too large."""
    refuse_unusable_name(path)
    try:
        with reachable(path).open("rb") as stream:
            data = stream.read(LARGEST_RETURNED + 1)
    except FileNotFoundError as error:
        raise AppError(f"Không có tệp “{path}”.", "Hãy chọn lại tệp.") from error
    except OSError as error:
        raise AppError(
            f"Không mở được tệp “{path.name}”.",
            "Hãy đóng chương trình đang mở tệp này, hoặc chép tệp ra ổ đĩa rồi thử lại.",
        ) from error
    if len(data) > LARGEST_RETURNED:
        raise returned_too_large(path.name)
    return data


def read_content(data: bytes, name: str) -> ReadContent:
    """What stands in a PDF, Word or Excel file. Raises `AppError` for all others."""
    if b"%PDF-" in data[:_HEAD]:
        from reports.verifying.read_pdf import read_pdf_content

        return read_pdf_content(data, name)
    if data.startswith(_OLE):
        raise old_office(name)
    if not data.startswith(b"PK"):
        raise other_kind(name)
    with open_archive(data, name) as archive:
        return _of_archive(archive, data, name)


def _of_archive(archive: zipfile.ZipFile, data: bytes, name: str) -> ReadContent:
    names = set(archive.namelist())
    if "word/document.xml" in names:
        from reports.verifying.read_docx import read_docx_content

        return read_docx_content(archive, name)
    if "xl/workbook.xml" not in names:
        raise other_kind(name) if "[Content_Types].xml" not in names else returned_damaged(name)
    from reports.verifying.read_xlsx import read_xlsx_content

    refuse_entities(archive, name)
    return read_xlsx_content(archive, data, name)
