"""What the roster asks when Ctrl and an arrow pass people who have not been read yet."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from typing import TYPE_CHECKING

from models.records import ColumnFilter, PeopleQuery
from models.roster.index import find_ids
from ui.table.stretches import stretch_end

if TYPE_CHECKING:
    from models.store.store import Store


def column_end(
    file: Store, query: PeopleQuery, ids: Sequence[int], column: str, line: int, step: int
) -> int:
    """The line of `ids`, as `query` shows them, to which a jump down or up a column leads.

    One question to the index finds those in whose column nothing stands; no person is read.
    """
    nothing = ColumnFilter(column, frozenset({""}))
    blank = frozenset(find_ids(file, replace(query, columns=(*query.columns, nothing))))
    return stretch_end(lambda at: ids[at] not in blank, line, step, len(ids))
