"""One person is taken out of whatever other rows and the journal say in words."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator, Mapping
from typing import Any

from sqlalchemy import Table, select, update

from models.campaign.rights.mentions import tables_with_words
from models.campaign.rights.nameless import frozen_without, is_of, nameless
from models.campaign.rights.whose import OnePerson
from models.journal.change import BATCH, Change
from models.journal.forgetting import FORGOTTEN
from models.journal.rows import pack_row
from models.store.schema import (
    change_rows,
    changes,
    communes,
    frozen_reports,
    signers,
    unit_aliases,
    units,
)

_NAMES_OF_PLACES = frozenset({units.name, unit_aliases.name, communes.name})
_WHO = "who"
"""Who did something is kept as long as the law wants the log of it."""
_EMPTY = {(signers.name, "name"): ""}
"""What is printed as it stands: nothing is better there than words."""


class Cleaner:
    """Takes `whose` person out of rows; their own go under the uid `uid`."""

    def __init__(self, whose: OnePerson, uid: str) -> None:
        self._whose, self._uid = whose, uid
        ids = "|".join(map(str, sorted(whose.ids)))
        self._link = re.compile(rf'"(?:[a-z]+_)?id"\s*:\s*(?:{ids})\b')

    def row(self, table: str, row: Mapping[str, Any]) -> dict[str, Any]:
        """The row without the person, as it is stored or as the journal keeps it."""
        own = is_of(table, row, self._whose)
        left = nameless(table, row, self._uid) if own else dict(row)
        if table == frozen_reports.name and "names" in row:
            left |= frozen_without(row, self._whose, self._uid, self._whose.terms.cleaned)
            return left
        if table in _NAMES_OF_PLACES:
            return left
        texts = {k: v for k, v in left.items() if isinstance(v, str) and k != _WHO}
        own = own or any(map(self._whose.terms.reached_in, texts.values()))
        for name, value in texts.items():
            cleaned = self._whose.terms.cleaned(value, own=own)
            if cleaned != value:
                left[name] = _EMPTY.get((table, name), cleaned)
        return left

    def text(self, table: str, text: str) -> str:
        """A row as the journal keeps it, without the person; the same text where they are not."""
        if text == FORGOTTEN or not self._concerns(table, text):
            return text
        row = json.loads(text)
        left = self.row(table, row)
        return text if left == row else pack_row(left)

    def _concerns(self, table: str, text: str) -> bool:
        """Whether the row must be looked at closely."""
        terms = self._whose.terms
        if table == frozen_reports.name or terms.reached_in(text) or terms.found_in(text):
            return True
        return self._link.search(text) is not None


def clean_rows(change: Change, cleaner: Cleaner) -> dict[str, int]:
    """Take the person out of every row of the data; returns by table how many spoke of them."""
    return {
        table.name: count
        for table in tables_with_words()
        if (count := _write(change, table, dict(_changed_rows(change, table, cleaner))))
    }


def _changed_rows(
    change: Change, table: Table, cleaner: Cleaner
) -> Iterator[tuple[int, dict[str, Any]]]:
    """By id the texts that differ without the person, of the rows of one table."""
    for row in change.connection.execute(select(table).order_by(table.c.id)).mappings():
        left = cleaner.row(table.name, dict(row))
        differing = {name: value for name, value in left.items() if value != row[name]}
        if differing:
            yield row["id"], differing


def _write(change: Change, table: Table, values: Mapping[int, dict[str, Any]]) -> int:
    """Write these texts, each row once; returns how many rows."""
    alike: dict[tuple[str, ...], dict[int, dict[str, Any]]] = {}
    for row_id, texts in values.items():
        alike.setdefault(tuple(texts), {})[row_id] = texts
    return sum(change.update(table, each) for each in alike.values())


def clean_journal(change: Change, cleaner: Cleaner, gone: Mapping[str, set[int]]) -> set[int]:
    """Take the person out of all that the journal wrote, also within `change`.

    `gone` are by table the rows that were deleted for good: of them nothing is left. Returns the
    earlier entries that say something else now.
    """
    touched: set[int] = set()
    statement = select(change_rows).order_by(change_rows.c.id)
    wanted: list[dict[str, Any]] = []
    for row in change.connection.execute(statement):
        sides = {"before": row.before, "after": row.after}
        if row.row_id in gone.get(row.table_name, ()):
            left = {side: FORGOTTEN if text else text for side, text in sides.items()}
        else:
            left = {
                side: cleaner.text(row.table_name, text) if text else text
                for side, text in sides.items()
            }
        if left != sides:
            wanted.append({"id": row.id, **left})
            touched.add(row.change_id)
    for start in range(0, len(wanted), BATCH):
        for each in wanted[start : start + BATCH]:
            own = change_rows.c.id == each["id"]
            change.connection.execute(
                update(change_rows).where(own).values(before=each["before"], after=each["after"])
            )
    change.forgot |= touched
    return touched - {change.id}


def clean_summaries(change: Change, whose: OnePerson, touched: set[int]) -> set[int]:
    """Take the person out of the sentences of the history; returns the entries that changed.

    Of an entry in `touched`, and of what undid or redid it, a name that others have goes too.
    """
    found: set[int] = set()
    columns = changes.c.id, changes.c.target_id, changes.c.summary
    for row in change.connection.execute(select(*columns).where(changes.c.id != change.id)).all():
        own = row.id in touched or row.target_id in touched
        cleaned = whose.terms.cleaned(row.summary, own=own)
        if cleaned != row.summary:
            of_entry = changes.c.id == row.id
            change.connection.execute(update(changes).where(of_entry).values(summary=cleaned))
            found.add(row.id)
    change.forgot |= found
    return found
