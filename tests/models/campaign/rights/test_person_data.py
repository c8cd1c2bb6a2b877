"""The sheet of a person tells of every table in which they stand; so does what purges them."""

from __future__ import annotations

from models.campaign.rights.mentions import tables_with_words
from models.campaign.rights.nameless import DELETED_TABLES, KEPT_TABLES, LINKS
from models.campaign.rights.person_data import SHOWN_COLUMNS, TOLD_TABLES, person_data
from models.records.person_data import PersonData
from models.store.schema import metadata, people
from tests.models.campaign.rights.somebody import NAME, PHONE, somebody

KEYS = {"id", "name_key", "name_search", "name_sort"}


def test_every_row_that_points_at_a_person_is_told_and_goes():
    pointing = {
        (table.name, key.parent.name)
        for table in metadata.sorted_tables
        for key in table.foreign_keys
        if key.column.table is people
    }
    linked = {(name, column) for name, columns in LINKS.items() for column in columns}
    assert linked - {("people", "id")} == pointing
    assert {table.name for table in (*KEPT_TABLES, *DELETED_TABLES)} == set(LINKS)
    assert set(LINKS) <= TOLD_TABLES
    assert set(people.c.keys()) - KEYS == SHOWN_COLUMNS


def test_every_table_with_words_is_looked_through():
    named = {table.name for table in tables_with_words()}
    apart = {"changes", "change_rows", "reseals", "journal_packs", "contents"}
    assert named | apart | set(LINKS) >= {table.name for table in metadata.sorted_tables}


def test_nothing_of_somebody_is_left_out(file):
    person, _ = somebody(file)
    data = person_data(file, person)
    assert isinstance(data, PersonData)
    assert dict(data.facts)["Họ và tên"] == NAME
    empty = [each.title for each in data.sections if not each.rows]
    assert empty == ["Lần xuất danh sách người kể từ khi có trong dữ liệu"]
    assert set(data.mentions) == {
        "document_choices", "saved_filters", "settings", "documents", "entries",
    }  # fmt: skip
    assert data.phone == PHONE
    assert [each.contest for each in data.contests] == ["Ứng dụng AI 2026"]
