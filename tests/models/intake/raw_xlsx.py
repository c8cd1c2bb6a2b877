"""The smallest .xlsx, written by hand: for what no library agrees to write."""

from __future__ import annotations

import zipfile
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from io import BytesIO
from xml.sax.saxutils import escape

from models.intake.grid import column_letter

MAIN = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
RELATIONS = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
PACKAGE = "http://schemas.openxmlformats.org/package/2006"
PROLOGUE = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>'
PART_TYPE = "application/vnd.openxmlformats-officedocument.spreadsheetml"

XLSX_PARTS: dict[str, bytes] = {
    "[Content_Types].xml": (
        f'{PROLOGUE}<Types xmlns="{PACKAGE}/content-types">'
        '<Default Extension="rels" '
        'ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
        '<Default Extension="xml" ContentType="application/xml"/>'
        f'<Override PartName="/xl/workbook.xml" ContentType="{PART_TYPE}.sheet.main+xml"/>'
        f'<Override PartName="/xl/worksheets/sheet1.xml" ContentType="{PART_TYPE}.worksheet+xml"/>'
        "</Types>"
    ).encode(),
    "_rels/.rels": (
        f'{PROLOGUE}<Relationships xmlns="{PACKAGE}/relationships"><Relationship Id="rId1" '
        f'Type="{RELATIONS}/officeDocument" Target="xl/workbook.xml"/></Relationships>'
    ).encode(),
    "xl/workbook.xml": (
        f'{PROLOGUE}<workbook xmlns="{MAIN}" xmlns:r="{RELATIONS}"><sheets>'
        '<sheet name="DS" sheetId="1" r:id="rId1"/></sheets></workbook>'
    ).encode(),
    "xl/_rels/workbook.xml.rels": (
        f'{PROLOGUE}<Relationships xmlns="{PACKAGE}/relationships"><Relationship Id="rId1" '
        f'Type="{RELATIONS}/worksheet" Target="worksheets/sheet1.xml"/></Relationships>'
    ).encode(),
}


@dataclass(frozen=True)
class Raw:
    """A cell as XML."""

    attributes: str
    inside: str


def cell(place: str, value: object) -> str:
    """One cell."""
    if value is None:
        return ""
    if isinstance(value, int | float):
        return f'<c r="{place}"><v>{value}</v></c>'
    if isinstance(value, Raw):
        return f'<c r="{place}" {value.attributes}>{value.inside}</c>'
    return f'<c r="{place}" t="inlineStr"><is><t>{escape(str(value))}</t></is></c>'


def sheet_xml(rows: Sequence[Sequence[object]], *, hidden: Sequence[int] = ()) -> str:
    """The XML of a sheet; `hidden` are 1-based numbers of hidden rows."""
    lines = []
    for number, row in enumerate(rows, 1):
        cells = "".join(cell(f"{column_letter(at)}{number}", value) for at, value in enumerate(row))
        mark = ' hidden="1"' if number in hidden else ""
        lines.append(f'<row r="{number}"{mark}>{cells}</row>')
    return (
        f'{PROLOGUE}<worksheet xmlns="{MAIN}"><sheetData>{"".join(lines)}</sheetData></worksheet>'
    )


def xlsx(
    rows: Sequence[Sequence[object]],
    *,
    hidden: Sequence[int] = (),
    parts: Mapping[str, bytes] | None = None,
) -> bytes:
    """A workbook of one sheet "DS"; `parts` are added or replace others."""
    stream = BytesIO()
    content = XLSX_PARTS | {"xl/worksheets/sheet1.xml": sheet_xml(rows, hidden=hidden).encode()}
    with zipfile.ZipFile(stream, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, data in (content | dict(parts or {})).items():
            archive.writestr(name, data)
    return stream.getvalue()
