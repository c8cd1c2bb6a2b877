import json
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from models.matching.people import Tier
from models.matching.units import UnitFinder
from tests.models.matching.corpus_units import (
    COMMUNE,
    FINDER,
    NOT_YET_KNOWN,
    STILL_SUGGESTED,
    UNITS,
    MadeUpUnit,
    unit_pairs,
)
from tests.models.matching.people import NOISE, noisy

PAIRS = unit_pairs()
GAPS = NOT_YET_KNOWN + STILL_SUGGESTED
COMMUNES = json.loads(
    (Path(__file__).parents[3] / "resources/presets/communes.json").read_text("utf-8")
)


@pytest.mark.parametrize("pair", [each for each in PAIRS if each.text not in GAPS], ids=str)
def test_each_name_finds_its_unit_as_surely_as_it_should(pair):
    assert pair.judged is pair.expected


@pytest.mark.parametrize(
    "pair", [each for each in PAIRS if each.expected is not Tier.SAME], ids=str
)
def test_nothing_that_only_looks_like_a_unit_is_taken_for_one(pair):
    assert FINDER.find(pair.text).unit_id is None


def test_the_nearest_is_suggested_first_and_each_suggestion_says_why():
    for pair in PAIRS:
        finding = FINDER.find(pair.text)
        assert all(reason for _, reason in finding.suggestions)
        if pair.expected is Tier.LIKELY and pair.text not in GAPS and pair.unit.id < 100:
            assert finding.suggestions[0][0] == pair.unit.id


@pytest.mark.parametrize(
    ("text", "reason"),
    [
        ("Công an xã", "đúng tên đơn vị"),
        ("Chi hội chị em", "đúng tên gọi khác “Chi hội chị em”"),
        ("phòng văn hóa-xã hội", "chỉ khác cách viết với “Phòng Văn hóa - Xã hội”"),
        ("P. VHXH", "đọc đầy đủ là “Phòng Văn hóa - Xã hội”"),
    ],
)
def test_the_reason_is_said_in_words(text, reason):
    assert FINDER.find(text).reason == reason


@pytest.mark.parametrize(
    ("text", "reason"),
    [
        ("Thôn II", "số La Mã và số thường"),
        ("Tiểu học Tân Trường", "một bên không ghi “trường”"),
        ("PHONG KINH TE", "viết không dấu"),
        ("Thôn Lí Đỏ", "chỉ khác i và y: “lí” và “lý”"),
        ("Phòng Kinhh tế", "khác một chữ cái: “kinh” và “kinhh”"),
    ],
)
def test_suggestions_say_what_differs(text, reason):
    assert [why for _, why in FINDER.find(text).suggestions] == [reason]


def test_two_units_of_one_name_are_told_apart_by_their_parent_only():
    assert FINDER.find("Tổ Văn phòng").unit_id is None
    assert {each for each, _ in FINDER.find("Tổ Văn phòng").suggestions} == {101, 102}
    assert FINDER.find("Trường Tiểu học Cẩm Giàng - Tổ Văn phòng").unit_id == 101
    assert FINDER.find("Tổ văn phòng, trường THCS Cẩm Giàng").unit_id == 102


def test_an_abbreviation_with_two_readings_is_not_guessed():
    units = [MadeUpUnit(1, "Thôn An"), MadeUpUnit(2, "Tổ An")]
    finding = UnitFinder(units).find("T. An")
    assert (finding.unit_id, [each for each, _ in finding.suggestions]) == (None, [1, 2])


def test_an_alias_learnt_makes_a_name_sure():
    units = [MadeUpUnit(1, "Phòng Văn hóa - Xã hội", aliases=("Phòng Văn xã",))]
    assert UnitFinder(units).find("PHÒNG VĂN XÃ").unit_id == 1


def test_units_named_by_abbreviations_are_found_by_full_names():
    units = [MadeUpUnit(1, "Trường TH & THCS Thạch Lỗi"), MadeUpUnit(2, "TYT")]
    finder = UnitFinder(units)
    assert finder.find("Trường Tiểu học và Trung học cơ sở Thạch Lỗi").unit_id == 1
    assert finder.find("Trạm Y tế").unit_id == 2


def test_without_a_commune_its_name_is_only_suggested_to_be_left_out():
    finder = UnitFinder([MadeUpUnit(1, "Công an")])
    assert finder.find("Công an xã").suggestions[0][0] == 1
    assert finder.find("Công an xã").unit_id is None


@pytest.mark.parametrize("text", ["", " ", "-", "...", "12"])
def test_nothing_is_found_in_nothing(text):
    assert FINDER.find(text).unit_id is None
    assert FINDER.find(text).suggestions == ()


def test_the_114_communes_are_never_mistaken_for_one_another():
    """Cẩm Giang is not Cẩm Giàng, An Hải is not Hải An, Hưng Đạo is not Trần Hưng Đạo."""
    units = [MadeUpUnit(at, each["full_name"]) for at, each in enumerate(COMMUNES)]
    finder = UnitFinder(units)
    for unit in units:
        for text in (unit.name, unit.name.upper(), noisy(unit.name, "nfd"), f" {unit.name}."):
            assert finder.find(text).unit_id == unit.id
    assert len(units) == 114


def test_thuy_nguyen_is_found_in_both_tone_styles():
    finder = UnitFinder([MadeUpUnit(1, "Phường Thuỷ Nguyên"), MadeUpUnit(2, "Phường Hoà Bình")])
    assert finder.find("Phường Thủy Nguyên").unit_id == 1
    assert finder.find("P. Hòa Bình").unit_id == 2


def test_no_preset_unit_hides_another():
    """Every name and alias of the starter tree finds its own unit, in a xã and in a phường."""
    preset = json.loads(
        (Path(__file__).parents[3] / "resources/presets/units.json").read_text("utf-8")
    )
    for kind in ("xã", "phường"):
        units = _planted(preset, kind)
        finder = UnitFinder(units, f"{kind} Kẻ Sặt")
        for unit in units:
            for name in (unit.name, *unit.aliases):
                assert finder.find(name).unit_id == unit.id, name


def _planted(nodes, kind, parent=None, units=None):
    units = [] if units is None else units
    for node in nodes:
        if kind not in node.get("only", [kind]):
            continue
        names = [
            text.replace("{kind}", kind).replace("{villages}", "thôn")
            for text in (node["name"], *node["aliases"])
        ]
        units.append(MadeUpUnit(len(units) + 1, names[0], parent, tuple(names[1:])))
        _planted(node.get("children", []), kind, units[-1].id, units)
    return units


@settings(max_examples=100, deadline=None)
@given(st.sampled_from([pair.text for pair in PAIRS]), st.sampled_from(NOISE))
def test_noise_in_a_name_never_changes_the_unit(text, kind):
    typed, plain = FINDER.find(noisy(text, kind)), FINDER.find(text)
    assert typed.unit_id == plain.unit_id
    assert [each for each, _ in typed.suggestions] == [each for each, _ in plain.suggestions]


@settings(max_examples=100, deadline=None)
@given(st.text(max_size=40))
def test_any_text_is_answered(text):
    finding = FINDER.find(text)
    assert finding.unit_id is None or finding.suggestions == ()


@settings(max_examples=100, deadline=None)
@given(st.permutations(UNITS), st.sampled_from([pair.text for pair in PAIRS]))
def test_the_order_of_the_units_does_not_matter(units, text):
    found = UnitFinder(units, COMMUNE).find(text)
    assert found.unit_id == FINDER.find(text).unit_id
    assert set(found.suggestions) == set(FINDER.find(text).suggestions)
