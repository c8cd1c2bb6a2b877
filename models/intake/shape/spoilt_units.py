"""Spoilt names of units, read like the same name in other rows when only one fits."""

from __future__ import annotations

import re
from collections.abc import Sequence

from models.intake.grid import Cell
from models.intake.shape.spoilt import LOST_LETTER
from models.intake.shape.values import Complaints

READ_LIKE_OTHERS = "Ô có chữ bị hỏng trong tệp; đọc là “{text}” như các dòng khác."
_MOST_LOST = 3


def mended_by_others(cells: list[Cell], column: int, complaints: Complaints) -> list[Cell]:
    """The cells; a spoilt one is read like the only text of other rows that it can be, and told."""
    known = _known(cells)
    if not known:
        return cells
    mended: list[Cell] = []
    for position, cell in enumerate(cells):
        found = known.get(cell) if isinstance(cell, str) else None
        if found:
            complaints.add(position, column, cell, READ_LIKE_OTHERS.format(text=found))
        mended.append(found or cell)
    return mended


def _known(cells: Sequence[Cell]) -> dict[str, str]:
    texts = {cell for cell in cells if isinstance(cell, str)}
    spoilt = {text for text in texts if LOST_LETTER in text}
    whole = texts - spoilt
    return {cell: found for cell in spoilt if (found := _only_one(cell, whole))}


def _only_one(cell: str, whole: set[str]) -> str:
    wanted = re.sub(f"{LOST_LETTER}+", f".{{1,{_MOST_LOST}}}", re.escape(cell))
    fitting = [text for text in whole if re.fullmatch(wanted, text)]
    return fitting[0] if len(fitting) == 1 else ""
