"""SpreadsheetML: the single-file XML that Excel 2003 wrote and many systems still export."""

from __future__ import annotations

import re
from datetime import date, datetime
from xml.parsers import expat

from models.intake.grid import NO_STORED_VALUE, STRUCK, Cell, GridRow, ToldCell
from models.intake.reading.delimited import squared
from models.intake.reading.faults import ForbiddenEntities, NotWellFormed, TooManyCells
from models.intake.reading.left_out import Rest, Run, rest_of
from models.intake.reading.markup_marks import MarkupMarks
from models.intake.reading.old_fonts import FontTrail, old_font
from models.intake.reading.raw import MOST_CELLS, RawSheet, SheetGaps, of_rows

LAST_COLUMN, LAST_ROW = 2_000, 200_000
NUMBER = re.compile(r"-?\d+(\.\d+)?([eE][+-]?\d+)?")


def read_xml(data: bytes) -> list[RawSheet]:
    """All worksheets. Raises ForbiddenEntities, NotWellFormed, TooManyCells."""
    reader = _Reader()
    parser = expat.ParserCreate(namespace_separator=" ")
    parser.StartElementHandler = reader.start
    parser.EndElementHandler = reader.end
    parser.CharacterDataHandler = reader.text
    parser.StartDoctypeDeclHandler = _forbid
    parser.buffer_text = True
    try:
        parser.Parse(data, True)
    except expat.ExpatError as error:
        raise NotWellFormed from error
    return reader.sheets


def _forbid(*_: object) -> None:
    raise ForbiddenEntities


class _Reader:
    """Builds the sheets from the elements Worksheet, Row, Cell and Data."""

    def __init__(self) -> None:
        self.sheets: list[RawSheet] = []
        self._name = ""
        self._rows: list[list[Cell]] = []
        self._merges: list[tuple[int, int, int, int]] = []
        self._hidden_rows: set[int] = set()
        self._missing: dict[tuple[int, int], str] = {}
        self._hidden = False
        self._hidden_columns: set[int] = set()
        self._next_column = 0
        self._fonts: dict[str, str] = {}
        self._style, self._style_of_row, self._styles_of_columns = "", "", dict[int, str]()
        self._trail = FontTrail()
        self._struck_styles: set[str] = set()
        self._marks, self._runs = MarkupMarks(""), list[Run]()
        self._told: dict[tuple[int, int], ToldCell] = {}
        self._column = 0
        self._merged_right = 0
        self._kind = ""
        self._text: list[str] | None = None
        self._count = 0

    def start(self, tag: str, attributes: dict[str, str]) -> None:
        name = tag.rpartition(" ")[2]
        given = {key.rpartition(" ")[2]: value for key, value in attributes.items()}
        if name == "Worksheet":
            self._name = given.get("Name", "")
            self._rows, self._merges, self._missing = [], [], {}
            self._hidden_rows, self._hidden = set(), False
            self._hidden_columns, self._next_column = set(), 0
            self._styles_of_columns, self._trail, self._told = {}, FontTrail(), {}
        elif name == "Style":
            self._style = given.get("ID", "")
        elif name == "Font":
            self._fonts[self._style] = old_font(given.get("FontName", ""))
            if given.get("StrikeThrough") == "1":
                self._struck_styles.add(self._style)
        elif name == "Column":
            self._note_columns(given)
        elif name == "Row":
            self._start_row(given)
        elif name == "Cell":
            self._start_cell(given)
        elif name in {"Data", "Visible"}:
            self._kind, self._text, self._runs = given.get("Type", "String"), [], []
        elif self._text is not None:
            self._marks.start(name.lower(), {})

    def end(self, tag: str) -> None:
        name = tag.rpartition(" ")[2]
        self._marks.end(name.lower())
        if name == "Data":
            self._end_data()
        elif name == "Cell":
            self._column += 1 + self._merged_right
        elif name == "Visible":
            self._hidden = "".join(self._text or ()).strip() in {"SheetHidden", "SheetVeryHidden"}
            self._text = None
        elif name == "Worksheet":
            self._end_sheet()

    def text(self, data: str) -> None:
        if self._text is not None:
            self._text.append(data)
            self._runs.append(Run(data, self._marks.is_struck, self._marks.is_raised))

    def _note_columns(self, given: dict[str, str]) -> None:
        first = _number(given.get("Index"), self._next_column + 1) - 1
        last = min(first + _number(given.get("Span"), 0), LAST_COLUMN)
        self._next_column = last + 1
        if given.get("Hidden") == "1" or given.get("Width") == "0":
            self._hidden_columns.update(range(first, last + 1))
        if style := given.get("StyleID"):
            self._styles_of_columns.update(dict.fromkeys(range(first, last + 1), style))

    def _start_row(self, given: dict[str, str]) -> None:
        index = _number(given.get("Index"), len(self._rows) + 1) - 1
        if index > LAST_ROW:
            raise TooManyCells
        while len(self._rows) < index:
            self._rows.append([])
        if given.get("Hidden") == "1":
            self._hidden_rows.add(len(self._rows))
        self._rows.append([])
        self._style_of_row = given.get("StyleID", "")
        self._column = 0

    def _start_cell(self, given: dict[str, str]) -> None:
        if not self._rows:
            self._rows.append([])
        self._column = _number(given.get("Index"), self._column + 1) - 1
        right = _number(given.get("MergeAcross"), 0)
        down = _number(given.get("MergeDown"), 0)
        if self._column + right > LAST_COLUMN or down > LAST_ROW:
            raise TooManyCells
        self._merged_right = right
        inherited = self._style_of_row or self._styles_of_columns.get(self._column, "Default")
        self._style = given.get("StyleID", inherited)
        row = len(self._rows) - 1
        if right or down:
            self._merges.append((row, self._column, row + down, self._column + right))
        if "Formula" in given:
            self._missing[row, self._column] = NO_STORED_VALUE

    def _end_data(self) -> None:
        if self._text is None or not self._rows:
            return
        text, self._text = "".join(self._text), None
        place = (len(self._rows) - 1, self._column)
        self._missing.pop(place, None)
        if self._kind == "Error":
            self._missing[place] = text
            return
        if (rest := self._rest(text)) is not None:
            self._told[place], text = ToldCell(rest.left, rest.reason), rest.kept
            self._kind = "String"
        row = self._rows[-1]
        row.extend([None] * (self._column + 1 - len(row)))
        row[self._column] = _value(self._kind, text)
        if self._kind == "String":
            self._trail.note(*place, self._fonts.get(self._style, ""))
        self._count += 1
        if self._count > MOST_CELLS:
            raise TooManyCells

    def _rest(self, text: str) -> Rest | None:
        """What is left of the text of a cell when some of it is struck out or raised."""
        if self._style in self._struck_styles and text.strip():
            return Rest("", text, STRUCK)
        return rest_of(self._runs)

    def _end_sheet(self) -> None:
        rows: list[GridRow] = squared([tuple(row) for row in self._rows])
        gaps = SheetGaps(
            frozenset(self._hidden_rows),
            self._missing,
            tuple(self._merges),
            frozenset(self._hidden_columns),
            self._trail.runs(),
            self._told,
        )
        self.sheets.append(of_rows(self._name, rows, hidden=self._hidden, gaps=gaps))


def _number(text: str | None, otherwise: int) -> int:
    return int(text) if text and text.isascii() and text.isdigit() and len(text) < 8 else otherwise


def _value(kind: str, text: str) -> Cell:
    if kind == "Number" and NUMBER.fullmatch(text.strip()):
        number = float(text)
        return int(number) if number.is_integer() and abs(number) < 1e15 else number
    if kind == "DateTime":
        return _moment(text)
    if kind == "Boolean":
        return text.strip() == "1"
    return text or None


def _moment(text: str) -> date | datetime | str:
    try:
        moment = datetime.fromisoformat(text.strip())
    except ValueError:
        return text
    return moment.date() if moment.time() == datetime.min.time() else moment
