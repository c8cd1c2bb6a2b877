"""The rows of a table as somebody has filtered them: as a workbook, and counted for the log."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from pathlib import Path

from models.papers.export_log import log_exports, refuse_unlogged
from models.records.exports import Export
from models.store.store import Store
from models.text.cell_names import column_letters, place_name
from reports.publish import write_file, write_logged
from reports.render.xlsx.cells import CellLook, number_cell, text_cell
from reports.render.xlsx.pack import BookWriter
from reports.render.xlsx.pages import fit_to_width

KIND = "shown-rows"
WIDEST, NARROWEST, AIR = 44, 6, 2
NUMBERED = "STT"


@dataclass(frozen=True, slots=True)
class ShownRows:
    """What stands in a table: a title, what it is filtered by, titles of columns, and texts.

    Phones are masked: what leaves as a file, or on paper, names no full one. `mark` is what made-up
    rows say beside their title and on every page.
    """

    title: str
    words: str
    columns: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]
    mark: str = ""

    @property
    def heading(self) -> str:
        """The title with the mark."""
        return f"{self.title} ({self.mark})" if self.mark else self.title

    def letters(self) -> list[int]:
        """How many letters each column needs, within reason."""
        found = []
        for at, title in enumerate(self.columns):
            longest = max((len(row[at]) for row in self.rows), default=0)
            found.append(min(max(longest, len(title), NARROWEST), WIDEST) + AIR)
        return found


def told_of(shown: ShownRows, fmt: str, place: str) -> Export:
    """What the log says of these rows when they leave."""
    return Export(KIND, fmt, shown.title, len(shown.rows), place=place)


def export_shown(
    file: Store, shown: ShownRows, path: Path, *, overwrite: bool = False
) -> ShownRows:
    """Write the rows as a workbook at `path`; gives them back.

    Raises `AppError` as `write_file`, and where it could not be logged: no workbook stays then.
    """
    told = told_of(shown, "xlsx", str(path))
    refuse_unlogged(file, [told])
    write_logged(
        path,
        lambda: write_file(shown_workbook(shown, file.clock().date()), "xlsx", path, overwrite),
        lambda: log_exports(file, [told]),
    )
    return shown


def shown_workbook(shown: ShownRows, day: date) -> bytes:
    """One sheet on A4, as wide as the paper, with its titles on each page."""
    book = BookWriter()
    sheet = book.sheet("Danh sách")
    plain = CellLook(vertical="top")
    head = book.face(plain._replace(bold=True, horizontal="center", border="000000"))
    words = book.face(plain._replace(border="000000"))
    title = book.face(CellLook(size=14, bold=True, wrap=False))
    quiet = book.face(CellLook(wrap=False))
    sheet.add([text_cell("A1", shown.heading, title)], 1)
    sheet.add([text_cell("A2", shown.words, quiet)], 1)
    wide = len(shown.columns)
    sheet.add(
        [text_cell(place_name((3, at + 1)), each, head) for at, each in enumerate(shown.columns)],
        wide,
    )
    for texts in shown.rows:
        row = sheet.row
        cells = [
            number_cell(place_name((row, at + 1)), int(text), words)
            if shown.columns[at] == NUMBERED and text.isdecimal()
            else text_cell(place_name((row, at + 1)), text, words)
            for at, text in enumerate(texts)
        ]
        sheet.add(cells, wide)
    for at, letters in enumerate(shown.letters()):
        sheet.page.column_dimensions[column_letters(at + 1)].width = letters
    sheet.page.freeze_panes = "A4"
    sheet.page.page_setup.orientation = "landscape"
    fit_to_width(sheet)
    sheet.page.print_title_rows = "3:3"
    return book.packed(day)
