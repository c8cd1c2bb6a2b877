"""A second look at an .ods: hidden rows and columns, merges, formulas without value, errors."""

from __future__ import annotations

import zipfile
from xml.parsers import expat

from models.intake.grid import NO_STORED_VALUE
from models.intake.reading import ods_text
from models.intake.reading.left_out import LeftOut
from models.intake.reading.raw import Merge, SheetGaps

NEEDLES = (b"table:visibility=", b"table:formula=", b"-spanned=", *ods_text.NEEDLES)
CONTENT = "content.xml"
CELLS = frozenset({"table:table-cell", "table:covered-table-cell"})
MOST_REPEATED = 200
"""Equal cells that are written once; text is hardly ever repeated so often."""


def scan_sheets(archive: zipfile.ZipFile) -> list[SheetGaps]:
    """The gaps of each sheet; an empty list when the file has nothing to look for."""
    content = archive.read(CONTENT)
    if not any(needle in content for needle in NEEDLES):
        return []
    scan = _Scan(with_texts=any(needle in content for needle in ods_text.NEEDLES))
    parser = expat.ParserCreate()
    parser.StartElementHandler = scan.start
    parser.EndElementHandler = scan.end
    if scan.texts:
        parser.buffer_text = True
        parser.CharacterDataHandler = scan.texts.text
    try:
        parser.Parse(content, True)
    except expat.ExpatError:
        return []
    return scan.sheets


class _Scan:
    """Counts rows and columns with their repetitions, as the format writes them."""

    def __init__(self, *, with_texts: bool) -> None:
        self.texts = ods_text.CellTexts() if with_texts else None
        self._left_out = LeftOut()
        self._cell = (0, 0, 1)
        self.sheets: list[SheetGaps] = []
        self._row, self._column = 0, 0
        self._row_repeats = 1
        self._hidden_rows: set[int] = set()
        self._hidden_columns: set[int] = set()
        self._missing: dict[tuple[int, int], str] = {}
        self._merges: list[Merge] = []

    def start(self, tag: str, given: dict[str, str]) -> None:
        if self.texts:
            self.texts.start(tag, given)
        if tag == "table:table":
            self._row, self._hidden_rows, self._missing, self._merges = 0, set(), {}, []
            self._column, self._hidden_columns = 0, set()
            self._left_out = LeftOut()
        elif tag == "table:table-column":
            repeats = _count(given, "table:number-columns-repeated")
            if given.get("table:visibility", "visible") != "visible" and repeats < 1_000:
                self._hidden_columns.update(range(self._column, self._column + repeats))
            self._column += repeats
        elif tag == "table:table-row":
            self._column = 0
            self._row_repeats = _count(given, "table:number-rows-repeated")
            if given.get("table:visibility", "visible") != "visible" and self._row_repeats < 10_000:
                self._hidden_rows.update(range(self._row, self._row + self._row_repeats))
        elif tag in CELLS:
            self._note(given)
            repeats = _count(given, "table:number-columns-repeated")
            self._cell = (self._row, self._column, min(repeats, MOST_REPEATED))
            self._column += repeats

    def end(self, tag: str) -> None:
        if self.texts:
            self.texts.end(tag)
            if tag in CELLS:
                self._note_text(self.texts)
        if tag == "table:table-row":
            self._row += self._row_repeats
        elif tag == "table:table":
            gaps = SheetGaps(
                frozenset(self._hidden_rows),
                self._missing,
                tuple(self._merges),
                frozenset(self._hidden_columns),
                left_out=self._left_out,
            )
            self.sheets.append(gaps)

    def _note_text(self, texts: ods_text.CellTexts) -> None:
        row, column, repeats = self._cell
        for down in range(min(self._row_repeats, MOST_REPEATED)):
            for right in range(repeats):
                texts.note_cell((row + down, column + right), self._left_out)

    def _note(self, given: dict[str, str]) -> None:
        place = (self._row, self._column)
        if given.get("calcext:value-type") == "error":
            self._missing[place] = "#N/A"
        elif "table:formula" in given and "office:value-type" not in given:
            self._missing[place] = NO_STORED_VALUE
        down = _count(given, "table:number-rows-spanned") - 1
        right = _count(given, "table:number-columns-spanned") - 1
        if down or right:
            self._merges.append((*place, self._row + down, self._column + right))


def _count(given: dict[str, str], name: str) -> int:
    text = given.get(name, "1")
    return int(text) if text.isascii() and text.isdigit() and 0 < len(text) < 8 else 1
