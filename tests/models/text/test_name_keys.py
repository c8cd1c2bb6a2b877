"""All keys at once are the same keys as one by one."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from models.text.collation import sort_key
from models.text.name_keys import NameKeys, name_keys
from models.text.names import VOWELS, match_key, search_fold

letters = st.sampled_from("bcdđghklmnpqrstvxyBĐNTHfjwz" + VOWELS + VOWELS.upper())
words = st.text(letters, min_size=1, max_size=6)


def one_by_one(name: str) -> NameKeys:
    return NameKeys(match_key(name), search_fold(name), sort_key(name))


@given(st.lists(words, min_size=1, max_size=6).map(" ".join))
def test_names_of_nothing_but_words(name):
    assert name_keys(name) == one_by_one(name)


@given(st.text(max_size=20))
def test_any_text(text):
    assert name_keys(text) == one_by_one(text)


@pytest.mark.parametrize("name", ["Vũ Thị Hoà", "H'Hen Niê", "Trần Trung Kiên 1977", "Đỗ A (B)"])
def test_real_names(name):
    assert name_keys(name) == one_by_one(name)
