"""Columns typed in the old Vietnamese fonts: found, shown before and after, converted on demand.

The fonts of the cells say where to look and which letters were drawn as capitals; the syllables
decide.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from typing import NamedTuple, cast

from models.errors import AppError
from models.intake.grid import Cell, Sheet, Workbook, column_letter
from models.text.legacy.codec import (
    LegacyEncoding,
    convert,
    font_draws_capitals,
    reads_as_unicode,
)
from models.text.legacy.detection import Detection, detect

EXAMPLES = 5
HEAD = 50
"""So many rows at the top may hold titles."""

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
    code_page: bool = False


def find_old_text(workbook: Workbook) -> list[OldText]:
    """The columns to ask the officer about; empty for a workbook in Unicode."""
    return [found for sheet in workbook.sheets for found in _columns_of(sheet)]


def refuse_old_text(workbook: Workbook) -> None:
    """For whoever cannot ask: raises `AppError` rather than take in names that nobody can read."""
    found = find_old_text(workbook)
    if not found:
        return
    twice = all(old.encoding is LegacyEncoding.TWICE for old in found)
    what = "chữ bị mã hóa hai lần" if twice else "cột gõ bằng phông chữ cũ"
    places = ", ".join(f"{old.letter} (trang “{old.sheet}”)" for old in found)
    before, after = found[0].examples[0]
    raise AppError(
        f"Tệp “{workbook.file_name}” có {what} nên chưa đọc: {places}; "
        f"ví dụ “{before[:40]}” sẽ thành “{after[:40]}”.",
        "Hãy nhập tệp này trong cửa sổ chương trình: ở đó xem được chữ trước và sau khi "
        "chuyển mã rồi mới nhập; khi dùng lệnh import hay reconcile, hãy thêm --convert để chuyển "
        "mã luôn.",
    )


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


class _Text(NamedTuple):
    """A text with letters beyond ASCII; `font` is the old font of its cell or ""."""

    text: str
    font: str


def _columns_of(sheet: Sheet) -> list[OldText]:
    columns = enumerate(zip(*sheet.rows, strict=True))
    texts = {column: _texts(cells, _fonts(sheet, column)) for column, cells in columns}
    detections = {column: _detected(found) for column, found in texts.items() if found}
    encodings = Counter(found.encoding for found in detections.values() if found.encoding)
    if not encodings:
        return []
    # A title or a column of few words proves nothing by itself; its neighbours speak for it,
    # unless the fonts tell them apart, or it reads well as it stands.
    leading = next(
        found for found in detections.values() if found.encoding is encodings.most_common(1)[0][0]
    )
    result = []
    for column, own in detections.items():
        apart = column not in sheet.fonts and (bool(sheet.fonts) or _reads_well(texts[column]))
        found = own if own.encoding or own.confidence >= CERTAIN or apart else leading
        if old := _described(sheet, column, texts[column], found):
            result.append(old)
    return result


def _reads_well(texts: Iterable[_Text]) -> bool:
    return all(reads_as_unicode(each.text) for each in texts)


def _detected(texts: Sequence[_Text]) -> Detection:
    return detect([each.text for each in texts], [each.font for each in texts if each.font])


def _described(
    sheet: Sheet, column: int, texts: Sequence[_Text], found: Detection
) -> OldText | None:
    encoding = found.encoding
    if encoding is None:
        return None
    old = OldText(
        sheet.name,
        column,
        column_letter(column),
        encoding,
        found.confidence,
        found.why,
        (),
        found.code_page,
    )
    told = column in sheet.fonts
    pairs = ((each.text, _converted_text(each.text, each.font, old, told)) for each in texts)
    examples = tuple((text, after) for text, after in pairs if after != text)
    return replace(old, examples=examples[:EXAMPLES]) if examples else None


def _texts(cells: Sequence[Cell], fonts: Sequence[str]) -> list[_Text]:
    """The distinct texts of a column that hold more than ASCII, in their order."""
    if _holds_only_ascii(cells[HEAD:]):
        # A column of numbers, phones or addresses under a title.
        cells, fonts = cells[:HEAD], fonts[:HEAD]
    if fonts:
        pairs = list(dict.fromkeys(zip(cells, fonts, strict=True)))
    else:
        pairs = [(cell, "") for cell in dict.fromkeys(cells)]
    return [_Text(c, font) for c, font in pairs if isinstance(c, str) and not c.isascii()]


def _holds_only_ascii(cells: Sequence[Cell]) -> bool:
    """Whether a column holds nothing else, told at once where all or none of it is text."""
    types = set(map(type, cells))
    if str not in types:
        return True
    return types == {str} and "".join(cast("Sequence[str]", cells)).isascii()


def _fonts(sheet: Sheet, column: int) -> list[str]:
    """The old font of each row of a column ("" for others); empty when nothing is known."""
    if column not in sheet.fonts:
        return []
    fonts = [""] * len(sheet.rows)
    for first, last, font in sheet.fonts[column]:
        stretch = range(first, min(last + 1, len(fonts)))
        fonts[stretch.start : stretch.stop] = [font] * len(stretch)
    return fonts


def _converted(sheet: Sheet, confirmed: dict[int, OldText]) -> Sheet:
    columns: list[Iterable[Cell]] = list(zip(*sheet.rows, strict=True))
    for column, old in confirmed.items():
        if column >= len(columns):
            continue
        told = column in sheet.fonts
        of_rows = _fonts(sheet, column) or [""] * len(sheet.rows)
        columns[column] = [
            _converted_text(cell, font, old, told) if isinstance(cell, str) else cell
            for cell, font in zip(columns[column], of_rows, strict=True)
        ]
    fonts = {column: runs for column, runs in sheet.fonts.items() if column not in confirmed}
    return replace(sheet, rows=list(zip(*columns, strict=True)), fonts=fonts)


def _converted_text(text: str, font: str, old: OldText, told: bool) -> str:
    """`told`: the fonts of the column are known, so a cell without an old one may be Unicode."""
    if told and not font and reads_as_unicode(text):
        return text
    capitals = font_draws_capitals(font)
    return convert(text, old.encoding, capitals=capitals, code_page=old.code_page)
