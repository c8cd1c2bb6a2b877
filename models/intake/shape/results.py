"""A column "Kết quả" may hold words or points, "Tiến độ" a share: fractions there are no days."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import replace

from models.intake.grid import Cell
from models.intake.shape.cells import read_score
from models.intake.shape.fields import Field
from models.intake.shape.headers import fold_header
from models.intake.shape.neighbours import SURE, Column

_FRACTION = re.compile(
    r"\s*\d{1,4}(?:[.,]\d+)?\s*/\s*\d{1,4}\s*(?:điểm|đ|câu(?: đúng)?|bài)?\s*", re.I
)
_RESULT = re.compile(r"\bket qua\b")
_PROGRESS = re.compile(r"\btien do\b")
_POINTS = "Nội dung các ô là điểm"
_SHARES = "Ghi số phần đã làm, không nói ai đã hoàn thành"


def with_points(columns: list[Column]) -> list[Column]:
    """The columns, where one of results that holds points is one of points."""
    return [_by_its_cells(each) if each.field is Field.COMPLETED else each for each in columns]


def _by_its_cells(column: Column) -> Column:
    header = fold_header(column.text)
    if _RESULT.search(header) and _share(column, _is_points) > SURE:
        return replace(column, field=Field.SCORE, rank=50, why=_POINTS)
    if _PROGRESS.search(header) and _share(column, _is_fraction) > SURE:
        return replace(column, field=Field.IGNORED, why=_SHARES)
    return column


def _share(column: Column, holds: Callable[[Cell], bool]) -> float:
    filled = [cell for cell in column.cells if cell is not None and str(cell).strip(" -–")]
    return sum(map(holds, filled)) / len(filled) if filled else 0.0


def _is_fraction(cell: Cell) -> bool:
    return isinstance(cell, str) and bool(_FRACTION.fullmatch(cell.lower()))


def _is_points(cell: Cell) -> bool:
    """Points; a lone 1 or 0 is a mark, and "90%" a share of the work."""
    if isinstance(cell, str) and ("%" in cell or cell.strip() in {"0", "1"}):
        return False
    return cell not in {0, 1} and read_score(cell) is not None
