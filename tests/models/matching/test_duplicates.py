from hypothesis import given, settings
from hypothesis import strategies as st

from models.matching.duplicates import PERHAPS_NAMESAKES, duplicates_within
from models.matching.identity import identity
from models.matching.people import PHONE_OF_TWO, Tier
from tests.models.matching.people import rows

PHONE = "0912000001"


def pairs(people):
    return [(each.first, each.second, each.verdict.tier) for each in duplicates_within(people)]


def test_the_same_phone_and_name_is_the_same_person_twice():
    people = [
        identity("Vũ Thị Hoà", phone=PHONE, unit_id=1),
        identity("Lê Văn Ba", phone="0982000002", unit_id=1),
        identity("VŨ THỊ HÒA", phone=PHONE, unit_id=2),
    ]
    assert pairs(people) == [(0, 2, Tier.SAME)]


def test_one_phone_for_two_people_is_a_warning():
    people = [identity("Vũ Thị Hoà", phone=PHONE), identity("Lê Văn Ba", phone=PHONE)]
    (found,) = duplicates_within(people)
    assert (found.verdict.tier, found.verdict.warnings) == (Tier.LIKELY, (PHONE_OF_TWO,))


def test_a_name_twice_in_a_unit_may_be_two_namesakes():
    people = [identity("Vũ Thị Hoà", unit_id=1), identity("Vũ Thị Hòa", unit_id=1)]
    (found,) = duplicates_within(people)
    assert found.verdict.tier is Tier.LIKELY
    assert found.verdict.reasons[-1] == PERHAPS_NAMESAKES


def test_the_day_of_birth_settles_a_name_that_stands_twice_in_a_unit():
    people = [identity("Vũ Thị Hoà", unit_id=1, birth="1980-02-03") for _ in range(2)]
    assert pairs(people) == [(0, 1, Tier.SAME)]


def test_namesakes_with_their_years_are_two_people():
    people = [identity("Vũ Thị Hoà 1980", unit="Tổ 1"), identity("Vũ Thị Hoà 1990", unit="Tổ 1")]
    assert pairs(people) == []


def test_units_that_are_only_named_count_too():
    people = [identity("Vu Thi Hoa", unit="Tổ 1"), identity("Vũ Thị Hoà", unit="TỔ 1")]
    assert pairs(people) == [(0, 1, Tier.LIKELY)]


def test_a_phone_of_a_whole_school_is_told_once_per_person():
    words = ["An", "Bình", "Cúc", "Dung", "Em", "Giang", "Hà", "Khánh", "Lan", "Mai", "Nga", "Oanh"]
    people = [identity(f"Lê Thị {word}", phone=PHONE) for word in [*words, "Phúc", "Quý"]]
    assert len(duplicates_within(people)) == len(people) - 1


@settings(max_examples=100, deadline=None)
@given(st.lists(rows(), max_size=8))
def test_pairs_are_in_order_and_turning_the_list_around_finds_the_same(people):
    found = duplicates_within(people)
    last = len(people) - 1
    turned = {
        (last - each.second, last - each.first, each.verdict.tier)
        for each in duplicates_within(people[::-1])
    }
    assert all(each.first < each.second for each in found)
    assert {(each.first, each.second, each.verdict.tier) for each in found} == turned
