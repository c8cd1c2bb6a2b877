"""Made-up lists in the fonts of before Unicode, in every kind of file that tells its fonts."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from io import BytesIO

import xlwt
from openpyxl import Workbook as Book
from openpyxl.styles import Font

from tests.models.intake.workbooks import saved

Fonts = Callable[[int, int], str]
"""The font of the cell in a row and a column (0-based), "" for an ordinary one."""

Rows = Sequence[Sequence[object]]
Build = Callable[[Rows, Fonts], bytes]


def xlsx(rows: Rows, fonts: Fonts) -> bytes:
    book = Book()
    for r, row in enumerate(rows, 1):
        for c, value in enumerate(row, 1):
            cell = book.active.cell(r, c, value)
            if font := fonts(r - 1, c - 1):
                cell.font = Font(name=font)
    return saved(book)


def xls(rows: Rows, fonts: Fonts) -> bytes:
    book = xlwt.Workbook()
    sheet = book.add_sheet("DS")
    styles: dict[str, xlwt.XFStyle] = {}
    for r, row in enumerate(rows):
        for c, value in enumerate(row):
            name = fonts(r, c) or "Arial"
            if name not in styles:
                styles[name] = xlwt.XFStyle()
                styles[name].font = xlwt.Font()
                styles[name].font.name = name
            sheet.write(r, c, value, styles[name])
    stream = BytesIO()
    book.save(stream)
    return stream.getvalue()


def html(rows: Rows, fonts: Fonts) -> bytes:
    """The name of the font in a tag, in a style and in a class, one after the other."""
    css = ".xl65\n\t{font-size:13.0pt;\n\tfont-family:.VnTime, sans-serif;}"
    lines = []
    for r, row in enumerate(rows):
        cells = []
        for c, value in enumerate(row):
            font = fonts(r, c)
            if not font:
                cells.append(f"<td>{value}</td>")
            elif font == ".VnTime" and r % 3 == 0:
                cells.append(f"<td class=xl65>{value}</td>")
            elif r % 3 == 1:
                cells.append(f"<td style='color:black;font-family:\"{font}\"'>{value}</td>")
            else:
                cells.append(f'<td><font face="{font}">{value}</font></td>')
        lines.append(f"<tr>{''.join(cells)}</tr>")
    page = f"<html><head><meta charset=utf-8><style>{css}</style></head><table>{''.join(lines)}"
    return f"{page}</table></html>".encode()


def xml2003(rows: Rows, fonts: Fonts) -> bytes:
    names = sorted({fonts(r, c) for r, row in enumerate(rows) for c in range(len(row))})
    styles = "".join(
        f'<Style ss:ID="s{at}"><Font ss:FontName="{name or "Arial"}"/></Style>'
        for at, name in enumerate(names)
    )
    lines = []
    for r, row in enumerate(rows):
        cells = [
            f'<Cell ss:StyleID="s{names.index(fonts(r, c))}">'
            f'<Data ss:Type="{"Number" if isinstance(value, int) else "String"}">{value}</Data></Cell>'
            for c, value in enumerate(row)
        ]
        lines.append(f"<Row>{''.join(cells)}</Row>")
    return (
        '<?xml version="1.0"?><?mso-application progid="Excel.Sheet"?>'
        '<Workbook xmlns="urn:schemas-microsoft-com:office:spreadsheet"'
        ' xmlns:ss="urn:schemas-microsoft-com:office:spreadsheet">'
        f"<Styles>{styles}</Styles>"
        f'<Worksheet ss:Name="DS"><Table>{"".join(lines)}</Table></Worksheet></Workbook>'
    ).encode()


KINDS: dict[str, Build] = {"xlsx": xlsx, "xls": xls, "html": html, "xml 2003": xml2003}
