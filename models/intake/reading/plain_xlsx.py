"""The second reader of .xlsx, for files on which calamine gives up: slower, and unshakable.

Cells are kept one by one, so that a stray cell in the last corner of a sheet costs nothing; it
is left out with a remark. Missing styles or texts leave a cell empty instead of ending the reading.
"""

from __future__ import annotations

import re
import zipfile
from collections.abc import Callable
from datetime import date, datetime, timedelta
from xml.parsers import expat

from models.intake.grid import LOST, NO_STORED_VALUE, Cell, column_index
from models.intake.reading.faults import NotWellFormed, TooManyCells
from models.intake.reading.old_fonts import FontTrail
from models.intake.reading.raw import MOST_CELLS, RawSheet, SheetGaps
from models.intake.reading.sparse import sheet_of_cells
from models.intake.reading.xlsx_gaps import hidden_columns, old_styles, sheet_titles

BUILT_IN_DATES = frozenset([*range(14, 23), *range(27, 37), *range(45, 48), *range(50, 59)])

_PLACE = re.compile(r"([A-Z]{1,3})([1-9]\d{0,6})")
_RANGE = re.compile(r"([A-Z]{1,3})(\d{1,7}):([A-Z]{1,3})(\d{1,7})")
_NO_DATE_LETTERS = re.compile(r'"[^"]*"|\\.|\[[^\]]*\]|_.')

Attributes = dict[str, str]


def read_xlsx_plainly(archive: zipfile.ZipFile) -> tuple[list[RawSheet], list[str]]:
    """The sheets and remarks on what was left out. Raises NotWellFormed, TooManyCells."""
    texts = _shared_strings(archive)
    dates, epoch, fonts = _date_styles(archive), _epoch(archive), old_styles(archive)
    sheets: list[RawSheet] = []
    remarks: list[str] = []
    for title, part, hidden in sheet_titles(archive):
        reader = _SheetReader(texts, dates, epoch, fonts)
        if part in archive.NameToInfo:
            _parse(archive, part, reader.start, reader.end, reader.text)
        sheet, said = reader.sheet(title, hidden=hidden)
        sheets.append(sheet)
        remarks += said
    return sheets, remarks


def _parse(
    archive: zipfile.ZipFile,
    part: str,
    start: Callable[[str, Attributes], None],
    end: Callable[[str], None],
    text: Callable[[str], None],
) -> None:
    parser = expat.ParserCreate()
    parser.buffer_text = True
    parser.StartElementHandler = lambda tag, given: start(tag.rpartition(":")[2], given)
    parser.EndElementHandler = lambda tag: end(tag.rpartition(":")[2])
    parser.CharacterDataHandler = text
    try:
        with archive.open(part) as stream:
            while block := stream.read(2**20):
                parser.Parse(block)
            parser.Parse(b"", True)
    except (expat.ExpatError, zipfile.BadZipFile, EOFError, OSError) as error:
        raise NotWellFormed from error


def _shared_strings(archive: zipfile.ZipFile) -> list[str]:
    texts: list[str] = []
    parts: list[str] = []
    inside = {"t": False, "rPh": False}

    def start(tag: str, _: Attributes) -> None:
        if tag == "si":
            parts.clear()
        elif tag in inside:
            inside[tag] = True

    def end(tag: str) -> None:
        if tag == "si":
            texts.append("".join(parts))
        elif tag in inside:
            inside[tag] = False

    def text(data: str) -> None:
        if inside["t"] and not inside["rPh"]:
            parts.append(data)

    if "xl/sharedStrings.xml" in archive.NameToInfo:
        _parse(archive, "xl/sharedStrings.xml", start, end, text)
    return texts


def _date_styles(archive: zipfile.ZipFile) -> frozenset[int]:
    """The style numbers whose format shows a date."""
    custom: dict[int, str] = {}
    formats: list[int] = []
    inside: list[str] = []

    def start(tag: str, given: Attributes) -> None:
        if tag == "numFmt":
            custom[_whole(given.get("numFmtId"))] = given.get("formatCode", "")
        elif tag == "xf" and "cellXfs" in inside:
            formats.append(_whole(given.get("numFmtId")))
        elif tag == "cellXfs":
            inside.append(tag)

    def end(tag: str) -> None:
        if tag == "cellXfs":
            inside.clear()

    if "xl/styles.xml" in archive.NameToInfo:
        _parse(archive, "xl/styles.xml", start, end, lambda _: None)
    return frozenset(
        style
        for style, number in enumerate(formats)
        if number in BUILT_IN_DATES or shows_date(custom.get(number, ""))
    )


def shows_date(code: str) -> bool:
    """Whether a number format shows a day."""
    letters = _NO_DATE_LETTERS.sub("", code).lower()
    return any(letter in letters for letter in "dy") or ("m" in letters and "0" not in letters)


def _epoch(archive: zipfile.ZipFile) -> datetime:
    book = archive.read("xl/workbook.xml") if "xl/workbook.xml" in archive.NameToInfo else b""
    since_1904 = re.search(rb'date1904="(?:1|true)"', book)
    return datetime(1904, 1, 1) if since_1904 else datetime(1899, 12, 30)


class _SheetReader:
    """Collects the cells of one sheet by their place."""

    def __init__(
        self, texts: list[str], dates: frozenset[int], epoch: datetime, fonts: dict[int, str]
    ) -> None:
        self._texts, self._dates, self._epoch, self._fonts = texts, dates, epoch, fonts
        self._trail = FontTrail()
        self._hidden_columns: set[int] = set()
        self._cells: dict[tuple[int, int], Cell] = {}
        self._missing: dict[tuple[int, int], str] = {}
        self._hidden_rows: set[int] = set()
        self._merges: list[tuple[int, int, int, int]] = []
        self._row, self._column = -1, -1
        self._given: Attributes = {}
        self._parts: list[str] | None = None
        self._value, self._has_formula, self._has_value = "", False, False

    def start(self, tag: str, given: Attributes) -> None:
        if tag == "row":
            number = _whole(given.get("r"))
            self._row = number - 1 if 0 < number <= 2**20 else self._row + 1
            self._column = -1
            if given.get("hidden") in {"1", "true"}:
                self._hidden_rows.add(self._row)
        elif tag == "c":
            self._start_cell(given)
        elif tag in {"v", "t"}:
            self._parts, self._has_value = [], True
        elif tag == "f":
            self._has_formula = True
        elif tag == "col":
            self._hidden_columns.update(hidden_columns(given))
        elif tag == "mergeCell" and (found := _RANGE.fullmatch(given.get("ref", ""))):
            top, bottom = int(found[2]) - 1, int(found[4]) - 1
            self._merges.append((top, column_index(found[1]), bottom, column_index(found[3])))

    def end(self, tag: str) -> None:
        if tag in {"v", "t"} and self._parts is not None:
            self._value += "".join(self._parts)
            self._parts = None
        elif tag == "c":
            self._end_cell()

    def text(self, data: str) -> None:
        if self._parts is not None:
            self._parts.append(data)

    def sheet(self, title: str, *, hidden: bool) -> tuple[RawSheet, list[str]]:
        """The sheet, and remarks on cells that were left out."""
        gaps = SheetGaps(
            frozenset(self._hidden_rows),
            self._missing,
            tuple(self._merges),
            frozenset(self._hidden_columns),
            self._trail.runs(),
        )
        return sheet_of_cells(title, self._cells, gaps, hidden=hidden)

    def _start_cell(self, given: Attributes) -> None:
        found = _PLACE.fullmatch(given.get("r", ""))
        self._column = column_index(found[1]) if found else self._column + 1
        if found:
            self._row = int(found[2]) - 1
        self._given = given
        self._value, self._has_formula, self._has_value = "", False, False

    def _end_cell(self) -> None:
        place = (self._row, self._column)
        kind = self._given.get("t", "n")
        if kind == "e":
            self._missing[place] = self._value
        elif kind == "s" and not 0 <= _whole(self._value, -1) < len(self._texts):
            self._missing[place] = LOST
        elif self._has_formula and not (self._has_value if kind == "str" else self._value):
            self._missing[place] = NO_STORED_VALUE
        elif (value := self._read(kind)) is not None:
            self._cells[place] = value
            if self._fonts and isinstance(value, str):
                style = _whole(self._given.get("s"))
                self._trail.note(*place, self._fonts.get(style, ""))
        if len(self._cells) > MOST_CELLS:
            raise TooManyCells

    def _read(self, kind: str) -> Cell:
        if kind == "s":
            return self._texts[_whole(self._value, 0)] or None
        if kind == "b":
            return self._value.strip() == "1"
        if kind == "n":
            return self._number()
        return self._value or None

    def _number(self) -> Cell:
        try:
            number = float(self._value)
        except ValueError:
            return self._value or None
        if _whole(self._given.get("s"), -1) in self._dates and 0 < number < 2_958_466:
            return moment_of(self._epoch, number)
        return int(number) if number.is_integer() and abs(number) < 1e15 else number


def moment_of(epoch: datetime, days: float) -> date | datetime | str:
    """The day or moment that a number of days since the epoch means; a time alone as text."""
    moment = epoch + timedelta(days=days)
    if days < 1:
        return str(moment.time())
    return moment.date() if days == int(days) else moment


def _whole(text: str | None, otherwise: int = 0) -> int:
    return int(text) if text and text.isascii() and text.isdigit() and len(text) < 9 else otherwise
