"""What an entry did is told row by row in words: titles, names for ids, only what differs."""

from __future__ import annotations

from datetime import date

import pytest

from models.errors import AppError
from models.journal.details import entry_row_ids, row_changes
from models.journal.history import history
from models.journal.replay import undo
from models.records import Mark, PersonDraft, UnitKind
from models.records.history import RowAct
from models.records.table_words import (
    NAMED_BY,
    REFERENCES,
    SUBJECTS,
    TABLE_NAMES,
    UNSAID,
    column_title,
)
from models.roster.marks import set_marks
from models.roster.people import edit_person
from models.roster.units import add_unit
from models.store.schema import DOMAIN_TABLES, LOG_TABLES, metadata
from tests.factory import add_people, unit


def newest_rows(file):
    return row_changes(file, entry_row_ids(file, history(file, 1)[0].id))


def test_only_what_differs_is_told_with_names_for_ids(file):
    (person,) = add_people(file, 1)
    draft = PersonDraft(
        name="Nguyễn Văn An", unit_id=unit(file, "Công an xã").id, phone="0912000000",
        position="Chuyên viên",
    )  # fmt: skip
    edit_person(file, person, draft)
    told = {row.subject: row for row in newest_rows(file) if row.table == "Người"}
    row = told["Nguyễn Văn An"]
    assert row.act is RowAct.CHANGED
    assert {(cell.title, cell.before, cell.after) for cell in row.cells} == {
        ("Đơn vị", "Phòng Văn hóa - Xã hội", "Công an xã"),
        ("Chức vụ", "", "Chuyên viên"),
    }
    assert "Chức vụ: (trống)" in row.before
    assert "Chức vụ: Chuyên viên" in row.after


def test_a_new_row_tells_what_stands_in_it(file):
    ids = add_people(file, 1)
    set_marks(file, ids, Mark.REGISTERED, date(2026, 6, 2))
    (row,) = newest_rows(file)
    assert (row.table, row.subject, row.act, row.before) == (
        "Kết quả", "Nguyễn Văn An", RowAct.ADDED, "",
    )  # fmt: skip
    assert "Ngày đăng ký: 02/06/2026" in row.after


def test_what_is_gone_is_called_as_it_was_last(file):
    home = add_unit(file, "Tổ một", UnitKind.OTHER)
    add_people(file, 1, home)
    added = history(file, 1)[0].id
    undo(file)
    undo(file)
    (row,) = row_changes(file, entry_row_ids(file, added))
    assert "Đơn vị: Tổ một" in row.after


def test_there_must_be_such_an_entry(file):
    with pytest.raises(AppError, match="không có việc số 99"):
        entry_row_ids(file, 99)


def test_every_table_and_column_has_words():
    tables = [*DOMAIN_TABLES, *(metadata.tables[name] for name in LOG_TABLES)]
    assert {table.name for table in tables} == set(TABLE_NAMES)
    lacking = [
        (table.name, column.name)
        for table in tables
        for column in table.c
        if column.name not in UNSAID and not column_title(table.name, column.name)
    ]
    assert lacking == []
    referring = {
        (column.name, key.column.table.name)
        for table in DOMAIN_TABLES
        for column in table.c
        for key in column.foreign_keys
    }
    assert referring <= set(REFERENCES.items())
    assert set(REFERENCES.values()) <= set(NAMED_BY)
    assert all(
        metadata.tables[table].c[name] is not None for table in SUBJECTS for name in SUBJECTS[table]
    )
