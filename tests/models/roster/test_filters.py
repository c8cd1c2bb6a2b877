"""Saved filters: kept, replaced, renamed, removed, undone; and the values under a funnel."""

from __future__ import annotations

import pytest

from models.errors import AppError
from models.journal.history import fingerprint
from models.journal.replay import undo
from models.records import ColumnFilter, Mark, PeopleQuery, Status
from models.records.cells import CellText
from models.roster.cells import write_cells
from models.roster.column_lists import list_column_values
from models.roster.filters import remove_filter, rename_filter, save_filter
from models.roster.kept_filters import list_filters
from models.roster.marks import set_marks
from tests.factory import add_people

QUERY = PeopleQuery(
    search="an",
    unit_ids=frozenset({3, 4}),
    statuses=frozenset({Status.NOT_REGISTERED}),
    order="unit",
    descending=True,
    without_phone=True,
    columns=(ColumnFilter("position", frozenset({"", "Giáo viên"})),),
)


def test_a_filter_is_kept_replaced_renamed_and_removed(file):
    before = fingerprint(file)
    save_filter(file, " Trường chưa đăng ký ", QUERY)
    (kept,) = list_filters(file)
    assert (kept.name, kept.query) == ("Trường chưa đăng ký", QUERY)
    save_filter(file, "trường chưa đăng ký", PeopleQuery())
    assert [each.query for each in list_filters(file)] == [PeopleQuery()]
    save_filter(file, "Thiếu số", PeopleQuery(without_phone=True))
    with pytest.raises(AppError, match="Đã có bộ lọc"):
        rename_filter(file, kept.id, "Thiếu số")
    rename_filter(file, kept.id, "A")
    assert [each.name for each in list_filters(file)] == ["A", "Thiếu số"]
    remove_filter(file, kept.id)
    assert [each.name for each in list_filters(file)] == ["Thiếu số"]
    for _ in range(5):
        undo(file)
    assert fingerprint(file) == before


def test_a_filter_needs_a_name(file):
    with pytest.raises(AppError, match="chưa có tên"):
        save_filter(file, "  ", QUERY)


def test_the_values_of_a_column_are_counted_among_those_found(file):
    ids = add_people(file, 4)
    write_cells(file, [CellText(each, "position", "Giáo viên") for each in ids[:3]])
    set_marks(file, ids[:1], Mark.REGISTERED)
    everybody = PeopleQuery()
    assert list_column_values(file, everybody, "position") == (("Giáo viên", 3), ("", 1))
    registered = PeopleQuery(statuses=frozenset({Status.REGISTERED}))
    assert list_column_values(file, registered, "position") == (("Giáo viên", 1),)
    assert list_column_values(file, everybody, "registered_on") == (("2026-06-08", 1), ("", 3))
    own = PeopleQuery(columns=(ColumnFilter("position", frozenset({""})),))
    assert len(list_column_values(file, own, "position")) == 2
