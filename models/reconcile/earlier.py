"""The reconciliations that hold, as the file keeps them."""

from __future__ import annotations

from typing import Any

from sqlalchemy import Row, select

from models.contests.contests import find_contest_id
from models.reconcile.records import Box, EarlierFile
from models.reconcile.scope import units_kept
from models.roster.unit_tree import load_units
from models.store.data_file import DataFile
from models.store.schema import reconciliations


def earlier_files(data_file: DataFile) -> tuple[EarlierFile, ...]:
    """Every file of the contest that was reconciled and not undone, the newest first."""
    statement = select(reconciliations).order_by(reconciliations.c.id.desc())
    with data_file.reading() as connection:
        contest_id = find_contest_id(connection)
        rows = connection.execute(statement.where(reconciliations.c.contest_id == contest_id)).all()
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
