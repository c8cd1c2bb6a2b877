import pytest

from models.matching.finder import Finder
from tests.models.matching.commune import ASKED, ASKED_IN_VAIN, PEOPLE, RIGHT, WRONG, commune

SEEDS = [1, 2, 3]


def outcomes(seed, *, trust_units):
    roster, cases = commune(seed)
    finder = Finder(roster, incoming=[case.row for case in cases], trust_units=trust_units)
    return [(case, case.outcome(finder)) for case in cases]


@pytest.mark.parametrize("seed", SEEDS)
def test_in_a_commune_full_of_namesakes_nobody_is_taken_for_another(seed):
    judged = outcomes(seed, trust_units=False)
    assert [case for case, outcome in judged if outcome == WRONG] == []


@pytest.mark.parametrize("seed", SEEDS)
def test_where_units_are_trusted_only_a_wrong_unit_can_mislead(seed):
    wrong = {case.kind for case, outcome in outcomes(seed, trust_units=True) if outcome == WRONG}
    assert wrong <= {"Sai đơn vị, không có số"}


@pytest.mark.parametrize("seed", SEEDS)
def test_hardly_anybody_is_missed_and_hardly_a_stranger_is_asked_about(seed):
    judged = outcomes(seed, trust_units=False)
    found = sum(outcome in {RIGHT, ASKED} for _, outcome in judged)
    assert found >= 0.98 * PEOPLE
    in_vain = [case for case, outcome in judged if outcome == ASKED_IN_VAIN]
    assert len(in_vain) <= 0.06 * (len(judged) - PEOPLE)


def test_a_name_with_its_phone_is_sure_however_it_was_typed():
    judged = outcomes(1, trust_units=True)
    plain = [
        (case, told) for case, told in judged if case.kind == "Viết khác kiểu" and case.row.phone
    ]
    assert {told for _, told in plain} == {RIGHT}
