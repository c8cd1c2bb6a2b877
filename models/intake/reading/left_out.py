"""Text that is written but not meant: struck out, or raised as the mark of a note."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any, NamedTuple

from models.intake.grid import RAISED, STRUCK, ToldCell

CellPlace = tuple[int, int]


class Run(NamedTuple):
    """A stretch of a text in one font."""

    text: str
    struck: bool = False
    raised: bool = False


class Rest(NamedTuple):
    """What is kept of a text, and what is left out of it for which reason; "" for nothing."""

    kept: str
    left: str
    reason: str


@dataclass(slots=True)
class LeftOut:
    """By place: cells that are struck out as a whole, and texts that are kept in part."""

    struck: set[CellPlace] = field(default_factory=set)
    parts: dict[CellPlace, Rest] = field(default_factory=dict)

    def __bool__(self) -> bool:
        return bool(self.struck or self.parts)


def rest_of(runs: Sequence[Run]) -> Rest | None:
    """What is left of a text of several runs; None when all of it is meant."""
    struck = [run.text for run in runs if run.struck and run.text.strip()]
    raised = [run.text for run in runs if run.raised and not run.struck and run.text.strip()]
    kept = "".join(run.text for run in runs if not run.struck and not run.raised)
    if not struck and not raised:
        return None
    if not struck and not kept.strip():
        # A cell that is raised as a whole is no note to anything.
        return None
    left = " ".join(text.strip() for text in struck or raised)
    return Rest(kept.strip(), left, STRUCK if struck else RAISED)


def rest_of_struck(runs: Sequence[Run]) -> Rest | None:
    """What is meant of a text in a cell that is struck out; None when nothing of it is.

    Somebody struck the cell out and wrote the right value behind, in a font that is not.
    """
    rest = rest_of(runs) or Rest("".join(run.text for run in runs).strip(), "", "")
    return rest if rest.kept else None


def without_left_out(
    columns: list[Sequence[Any]], found: LeftOut
) -> tuple[list[Sequence[Any]], Mapping[CellPlace, ToldCell]]:
    """The columns without what is left out, and what to say of each of these cells."""
    told: dict[CellPlace, ToldCell] = {}
    result: list[Sequence[Any]] = list(columns)
    for column, places in _by_column([*found.struck, *found.parts]).items():
        if column >= len(result):
            continue
        cells = list(result[column])
        for place in places:
            if place[0] < len(cells) and cells[place[0]] not in {None, ""}:
                cells[place[0]], said = _cell(cells[place[0]], place, found)
                if said.reason:
                    told[place] = said
        result[column] = cells
    return result, told


def _cell(cell: Any, place: CellPlace, found: LeftOut) -> tuple[Any, ToldCell]:
    if place in found.struck:
        whole = isinstance(cell, float) and cell.is_integer()
        return None, ToldCell(str(int(cell) if whole else cell), STRUCK)
    rest = found.parts[place]
    return rest.kept or None, ToldCell(rest.left, rest.reason)


def _by_column(places: Iterable[CellPlace]) -> dict[int, list[CellPlace]]:
    columns: dict[int, list[CellPlace]] = {}
    for place in places:
        columns.setdefault(place[1], []).append(place)
    return columns
