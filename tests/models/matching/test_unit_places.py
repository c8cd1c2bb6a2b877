"""A place behind a unit's own name: the city, a commune of before, another commune."""

from __future__ import annotations

import time

import pytest

from models.matching.units import UnitFinder
from models.text.names import search_fold
from resources.catalog import communes
from tests.models.matching.corpus_units import MadeUpUnit

OWN = "Xã Kẻ Sặt"
NAMES = (
    "Phòng Kinh tế",
    "Công an xã",
    "Hội Nông dân",
    "Trạm Y tế xã",
    "Trường Tiểu học Vĩnh Hồng",
    "Trường THCS Hồng Phong",
    "Thôn Đông",
    "Văn phòng HĐND và UBND",
    "UBND xã",
    "Trung tâm Phục vụ hành chính công",
    "Trường THCS Bình Giang",
)
FINDER = UnitFinder([MadeUpUnit(at, name) for at, name in enumerate(NAMES)], OWN)


def asked(text: str, finder: UnitFinder = FINDER) -> list[str]:
    found = finder.find(text)
    assert found.unit_id is None
    return [NAMES[each] for each, _ in found.suggestions]


def taken(text: str, finder: UnitFinder = FINDER) -> str:
    found = finder.find(text)
    assert found.unit_id is not None, found
    return NAMES[found.unit_id]


@pytest.mark.parametrize(
    ("text", "unit"),
    [
        ("Phòng Kinh tế, thành phố Hải Phòng", "Phòng Kinh tế"),
        ("PHÒNG KINH TẾ, TP. HẢI PHÒNG", "Phòng Kinh tế"),
        ("P. Kinh tế (TP Hải Phòng)", "Phòng Kinh tế"),
        ("Phòng KT - TPHP", "Phòng Kinh tế"),
        ("Phòng Kinh tế - Hải Phòng", "Phòng Kinh tế"),
        ("Phòng Kinh tế xã; T.P Hải Phòng.", "Phòng Kinh tế"),
        ("Công an xã, thành phố Hải Phòng", "Công an xã"),
        ("Công an xã thành phố Hải Phòng", "Công an xã"),
        ("Hội Nông dân xã, TP Hải Phòng", "Hội Nông dân"),
        ("UBND xã, thành phố Hải Phòng", "UBND xã"),
        ("Trường THCS Hồng Phong, tp.Hải Phòng", "Trường THCS Hồng Phong"),
        ("Trường THCS Hồng Phong thành phố Hải Phòng", "Trường THCS Hồng Phong"),
        ("Trạm y tế, TP.HP", "Trạm Y tế xã"),
        ("Thôn Đông, thành phố Hải Phòng", "Thôn Đông"),
    ],
)
def test_the_city_behind_a_unit_that_no_city_has_is_left_out(text: str, unit: str) -> None:
    assert taken(text) == unit


@pytest.mark.parametrize(
    ("text", "unit"),
    [
        ("Hội Nông dân, thành phố Hải Phòng", "Hội Nông dân"),
        ("Công an, TP Hải Phòng", "Công an xã"),
        ("Văn phòng HĐND và UBND, thành phố Hải Phòng", "Văn phòng HĐND và UBND"),
        ("Phòng Kinh tế thành phố Hải Phòng", "Phòng Kinh tế"),
        ("Trung tâm Phục vụ hành chính công, TP Hải Phòng", "Trung tâm Phục vụ hành chính công"),
        ("Trường THCS Hồng Phong, tỉnh Hải Dương", "Trường THCS Hồng Phong"),
        ("Trường THCS Hồng Phong, huyện Bình Giang, tỉnh Hải Dương", "Trường THCS Hồng Phong"),
        ("Trường THCS Hồng Phong (H. Bình Giang cũ)", "Trường THCS Hồng Phong"),
        ("Phong Kinh te, TP Hai Phong", "Phòng Kinh tế"),
        ("Phòng Kinh té, TP Hải Phòng", "Phòng Kinh tế"),
    ],
)
def test_what_may_be_a_body_of_the_place_is_asked_about(text: str, unit: str) -> None:
    assert asked(text) == [unit]


@pytest.mark.parametrize(
    "text",
    [
        "Trường Tiểu học Vĩnh Hồng, xã Vĩnh Hồng cũ",
        "Trường Tiểu học Vĩnh Hồng, xã Vĩnh Hồng (cũ)",
        "Trường Tiểu học Vĩnh Hồng (xã Vĩnh Hồng cũ)",
        "TRƯỜNG TH VĨNH HỒNG - XÃ VĨNH HỒNG CŨ, TP HẢI PHÒNG",
        "Trường Tiểu học Vĩnh Hồng thuộc xã Vĩnh Hồng trước đây",
        "Trường Tiểu học Vĩnh Hồng, TT. Vĩnh Hồng cũ",
    ],
)
def test_a_unit_named_after_the_commune_of_before_is_taken(text: str) -> None:
    assert taken(text) == "Trường Tiểu học Vĩnh Hồng"


@pytest.mark.parametrize(
    ("text", "unit"),
    [
        ("Thôn Đông (xã Hưng Thịnh cũ)", "Thôn Đông"),
        ("Phòng Kinh tế, phường Hưng Thịnh (cũ)", "Phòng Kinh tế"),
        ("Công an xã Hưng Thịnh cũ", "Công an xã"),
        ("Trạm Y tế xã Vĩnh Hồng", "Trạm Y tế xã"),
        ("Thon Dong (xa Hung Thinh cu)", "Thôn Đông"),
        ("Trường THCS Bình Giang, xã Bình Giang cũ", "Trường THCS Bình Giang"),
        ("Trường Tiểu học Vĩnh Hồng, xã Vĩnh Hồng", "Trường Tiểu học Vĩnh Hồng"),
        ("Trường Tiểu học Vĩnh Hồng, xã Vĩnh Hồng cũ, huyện Bình Giang", NAMES[4]),
    ],
)
def test_another_commune_of_before_is_asked_about(text: str, unit: str) -> None:
    assert asked(text) == [unit]


@pytest.mark.parametrize(
    "text",
    [
        "Trường THCS Hồng Phong, xã Bình Giang",
        "Trường THCS Hồng Phong, xã Bình Giang, TP Hải Phòng",
        "Trường THCS Hồng Phong xã Bình Giang, thành phố Hải Phòng",
        "Trường THCS Hồng Phong (Phường Tứ Minh)",
        "Trường THCS Bình Giang, xã Bình Giang",
        "Trường THCS Hồng Phong - xã Bình Giang (xã Hưng Thịnh cũ)",
        "Truong THCS Hong Phong, xa Binh Giang",
        "Công an xã Mao Điền, TP Hải Phòng",
        "Công an phường, TP Hải Phòng",
        "Công an thành phố Hải Phòng",
        "Công an huyện Bình Giang cũ",
        "Hội Nông dân thành phố Hải Phòng",
        "Hội Nông dân tỉnh Hải Dương",
        "UBND thành phố Hải Phòng",
        "Trung tâm Phục vụ hành chính công thành phố Hải Phòng",
        "Trường THCS Hồng Phong, tỉnh Bắc Ninh",
        "Trường THCS Hồng Phong, thành phố Hà Nội",
        "Trường THCS Hồng Phong, xã An Khánh, thành phố Hà Nội",
        "Trường THCS Tân Việt, xã Hồng Phong cũ",
        "Thôn Đồng (xã Hưng Thịnh cũ)",
        "Thành phố Hải Phòng",
        "xã Hưng Thịnh cũ",
    ],
)
def test_another_place_or_another_name_is_never_suggested(text: str) -> None:
    assert asked(text) == []


def test_the_commune_itself_may_stand_before_the_city() -> None:
    assert taken("Trường Tiểu học Vĩnh Hồng, xã Kẻ Sặt, thành phố Hải Phòng") == NAMES[4]
    assert taken("Hội Nông dân, xã Kẻ Sặt - Hải Phòng") == "Hội Nông dân"


def test_the_tone_makes_another_commune_of_before() -> None:
    assert asked("Trường Tiểu học Vĩnh Hồng, xã Vĩnh Hông cũ") == [NAMES[4]]


def test_one_name_of_two_units_is_asked_about_with_its_place_too() -> None:
    finder = UnitFinder([MadeUpUnit(0, "Thôn Đông"), MadeUpUnit(1, "Thôn Đông")], OWN)
    for text in ("Thôn Đông, TP Hải Phòng", "Thôn Đông (xã Hưng Thịnh cũ)"):
        found = finder.find(text)
        assert found.unit_id is None
        assert {each for each, _ in found.suggestions} == {0, 1}


def test_a_unit_whose_name_holds_the_place_is_found_by_it() -> None:
    names = ["Công an", "Hội Nông dân (xã Hưng Thịnh cũ)", "Hội Nông dân"]
    finder = UnitFinder([MadeUpUnit(at, name) for at, name in enumerate(names)], OWN)
    assert finder.find("Hội Nông dân, xã Hưng Thịnh (cũ)").unit_id == 1


def test_without_a_commune_a_place_is_only_left_out_to_be_suggested() -> None:
    finder = UnitFinder([MadeUpUnit(0, "Phòng Kinh tế")])
    assert asked("Phòng Kinh tế, TP Hải Phòng", finder) == ["Phòng Kinh tế"]


def test_the_place_that_was_left_out_is_said() -> None:
    assert FINDER.find("Thôn Đông, TP Hải Phòng").reason == (
        "đúng tên đơn vị, không kể “TP Hải Phòng”"
    )
    ((_, reason),) = FINDER.find("Thôn Đông (xã Hưng Thịnh cũ)").suggestions
    assert reason == "đúng tên đơn vị, không kể “xã Hưng Thịnh cũ”"


@pytest.mark.parametrize("text", ["TTYT", "TTYT xã", "TTYT xã Kẻ Sặt", "ttyt, TP Hải Phòng"])
def test_ttyt_is_a_centre_or_a_station_and_is_asked_about(text: str) -> None:
    assert asked(text) == ["Trạm Y tế xã"]
    both = UnitFinder([MadeUpUnit(0, "Trạm Y tế"), MadeUpUnit(1, "Trung tâm Y tế")], OWN)
    found = both.find(text)
    assert found.unit_id is None
    assert {each for each, _ in found.suggestions} == {0, 1}


def test_ttyt_of_another_commune_is_not_ours() -> None:
    assert asked("TTYT xã Bình Giang") == []


def test_ttyt_learnt_as_a_name_is_sure() -> None:
    finder = UnitFinder([MadeUpUnit(0, "Trạm Y tế", aliases=("TTYT",))], OWN)
    assert finder.find("TTYT").unit_id == 0


@pytest.mark.parametrize("before", [", ", " ", " ("])
@pytest.mark.parametrize("behind", ["", ", TP Hải Phòng", " - Hải Phòng", " (xã Hưng Thịnh cũ)"])
def test_no_unit_of_another_commune_is_ever_ours(before: str, behind: str) -> None:
    others = [each.full_name for each in communes() if each.full_name != OWN]
    names = [f"{name}{before}{other}{behind}" for name in NAMES[:7] for other in others]
    for text in (*names, *map(search_fold, names)):
        assert asked(text) == []


@pytest.mark.parametrize("part", ["a,", "xã ", "(cũ ", "tp. ", "- ", "thị xã a ", "Hải Phòng, "])
def test_a_long_text_is_answered_at_once(part: str) -> None:
    started = time.process_time()
    assert FINDER.find(part * 2_000).unit_id is None
    assert time.process_time() - started < 2
