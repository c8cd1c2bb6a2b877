"""One sheet's XML, read once: where each row and cell begins and ends in the bytes, and what it is.

The bytes themselves are kept. Whoever fills a cell puts other bytes in its place, so that nothing
else of the sheet changes.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from xml.parsers import expat

from models.text.cell_names import RowColumn, place_of
from reports.city_template.refusals import damaged_workbook, oversized_workbook

MOST_CELLS = 500_000
PlaceBlock = tuple[RowColumn, RowColumn]
"""The first and the last place of a block of cells."""


@dataclass(slots=True)
class ScannedCell:
    """A cell as the file has it: bytes `start` to `end`, its style, type and raw value."""

    place: RowColumn
    start: int
    end: int = 0
    style: int | None = None
    type: str = "n"
    raw: str = ""
    formula: bool = False


@dataclass(slots=True)
class ScannedRow:
    """A row: where its tag begins and ends, and where its end tag begins.

    With `empty_tag` it has none, and `inside` and `end` are both behind the tag.
    """

    number: int
    start: int
    inside: int = 0
    end: int = 0
    style: int | None = None
    empty_tag: bool = False
    cells: list[ScannedCell] = field(default_factory=list)


@dataclass(slots=True)
class SheetScan:
    """A sheet: its rows, what is merged, what is protected, the styles of its columns.

    `calculated` are the blocks that one formula fills.
    """

    content: bytes
    prefix: str = ""
    rows: list[ScannedRow] = field(default_factory=list)
    data_start: int = 0
    data_end: int = 0
    data_empty_tag: bool = False
    merged: list[PlaceBlock] = field(default_factory=list)
    calculated: list[PlaceBlock] = field(default_factory=list)
    protected: bool = False
    column_styles: list[tuple[int, int, int]] = field(default_factory=list)
    widths: list[tuple[int, int, float]] = field(default_factory=list)

    def cell(self, place: RowColumn) -> ScannedCell | None:
        """The cell there, if the file has one."""
        for row in self.rows:
            if row.number == place[0]:
                return next((cell for cell in row.cells if cell.place == place), None)
        return None

    def over(self, place: RowColumn) -> RowColumn:
        """The cell that shows what stands at a place: of merged cells the first one."""
        return next((block[0] for block in self.merged if is_inside(place, block)), place)

    def calculates(self, place: RowColumn) -> bool:
        """Whether a formula stands there, or fills that cell from another one."""
        cell = self.cell(place)
        own = cell is not None and cell.formula
        return own or any(is_inside(place, block) for block in self.calculated)

    def style_of(self, place: RowColumn) -> int:
        """The style that a cell has or would have there."""
        cell = self.cell(place)
        if cell is not None:
            return cell.style or 0
        row = next((row for row in self.rows if row.number == place[0]), None)
        if row is not None and row.style is not None:
            return row.style
        for first, last, style in self.column_styles:
            if first <= place[1] <= last:
                return style
        return 0


def block_of(ref: str) -> PlaceBlock:
    """The first and last place of "B2:D9". Raises `AppError` for what is no block."""
    first, _, last = ref.partition(":")
    start, end = place_of(first), place_of(last or first)
    if start is None or end is None:
        raise damaged_workbook()
    return start, end


def is_inside(place: RowColumn, block: PlaceBlock) -> bool:
    """Whether a place is one of those of a block."""
    (top, left), (bottom, right) = block
    return top <= place[0] <= bottom and left <= place[1] <= right


def scan_sheet(content: bytes) -> SheetScan:
    """Read a sheet. Raises `AppError` for what is no sheet in UTF-8, or has entities."""
    return _Scanner(content).done()


class _Scanner:
    """Handlers of expat over one sheet; offsets are of bytes."""

    def __init__(self, content: bytes) -> None:
        self._scan = SheetScan(content)
        self._parser = parser = expat.ParserCreate()
        parser.buffer_text = True
        parser.StartElementHandler = self._start
        parser.EndElementHandler = self._end
        parser.CharacterDataHandler = self._text
        parser.StartDoctypeDeclHandler = self._doctype
        self._path: list[str] = []
        self._row: ScannedRow | None = None
        self._cell: ScannedCell | None = None
        self._next = [1, 1]
        self._cells = 0

    def done(self) -> SheetScan:
        head = self._scan.content[:200].lower()
        if head.startswith((b"\xff\xfe", b"\xfe\xff")) or b"\x00" in head:
            raise damaged_workbook()
        try:
            self._parser.Parse(self._scan.content, True)
        except expat.ExpatError as error:
            raise damaged_workbook() from error
        if not self._scan.data_end:
            raise damaged_workbook()
        return self._scan

    def _doctype(self, *_told: object) -> None:
        raise damaged_workbook()

    def _start(self, name: str, attributes: dict[str, str]) -> None:
        prefix, _, local = name.rpartition(":")
        if not self._path:
            self._scan.prefix = f"{prefix}:" if prefix else ""
        self._path.append(local)
        at = self._parser.CurrentByteIndex
        handler = getattr(self, f"_start_{local}", None)
        try:
            if handler is not None:
                handler(attributes, at)
        except (ValueError, KeyError) as error:
            raise damaged_workbook() from error

    def _end(self, name: str) -> None:
        local = self._path.pop()
        at = self._parser.CurrentByteIndex
        # Of a tag that closes itself, expat tells the place behind it.
        closing = self._scan.content.startswith(b"</" + name.encode(), at)
        end = self._scan.content.index(b">", at) + 1 if closing else at
        if local == "c" and self._cell is not None:
            self._cell.end, self._cell = end, None
        elif local == "row" and self._row is not None:
            self._row.empty_tag, self._row.end = not closing, at
            self._row = None
        elif local == "sheetData":
            self._scan.data_empty_tag, self._scan.data_end = not closing, at

    def _text(self, text: str) -> None:
        if self._cell is not None and self._path[-1] in {"v", "t"} and "rPh" not in self._path:
            self._cell.raw += text

    def _start_sheetData(self, _attributes: dict[str, str], at: int) -> None:
        self._scan.data_start = at

    def _start_row(self, attributes: dict[str, str], at: int) -> None:
        number = int(attributes.get("r", self._next[0]))
        styled = "s" in attributes and attributes.get("customFormat") in {"1", "true"}
        style = int(attributes["s"]) if styled else None
        self._row = ScannedRow(number, at, self._scan.content.index(b">", at) + 1, style=style)
        self._scan.rows.append(self._row)
        self._next = [number + 1, 1]

    def _start_c(self, attributes: dict[str, str], at: int) -> None:
        if self._row is None:
            raise damaged_workbook()
        self._cells += 1
        if self._cells > MOST_CELLS:
            raise oversized_workbook()
        here: RowColumn | None = (self._row.number, self._next[1])
        place = place_of(attributes["r"]) if "r" in attributes else here
        if place is None or place[0] != self._row.number:
            raise damaged_workbook()
        self._next[1] = place[1] + 1
        style = int(attributes["s"]) if "s" in attributes else None
        self._cell = ScannedCell(place, at, style=style, type=attributes.get("t", "n"))
        self._row.cells.append(self._cell)

    def _start_f(self, attributes: dict[str, str], _at: int) -> None:
        if self._cell is not None:
            self._cell.formula = True
        if attributes.get("t") in {"array", "dataTable"} and "ref" in attributes:
            self._scan.calculated.append(block_of(attributes["ref"]))

    def _start_mergeCell(self, attributes: dict[str, str], _at: int) -> None:
        self._scan.merged.append(block_of(attributes["ref"]))

    def _start_sheetProtection(self, attributes: dict[str, str], _at: int) -> None:
        self._scan.protected = attributes.get("sheet") in {"1", "true"}

    def _start_col(self, attributes: dict[str, str], _at: int) -> None:
        first, last = int(attributes["min"]), int(attributes["max"])
        if "style" in attributes:
            self._scan.column_styles.append((first, last, int(attributes["style"])))
        if "width" in attributes:
            self._scan.widths.append((first, last, float(attributes["width"])))
