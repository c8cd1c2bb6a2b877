import itertools
import random
import sqlite3

import pytest
from hypothesis import given
from hypothesis import strategies as st

from models.text.collation import sort_key
from tests.models.text.samples import names, syllables

ICU_ORDER = [
    "an",
    "anh",
    "ảnh",
    "ánh",
    "ăn",
    "ân",
    "dung",
    "dùng",
    "dủng",
    "dũng",
    "dúng",
    "dụng",
    "đung",
    "đức",
    "ha",
    "hà",
    "hả",
    "hã",
    "há",
    "hạ",
    "hai",
    "hải",
    "hái",
    "hoa",
    "on",
    "ôn",
    "ơn",
    "thu",
    "thư",
    "ung",
    "uyên",
    "ưng",
    "y",
    "ý",
    "yên",
    "yến",
]
PEOPLE = [
    "Trần Văn An",
    "Dương Văn Anh",
    "Đỗ Văn Anh",
    "Nguyễn Văn Anh",
    "Nguyễn Thị Ảnh",
    "Lê Ánh",
    "Nguyễn Thị Ân",
    "Phạm Dung",
    "Phạm Dũng",
    "Phạm Đức",
    "Bùi Thị Hoa",
    "Vũ Thị Hoà",
    "Hoàng Yến",
]


def test_words_stand_in_the_order_of_icu() -> None:
    assert sorted(random.Random(1).sample(ICU_ORDER, len(ICU_ORDER)), key=sort_key) == ICU_ORDER


def test_people_stand_by_given_name_then_family_then_middle_names() -> None:
    assert sorted(reversed(PEOPLE), key=sort_key) == PEOPLE
    same_given = ["Lê An", "Lê Bình An", "Lê Văn An", "Lê Văn Bình An", "Nguyễn An"]
    assert sorted(reversed(same_given), key=sort_key) == same_given


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Vũ Thị Hoà", "Vũ Thị Hòa"),
        ("Lê Thuý", "Lê Thúy"),
        ("Ðỗ An", "Đỗ An"),
        ("H’Hen Niê", "H'Hen Niê"),
    ],
)
def test_spelling_does_not_separate_equal_names(one: str, other: str) -> None:
    assert sort_key(one) == sort_key(other)


def test_case_decides_only_at_the_very_end() -> None:
    people = ["LÊ AN", "lê bình", "Lê Bình", "LÊ BÌNH", "lê Chi"]
    assert sorted(reversed(people), key=sort_key) == people


def test_namesakes_stand_together_by_suffix() -> None:
    people = [
        "Lê Văn An",
        "Lê Văn An (84)",
        "LÊ VĂN AN 1972",
        "Lê Văn An (A)",
        "Lê Văn An (B)",
        "Lê Văn Bình An",
        "Trần Trung Kiên",
        "TRẦN TRUNG KIÊN1977",
    ]
    assert sorted(reversed(people), key=sort_key) == people


def test_sort_name_takes_the_place_of_the_given_name() -> None:
    assert sort_key("H'Hen Niê", "H'Hen") < sort_key("Lê Hoa") < sort_key("H'Hen Niê")
    assert sort_key("Lò Thị Hoa", "  ") == sort_key("Lò Thị Hoa")
    assert sort_key("Lò Thị Hoa", "Hoa") == sort_key("Lò Thị Hoa")


@pytest.mark.parametrize("text", ["", " ", "!", "2", "\u0301", "H'", "Nguyễn  An"])
def test_any_text_has_a_key(text: str) -> None:
    assert isinstance(sort_key(text), str)


@given(names(), names())
def test_sort_key_compares_word_by_word(one: str, other: str) -> None:
    def given_first(name: str) -> list[str]:
        words = name.lower().split()
        return [sort_key(word) for word in words[-1:] + words[:-1]]

    if given_first(one) != given_first(other):
        assert (given_first(one) < given_first(other)) == (sort_key(one) < sort_key(other))


@given(syllables(), syllables())
def test_letters_come_before_tones(one: str, other: str) -> None:
    alphabet = "aăâbcdđeêfghijklmnoôơpqrstuưvwxyz"
    toneless = str.maketrans(dict(zip("àáảãạ", "aaaaa", strict=True)))
    ranks = [
        [alphabet.index(_base(letter)) for letter in word.lower().translate(toneless)]
        for word in (one, other)
    ]
    if ranks[0] != ranks[1]:
        assert (ranks[0] < ranks[1]) == (sort_key(one) < sort_key(other))


def _base(letter: str) -> str:
    import unicodedata

    marks = [
        mark
        for mark in unicodedata.normalize("NFD", letter)
        if mark not in "\u0300\u0301\u0303\u0309\u0323"
    ]
    return unicodedata.normalize("NFC", "".join(marks))


@given(st.lists(names(), max_size=8))
def test_sqlite_orders_the_keys_as_python_does(people: list[str]) -> None:
    keys = [sort_key(name) for name in people]
    connection = sqlite3.connect(":memory:")
    connection.execute("create table k (v text)")
    connection.executemany("insert into k values (?)", [(key,) for key in keys])
    assert [value for (value,) in connection.execute("select v from k order by v")] == sorted(keys)
    connection.close()


def test_order_is_total() -> None:
    for one, other in itertools.pairwise(sorted(ICU_ORDER, key=sort_key)):
        assert sort_key(one) < sort_key(other)
