"""The journal is a chain, and says of every row what must stand in it."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from datetime import date
from random import Random

import pytest
from sqlalchemy import Connection, select

from models.campaign.purging import purge_contest
from models.errors import AppError
from models.journal.chain import chain_head
from models.journal.chain_check import LINK, STRAY, BrokenLink, broken_links
from models.journal.change import changing
from models.journal.differences import journal_differences
from models.journal.replay import redo, undo
from models.papers.export_log import log_exports
from models.records import Mark, PersonDraft
from models.records.exports import Export
from models.roster.leaving import set_left
from models.roster.marks import clear_marks, set_marks
from models.roster.people import edit_person
from models.store.schema import change_rows, changes, metadata
from tests.factory import add_people, unit
from tests.models.campaign.personal import closed_contest, full_contest
from tests.models.journal.sound import faults, faults_of


def some_acts(file):
    """Marks, a file, an export, steps back and forward, and what was closed to redo."""
    ids = add_people(file, 4)
    set_marks(file, ids, Mark.COMPLETED, date(2026, 6, 2))
    edit_person(file, ids[0], PersonDraft("Nguyễn Văn Đổi", unit(file).id, note='"\\\t'))
    undo(file)
    clear_marks(file, ids[:2], Mark.COMPLETED)
    undo(file)
    redo(file)
    set_left(file, ids[3:], date(2026, 6, 3))
    log_exports(file, [Export("people", "xlsx", "Danh sách", 4, 0, "D:/")])
    add_people(file, 1)
    undo(file)
    return ids


def test_every_entry_is_chained_and_the_tables_are_as_journaled(file):
    heads = set()
    for _ in range(2):
        some_acts(file)
        assert faults_of(file) == []
        with file.reading() as connection:
            links = list(
                connection.execute(select(changes.c.link).order_by(changes.c.id)).scalars()
            )
            assert links[-1] == chain_head(connection)
        heads.update(links)
    assert len(heads) == len(links)


def test_a_purge_leaves_the_chain_whole_and_the_salts_of_what_went_new(file):
    closed_contest(file)
    with file.reading() as connection:
        before = dict(connection.execute(select(changes.c.id, changes.c.salt)).all())
        hashes = dict(connection.execute(select(changes.c.id, changes.c.content_hash)).all())
    purge_contest(file, "ai-2026")
    assert faults_of(file) == []
    with file.reading() as connection:
        for row in connection.execute(select(changes)).all()[:-1]:
            assert row.content_hash == hashes[row.id]
        forgotten = select(change_rows.c.change_id).where(
            (change_rows.c.before == "{}") | (change_rows.c.after == "{}")
        )
        ids = set(connection.execute(forgotten).scalars())
        salts = dict(connection.execute(select(changes.c.id, changes.c.salt)).all())
    assert ids
    assert not [each for each in ids if each in before and salts[each] == before[each]]
    with pytest.raises(AppError):
        undo(file)
    assert faults_of(file) == []


def test_entries_without_rows_leave_no_gap_that_counts(file):
    some_acts(file)
    with changing(file, "x", "Không có gì"):
        pass
    add_people(file, 1)
    assert faults_of(file) == []


@contextmanager
def altered(connection: Connection, *statements: str) -> Iterator[None]:
    """Within it, the data are as the statements leave them."""
    with connection.begin() as transaction:
        for each in statements:
            connection.exec_driver_sql(each)
        yield
        transaction.rollback()


@contextmanager
def connected(file):
    """A connection that may damage what it likes."""
    with file.engine.connect() as connection:
        driver = connection.connection.driver_connection
        driver.execute("PRAGMA foreign_keys = OFF")
        yield connection
        driver.execute("PRAGMA foreign_keys = ON")


HARMLESS = {("reseals", "id")}
"""An order that nobody asks for."""


def columns_of(connection, names):
    """Each column of each table of `names` that holds a row, with the first and the last key."""
    with connection.begin():
        for table in metadata.sorted_tables:
            key = next(iter(table.primary_key.columns))
            keys = list(connection.execute(select(key).order_by(key)).scalars())
            if keys and table.name in names:
                for column in table.c:
                    for each in sorted({keys[0], keys[len(keys) // 2], keys[-1]}):
                        yield table.name, column.name, f"{key.name} = {each!r}"


def missed(file, names, share=1.0):
    """The columns in which another value was not found."""
    found, random = [], Random(7)
    with connected(file) as connection:
        for table, column, where in list(columns_of(connection, names)):
            if (table, column) in HARMLESS or random.random() > share:
                continue
            other = (
                f"CASE typeof({column}) WHEN 'integer' THEN {column} + 1000"
                f" WHEN 'real' THEN {column} + 0.5 WHEN 'null' THEN 7"
                f" WHEN 'blob' THEN zeroblob(3) ELSE {column} || '1' END"
            )
            with altered(connection, f"UPDATE {table} SET {column} = {other} WHERE {where}"):
                if not faults(connection):
                    found.append((table, column, where))
    return found


JOURNAL = {"changes", "change_rows", "reseals"}
EVERY = {table.name for table in metadata.sorted_tables}
ONLY_FILE = pytest.mark.file_only("SQLite takes any value in any column")


@ONLY_FILE
@pytest.mark.parametrize("share", [0.03, pytest.param(1.0, marks=pytest.mark.slow)])
def test_a_single_altered_value_is_found_in_whatever_column(file, share):
    some_acts(file)
    full_contest(file)
    assert faults_of(file) == []
    assert missed(file, EVERY, share) == []


@ONLY_FILE
@pytest.mark.parametrize("share", [0.3, pytest.param(1.0, marks=pytest.mark.slow)])
def test_a_single_altered_value_of_the_journal_is_found_after_a_purge(file, share):
    closed_contest(file)
    purge_contest(file, "ai-2026")
    assert missed(file, JOURNAL, share) == []


@ONLY_FILE
def test_what_is_taken_away_added_or_moved_is_found(file):
    some_acts(file)
    full_contest(file)
    row = "SELECT max(id) FROM change_rows"
    copied = ", ".join(
        f"(SELECT {name} FROM changes WHERE id = 3)"
        for name in list(changes.columns.keys())
        if name != "id"
    )
    same = "change_id, table_name, row_id, before, after"
    damages = [
        ["DELETE FROM changes WHERE id = 3"],
        ["DELETE FROM changes WHERE id = (SELECT max(id) FROM changes)"],
        ["DELETE FROM change_rows WHERE change_id = 3"],
        [f"DELETE FROM change_rows WHERE id = ({row})"],
        ["DELETE FROM change_rows WHERE change_id = 3", "DELETE FROM changes WHERE id = 3"],
        [f"INSERT INTO changes VALUES (9999, {copied})"],
        [f"INSERT INTO change_rows ({same}) SELECT {same} FROM change_rows WHERE id = 5"],
        ["UPDATE changes SET id = -1 WHERE id = 3", "UPDATE changes SET id = 3 WHERE id = 4",
         "UPDATE changes SET id = 4 WHERE id = -1"],
        ["UPDATE change_rows SET id = -1 WHERE id = 5", "UPDATE change_rows SET id = 5 WHERE id = 6",
         "UPDATE change_rows SET id = 6 WHERE id = -1"],
        ["DELETE FROM people WHERE id = 2"],
        ["DELETE FROM export_log"],
        ["DELETE FROM contents"],
        ["INSERT INTO settings VALUES (9, 'x', 'y')"],
        ["UPDATE people SET id = 77 WHERE id = 2"],
        ["UPDATE people SET name = CAST(name AS BLOB) WHERE id = 2"],
        ["UPDATE people SET name = CAST(x'ff' AS TEXT) WHERE id = 2"],
        ["UPDATE change_rows SET after = CAST(x'ff' AS TEXT) WHERE id = 9"],
        ["UPDATE change_rows SET after = CAST(after AS BLOB) WHERE id = 9"],
        ["UPDATE changes SET summary = CAST(x'ff' AS TEXT) WHERE id = 2"],
        ["UPDATE changes SET at = 'hôm qua' WHERE id = 2"],
    ]  # fmt: skip
    with connected(file) as connection:
        for each in damages:
            with altered(connection, *each):
                assert faults(connection), each
    assert faults_of(file) == []


@ONLY_FILE
def test_a_difference_says_what_stands_and_what_must(file):
    ids = add_people(file, 2)
    with (
        connected(file) as connection,
        altered(
            connection,
            f"UPDATE people SET came_on = '2020-01-01' WHERE id = {ids[0]}",
            f"DELETE FROM people WHERE id = {ids[1]}",
            "INSERT INTO settings VALUES (9, 'x', 'y')",
        ),
    ):
        strange, changed, gone = journal_differences(connection)
        links = broken_links(connection)
    assert links == []
    assert (changed.row_id, changed.columns) == (ids[0], ("came_on",))
    assert changed.stored["came_on"] == "2020-01-01"
    assert changed.journal["came_on"] is None
    assert gone.stored is None
    assert (gone.row_id, gone.columns, gone.journal["name"]) == (ids[1], (), "Trần Văn An")
    assert (strange.table, strange.row_id, strange.journal) == ("settings", 9, None)


@ONLY_FILE
def test_a_broken_link_says_where(file):
    some_acts(file)
    with connected(file) as connection:
        with altered(connection, "UPDATE changes SET who = 'x' WHERE id = 4"):
            assert broken_links(connection) == [BrokenLink(4, LINK)]
            assert broken_links(connection, since=4) == []
        with altered(connection, "DELETE FROM changes WHERE id = 4"):
            assert broken_links(connection) == [BrokenLink(5, LINK), BrokenLink(4, STRAY)]
