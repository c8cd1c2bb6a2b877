"""The recovery code as people type it: read kindly, and a wrong character is located."""

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from models.store.recovery_code import (
    ALPHABET,
    GROUPS,
    CodeUnclear,
    asked_part,
    code_groups,
    confirms,
    group_holds,
    new_code,
)

CODE = "1FAKR-8K3XF-J7TN7-F1QHA-HGGK4-KX988-E8PK7"
"""Made once: tests have the same names in each process."""


def test_a_code_has_groups_of_letters_that_cannot_be_mistaken():
    assert re.fullmatch(r"([0-9A-HJKMNP-TV-Z]{5}-){6}[0-9A-HJKMNP-TV-Z]{5}", CODE)
    assert len({new_code() for _ in range(200)}) == 200
    assert 4 * 5 * GROUPS >= 128


@pytest.mark.parametrize(
    ("group", "place"), [("00001", 1), ("00002", 2), ("10003", 1), ("0001H", 1)]
)
def test_the_check_is_the_sum_worked_out_by_hand(group, place):
    assert group_holds(group, place)


@pytest.mark.parametrize(
    "typed",
    [
        CODE.lower(),
        CODE.replace("-", " "),
        CODE.replace("-", ""),
        f"  {CODE}\n",
        CODE.replace("-", " – "),
        CODE.replace("0", "O").replace("1", "l"),
        CODE.replace("0", "o").replace("1", "I"),
        "".join(chr(ord(each) + 0xFEE0) if each.isalnum() else each for each in CODE),
    ],
)
def test_it_is_read_as_people_type_it(typed):
    assert "-".join(code_groups(typed)) == CODE


@given(st.integers(0, 34), st.sampled_from(ALPHABET + "U?"))
def test_one_wrong_character_is_located(at, other):
    plain = CODE.replace("-", "")
    typed = plain[:at] + other + plain[at + 1 :]
    if typed == plain:
        return
    with pytest.raises(CodeUnclear, match=f"nhóm thứ {at // 5 + 1}\\.") as told:
        code_groups(typed)
    assert told.value.groups == (at // 5 + 1,)


@given(st.integers(0, 6), st.integers(0, 3))
def test_two_neighbours_that_changed_places_are_located(group, at):
    parts = list(code_groups(CODE))
    text = parts[group]
    if text[at] == text[at + 1]:
        return
    parts[group] = text[:at] + text[at + 1] + text[at] + text[at + 2 :]
    with pytest.raises(CodeUnclear) as told:
        code_groups("-".join(parts))
    assert told.value.groups == (group + 1,)


def test_groups_in_another_order_are_found():
    parts = list(code_groups(CODE))
    parts[1], parts[4] = parts[4], parts[1]
    with pytest.raises(CodeUnclear, match="nhóm thứ 2 và nhóm thứ 5"):
        code_groups("-".join(parts))


def test_a_lost_character_is_located_and_a_lost_group_counted():
    parts = code_groups(CODE)
    with pytest.raises(CodeUnclear, match="nhóm thứ 3 gõ thừa hoặc thiếu"):
        code_groups("-".join([*parts[:2], parts[2][:4], *parts[3:]]))
    with pytest.raises(CodeUnclear, match="đã gõ 30"):
        code_groups("-".join(parts[:6]))
    for nothing in ("", " - ", "mat khau"):
        with pytest.raises(CodeUnclear):
            code_groups(nothing)


@pytest.mark.parametrize("joined", ["Á", "đ", "Ư", "Ô"])
def test_letters_that_a_vietnamese_keyboard_joined_are_explained(joined):
    with pytest.raises(CodeUnclear, match="bộ gõ tiếng Việt"):
        code_groups(joined + CODE[2:])


def test_part_of_it_is_typed_again_as_proof():
    parts = code_groups(CODE)
    asked = asked_part(CODE)
    assert len(asked) == len(set(asked)) == 2
    assert confirms(CODE, {each: parts[each - 1].lower() for each in asked})
    assert not confirms(CODE, {asked[0]: parts[asked[0] - 1], asked[1]: "00000"})
    assert not confirms(CODE, {})
    assert not confirms(CODE, {9: parts[0]})
    assert len({asked_part(CODE) for _ in range(60)}) > 5
