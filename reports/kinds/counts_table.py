"""The table of counts and rates by unit or by khối, in a biểu tổng hợp and in annexes."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from typing import NamedTuple

from models.contests.wording import mark_word, marks_counted
from models.records import UNIT_KIND_NAMES, Contest, Figures, Mark, UnitFigures, UnitKind
from models.records.comparing import Comparison, Difference
from models.records.figures import Grouping
from models.text.numerals import roman
from reports.document import (
    Align,
    CellKind,
    Orientation,
    RowStyle,
    Share,
    Table,
    TableCell,
    TableColumn,
    TableRow,
    Wide,
)
from reports.kinds.parts import check_sums, summed_figures

WHOLE = 2
"""The column of the people who count, of which all rates are shares."""
CHANGE_TITLE = "Tăng so với kỳ trước"
NAME_TITLES = {Grouping.UNIT: "Đơn vị", Grouping.KIND: "Khối"}
NOBODY_LEFT = "Không còn người"
NO_GROWTH = Difference()
_PORTRAIT, _LANDSCAPE = 165.0, 247.0
"""The widths of the table in millimetres."""


@dataclass(frozen=True, slots=True)
class _Line:
    figures: UnitFigures
    change: Difference = NO_GROWTH
    remark: str = ""


class _Shown(NamedTuple):
    """What the rows tell: of which marks, and whether their growth too."""

    marks: tuple[Mark, ...]
    growth: bool


def counts_table(
    figures: Figures, contest: Contest, by: Grouping, beside: Comparison | None = None
) -> Table:
    """One row for each unit (under its khối where there are several) or khối, and the total.

    Compared with `beside` each row tells its growth too; a unit that had people with marks then
    and has nobody now keeps a row, so that the column adds up. Raises ValueError when the lines of
    the figures do not add up to its totals.
    """
    check_sums(figures)
    shown = _Shown(marks_counted(contest), beside is not None)
    lines = [*_present(figures, beside), *_vanished(figures, beside, shown.marks)]
    groups = _by_kind(lines)
    if by is Grouping.KIND:
        rows = _numbered([whole for whole, _ in groups], shown)
    elif len(groups) < 2:
        rows = _numbered(lines, shown)
    else:
        rows = _grouped(groups, shown)
    total = TableRow((Wide("Tổng cộng", 2), *_cells(_sum(lines), shown)), RowStyle.TOTAL)
    columns = _columns(contest, by, beside)
    return Table(columns, (*rows, total), numbered=True, adds_up=True)


def counts_orientation(contest: Contest, beside: Comparison | None) -> Orientation:
    """Growth of two marks beside names is more than a portrait page takes."""
    wide = beside is not None and len(marks_counted(contest)) > 1
    return Orientation.LANDSCAPE if wide else Orientation.PORTRAIT


def change_columns(contest: Contest) -> str:
    """The numbers of the columns of growth, as the row below the titles has them: "(8), (9)"."""
    marks = len(marks_counted(contest))
    first = WHOLE + 2 + 2 * marks
    return ", ".join(f"({at})" for at in range(first, first + marks))


def _columns(contest: Contest, by: Grouping, beside: Comparison | None) -> tuple[TableColumn, ...]:
    """A count and a rate for each mark that is counted, under what it is called; the growth."""
    marks = marks_counted(contest)
    wide = counts_orientation(contest, beside) is Orientation.LANDSCAPE
    growth = [] if beside is None else _growth_columns(contest, marks, 22 if wide else 18)
    counts = [
        TableColumn(title, width, kind, group=mark_word(mark, contest), ratio=ratio)
        for at, mark in enumerate(marks)
        for title, width, kind, ratio in (
            ("Số lượng", 14.5, CellKind.INTEGER, None),
            ("Tỷ lệ (%)", 15.5, CellKind.PERCENT, (WHOLE + 1 + 2 * at, WHOLE)),
        )
    ]
    remark = 27.0 if wide or len(counts) < 3 else 13.5
    fixed = 12 + 23.5 + sum(column.weight for column in (*counts, *growth)) + remark
    return (
        TableColumn("STT", 12, CellKind.INTEGER),
        TableColumn(NAME_TITLES[by], (_LANDSCAPE if wide else _PORTRAIT) - fixed, align=Align.LEFT),
        TableColumn("Tổng số CBCCVC, NLĐ", 23.5, CellKind.INTEGER),
        *counts,
        *growth,
        TableColumn("Ghi chú", remark, align=Align.LEFT),
    )


def _growth_columns(contest: Contest, marks: Sequence[Mark], width: float) -> list[TableColumn]:
    if len(marks) == 1:
        return [TableColumn(CHANGE_TITLE, width, CellKind.INTEGER)]
    return [
        TableColumn(mark_word(mark, contest), width, CellKind.INTEGER, group=CHANGE_TITLE)
        for mark in marks
    ]


def _present(figures: Figures, beside: Comparison | None) -> Iterable[_Line]:
    for line in figures.units:
        yield _Line(line, NO_GROWTH if beside is None else beside.lines[line.code])


def _vanished(
    figures: Figures, beside: Comparison | None, marks: Sequence[Mark]
) -> Iterable[_Line]:
    """The units of which nobody counts any more who did."""
    known = {line.code for line in figures.units}
    for line in beside.before.units if beside is not None else ():
        if line.code not in known and any(_done(line, mark) for mark in marks):
            lost = Difference(-line.total, -line.registered, -line.failed, -line.completed)
            empty = replace(summed_figures((), line.name), kind=line.kind)
            yield _Line(empty, lost, NOBODY_LEFT)


def _by_kind(lines: Sequence[_Line]) -> list[tuple[_Line, list[_Line]]]:
    """Each khối that has lines, with their sum."""
    kinds = {kind: list[_Line]() for kind in UnitKind}
    for line in lines:
        kinds[line.figures.kind or UnitKind.OTHER].append(line)
    return [(_sum(own, UNIT_KIND_NAMES[kind]), own) for kind, own in kinds.items() if own]


def _sum(lines: Sequence[_Line], name: str = "") -> _Line:
    changes = (NO_GROWTH, *(line.change for line in lines))
    change = Difference(*map(sum, zip(*changes, strict=True)))
    return _Line(summed_figures(tuple(line.figures for line in lines), name), change)


def _grouped(groups: Sequence[tuple[_Line, Sequence[_Line]]], shown: _Shown) -> list[TableRow]:
    rows = list[TableRow]()
    for i, (whole, members) in enumerate(groups, start=1):
        cells = (roman(i), whole.figures.name, *_cells(whole, shown))
        rows += [TableRow(cells, RowStyle.GROUP), *_numbered(members, shown)]
    return rows


def _numbered(lines: Sequence[_Line], shown: _Shown) -> list[TableRow]:
    return [
        TableRow((i, line.figures.name, *_cells(line, shown)))
        for i, line in enumerate(lines, start=1)
    ]


def _cells(line: _Line, shown: _Shown) -> tuple[TableCell, ...]:
    counted = [_done(line.figures, mark) for mark in shown.marks]
    shares = (cell for count in counted for cell in (count, Share(count, line.figures.total)))
    growth = [_done(line.change, mark) for mark in shown.marks] if shown.growth else []
    return (line.figures.total, *shares, *growth, line.remark or None)


def _done(line: UnitFigures | Difference, mark: Mark) -> int:
    return line.registered if mark is Mark.REGISTERED else line.completed
