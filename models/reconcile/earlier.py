"""The files reconciled before, as kept: what a file is compared with, unit by unit."""

from __future__ import annotations

from collections.abc import Collection
from datetime import date
from typing import Any, NamedTuple

from sqlalchemy import Connection, Row, select

from models.contests.current_stage import of_current_stage
from models.reconcile.records import Box, EarlierFile
from models.reconcile.scope import units_kept
from models.roster.unit_tree import load_units
from models.store.schema import reconciliations
from models.store.store import Store
from models.text.formats import number, short_date

NAMED = 2


def earlier_files(data_file: Store) -> tuple[EarlierFile, ...]:
    """Every file that was reconciled for the stage worked on and not undone, the newest first."""
    statement = select(reconciliations).order_by(reconciliations.c.id.desc())
    with data_file.reading() as connection:
        rows = connection.execute(statement.where(of_current_stage(table=reconciliations))).all()
        tree = load_units(connection, data_file.clock().date()) if rows else ()
    names = {unit.id: unit.name for unit in tree}
    return tuple(_file(row, names) for row in rows)


def _file(row: Row[Any], names: dict[int, str]) -> EarlierFile:
    return EarlierFile(
        id=row.id,
        at=row.at,
        who=row.who,
        file_name=row.file_name,
        as_of=row.as_of,
        rows=row.rows,
        accounts=row.accounts,
        boxes={box: getattr(row, box.value) for box in Box},
        registered=row.registered,
        completed=row.completed,
        units=tuple(names[each] for each in units_kept(row.units) if each in names),
    )


class Before(NamedTuple):
    """A file of before; `units` empty: it spoke of everybody."""

    id: int
    file_name: str
    as_of: date
    units: frozenset[int]


class Watch:
    """Who was seen last time; `files` are those before, the newest first, without `own`."""

    def __init__(self, files: Collection[Before], own: int | None) -> None:
        self._files, self._own = files, own
        self._by_unit: dict[int, Before | None] = {}

    def of(self, unit_id: int) -> Before | None:
        """The newest file that spoke of a unit."""
        if unit_id not in self._by_unit:
            spoke = (each for each in self._files if not each.units or unit_id in each.units)
            self._by_unit[unit_id] = next(spoke, None)
        return self._by_unit[unit_id]

    def saw(self, unit_id: int, seen_in: int | None) -> bool:
        """Whether that file, or a later one, had somebody of the unit whom `seen_in` had last."""
        before = self.of(unit_id)
        if before is None or seen_in is None or seen_in == self._own:
            return False
        return seen_in >= before.id

    def in_words(self, unit_ids: Collection[int]) -> str:
        """The files that these units are compared with: "a.xlsx, số liệu đến 05/06/2026"."""
        found = {before for each in unit_ids if (before := self.of(each)) is not None}
        files = [each for each in self._files if each in found] or list(self._files)[:1]
        named = [f"{each.file_name}, số liệu đến {short_date(each.as_of)}" for each in files]
        rest = f"; và {number(len(named) - NAMED)} tệp khác" if len(named) > NAMED else ""
        return "; ".join(named[:NAMED]) + rest


def watch_of(connection: Connection, sha256: str = "") -> Watch:
    """The files that tell how things stood; none that was made of the bytes `sha256` itself.

    A list of those who have not registered is no state: compared with it nobody would be lost. Nor
    is a meeting or a form: compared with it all others would be.
    """
    newest = newest_reconciliation(connection)
    own = newest.id if newest is not None and sha256 and newest.sha256 == sha256 else None
    statement = select(reconciliations).where(
        of_current_stage(table=reconciliations),
        reconciliations.c.registered > 0,
        ~reconciliations.c.attended,
        reconciliations.c.id.is_distinct_from(own),
    )
    rows = connection.execute(statement.order_by(reconciliations.c.id.desc()))
    return Watch([_before(row) for row in rows], own)


def newest_reconciliation(connection: Connection) -> Row[Any] | None:
    """The newest reconciliation of the stage that is worked on."""
    newest = reconciliations.c.id.desc()
    statement = select(reconciliations).where(of_current_stage(table=reconciliations))
    return connection.execute(statement.order_by(newest)).first()


def _before(row: Row[Any]) -> Before:
    return Before(row.id, row.file_name, row.as_of, frozenset(units_kept(row.units)))
