"""Key slots: opened by what they were made with and nothing else, refused when tampered with."""

import copy
import json
import unicodedata

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from models.errors import AppError
from models.store.slots import (
    COST,
    DEAREST,
    KdfCost,
    key_by_password,
    key_by_recovery,
    new_slots,
    slots_from_told,
    with_new_recovery,
    with_password,
)

CHEAP = KdfCost(1, 32, 4)
SPOKEN = "sáng nay trời xanh ở Ba Vì"


@pytest.fixture(scope="module")
def made():
    return new_slots(SPOKEN, CHEAP)


def test_a_try_costs_what_an_attacker_feels_and_a_small_pc_bears():
    assert COST.memory <= 64 * 1024 <= DEAREST.memory
    slots, key, code = new_slots(SPOKEN)
    assert key_by_password(slots, SPOKEN) == key == key_by_recovery(slots, code)
    assert slots.password.cost == COST


def test_nothing_secret_is_told_and_what_is_told_is_read_back(made):
    slots, key, code = made
    told = json.dumps(slots.told())
    assert slots_from_told(json.loads(told)) == slots
    assert key.hex() not in told
    assert code.replace("-", "") not in told.upper()
    assert len(told) < 800


def test_two_files_with_one_password_share_nothing(made):
    other, key, code = new_slots(SPOKEN, CHEAP)
    slots = made[0]
    assert (other.id, other.salt, key) != (slots.id, slots.salt, made[1])
    assert key_by_recovery(slots, code) is None


def test_composed_and_decomposed_letters_are_one_password_and_spaces_count(made):
    slots, key, _code = made
    assert key_by_password(slots, unicodedata.normalize("NFD", SPOKEN)) == key
    for other in (
        SPOKEN + " ",
        " " + SPOKEN,
        SPOKEN.upper(),
        SPOKEN.replace(" ", ""),
        "",
        "\udc80",
    ):
        assert key_by_password(slots, other) is None


@settings(max_examples=25, deadline=None)
@given(st.text(max_size=40), st.text(max_size=40))
def test_a_password_opens_and_another_one_does_not(one, other):
    slots, key, code = new_slots(one, CHEAP)
    assert key_by_password(slots, one) == key
    same = unicodedata.normalize("NFC", one) == unicodedata.normalize("NFC", other)
    assert (key_by_password(slots, other) == key) == same
    changed = with_password(slots, key, other, CHEAP)
    assert key_by_password(changed, other) == key == key_by_recovery(changed, code)
    assert changed.recovery == slots.recovery


def test_a_new_recovery_code_ends_the_old_one_and_leaves_the_password(made):
    slots, key, code = made
    changed, newer = with_new_recovery(slots, key)
    assert key_by_recovery(changed, newer) == key == key_by_password(changed, SPOKEN)
    assert key_by_recovery(changed, code) is None
    assert changed.password == slots.password


def test_a_key_of_other_slots_wraps_nothing(made):
    for act in (with_new_recovery, lambda slots, key: with_password(slots, key, SPOKEN)):
        with pytest.raises(ValueError, match="other slots"):
            act(made[0], bytes(32))


def _flipped(text):
    return ("1" if text[0] == "0" else "0") + text[1:]


@pytest.mark.parametrize("field", ["id", "salt"])
def test_slots_of_an_altered_file_open_nothing(made, field):
    slots, _key, code = made
    told = slots.told()
    told[field] = _flipped(told[field])
    altered = slots_from_told(told)
    assert key_by_password(altered, SPOKEN) is None
    assert key_by_recovery(altered, code) is None


@pytest.mark.parametrize("kind", ["password", "recovery"])
@pytest.mark.parametrize("field", ["salt", "nonce", "wrapped"])
def test_an_altered_slot_opens_nothing(made, kind, field):
    slots, key, code = made
    told = copy.deepcopy(slots.told())
    told[kind][field] = _flipped(told[kind][field])
    altered = slots_from_told(told)
    assert key_by_password(altered, SPOKEN) == (None if kind == "password" else key)
    assert key_by_recovery(altered, code) == (None if kind == "recovery" else key)


def test_cheaper_parameters_put_into_a_file_open_nothing(made):
    told = copy.deepcopy(made[0].told())
    told["password"]["cost"] = [2, 32, 4]
    assert key_by_password(slots_from_told(told), SPOKEN) is None


def test_a_slot_of_one_kind_is_none_of_the_other(made):
    told = copy.deepcopy(made[0].told())
    told["recovery"] = told["password"]
    with pytest.raises(AppError):
        slots_from_told(told)


WRONG = [
    ("format", 2),
    ("format", True),
    ("id", "00"),
    ("id", "Z" * 32),
    ("salt", None),
    ("password", []),
    ("recovery", {"cost": [0, 0, 0]}),
]
WRONG_COSTS = [
    [11, 65536, 4],
    [3, 262145, 4],
    [3, 65536, 5],
    [0, 65536, 4],
    [3, 31, 4],
    [3, 65536],
    [3.0, 65536, 4],
    [True, 65536, 4],
    "3",
    [-1, 65536, 4],
]


@pytest.mark.parametrize(("field", "value"), WRONG)
def test_what_are_no_slots_is_refused_in_words(made, field, value):
    told = made[0].told()
    told[field] = value
    with pytest.raises(AppError, match="khóa của tệp"):
        slots_from_told(told)


@pytest.mark.parametrize("cost", WRONG_COSTS)
def test_a_foreign_file_cannot_demand_memory_or_time(made, cost):
    told = copy.deepcopy(made[0].told())
    told["password"]["cost"] = cost
    with pytest.raises(AppError):
        slots_from_told(told)


@pytest.mark.parametrize("told", [None, [], "x", {}, {"format": 1}, 7])
def test_other_json_is_refused(told):
    with pytest.raises(AppError):
        slots_from_told(told)


def test_a_field_that_we_never_wrote_is_refused(made):
    with pytest.raises(AppError):
        slots_from_told(made[0].told() | {"more": 1})
