"""What was read: each table with its file, its rows and the folder in which the file lies."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from models.intake.sitting.records import ChosenTable, ReadFile
from models.intake.sitting.sources import PASTED_NAME
from models.text.formats import number

PASTED = "Bộ nhớ tạm (dán bằng Ctrl+V)"


@dataclass(frozen=True, slots=True)
class ReadSource:
    """One table that was read; `place` is where its file lies."""

    id: int
    file: str
    sheet: str
    rows: int
    place: str


def read_sources(files: Sequence[ReadFile], tables: Sequence[ChosenTable]) -> list[ReadSource]:
    """The tables in their order, each with the place of its file."""
    places = {each.workbook.sha256: each.path for each in files if each.workbook}
    found = []
    for at, each in enumerate(tables):
        path = places.get(each.workbook.sha256)
        pasted = path is not None and path.stem == PASTED_NAME
        place = PASTED if pasted else str(path.parent) if path else ""
        first, last = each.guess.data_rows
        name = each.workbook.file_name
        found.append(ReadSource(at, name, each.guess.sheet, last - first + 1, place))
    return found


def sources_words(sources: Sequence[ReadSource]) -> str:
    """ "“ketqua.xlsx”, trang “Sheet1”: 5 dòng", or how many files and sheets."""
    if not sources:
        return ""
    rows = f"{number(sum(each.rows for each in sources))} dòng"
    files = {each.file for each in sources}
    if len(sources) == 1:
        return f"“{sources[0].file}”, trang “{sources[0].sheet}”: {rows}"
    sheets = f"{number(len(sources))} trang"
    if len(files) == 1:
        return f"“{sources[0].file}”, {sheets}: {rows}"
    return f"{number(len(files))} tệp, {sheets}: {rows}"


def sources_tip(sources: Sequence[ReadSource]) -> str:
    """Each of them in a line."""
    return "\n".join(
        f"{each.file} – {each.sheet}: {number(each.rows)} dòng; {each.place}" for each in sources
    )
