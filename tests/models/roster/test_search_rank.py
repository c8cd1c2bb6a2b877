"""A search puts first whoever is meant: the name with its marks, the name, the phone, the unit, and
last what is noted of somebody."""

from __future__ import annotations

import pytest

from models.records import PeopleQuery, PersonDraft
from models.roster.index import find_ids
from models.roster.people import add_person, edit_person, list_people
from tests.factory import named, unit

NAMES = (
    "Vũ Hoa",
    "Bùi Thị Hòa",
    "Lê Hoàng An",
    "Phạm Hòa Bình",
    "Đặng Văn Hoàn",
    "Trần Hoả",
    "Nguyễn Văn Đăng",
    "Đặng Thị Ánh",
    "Mai Anh",
)


def found(file, text, **more):
    """The names that a search finds, in its order; memory and file agree."""
    query = PeopleQuery(search=text, **more)
    people = list_people(file, query)
    assert [each.id for each in people] == list(find_ids(file, query))
    return [each.name for each in people]


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("Hoà", ["Bùi Thị Hòa", "Phạm Hòa Bình", "Vũ Hoa", "Trần Hoả"]),
        ("hòa", ["Bùi Thị Hòa", "Phạm Hòa Bình", "Vũ Hoa", "Trần Hoả"]),
        ("hoa", ["Vũ Hoa", "Bùi Thị Hòa", "Trần Hoả", "Lê Hoàng An"]),
        ("hò", ["Phạm Hòa Bình", "Bùi Thị Hòa", "Lê Hoàng An"]),
        ("dang", ["Nguyễn Văn Đăng"]),
        ("đặng", ["Đặng Thị Ánh", "Đặng Văn Hoàn", "Nguyễn Văn Đăng"]),
        ("anh", ["Mai Anh", "Đặng Thị Ánh"]),
        ("ánh", ["Đặng Thị Ánh", "Mai Anh"]),
        ("thi hoa", ["Bùi Thị Hòa"]),
    ],
)
def test_the_name_with_the_marks_that_were_typed_comes_first(file, text, names):
    named(file, NAMES)
    assert found(file, text)[: len(names)] == names


def test_phones_come_after_names_and_units_last(file):
    where = unit(file, "Phòng Văn hóa - Xã hội").id
    elsewhere = unit(file, "Công an xã").id
    add_person(file, PersonDraft("An Thị Hóa", elsewhere))
    add_person(file, PersonDraft("Bùi Văn An", where, phone="0912000123"))
    add_person(file, PersonDraft("Cao Bá Hoa", where, phone="0912000124"))
    assert found(file, "hóa") == ["An Thị Hóa", "Cao Bá Hoa", "Bùi Văn An"]
    assert found(file, "0912 hoa") == ["Cao Bá Hoa", "Bùi Văn An"]


def test_post_and_note_come_after_all_others(file):
    where = unit(file, "Phòng Văn hóa - Xã hội").id
    elsewhere = unit(file, "Công an xã").id
    for draft in (
        PersonDraft("An Thị Lan", elsewhere, position="Cán bộ văn hóa"),
        PersonDraft("Bùi Văn An", where),
        PersonDraft("Cao Bá Hoa", elsewhere),
        PersonDraft("Đinh Văn Nam", elsewhere, note="Nghỉ ốm; hỏi chị Hòa"),
        PersonDraft("Giang Văn Tú", elsewhere, position="Phó Trưởng phòng", note="Học 50%"),
    ):
        add_person(file, draft)
    assert found(file, "hóa") == ["Cao Bá Hoa", "Bùi Văn An", "An Thị Lan", "Đinh Văn Nam"]
    assert found(file, "pho truong") == ["Giang Văn Tú"]
    assert found(file, "tú phó") == ["Giang Văn Tú"]
    assert found(file, "50%") == ["Giang Văn Tú"]
    assert found(file, "phó zzz") == []


def test_what_is_noted_anew_is_found_at_once(file):
    where = unit(file, "Công an xã").id
    person = add_person(file, PersonDraft("An Thị Lan", where))
    assert found(file, "biệt phái") == []
    edit_person(file, person, PersonDraft("An Thị Lan", where, note="Đang biệt phái"))
    assert found(file, "biệt phái") == ["An Thị Lan"]


def test_who_sorts_says_what_comes_first(file):
    named(file, NAMES)
    assert found(file, "hoa", descending=True)[-1] == "Lê Hoàng An"
    assert sorted(found(file, "hoa", order="unit")) == sorted(found(file, "hoa"))


def test_of_a_past_day_it_is_the_same_order(file):
    named(file, NAMES)
    today = file.clock().date()
    people = list_people(file, PeopleQuery(search="Hoà", as_of=today))
    assert [each.name for each in people][:2] == ["Bùi Thị Hòa", "Phạm Hòa Bình"]
