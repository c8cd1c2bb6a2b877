"""Rows that are told by column are inserted, journaled and undone like rows."""

from __future__ import annotations

from datetime import date

from sqlalchemy import select

from models.journal.change import STRETCH, changing
from models.journal.history import fingerprint
from models.journal.replay import redo, undo
from models.roster.people import new_uids, person_name_columns
from models.store.schema import change_rows, people
from tests.factory import unit


def test_columns_are_rows_of_the_change(file):
    count = STRETCH + 7
    before = fingerprint(file)
    names = [f"Nguyễn Văn {'A' if at % 2 else 'B'}" for at in range(count)]
    keys = [person_name_columns(name) for name in names]
    columns = {
        "uid": new_uids(count),
        **{name: [each[name] for each in keys] for name in keys[0]},
        "unit_id": [unit(file).id] * count,
        "came_on": [date(2026, 6, 1) if at % 3 else None for at in range(count)],
    }
    with changing(file, "import", "Nhập nhiều người") as change:
        ids = change.insert_columns(people, columns)
    with file.reading() as connection:
        stored = connection.execute(select(people).order_by(people.c.id)).all()
        logged = connection.execute(
            select(change_rows.c.row_id).where(change_rows.c.table_name == people.name)
        ).scalars()
        assert list(logged) == ids
    assert [row.id for row in stored] == ids
    assert [row.name for row in stored] == names
    assert [row.uid for row in stored] == columns["uid"]
    assert [row.came_on for row in stored] == columns["came_on"]
    after = fingerprint(file)
    undo(file)
    assert fingerprint(file) == before
    redo(file)
    assert fingerprint(file) == after
