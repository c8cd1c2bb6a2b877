"""A data file with very many made-up people, written straight into the tables."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator
from pathlib import Path

from big_list import FAMILY, GIVEN, MIDDLE

from models.office.setup import init_file
from models.store.seal import seal_file
from models.text.name_keys import name_keys

SQL = """INSERT INTO people (id, uid, name, name_key, name_search, name_sort, unit_id, position,
phone, phone_raw) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)"""


def make_people(path: Path, count: int) -> None:
    """A file with `count` made-up people, written straight into the tables, and sealed as the
    program would have: else a start would look for what another hand has changed, and find all."""
    init_file(path, "Xã Kẻ Sặt", "ai-2026").close()
    connection = sqlite3.connect(path)
    units = [row[0] for row in connection.execute("SELECT id FROM units WHERE parent_id NOTNULL")]
    connection.executemany(SQL, _people(count, units))
    connection.commit()
    connection.close()
    seal_file(path)


def _people(count: int, units: list[int]) -> Iterator[tuple[object, ...]]:
    for at in range(count):
        family, middle, given = FAMILY[at % 11], MIDDLE[at // 11 % 11], GIVEN[at % 25]
        name = f"{family} {middle} {MIDDLE[at // 7 % 11]} {given}"
        phone = f"09{at % 100_000_000:08d}"
        unit = units[at % len(units)]
        yield (at + 1, f"{at:012x}", name, *name_keys(name), unit, "Giáo viên", phone, phone)
