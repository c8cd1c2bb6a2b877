"""The rows of tables as they would be taken in, shaped once for the preview and the plan."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from typing import TYPE_CHECKING

from models.records import ContestTerms

if TYPE_CHECKING:
    from models.intake.shape.records import ShapedTable, TableGuess
    from ui.calls.importing import Chosen

Key = tuple[str, "TableGuess", bool]


class Shaper:
    """Remembers what it has shaped; used in the lane only. `terms` are the contest's."""

    def __init__(self) -> None:
        self.terms = ContestTerms()
        self._known: dict[Key, ShapedTable] = {}

    def shape(self, chosen: Chosen, today: date) -> ShapedTable:
        """The rows of one table."""
        key = _key(chosen)
        if key not in self._known:
            self._known[key] = _shaped(chosen, today, self.terms)
        return self._known[key]

    def keep_only(self, tables: Sequence[Chosen]) -> None:
        """Forget all other tables, and these as they were before a correction."""
        kept = {_key(chosen) for chosen in tables}
        self._known = {key: table for key, table in self._known.items() if key in kept}


def _key(chosen: Chosen) -> Key:
    return chosen.workbook.sha256, chosen.guess, chosen.skip_hidden


def _shaped(chosen: Chosen, today: date, terms: ContestTerms) -> ShapedTable:
    from models.intake.hidden import with_hidden_told, without_hidden
    from models.intake.shape.rows import shape_rows

    table = shape_rows(chosen.workbook, chosen.guess, today, terms)
    return without_hidden(table, chosen.sheet) if chosen.skip_hidden else with_hidden_told(table)
