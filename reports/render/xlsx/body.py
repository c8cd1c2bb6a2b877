"""The blocks of a sheet, one below the other."""

from __future__ import annotations

from collections.abc import Sequence

from reports.blocks import Chart, Paragraph, ParagraphStyle, QrCode
from reports.document import DocumentBlock, Table
from reports.render.xlsx.cells import TextPiece
from reports.render.xlsx.charts import ChartData, write_chart
from reports.render.xlsx.codes import write_code
from reports.render.xlsx.sheet import SheetWriter
from reports.render.xlsx.table import write_table

HeaderRows = tuple[int, int] | None
"""The first and the last row that every page repeats."""
_ALIGN = {
    ParagraphStyle.BODY: "justify",
    ParagraphStyle.BASIS: "justify",
    ParagraphStyle.CENTER: "center",
    ParagraphStyle.CENTER_BOLD: "center",
    ParagraphStyle.UNIT_OF_MEASURE: "right",
}
_TIGHT = {ParagraphStyle.UNIT_OF_MEASURE, ParagraphStyle.NOTE}


def write_blocks(
    sheet: SheetWriter, blocks: Sequence[DocumentBlock], data: ChartData
) -> HeaderRows:
    """Write them; the header of the table if there is just one, for two would be mixed up."""
    headers = list[tuple[int, int]]()
    for block in blocks:
        match block:
            case Table():
                headers.append(write_table(sheet, block))
            case Paragraph():
                _write_paragraph(sheet, block)
            case Chart():
                write_chart(sheet, block, data)
            case QrCode():
                write_code(sheet, block)
    return headers[0] if len(headers) == 1 else None


def _write_paragraph(sheet: SheetWriter, paragraph: Paragraph) -> None:
    style = sheet.profile.styles.of_paragraph(paragraph.style)
    align = _ALIGN.get(paragraph.style, "left")
    if paragraph.runs:
        pieces = [
            TextPiece(run.text, style.size, style.bold or run.bold, style.italic or run.italic)
            for run in paragraph.runs
        ]
        sheet.pieces(pieces, style, align)
    else:
        sheet.line(paragraph.text, style, align)
    if paragraph.style not in _TIGHT:
        sheet.end_row(sheet.profile.paragraph_gap_points)
