from datetime import date

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from models.matching.decisions import Decisions, decision_key
from models.matching.finder import REMEMBERED, Finder
from models.matching.identity import identity
from models.matching.people import Tier
from tests.models.matching.corpus import people_pairs
from tests.models.matching.people import NOISE, noisy, rosters, rows

AN = identity("Nguyễn Văn An", id=1, uid="a", phone="0912000001", unit_id=1, unit="Phòng Kinh tế")
BINH = identity("Trần Thị Bình", id=2, uid="b", phone="0982000002", unit_id=1, unit="Phòng Kinh tế")
CUC = identity("Lê Thị Cúc", id=3, uid="c", unit_id=2, unit="Trạm Y tế")
ROSTER = [AN, BINH, CUC]


def ids(finding):
    return [each.identity.id for each in finding.candidates]


def test_phone_and_name_are_sure():
    finding = Finder(ROSTER).find(identity("NGUYỄN VĂN AN", phone="0912000001"))
    assert finding.same == AN
    assert finding.candidates == ()
    assert finding.verdict.reasons == ("cùng họ tên", "cùng số điện thoại")


def test_name_and_unit_are_sure_when_nobody_else_fits():
    assert Finder(ROSTER).find(identity("Lê Thị Cúc", unit_id=2)).same == CUC
    assert Finder(ROSTER).find(identity("Lê Thị Cúc", unit="TRẠM Y TẾ")).same == CUC


def test_two_namesakes_in_a_unit_are_never_guessed_between():
    twin = identity("Lê Thị Cúc", id=4, uid="d", unit_id=2, unit="Trạm Y tế")
    finding = Finder([*ROSTER, twin]).find(identity("Lê Thị Cúc", unit_id=2))
    assert finding.same is None
    assert ids(finding) == [3, 4]
    assert all(each.verdict.tier is Tier.LIKELY for each in finding.candidates)
    assert "danh sách có 2 người cùng khớp" in finding.candidates[0].verdict.reasons


def test_the_record_tells_twins_with_one_phone_apart():
    twins = [
        identity("Lê Thị Cúc", id=at, uid=uid, phone="0912000007", unit_id=2)
        for at, uid in ((4, "d"), (5, "e"))
    ]
    finder = Finder(twins)
    row = identity("Lê Thị Cúc", uid="e", phone="0912000007", unit_id=2)
    assert finder.find(row).same == twins[1]
    assert finder.find(identity("Lê Thị Cúc", phone="0912000007", unit_id=2)).same is None


def test_births_tell_namesakes_of_one_unit_apart():
    one = identity("Lê Thị Cúc", id=4, uid="d", unit_id=2, birth="1985")
    other = identity("Lê Thị Cúc", id=5, uid="e", unit_id=2, birth="1990-01-01")
    finder = Finder([one, other])
    assert finder.find(identity("Lê Thị Cúc", unit_id=2, birth="1990")).same == other
    assert finder.find(identity("Lê Thị Cúc 1985", unit_id=2)).same == one


def test_two_rows_of_the_file_that_fit_one_person_are_asked_about():
    row = identity("Lê Thị Cúc", unit_id=2)
    namesake = identity("Lê Thị Cúc", unit_id=2, phone="0912000009")
    finding = Finder(ROSTER, incoming=[row, namesake]).find(row)
    assert finding.same is None
    assert "tệp có 2 dòng cùng khớp với người này" in finding.candidates[0].verdict.reasons
    assert Finder(ROSTER, incoming=[row]).find(row).same == CUC


def test_a_phone_that_is_somebody_elses_makes_name_and_unit_unsure():
    finding = Finder(ROSTER).find(identity("Lê Thị Cúc", unit_id=2, phone=AN.phone))
    assert finding.same is None
    assert ids(finding) == [3, 1]


def test_a_shared_phone_does_not_disturb_who_has_both():
    wife = identity("Vũ Thị Hoa", id=4, uid="d", phone=AN.phone, unit_id=2, unit="Trạm Y tế")
    assert Finder([*ROSTER, wife]).find(identity("Nguyễn Văn An", phone=AN.phone)).same == AN


def test_the_same_person_twice_on_the_roster_is_not_guessed():
    twice = identity("Nguyễn Văn An", id=4, uid="d", phone=AN.phone, unit_id=2, unit="Trạm Y tế")
    assert ids(Finder([*ROSTER, twice]).find(identity("Nguyễn Văn An", phone=AN.phone))) == [1, 4]


def test_a_record_that_came_back_with_another_persons_data_is_asked_about():
    """Somebody sorted the names of a kit and not its hidden column."""
    mixed = identity("Trần Thị Bình", uid="a", phone=BINH.phone, unit_id=1)
    assert set(ids(Finder(ROSTER).find(mixed))) == {1, 2}


def test_a_record_is_found_by_its_uid_whatever_else_was_mended():
    mended = identity("Nguyễn Văn Ân", uid="a", phone="0345000003", unit_id=2)
    assert Finder(ROSTER).find(mended).same == AN


def test_who_left_is_asked_about_and_does_not_hide_who_came_back():
    gone = identity(
        "Đỗ Thị Na", id=7, uid="g", phone="0345000003", unit_id=2, left_on=date(2026, 6, 5)
    )
    row = identity("Đỗ Thị Na", phone="0345000003", unit_id=2)
    finding = Finder([*ROSTER, gone]).find(row)
    assert (finding.same, ids(finding)) == (None, [7])
    back = identity("Đỗ Thị Na", id=8, uid="h", phone="0345000003", unit_id=2)
    assert Finder([*ROSTER, gone, back]).find(row).same == back


@pytest.mark.parametrize(
    "name",
    [
        "Tran Thi Binh",
        "Trần Thị Bìn",
        "Trần Thị Bìhn",
        "Trần Thị Bìnhh",
        "Trần Bình",
        "Bình Trần Thị",
        "Tr. Thị Bình",
        "Trần ThịBình",
        "Trần Thị Thu Bình",
    ],
)
def test_near_names_of_the_unit_are_suggested(name):
    finding = Finder(ROSTER).find(identity(name, unit_id=1))
    assert (finding.same, ids(finding)) == (None, [2])
    assert Finder(ROSTER).find(identity(name, unit_id=2)).candidates == ()


def test_binh_is_not_suggested_for_another_tone():
    assert Finder(ROSTER).find(identity("Trần Thị Bỉnh", unit_id=1)).candidates == ()


def test_an_unmarked_name_is_not_taken_for_one_of_several():
    bare = identity("LE VAN AN", id=4, uid="d", unit_id=2, unit="Trạm Y tế")
    marked = identity("Lê Văn Ân", id=5, uid="e", unit_id=2, unit="Trạm Y tế")
    finding = Finder([bare, marked]).find(identity("Le Van An", unit_id=2))
    assert finding.same is None
    assert ids(finding) == [4, 5]


def test_refused_pairs_are_not_proposed_again():
    row = identity("Tran Thi Binh", unit_id=1, unit="Phòng Kinh tế")
    refused = Decisions(not_same=frozenset({(decision_key(row), "b")}))
    assert ids(Finder(ROSTER).find(row)) == [2]
    assert Finder(ROSTER, refused).find(row).candidates == ()


def test_confirmed_pairs_are_taken_without_asking_again():
    row = identity("Tran Thi Binh", unit_id=1, unit="Phòng Kinh tế")
    known = Decisions(same={decision_key(row): "b"})
    finding = Finder(ROSTER, known).find(row)
    assert (finding.same, finding.verdict) == (BINH, REMEMBERED)
    assert Finder(ROSTER, known, incoming=[row, row]).find(row).same is None
    assert Finder([AN, CUC], known).find(row).same is None


def test_a_decision_is_found_again_however_the_row_was_typed():
    one = identity("Vũ Thị Hoà", phone="0912000001", unit="Trạm Y tế")
    other = identity("VŨ THỊ  HÒA", phone="0912000001", unit="TRẠM  Y TẾ")
    assert decision_key(one) == decision_key(other) == "vũ thị hòa|0912000001|trạm y tế"


@pytest.mark.parametrize("pair", people_pairs(), ids=str)
def test_the_finder_misses_nothing_that_comparing_finds(pair):
    """On a roster of one, the finder's answer is the tier of the pair."""
    finding = Finder([pair.other]).find(pair.one)
    found = Tier.DIFFERENT
    if finding.same or finding.candidates:
        found = Tier.SAME if finding.same else Tier.LIKELY
    assert found is pair.judged


@settings(max_examples=150, deadline=None)
@given(rosters(), rows(), st.sampled_from(NOISE))
def test_noise_in_the_key_never_changes_the_finding(roster, row, kind):
    typed = identity(
        noisy(row.name, kind),
        phone=row.phone,
        unit_id=row.unit_id,
        unit=row.unit,
        birth=row.birth,
        staff_code=row.staff_code,
        uid=row.uid,
    )
    finder = Finder(roster)
    assert finder.find(typed) == finder.find(row)


@settings(max_examples=150, deadline=None)
@given(rosters(), rows(), st.integers(0, 6))
def test_somebody_unrelated_never_changes_who_is_sure(roster, row, place):
    stranger = identity("Phùng Quốc Khải", id=99, uid="z", phone="0377000099", unit_id=1)
    before = Finder(roster).find(row)
    after = Finder([*roster[:place], stranger, *roster[place:]]).find(row)
    assert after == before


@settings(max_examples=150, deadline=None)
@given(rosters(), rows())
def test_every_answer_is_sure_or_asked_and_sure_people_are_here(roster, row):
    finding = Finder(roster).find(row)
    assert finding.same is None or finding.candidates == ()
    assert finding.same is None or not finding.same.left
    assert all(each.verdict.tier is Tier.LIKELY for each in finding.candidates)


@settings(max_examples=100, deadline=None)
@given(rosters())
def test_the_order_of_the_roster_does_not_matter(roster):
    for row in roster:
        asked = identity(row.name, phone=row.phone, unit_id=row.unit_id, unit=row.unit)
        one, other = Finder(roster).find(asked), Finder(roster[::-1]).find(asked)
        assert one.same == other.same
        assert set(ids(one)) == set(ids(other))


def test_where_people_choose_their_unit_a_namesake_elsewhere_makes_a_name_unsure():
    namesake = identity("Lê Thị Cúc", id=4, uid="d", unit_id=1, unit="Phòng Kinh tế")
    row = identity("Lê Thị Cúc", unit_id=2)
    assert Finder([*ROSTER, namesake]).find(row).same == CUC
    assert set(ids(Finder([*ROSTER, namesake], trust_units=False).find(row))) == {3, 4}
    assert Finder(ROSTER, trust_units=False).find(row).same == CUC


def test_a_birth_year_that_fits_a_namesake_elsewhere_makes_the_unit_unsure():
    namesake = identity("Lê Thị Cúc", id=4, uid="d", unit_id=1, unit="Phòng Kinh tế", birth="1971")
    row = identity("Lê Thị Cúc", unit_id=2, birth="1971-05-02")
    assert set(ids(Finder([*ROSTER, namesake]).find(row))) == {3, 4}
