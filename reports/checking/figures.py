"""The numbers of a document checked against each other: sums, rates, tables; pure."""

from __future__ import annotations

from collections.abc import Iterator

from models.records import Figures, UnitFigures
from models.text.formats import number
from reports.checking.fault import Cure, Fault, error
from reports.document import Document, RowStyle, Share, Table, TableRow

CHECK_DATA = Cure("Kiểm tra danh sách", "roster")
NAMES = {"total": "tổng số", "registered": "đã đăng ký", "completed": "đã hoàn thành"}


def check_figures(document: Document) -> Iterator[Fault]:
    """Sums that are not the totals, and more people than there are, in figures and tables."""
    figures = document.figures
    yield from _sums(figures)
    yield from _rates(figures)
    bodies = [document.body, *(annex.body for annex in document.annexes)]
    for table in (block for body in bodies for block in body if isinstance(block, Table)):
        yield from _table(table)


def _sums(figures: Figures) -> Iterator[Fault]:
    for name, words in NAMES.items():
        whole, parts = getattr(figures, name), sum(getattr(u, name) for u in figures.units)
        if figures.units and whole != parts:
            yield error(
                "sum",
                f"Cộng các đơn vị được {number(parts)} nhưng tổng số {words} ghi {number(whole)}.",
                CHECK_DATA,
            )


def _rates(figures: Figures) -> Iterator[Fault]:
    whole = UnitFigures(None, "Tổng số", None, figures.total, figures.registered, figures.completed)
    for line in (whole, *figures.units):
        most = max(line.registered, line.completed)
        if most > line.total:
            yield error(
                "rate",
                f"{line.name} ghi {number(most)} người đã tham gia trong tổng số "
                f"{number(line.total)}: tỷ lệ vượt 100%.",
                CHECK_DATA,
            )
        elif line.completed > line.registered:
            yield error(
                "order",
                f"{line.name} có {number(line.completed)} người đã hoàn thành nhưng chỉ "
                f"{number(line.registered)} người đã đăng ký.",
                CHECK_DATA,
            )


def _table(table: Table) -> Iterator[Fault]:
    """Each column of counts: a row of totals has the sum of the rows that it stands for."""
    lines = [row for row in table.rows if row.style is RowStyle.NORMAL]
    for row in table.rows:
        for at, cell in row.placed():
            if isinstance(cell, Share) and cell.part > cell.whole:
                yield error(
                    "rate",
                    f"Bảng có tỷ lệ vượt 100%: {number(cell.part)}/{number(cell.whole)}.",
                    CHECK_DATA,
                )
            if row.style is RowStyle.TOTAL and type(cell) is int:
                parts = _column(lines, at)
                if parts is not None and parts != cell:
                    title = table.columns[at].title
                    yield error(
                        "sum",
                        f"Cột “{title}” cộng lại được {number(parts)} nhưng dòng tổng ghi "
                        f"{number(cell)}.",
                        CHECK_DATA,
                    )


def _column(rows: list[TableRow], at: int) -> int | None:
    """The sum of a column of counts; None where it holds anything else."""
    cells = [cell for row in rows for place, cell in row.placed() if place == at]
    whole = [cell for cell in cells if type(cell) is int]
    return sum(whole) if cells and len(whole) == len(cells) else None
