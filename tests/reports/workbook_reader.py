"""Workbooks as a reader sees them that calculates nothing, and without what was calculated."""

from __future__ import annotations

import re
from io import BytesIO
from zipfile import ZipFile

from python_calamine import CalamineWorkbook

_RESULT = re.compile(r"(</f>)<v>[^<]*</v>")


def without_results(content: bytes) -> bytes:
    """The workbook with its formulas, but without what they come to."""
    target = BytesIO()
    with ZipFile(BytesIO(content)) as source, ZipFile(target, "w") as archive:
        for name in source.namelist():
            part = source.read(name)
            if name.startswith("xl/worksheets/"):
                part = _RESULT.sub(r"\1", part.decode()).encode()
            archive.writestr(name, part)
    return target.getvalue()


def values_of(content: bytes) -> dict[str, list[list[object]]]:
    """The values on each sheet."""
    book = CalamineWorkbook.from_filelike(BytesIO(content))
    return {
        name: book.get_sheet_by_name(name).to_python(skip_empty_area=False)
        for name in book.sheet_names
    }
