"""A column "Kết quả" may hold words or points: fractions there are no days."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence

from models.intake.grid import Cell
from models.intake.shape.cells import read_score
from models.intake.shape.evidence.column import ColumnEvidence
from models.intake.shape.evidence.folding import fold_header
from models.intake.shape.fields import Field
from models.intake.shape.neighbours import SURE, Weights

_RESULT = re.compile(r"\bket qua\b")


def by_their_cells(columns: Sequence[ColumnEvidence], weights: Weights) -> Weights:
    """The weights, where results that are points are points."""
    result = dict(weights)
    for column in columns:
        done = result[column.index].get(Field.COMPLETED)
        if done is None:
            continue
        title = fold_header(column.title.text)
        if _RESULT.search(title) and _share(column, _is_points) > SURE:
            result[column.index] = {Field.SCORE: done}
    return result


def _share(column: ColumnEvidence, holds: Callable[[Cell], bool]) -> float:
    filled = [cell for cell in column.cells if cell is not None and str(cell).strip(" -–")]
    return sum(map(holds, filled)) / len(filled) if filled else 0.0


def _is_points(cell: Cell) -> bool:
    """Points; a lone 1 or 0 is a mark, and "90%" a share of the work."""
    if isinstance(cell, str) and ("%" in cell or cell.strip() in {"0", "1"}):
        return False
    return cell not in {0, 1} and read_score(cell) is not None
