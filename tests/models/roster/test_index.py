"""The keys in memory find whom the file finds, in the same order, whatever happens to it."""

from __future__ import annotations

from contextlib import contextmanager
from datetime import date
from itertools import product

import pytest

from models.figures.figures import figures
from models.journal.replay import redo, undo
from models.records import ColumnFilter, Mark, PeopleQuery, PersonDraft, Status
from models.roster.exemptions import set_exempt
from models.roster.index import count_marked, count_people_now, count_statuses, find_ids
from models.roster.leaving import set_left
from models.roster.marks import clear_marks, set_marks
from models.roster.people import add_person, edit_person, list_ids
from models.roster.unit_tree import list_units
from models.roster.units import rename_unit
from models.store.texts import ROSTER_UNIT_KEYS
from tests.factory import made_up_name

D5 = date(2026, 6, 5)
SEARCHES = (
    *("", "an", "tran van", "dang", "0912", "9120000", "01", "van hoa", "truong an", "zzz"),
    *("Hoà", "hòa", "hoa", "ánh", "Đức An", "an 0912", "văn 09120", "an văn hóa", "đ", "%", "_"),
    *("giáo viên", "tổ 1", "an giáo", "1"),
)
ORDERS = (
    *("name", "unit", "position", "phone", "registered_on", "completed_on", "score", "note"),
    *("staff_type", "gender", "birth", "email", "staff_code", "came_on", "second_posts"),
    "failed_on",
)


@pytest.fixture
def ids(file):
    units = [unit for unit in list_units(file) if unit.depth == 1][:4]
    return [
        add_person(
            file,
            PersonDraft(
                made_up_name(at * 7),
                units[at % 4].id,
                position="" if at % 3 else "Giáo viên",
                phone="" if at % 5 == 0 else f"0912{at:06d}",
                note=f"Tổ {at % 2}" if at % 4 == 0 else "",
            ),
        )
        for at in range(40)
    ]


def same(file, query):
    assert tuple(find_ids(file, query)) == list_ids(file, query), query


def all_the_same(file):
    for text in SEARCHES:
        same(file, PeopleQuery(search=text))
    for order, descending in product(ORDERS, (False, True)):
        same(file, PeopleQuery(order=order, descending=descending, search="an"))
    for status in Status:
        same(file, PeopleQuery(statuses=frozenset({status})))
    same(file, PeopleQuery(statuses=frozenset(Status), include_left=True, order="unit"))
    unit = list_units(file)[2].id
    same(file, PeopleQuery(unit_ids=frozenset({unit}), without_phone=True))
    for column, value in (("position", ""), ("note", "Tổ 1"), ("registered_on", "2026-06-05")):
        same(file, PeopleQuery(columns=(ColumnFilter(column, frozenset({value})),), search="n"))
    same(file, PeopleQuery(as_of=D5, search="an"))
    same(file, PeopleQuery(only_left=True))
    same(file, PeopleQuery(only_left=True, search="an", as_of=D5))
    counted, statuses = figures(file), count_statuses(file)
    assert statuses[Status.EXEMPT] == counted.exempt
    assert statuses[Status.REGISTERED] == counted.registered
    assert statuses[Status.NOT_REGISTERED] == counted.total - counted.registered
    assert statuses[Status.COMPLETED] == counted.completed
    assert statuses[Status.NOT_COMPLETED] == counted.total - counted.completed
    assert count_people_now(file, include_left=False) == len(list_ids(file, PeopleQuery()))


def test_every_query_finds_the_same_as_the_file(file, ids):
    all_the_same(file)


def test_it_hears_of_every_change(file, ids):
    all_the_same(file)
    deeds = (
        lambda: set_marks(file, ids[:9], Mark.REGISTERED, D5),
        lambda: set_marks(file, ids[5:7], Mark.COMPLETED),
        lambda: set_exempt(file, ids[7:8], "Nghỉ thai sản", D5, None),
        lambda: set_left(file, ids[10:12], D5),
        lambda: edit_person(file, ids[3], PersonDraft("Đặng Văn Zin", list_units(file)[3].id)),
        lambda: rename_unit(file, list_units(file)[1].id, "Ban Dang Ky"),
        lambda: add_person(file, PersonDraft("Âu Thị Ba", list_units(file)[1].id)),
        lambda: clear_marks(file, ids, Mark.REGISTERED),
    )
    for deed in deeds:
        deed()
        all_the_same(file)
    for step in (undo, undo, undo, redo):
        step(file)
        all_the_same(file)


def test_marks_are_counted(file, ids):
    set_marks(file, ids[:4], Mark.COMPLETED)
    set_marks(file, ids[4:9], Mark.REGISTERED)
    counted = count_marked(file, [*ids[2:6], 10_000_000])
    assert (counted.registered, counted.completed) == (4, 2)
    undo(file)
    assert count_marked(file, ids).registered == 4


def test_a_change_that_comes_once_the_reading_has_begun_is_in_the_next_answer(
    file, ids, monkeypatch
):
    """As from another thread: the reading stands at what was true when it began."""
    before, really = count_people_now(file, include_left=False), file.reading_prepared

    @contextmanager
    def changed_meanwhile():
        with really() as reader:
            assert tuple(reader.rows(ROSTER_UNIT_KEYS))
            set_left(file, ids[:1], D5)
            yield reader

    with monkeypatch.context() as patch:
        patch.setattr(file, "reading_prepared", changed_meanwhile)
        count_people_now(file, include_left=False)
    assert count_people_now(file, include_left=False) == before - 1
