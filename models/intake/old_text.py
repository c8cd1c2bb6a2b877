"""Columns typed in the old Vietnamese fonts: found, shown before and after, converted on demand."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass, replace

from models.intake.grid import Cell, Sheet, Workbook, column_letter
from models.text.legacy.codec import LegacyEncoding, convert
from models.text.legacy.detection import Detection, detect

EXAMPLES = 5
CERTAIN = 1.0


@dataclass(frozen=True, slots=True)
class OldText:
    """One column that seems to be in an old encoding. `examples` are (before, after)."""

    sheet: str
    column: int
    letter: str
    encoding: LegacyEncoding
    confidence: float
    why: str
    examples: tuple[tuple[str, str], ...]
    capitals: bool = False
    code_page: bool = False


def find_old_text(workbook: Workbook) -> list[OldText]:
    """The columns to ask the officer about; empty for a workbook in Unicode."""
    return [found for sheet in workbook.sheets for found in _columns_of(sheet)]


def with_converted(workbook: Workbook, confirmed: Iterable[OldText]) -> Workbook:
    """The workbook with the confirmed columns in Unicode; cells already in Unicode stay."""
    by_sheet: dict[str, dict[int, OldText]] = {}
    for found in confirmed:
        by_sheet.setdefault(found.sheet, {})[found.column] = found
    sheets = tuple(
        _converted(sheet, by_sheet[sheet.name]) if sheet.name in by_sheet else sheet
        for sheet in workbook.sheets
    )
    return replace(workbook, sheets=sheets)


def _columns_of(sheet: Sheet) -> list[OldText]:
    texts = {column: _texts(cells) for column, cells in enumerate(zip(*sheet.rows, strict=True))}
    detections = {column: detect(cells) for column, cells in texts.items() if cells}
    encodings = Counter(found.encoding for found in detections.values() if found.encoding)
    if not encodings:
        return []
    # A title or a column of few words proves nothing by itself; its neighbours speak for it.
    leading = next(
        found for found in detections.values() if found.encoding is encodings.most_common(1)[0][0]
    )
    result = []
    for column, own in detections.items():
        found = own if own.encoding or own.confidence >= CERTAIN else leading
        if old := _described(sheet.name, column, texts[column], found):
            result.append(old)
    return result


def _described(sheet: str, column: int, texts: list[str], found: Detection) -> OldText | None:
    encoding = found.encoding
    if encoding is None:
        return None
    examples = tuple(
        (text, after)
        for text in dict.fromkeys(texts)
        if (after := convert(text, encoding, code_page=found.code_page)) != text
    )
    if not examples:
        return None
    return OldText(
        sheet,
        column,
        column_letter(column),
        encoding,
        found.confidence,
        found.why,
        examples[:EXAMPLES],
        found.capitals,
        found.code_page,
    )


def _texts(cells: Iterable[Cell]) -> list[str]:
    return [cell for cell in cells if isinstance(cell, str) and not cell.isascii()]


def _converted(sheet: Sheet, confirmed: dict[int, OldText]) -> Sheet:
    rows = [
        tuple([_converted_cell(cell, confirmed.get(at)) for at, cell in enumerate(row)])
        for row in sheet.rows
    ]
    return replace(sheet, rows=rows)


def _converted_cell(cell: Cell, old: OldText | None) -> Cell:
    if old is None or not isinstance(cell, str):
        return cell
    return convert(cell, old.encoding, capitals=old.capitals, code_page=old.code_page)
