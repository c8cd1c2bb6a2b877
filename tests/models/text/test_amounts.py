"""Sums in words: known ones, and every number read back from its words."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from models.text.amounts import money_words, number_words

KNOWN = {
    0: "không",
    5: "năm",
    10: "mười",
    11: "mười một",
    15: "mười lăm",
    20: "hai mươi",
    21: "hai mươi mốt",
    55: "năm mươi lăm",
    100: "một trăm",
    101: "một trăm linh một",
    105: "một trăm linh năm",
    110: "một trăm mười",
    115: "một trăm mười lăm",
    999: "chín trăm chín mươi chín",
    1_000: "một nghìn",
    1_005: "một nghìn không trăm linh năm",
    1_050: "một nghìn không trăm năm mươi",
    1_500_000: "một triệu năm trăm nghìn",
    1_000_001: "một triệu không trăm linh một",
    2_000_000_000: "hai tỷ",
    2_000_000_015: "hai tỷ không trăm mười lăm",
    1_000_000_000_000: "một nghìn tỷ",
}
DIGITS = {
    word: value
    for value, words in enumerate(
        ("không", "một mốt", "hai", "ba", "bốn", "năm lăm", "sáu", "bảy", "tám", "chín")
    )
    for word in words.split()
}
GROUPS = {"nghìn": 1_000, "triệu": 1_000_000}


def read(words: str) -> int:
    """The number that words tell, by another way than they were made."""
    done, below, group, digit = 0, 0, 0, 0
    for word in words.split():
        if word in DIGITS:
            digit = DIGITS[word]
        elif word in {"trăm", "mươi"}:
            group, digit = group + digit * (100 if word == "trăm" else 10), 0
        elif word == "mười":
            group += 10
        elif word in GROUPS:
            below, group, digit = below + (group + digit) * GROUPS[word], 0, 0
        elif word == "tỷ":
            done, below, group, digit = (done + below + group + digit) * 10**9, 0, 0, 0
    return done + below + group + digit


@pytest.mark.parametrize(("value", "words"), KNOWN.items())
def test_known_numbers(value: int, words: str) -> None:
    assert number_words(value) == words


@given(st.integers(0, 10**15) | st.integers(0, 9_999))
def test_every_number_is_read_back_from_its_words(value: int) -> None:
    assert read(number_words(value)) == value


@given(st.integers(0, 10**12))
def test_words_are_single_and_plain(value: int) -> None:
    words = money_words(value)
    assert "  " not in words
    assert words.endswith(" đồng")
    assert words[0].isupper()


def test_the_prizes_of_the_city() -> None:
    assert [money_words(each) for each in (10_000_000, 5_000_000, 3_000_000, 2_000_000)] == [
        "Mười triệu đồng",
        "Năm triệu đồng",
        "Ba triệu đồng",
        "Hai triệu đồng",
    ]


def test_nothing_below_zero_has_words() -> None:
    with pytest.raises(ValueError, match="-1"):
        number_words(-1)
