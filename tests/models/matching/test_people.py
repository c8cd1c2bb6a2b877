from datetime import date

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from models.matching.identity import identity
from models.matching.people import PHONE_OF_TWO, ROWS_MIXED_UP, Tier, compare_people
from tests.models.matching.corpus import people_pairs
from tests.models.matching.people import NOISE, noisy, rows

PAIRS = people_pairs()
KNOWN_GAPS = {
    "Viết sai nhiều chỗ (hiện chưa nhận ra)",
    "Một chữ khác, hai tên đều có thật (hiện vẫn hỏi)",
}


def test_the_corpus_is_large_and_names_no_pair_twice():
    assert len(PAIRS) >= 300
    assert len({(pair.one, pair.other) for pair in PAIRS}) == len(PAIRS)


def test_nobody_of_the_corpus_is_taken_for_another():
    wrong = [pair for pair in PAIRS if pair.judged is Tier.SAME and pair.expected is not Tier.SAME]
    assert wrong == []


@pytest.mark.parametrize("pair", [each for each in PAIRS if each.rule not in KNOWN_GAPS], ids=str)
def test_each_pair_falls_in_the_tier_a_careful_colleague_would_choose(pair):
    assert pair.judged is pair.expected
    assert compare_people(pair.other, pair.one) == compare_people(pair.one, pair.other)


@pytest.mark.parametrize("pair", PAIRS, ids=str)
def test_every_verdict_explains_itself(pair):
    verdict = compare_people(pair.one, pair.other)
    assert verdict.reasons
    assert all(reason == reason.strip() and reason for reason in verdict.reasons)


@pytest.mark.parametrize(
    ("one", "other", "reason"),
    [
        (
            "Nguyen Van An",
            "Nguyễn Văn An",
            "họ tên thiếu dấu: “Nguyen” và “Nguyễn”, “Van” và “Văn”",
        ),
        ("Nguyễn Thị Lí", "Nguyễn Thị Lý", "chỉ khác i và y: “Lí” và “Lý”"),
        ("Lê Văn Hùg", "LÊ VĂN HÙNG", "họ tên khác một chữ cái: “Hùg” và “Hùng”"),
        ("Nguyễn An", "Nguyễn Văn An", "thiếu đệm “Văn”"),
        ("An Nguyễn Văn", "Nguyễn Văn An", "đảo thứ tự họ và tên"),
        ("Ng. Văn An", "Nguyễn Văn An", "họ tên viết tắt: “Ng.” và “Nguyễn”"),
        ("Lê Văn Bỉnh", "Lê Văn Bình", "họ tên khác dấu thanh: “Bình” và “Bỉnh”"),
        ("Nguyễn VănAn", "Nguyễn Văn An", "chỉ khác khoảng trắng trong họ tên"),
    ],
)
def test_what_separates_two_names_is_said_in_words(one, other, reason):
    a = identity(one, phone="0912000001")
    b = identity(other, phone="0912000001")
    verdict = compare_people(a, b)
    assert verdict.tier is Tier.LIKELY
    assert verdict.reasons == (reason, "cùng số điện thoại")


def test_one_phone_with_two_names_warns():
    a = identity("Nguyễn Văn An", phone="0912000001")
    b = identity("Trần Thị Bích", phone="0912000001")
    assert compare_people(a, b).warnings == (PHONE_OF_TWO,)


def test_somebody_who_left_is_never_taken_without_asking_and_the_day_is_told():
    gone = identity("Nguyễn Văn An", phone="0912000001", left_on=date(2026, 6, 5))
    verdict = compare_people(identity("Nguyễn Văn An", phone="0912000001"), gone)
    assert verdict.tier is Tier.LIKELY
    assert verdict.reasons[-1] == "người này đã rời danh sách ngày 05/06/2026"


def test_a_record_whose_row_now_names_somebody_else_is_asked_about():
    a = identity("Nguyễn Văn An", uid="7f3a", phone="0912000001")
    b = identity("Trần Thị Bích", uid="7f3a", phone="0982000002")
    assert (compare_people(a, b).tier, compare_people(a, b).warnings) == (
        Tier.LIKELY,
        (ROWS_MIXED_UP,),
    )


def test_a_birth_that_contradicts_is_told_even_with_the_same_phone():
    a = identity("Nguyễn Văn An", phone="0912000001", birth="1985")
    b = identity("Nguyễn Văn An", phone="0912000001", birth="1958-02-01")
    assert "khác năm sinh: 1958 và 1985" in compare_people(a, b).reasons


@settings(max_examples=300, deadline=None)
@given(rows(), rows())
def test_comparing_is_symmetric(one, other):
    assert compare_people(one, other) == compare_people(other, one)


@settings(max_examples=150, deadline=None)
@given(rows(), rows(), st.sampled_from(NOISE))
def test_how_a_name_was_typed_changes_nothing(one, other, kind):
    typed = identity(
        noisy(one.name, kind),
        phone=one.phone,
        unit_id=one.unit_id,
        unit=one.unit,
        birth=one.birth,
        staff_code=one.staff_code,
        uid=one.uid,
    )
    assert compare_people(typed, other) == compare_people(one, other)


@settings(max_examples=200, deadline=None)
@given(rows(), rows())
def test_without_a_shared_number_no_other_name_is_ever_sure(one, other):
    verdict = compare_people(one, other)
    if verdict.tier is Tier.SAME and not (one.uid and one.uid == other.uid):
        assert "cùng họ tên" in verdict.reasons
