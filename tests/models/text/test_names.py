import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from models.text.names import (
    is_plausible_name,
    match_key,
    search_fold,
    split_namesake_suffix,
    storage_form,
)
from tests.models.text.samples import letters_and_tones, names

ANY_TEXT = st.one_of(
    names(),
    st.text(max_size=30),
    st.text(
        alphabet="oaeuyqhthOAYàáảạýỳ \u0300\u0301\u0302\u0303\u0306\u0309\u031b\u0323'’-\xad\u200b\xa0\n",
        max_size=16,
    ),
)


@pytest.mark.parametrize(
    ("typed", "kept"),
    [
        ("Nguye\u0303\u0302n", "Nguyễn"),
        ("Ðỗ", "Đỗ"),
        ("ðỗ Ɖức", "đỗ Đức"),
        ("Trâ\u0300n", "Trần"),
        (unicodedata.normalize("NFD", "Nguyễn Thị Thuỷ"), "Nguyễn Thị Thuỷ"),
        ("Ă\u0301n ơ\u0323 Nguy\u0302\u0323", "Ắn ợ Nguỵ\u0302"),
        ("  Nguyễn\u00a0 Văn\n An\ufeff\u200b ", "Nguyễn Văn An"),
        ("\u202aLê\u202c Hoà\u2060", "Lê Hoà"),
        ("Th\xaf H\xad\xacng ¹ µ \x85", "Th\xaf H\xad\xacng ¹ µ \x85"),
        ("H’Hen Niê", "H’Hen Niê"),
        ("", ""),
        (" \t ", ""),
    ],
)
def test_storage_form_mends_only_what_no_eye_sees(typed: str, kept: str) -> None:
    assert storage_form(typed) == kept


@pytest.mark.parametrize(
    "name", ["Hoà", "Hòa", "Thuỷ", "Thúy", "NGUYỄN VĂN A", "nguyễn văn a", "Lý"]
)
def test_storage_form_never_corrects_tone_placement_or_case(name: str) -> None:
    assert storage_form(name) == name


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Vũ Thị Hoà", "VŨ THỊ HÒA"),
        ("Khoẻ", "khỏe"),
        ("Nguyễn Thị Thuý", "Nguyễn  Thị Thúy"),
        ("Uỷ ban", "Ủy ban"),
        ("Thuỷ Nguyên", "Thủy Nguyên"),
        ("Khuỵ", "khụy"),
        ("H’Hen Niê", "H'hen Niê"),
        ("Hʼ Djoan", "H‘ Djoan"),
        ("Ðỗ Văn Đức", "Đỗ Văn Đức"),
        ("Thuý-Hoà", "Thúy-Hòa"),
        ("Thuý1977", "Thúy1977"),
    ],
)
def test_match_key_is_equal_for_the_same_name(one: str, other: str) -> None:
    assert match_key(one) == match_key(other)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Bình", "Bỉnh"),
        ("Cẩm Giang", "Cẩm Giàng"),
        ("Hoà", "Hóa"),
        ("Lý", "Lí"),
        ("Dũng", "Đũng"),
        ("Thuỷ", "Thuy"),
        ("Hân", "Hăn"),
        ("Quý", "Qui"),
        ("Văn An", "Vănan"),
    ],
)
def test_match_key_keeps_different_names_apart(one: str, other: str) -> None:
    assert match_key(one) != match_key(other)


def test_match_key_leaves_qu_and_closed_syllables() -> None:
    assert match_key("Quý Quỳnh Hoàn Thuỳ") == "quý quỳnh hoàn thùy"


@given(ANY_TEXT)
def test_keys_and_storage_form_are_idempotent(text: str) -> None:
    for function in (storage_form, match_key, search_fold):
        once = function(text)
        assert function(once) == once
    assert match_key(storage_form(text)) == match_key(text)
    assert search_fold(match_key(text)) == search_fold(text)


@given(names(), names())
def test_match_key_merges_only_names_of_equal_letters_and_tones(one: str, other: str) -> None:
    assert letters_and_tones(match_key(one)) == letters_and_tones(one)
    if letters_and_tones(one) != letters_and_tones(other):
        assert match_key(one) != match_key(other)


@given(names())
def test_decomposed_and_spaced_names_have_the_same_keys(name: str) -> None:
    spoilt = "\u00a0 " + unicodedata.normalize("NFD", name).replace(" ", " \u200b\n")
    assert storage_form(spoilt) == name
    assert match_key(spoilt) == match_key(name)


def test_search_fold() -> None:
    assert search_fold("  Đỗ Thị  Hoà ") == "do thi hoa"
    assert search_fold("ĐẶNG NGUYỆT ƯỚC") == "dang nguyet uoc"
    assert search_fold("H’Hen Niê") == "h'hen nie"


@pytest.mark.parametrize(
    ("name", "bare", "suffix"),
    [
        ("Nguyễn Thị Thanh Vân 1990", "Nguyễn Thị Thanh Vân", "1990"),
        ("NGUYỄN THỊ THANH VÂN (90)", "NGUYỄN THỊ THANH VÂN", "90"),
        ("NGUYỄN THỊ THANH VÂN(90)", "NGUYỄN THỊ THANH VÂN", "90"),
        ("TRẦN TRUNG KIÊN1977", "TRẦN TRUNG KIÊN", "1977"),
        ("Nguyễn Văn An (A)", "Nguyễn Văn An", "A"),
        ("Nguyễn Văn An (SN 1990)", "Nguyễn Văn An", "1990"),
        ("Nguyễn Văn An, sinh năm 1990", "Nguyễn Văn An", "1990"),
        ("Nguyễn Văn An - 1990", "Nguyễn Văn An", "1990"),
        ("Nguyễn Văn An 02/04/1990", "Nguyễn Văn An", "02/04/1990"),
        ("Nguyễn Văn An (A) 1990", "Nguyễn Văn An", "A 1990"),
        ("Nguyễn Văn An", "Nguyễn Văn An", ""),
        ("Nguyễn Văn A", "Nguyễn Văn A", ""),
        ("H'Hen Niê", "H'Hen Niê", ""),
        ("1990", "1990", ""),
        ("(90)", "(90)", ""),
        ("Nguyễn Văn An ()", "Nguyễn Văn An", ""),
        ("Nguyễn Văn An 0982103591", "Nguyễn Văn An 0982103591", ""),
    ],
)
def test_split_namesake_suffix(name: str, bare: str, suffix: str) -> None:
    assert split_namesake_suffix(name) == (bare, suffix)


@given(ANY_TEXT)
def test_splitting_a_suffix_ends_and_loses_no_letters_before_it(text: str) -> None:
    bare, suffix = split_namesake_suffix(text)
    assert storage_form(text).startswith(bare)
    assert split_namesake_suffix(bare) == (bare, "") or not suffix


@pytest.mark.parametrize(
    "name",
    [
        "Nguyễn Văn An",
        "LÊ ÁNH",
        "H'Hen Niê",
        "Y Blai",
        "K’ Brọp",
        "Giàng A Páo",
        "Trần Trung Kiên1977",
        "Đ/c Nguyễn Văn An",
        "BS. Lê Thị Hoa",
        "Nguyễn thị Hoa",
        "Anna-Maria Lê",
        "Tống Văn Bình",
        "Bàn Văn Tài",
        "Hồi Thị Xa",
        "nguyen van a",
        "Nguyễn Văn An (A)",
    ],
)
def test_plausible_names(name: str) -> None:
    assert is_plausible_name(name)


@pytest.mark.parametrize(
    "cell",
    [
        "",
        "An",
        "12",
        "Tổng cộng",
        "TỔNG SỐ NGƯỜI",
        "I. Văn phòng HĐND và UBND",
        "A. KHỐI ĐẢNG",
        "NGƯỜI LẬP BIỂU",
        "TM. ỦY BAN NHÂN DÂN",
        "(Ký, ghi rõ họ tên)",
        "Danh sách gồm 12 người",
        "Kẻ Sặt, ngày 08 tháng 6 năm 2026",
        "0982103591 0912345678",
        "Họ và tên",
        "Văn phòng Đảng uỷ",
        "Ban Chỉ huy Quân sự",
        "Trường mầm non",
        "a@b.vn c@d.vn",
    ],
)
def test_cells_that_are_no_person(cell: str) -> None:
    assert not is_plausible_name(cell)
