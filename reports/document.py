"""A report as a value: what stands on its pages and the figures behind it; renderers draw it."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from datetime import date
from enum import StrEnum

from models.figures.digest import figures_digest
from models.records import Figures, Signer
from models.records.frozen import SHORT_HASH
from models.records.practising import PRACTICE_MARK
from reports.blocks import Chart, Paragraph, QrCode
from reports.poster import Poster

CODE_TITLE = "Mã Tiến Độ (không sửa)"


class Align(StrEnum):
    """How text stands in its column or line."""

    LEFT = "left"
    CENTER = "center"
    RIGHT = "right"


class Orientation(StrEnum):
    """Decree 30/2020, appendix I: portrait; landscape for wide tables."""

    PORTRAIT = "portrait"
    LANDSCAPE = "landscape"


class CellKind(StrEnum):
    """What a column holds: it decides how text is written and how Excel stores it."""

    TEXT = "text"
    INTEGER = "integer"
    PERCENT = "percent"
    DATE = "date"
    PHONE = "phone"


class RowStyle(StrEnum):
    """How a row of a table stands out."""

    NORMAL = "normal"
    GROUP = "group"
    TOTAL = "total"


@dataclass(frozen=True, slots=True)
class Share:
    """A rate kept as its two counts, so that no renderer ever rounds a rounded number."""

    part: int
    whole: int


@dataclass(frozen=True, slots=True)
class Wide:
    """A text that spreads over `columns` columns."""

    text: str
    columns: int


TableCell = str | int | date | Share | Wide | None


def cell_width(cell: TableCell) -> int:
    """How many columns a cell covers."""
    return cell.columns if isinstance(cell, Wide) else 1


@dataclass(frozen=True, slots=True)
class TableColumn:
    """One column. Neighbours with the same `group` share a title in a first header row.

    `weight` is the share of the text width; the columns of the two documents
    here give it in millimetres of a portrait page. The rates of a column with a `ratio` are those
    of two other columns of each row: the indexes of the part and of the whole.
    """

    title: str
    weight: float
    kind: CellKind = CellKind.TEXT
    align: Align = Align.CENTER
    group: str = ""
    ratio: tuple[int, int] | None = None


@dataclass(frozen=True, slots=True)
class TableRow:
    """One row; the widths of its cells add up to the number of columns.

    `code` is the stable id of whom the row is about. It is never printed; a workbook keeps
    it in a hidden column, so that the list can be taken in again.
    """

    cells: tuple[TableCell, ...]
    style: RowStyle = RowStyle.NORMAL
    code: str = ""

    def placed(self) -> Iterator[tuple[int, TableCell]]:
        """Each cell with the index of its first column."""
        at = 0
        for cell in self.cells:
            yield at, cell
            at += cell_width(cell)


@dataclass(frozen=True, slots=True)
class Table:
    """Columns and rows. `numbered` adds the row "(1) (2) (3)" under the titles.

    Where it `adds_up`, each count of a GROUP row is the sum of the NORMAL rows below it up to the
    next other row, and each count of a TOTAL row that of all NORMAL rows: a workbook has formulas.
    """

    columns: tuple[TableColumn, ...]
    rows: tuple[TableRow, ...]
    numbered: bool = False
    adds_up: bool = False

    def __post_init__(self) -> None:
        for row in self.rows:
            if sum(map(cell_width, row.cells)) != len(self.columns):
                raise ValueError(f"a row does not fill {len(self.columns)} columns: {row}")

    @property
    def has_groups(self) -> bool:
        """Whether the header needs two rows."""
        return any(column.group for column in self.columns)

    @property
    def header_rows(self) -> int:
        """How many rows are repeated at the top of every page."""
        return 1 + self.has_groups + self.numbered


DocumentBlock = Paragraph | Table | Chart | QrCode


@dataclass(frozen=True, slots=True)
class Header:
    """Components 1 to 4 of the decree. No number line is drawn when `symbol` is empty.

    With `blank_day` the clerk writes the day by hand; `dated` then gives month and year.
    `issuer_words` is the issuing body inside a sentence ("Ủy ban nhân dân xã Kẻ Sặt").
    """

    parent: str
    issuer: tuple[str, ...]
    place: str
    dated: date
    blank_day: bool = False
    symbol: str = ""
    number: int | None = None
    issuer_words: str = ""


@dataclass(frozen=True, slots=True)
class Title:
    """Component 5: tên loại in capitals and the lines of the trích yếu below it (5a).

    Without a `type_name` the document is a công văn (5b): its `subject` ("V/v …") stands below the
    number, in the issuer's column, and nothing in the middle of the page.
    """

    type_name: str
    subject: tuple[str, ...]

    @property
    def is_letter(self) -> bool:
        """Whether it is that of a công văn."""
        return not self.type_name


@dataclass(frozen=True, slots=True)
class Annex:
    """Phụ lục (component 10): pages of its own with numbers of their own, after the signature.

    `title` is in capitals as typed. "Phụ lục I" (Roman only when there are several) and "(Kèm theo
    …)" follow from the document: `annex_name`, `attached_words`. The footer of each of its pages
    has the short hash of the figures.
    """

    title: tuple[str, ...]
    body: tuple[DocumentBlock, ...]
    orientation: Orientation = Orientation.PORTRAIT


@dataclass(frozen=True, slots=True)
class Document:
    """One document with everything that any renderer needs.

    `stem` is the ASCII beginning of the file name. `addressees` are the lines of Kính gửi and
    `recipients` those of Nơi nhận, without their dashes and closing marks. `signature` is None
    where nobody signs (a poster's sheet, a register). `type_words` is the kind inside a sentence
    ("Báo cáo", "Công văn"). A document with people in it says how many: `people`; `phones` counts
    the phones in it that are not masked. `charts` are those that a workbook has on a sheet of their
    own and paper has not. `places` has what its wording was filled with, by the
    names of the places: the editor of the wording shows it. One `for_practice` says on every page
    that its people are made up.
    """

    kind: str
    stem: str
    header: Header
    title: Title
    body: tuple[DocumentBlock, ...]
    figures: Figures
    signature: Signer | None = None
    recipients: tuple[str, ...] = ()
    orientation: Orientation = Orientation.PORTRAIT
    addressees: tuple[str, ...] = ()
    annexes: tuple[Annex, ...] = ()
    type_words: str = ""
    people: int = 0
    phones: int = 0
    charts: tuple[Chart, ...] = ()
    places: Mapping[str, str | tuple[DocumentBlock, ...]] = field(
        default_factory=dict, compare=False, repr=False
    )
    for_practice: bool = False

    @property
    def name(self) -> str:
        """The title in one line, as a window or a file's properties show it."""
        return " ".join(filter(None, (self.title.type_name, *self.title.subject)))

    @property
    def author(self) -> str:
        """The issuing body in one line."""
        return " ".join(line for line in (self.header.parent, *self.header.issuer) if line)


Publication = Document | Poster
"""What can be made and leave as a file: both have a kind, a stem, a name, an author, figures, and
count people and phones."""


def file_title(document: Publication) -> str:
    """What a file says in its properties that it is; of made-up figures it begins with the mark."""
    return f"[{PRACTICE_MARK}] {document.name}" if document.for_practice else document.name


def figures_hash(document: Publication) -> str:
    """The hex digits that stand for the figures of a document, whatever its form.

    Two documents that show the same numbers of the same moment have the same hash, and so have
    figures that were frozen.
    """
    return figures_digest(document.figures)[:SHORT_HASH]
