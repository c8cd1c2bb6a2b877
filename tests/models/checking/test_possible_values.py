"""What the check finds in a column is what a stumble names: one place knows what can stand there."""

from __future__ import annotations

import lzma
import re
import sqlite3
from contextlib import closing

import pytest
from sqlalchemy import Date, DateTime, String

from models.checking.at_start import found_in
from models.checking.file_rules import WHOLE_FILE_RULES
from models.store.data_file import open_file
from models.store.possible_values import JSON, STORED_WORDS, TOGETHER
from models.store.schema import JOURNAL_TABLES, metadata
from models.store.unreadable import find_unreadable
from tests.fuzz.seeds import SEED, noon

pytestmark = pytest.mark.file_only("a file holds in a column whatever was put there")
(VALUES,) = (rule for rule in WHOLE_FILE_RULES if rule.code == "values")
ODD = (-2, -1, 0, 1, 2**53, 2**53 + 2, -1.5, 0.5, 1e300, "", "x", b"", b"\xff", "2026-06-08",
       "2026-06-08 09:00:00.000000", "1899-12-31", "2101-01-01", "2101-01-02", "2026-13-01", "best", "each",
       "in", "lost", "completed", "staff", "male")  # fmt: skip


def kinds_of_columns():
    """One column of each table and type, and each that holds one of a few words."""
    told = set()
    for table in metadata.sorted_tables:
        if table.name in JOURNAL_TABLES:
            continue
        for column in table.c:
            kind = (table.name, type(column.type), column.nullable)
            is_word = (table.name, column.name) in STORED_WORDS
            free = not column.foreign_keys and not column.primary_key
            # What is no JSON is found by rules of their own.
            free = free and (table.name, column.name) not in JSON
            if free and (is_word or kind not in told):
                told.add(kind)
                yield table.name, column.name
    yield "action_log", "count"


def words_beside(table, column):
    """The words that must be there where this column says something."""
    return [word for (of, word), beside in TOGETHER.items() if (of, beside) == (table, column)]


@pytest.fixture(scope="module")
def seed(tmp_path_factory):
    path = tmp_path_factory.mktemp("hat") / "xa.tiendo"
    path.write_bytes(lzma.decompress(SEED.read_bytes()))
    with open_file(path, noon):
        return path


@pytest.fixture
def file(seed, tmp_path):
    path = tmp_path / "xa.tiendo"
    path.write_bytes(seed.read_bytes())
    with open_file(path, noon) as opened:
        yield opened


def fill(raw, table):
    """Let there be a row in the table, and what it has to point to."""
    for column in metadata.tables[table].c:
        for key in column.foreign_keys:
            if not column.nullable:
                fill(raw, key.column.table.name)
    (rows,) = raw.execute(f'SELECT count(*) FROM "{table}"').fetchone()
    if rows == 0:
        row = {column.name: usual(column) for column in metadata.tables[table].c}
        names = ", ".join(f'"{name}"' for name in row)
        raw.execute(f'INSERT INTO "{table}" ({names}) VALUES ({", ".join("?" for _ in row)})',
                    tuple(row.values()))  # fmt: skip
        raw.commit()


def usual(column):
    """A value that the column can hold; ones that it shares with others stay empty."""
    words = STORED_WORDS.get((column.table.name, column.name))
    if words is not None:
        return str(next(iter(words)))
    if (column.table.name, column.name) in JSON:
        return "{}"
    if column.foreign_keys and column.nullable:
        return None
    if isinstance(column.type, DateTime):
        return "2026-06-08 09:00:00.000000"
    if isinstance(column.type, Date):
        return "2026-06-08"
    return "x" if isinstance(column.type, String) else 1


@pytest.mark.parametrize(("table", "column"), [*kinds_of_columns()])
def test_both_say_the_same_of_each_value(file, table, column):
    with closing(sqlite3.connect(file.path)) as raw:
        raw.execute("PRAGMA foreign_keys = OFF")
        fill(raw, table)
        assert find_unreadable(file.engine) is None
        for value in ODD:
            told = f'UPDATE OR IGNORE "{table}" SET "{column}" = ?'
            if raw.execute(told, (value,)).rowcount == 0:
                continue
            raw.commit()
            named, found = find_unreadable(file.engine), found_in(file, [VALUES])
            assert (named is not None) == bool(found), (value, named, found)
            if named is not None:
                (at,) = re.findall("cột ([a-z_]+) ghi", named.sentence)
                assert at in (column, *words_beside(table, column))
                assert any(at in flaw.where for flaw in found)
