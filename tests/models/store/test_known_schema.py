"""Files that bring what is not ours: nothing of it runs, and they are refused in a sentence."""

from __future__ import annotations

import shutil
import sqlite3
from contextlib import closing

import pytest

from models.errors import AppError
from models.store.backup import back_up
from models.store.data_file import open_file, view_file
from models.store.driver import connected
from models.store.known_schema import revision_of, schema_objects, schema_text
from models.store.restoring import restore
from models.store.revision import HEAD
from tests.conftest import clock
from tests.factory import add_people

pytestmark = pytest.mark.file_only("what stands in a file")
SPIES = {
    "trigger": "CREATE TRIGGER spy AFTER UPDATE ON people BEGIN"
    " UPDATE participations SET completed_on = '2026-06-01'; END",
    "endless view": "CREATE VIEW spy AS WITH RECURSIVE n(i) AS"
    " (SELECT 1 UNION ALL SELECT i + 1 FROM n) SELECT i FROM n",
    "table": "CREATE TABLE spy (x)",
    "index": "CREATE INDEX spy ON people (name) WHERE name LIKE 'a%'",
    "computed column": "ALTER TABLE people ADD COLUMN spy GENERATED ALWAYS AS (name)",
    "virtual table": "CREATE VIRTUAL TABLE spy USING fts5(x)",
    "a table less": "DROP TABLE saved_filters",
}


def test_a_view_in_the_place_of_a_table_hangs_nothing(data_path):
    with closing(sqlite3.connect(data_path)) as raw:
        raw.execute("ALTER TABLE alembic_version RENAME TO other")
        raw.execute(
            "CREATE VIEW alembic_version AS WITH RECURSIVE n(version_num) AS"
            " (SELECT '0011' UNION ALL SELECT version_num FROM n) SELECT * FROM n WHERE 0"
        )
        raw.commit()
    with pytest.raises(AppError, match="không do Tiến Độ tạo ra"):
        open_file(data_path, clock)


@pytest.mark.parametrize("spy", SPIES.values(), ids=SPIES)
def test_what_is_not_ours_is_refused_wherever_it_is_opened(data_path, tmp_path, spy):
    with closing(sqlite3.connect(data_path)) as raw:
        raw.execute(spy)
        raw.commit()
    before = data_path.read_bytes()
    for opening in (open_file, view_file):
        with pytest.raises(AppError, match="không do Tiến Độ tạo ra"):
            opening(data_path, clock)
    with pytest.raises(AppError, match="không do Tiến Độ tạo ra"):
        restore(data_path, tmp_path / "khac.tiendo", clock)
    assert data_path.read_bytes() == before


def test_of_a_file_with_an_endless_view_no_copy_is_made(data_path):
    with closing(sqlite3.connect(data_path)) as raw:
        raw.execute("ALTER TABLE people RENAME TO others")
        raw.execute(SPIES["endless view"].replace("spy", "people"))
    with pytest.raises(AppError, match="khung nhìn"):
        back_up(data_path, clock=clock)
    assert not list(data_path.parent.rglob("*.tmp"))


def test_a_file_in_another_order_of_parts_is_ours(data_path):
    with closing(connected(data_path, None)) as connection:
        objects = schema_objects(connection)
    turned = [(*each[:3], ", ".join(reversed(each[3].split(",")))) for each in objects]
    assert revision_of(schema_text(turned)) == HEAD


def test_copies_and_what_comes_of_them_are_ours(data_path, tmp_path):
    with open_file(data_path, clock) as file:
        add_people(file, 2)
    made = back_up(data_path, clock=clock)
    restore(made.path, tmp_path / "khac.tiendo", clock)
    view_file(shutil.copy(made.path, tmp_path / "x.tiendo"), clock).close()
    open_file(tmp_path / "khac.tiendo", clock).close()


@pytest.mark.parametrize("stated", ["0005", "0010", "-001", ""])
def test_tables_of_one_revision_under_the_number_of_another_are_refused(data_path, stated):
    with closing(sqlite3.connect(data_path)) as raw:
        raw.execute("UPDATE alembic_version SET version_num = ?", (stated,))
        raw.commit()
    before = data_path.read_bytes()
    for opening in (open_file, view_file):
        with pytest.raises(AppError, match="không do Tiến Độ tạo ra"):
            opening(data_path, clock)
    assert data_path.read_bytes() == before
