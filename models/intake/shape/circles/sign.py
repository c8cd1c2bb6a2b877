"""What is weighed to tell whose list a table is, and the pieces of evidence that come of it."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date
from typing import NamedTuple

from models.intake.grid import GridRow, column_letter
from models.intake.shape.circles.circle import Circle
from models.intake.shape.circles.kin import Kinship, kinship_of
from models.intake.shape.decide import TableReading
from models.intake.shape.evidence.column import ColumnEvidence
from models.intake.shape.fields import Field
from models.intake.shape.names import NameWay
from models.intake.shape.records import ColumnGuess

FOR_CERTAIN = 20.0
"""So much outweighs all titles: nobody works who is too young or too old, or is called kin."""

A_PARTY = 3.0
"""The weight of one side of a dealing, over the names or over the columns beside them."""

SHOWN = 60


class Sign(NamedTuple):
    """One piece of evidence: for which circle, how much, and in words. `mixed`: for some of the
    people only."""

    circle: Circle
    weight: float
    words: str
    mixed: bool = False


class Around(NamedTuple):
    """What stands around a table: the names of its sheet and file, the rows over its header; and
    the day by which ages count, None where they do not."""

    sheet: str
    file: str
    above: Sequence[GridRow]
    today: date | None


class TableSigns(NamedTuple):
    """A table as it is weighed: what stands around it, its columns and what they mean, which of
    them hold the names, and which says how its people are related to others."""

    around: Around
    columns: Sequence[ColumnEvidence]
    guesses: Sequence[ColumnGuess]
    names: frozenset[int]
    kinship: Kinship | None

    @property
    def fields(self) -> Mapping[int, Field]:
        """What each column means, by its index."""
        return {guess.index: guess.field for guess in self.guesses}


def table_of(
    reading: TableReading, way: NameWay, guesses: Sequence[ColumnGuess], around: Around
) -> TableSigns:
    """What is weighed of a table, of whose columns `guesses` says what they mean."""
    inside = {guess.index for guess in guesses}
    columns = [column for column in reading.columns if column.index in inside]
    return TableSigns(around, columns, guesses, way.indexes, kinship_of(columns, way.indexes))


def column_called(column: ColumnEvidence) -> str:
    """The column as the officer sees it: letter and title."""
    return f"cột {column_letter(column.index)} “{shortened(column.title.text)}”"


def shortened(text: str) -> str:
    """A text short enough to be told in a sentence."""
    words = " ".join(text.split())
    return words if len(words) <= SHOWN else f"{words[: SHOWN - 1].rstrip()}…"
