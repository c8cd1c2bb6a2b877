"""The roster: order, search, filters, adding and editing."""

from __future__ import annotations

from datetime import date

import pytest

from models.errors import AppError
from models.journal.history import fingerprint
from models.journal.replay import undo
from models.records import Mark, PeopleQuery, PersonDraft, Status
from models.roster.leaving import bring_back, set_left
from models.roster.marks import set_marks
from models.roster.people import add_person, edit_person, ids_by_phone, list_ids, list_people
from models.roster.person_rows import people_by_ids
from tests.factory import add_people, named, unit

IN_ORDER = [
    "Trần Văn An", "Dương Văn Anh", "Đỗ Văn Anh", "Nguyễn Văn Anh", "Nguyễn Thị Ảnh", "Lê Ánh",
    "Nguyễn Thị Ân", "Phạm Dung", "Phạm Dũng", "Phạm Đức", "Bùi Thị Hoa", "Vũ Thị Hoà", "Hoàng Yến",
]  # fmt: skip


def names(file, **query):
    return [person.name for person in list_people(file, PeopleQuery(**query))]


def test_people_come_by_given_name_in_vietnamese_order(file):
    named(file, sorted(IN_ORDER))
    assert names(file) == IN_ORDER
    assert names(file, descending=True) == IN_ORDER[::-1]
    ids = list_ids(file, PeopleQuery())
    assert [p.name for p in people_by_ids(file, ids[::-1])] == IN_ORDER[::-1]


@pytest.mark.parametrize(
    ("search", "found"),
    [
        ("dang", ["Đặng Thị Hòa"]),
        ("ĐẶNG", ["Đặng Thị Hòa"]),
        ("hoa dang", ["Đặng Thị Hòa"]),
        ("0912 345", ["Đặng Thị Hòa"]),
        ("0913", []),
        ("912345", ["Đặng Thị Hòa"]),
        ("van hoa", ["Lê Bình", "Đặng Thị Hòa"]),
        ("khong co ai", []),
        ("%", []),
    ],
)
def test_search_needs_no_diacritics(file, search, found):
    where = unit(file).id
    add_person(file, PersonDraft(name="Đặng Thị Hòa", unit_id=where, phone="0912.345.678"))
    add_person(file, PersonDraft(name="Lê Bình", unit_id=where))
    assert names(file, search=search) == found


def test_filters_by_unit_and_status(file):
    here = add_people(file, 3)
    there = unit(file, "Công an xã").id
    add_person(file, PersonDraft(name="Vũ Văn Yên", unit_id=there))
    set_marks(file, here[:2], Mark.REGISTERED)
    set_marks(file, here[:1], Mark.COMPLETED)
    assert names(file, unit_ids=frozenset({there})) == ["Vũ Văn Yên"]
    count = lambda status: len(names(file, statuses=frozenset({status})))  # noqa: E731
    assert count(Status.REGISTERED) == 2
    assert count(Status.COMPLETED) == 1
    assert count(Status.NOT_REGISTERED) == 2
    assert count(Status.NOT_COMPLETED) == 3
    assert count(Status.EXEMPT) == 0


def test_statuses_are_those_of_the_day(file):
    ids = add_people(file, 1)
    set_marks(file, ids, Mark.REGISTERED, date(2026, 6, 5))
    registered = frozenset({Status.REGISTERED})
    assert names(file, statuses=registered, as_of=date(2026, 6, 4)) == []
    assert len(names(file, statuses=registered, as_of=date(2026, 6, 5))) == 1


def test_people_leave_by_date_and_can_come_back(file):
    ids = add_people(file, 2)
    set_left(file, ids[:1], date(2026, 6, 5), "Nghỉ hưu")
    assert len(names(file)) == 1
    assert len(names(file, as_of=date(2026, 6, 4))) == 2
    assert len(names(file, include_left=True)) == 2
    assert bring_back(file, ids, date(2026, 6, 8)) == 1
    assert people_by_ids(file, ids[:1])[0].left_reason == ""
    assert len(names(file)) == 2
    assert len(names(file, as_of=date(2026, 6, 7))) == 1


def test_phones_are_found_however_written(file):
    ids = add_people(file, 2)
    assert ids_by_phone(file, "+84 912 000 001") == (ids[1],)
    assert ids_by_phone(file, "không có") == ()


def test_names_are_stored_clean_and_phones_keep_their_raw_text(file):
    where = unit(file).id
    draft = PersonDraft(name="  Ðỗ  Thi\u0323 Anh ", unit_id=where, phone="01682103591")
    (person,) = people_by_ids(file, [add_person(file, draft)])
    assert (person.name, person.phone, person.phone_raw) == (
        "Đỗ Thị Anh",
        "0382103591",
        "01682103591",
    )


def test_half_a_name_is_refused(file):
    with pytest.raises(AppError, match="họ và tên đầy đủ"):
        add_person(file, PersonDraft(name="An", unit_id=unit(file).id))


def test_blank_values_come_last_when_sorting(file):
    where = unit(file).id
    add_person(file, PersonDraft(name="Lê Văn An", unit_id=where))
    add_person(file, PersonDraft(name="Lê Văn Yên", unit_id=where, phone="0912000001"))
    assert names(file, order="phone") == ["Lê Văn Yên", "Lê Văn An"]
    assert names(file, order="phone", descending=True) == ["Lê Văn Yên", "Lê Văn An"]


def test_editing_moves_a_person(file):
    person = add_people(file, 1)[0]
    other = unit(file, "Công an xã")
    edit_person(file, person, PersonDraft(name="Lê Văn Mới", unit_id=other.id, note="x"))
    (now,) = people_by_ids(file, [person])
    assert (now.name, now.unit, now.note) == ("Lê Văn Mới", "Công an xã", "x")


def test_a_list_of_an_earlier_day_has_the_units_of_that_day(file):
    person = add_people(file, 1)[0]
    here, other = unit(file), unit(file, "Công an xã")
    edit_person(file, person, PersonDraft(name="Nguyễn Văn An", unit_id=other.id))
    earlier = date(2026, 6, 7)
    (then,) = list_people(file, PeopleQuery(unit_ids=frozenset({here.id}), as_of=earlier))
    assert (then.unit, then.unit_id) == (here.name, here.id)
    assert names(file, unit_ids=frozenset({other.id}), as_of=earlier) == []
    assert names(file, unit_ids=frozenset({other.id})) == ["Nguyễn Văn An"]


def test_somebody_who_has_vanished_is_a_sentence(file):
    (person,) = add_people(file, 1)
    undo(file)
    before = fingerprint(file)
    with pytest.raises(AppError, match="Nguyễn Văn An không còn trong danh sách"):
        edit_person(file, person, PersonDraft("Nguyễn Văn An", unit(file).id))
    assert fingerprint(file) == before


def test_who_leaves_on_a_day_to_come_is_found_and_has_their_phone_until_then(file):
    (person,) = add_people(file, 1)
    set_left(file, [person], date(2026, 6, 9), "Nghỉ hưu")
    assert ids_by_phone(file, "0912000000") == (person,)
    assert len(names(file)) == 1
    set_left(file, [person], date(2026, 6, 8), "Nghỉ hưu")
    assert ids_by_phone(file, "0912000000") == ()
    assert ids_by_phone(file, "0912000000", include_left=True) == (person,)
    assert names(file) == []
