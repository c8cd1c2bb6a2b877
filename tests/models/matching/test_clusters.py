import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from models.matching.clusters import (
    ABBREVIATED,
    CASE_AND_MARKS,
    COMMUNE_MISSPELT,
    COMMUNE_NAMED,
    UNMARKED,
    cluster_names,
)
from tests.models.matching.corpus_units import unit_pairs


def clusters(*names, commune=""):
    return [set(each.names) for each in cluster_names(names, commune)]


def test_the_spellings_of_one_office_come_together_under_its_full_name():
    (found,) = cluster_names(
        ["PHÒNG VH-XH", "Phòng VHXH", "Phòng Văn hoá - Xã hội", "P. Văn hóa – Xã hội"]
    )
    assert found.proposed == "Phòng Văn hoá - Xã hội"
    assert found.names[0] == "PHÒNG VH-XH"
    assert found.why == ABBREVIATED


@pytest.mark.parametrize(
    ("one", "other", "proposed", "why"),
    [
        ("TRẠM Y TẾ", "Trạm Y tế", "Trạm Y tế", CASE_AND_MARKS),
        ("Trường Mầm non Hoà Bình", "Trường mầm non Hòa Bình", None, CASE_AND_MARKS),
        (
            "Trường TH Tân Trường",
            "Trường Tiểu học Tân Trường",
            "Trường Tiểu học Tân Trường",
            ABBREVIATED,
        ),
        ("TRAM Y TE", "Trạm Y tế", "Trạm Y tế", UNMARKED),
        ("Công an xã Kẻ Sặt", "Công an xã", None, COMMUNE_NAMED),
        ("Thôn II", "Thôn 2", None, "số La Mã và số thường"),
        ("Trường THCS Kẻ Sạt", "Trường THCS Kẻ Sặt", "Trường THCS Kẻ Sặt", COMMUNE_MISSPELT),
        ("Công an xã Kẻ Sạt", "Công an xã", None, COMMUNE_MISSPELT),
        ("Phòng Kinh tế - UBND xã Kẻ Sắt", "Phòng Kinh tế", "Phòng Kinh tế", COMMUNE_MISSPELT),
        ("Thôn Đông Lâm", "Thôn Đông Lam", "Thôn Đông Lâm", "thiếu dấu: “lam” và “lâm”"),
        ("Phòng Kinnh tế", "Phòng Kinh tế", "Phòng Kinh tế", "khác một chữ cái: “kinh” và “kinnh”"),
    ],
)
def test_two_spellings_come_together_and_say_why(one, other, proposed, why):
    (found,) = cluster_names([one, other], "Xã Kẻ Sặt")
    assert set(found.names) == {one, other}
    assert found.why == why
    assert proposed in {None, found.proposed}


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Trường Tiểu học Cẩm Giang", "Trường Tiểu học Cẩm Giàng"),
        ("Trường Tiểu học Kẻ Sạt", "Trường THCS Kẻ Sặt"),
        ("Trường Tiểu học Tân Trường", "Trường THCS Tân Trường"),
        ("Thôn 1", "Thôn 2"),
        ("Thôn An", "Thôn Ân"),
        ("Thôn Thanh", "Thôn Khanh"),
        ("Phường Hải An", "Phường An Hải"),
        ("Công an xã Kẻ Sặt", "Công an xã Mao Điền"),
    ],
)
def test_different_units_stay_apart(one, other):
    assert clusters(one, other, commune="Xã Kẻ Sặt") == [{one}, {other}]


def test_an_unmarked_name_that_may_be_two_units_stays_alone():
    names = ["TRUONG CAM GIANG", "Trường Cẩm Giang", "Trường Cẩm Giàng"]
    assert clusters(*names) == [{name} for name in names]


def test_an_abbreviation_that_may_be_two_units_stays_alone():
    names = ["T. An", "Thôn An", "Tổ An"]
    assert clusters(*names) == [{name} for name in names]
    assert clusters("T. An", "Thôn An") == [{"T. An", "Thôn An"}]


def test_the_more_frequent_of_two_equal_spellings_is_proposed():
    names = ["Trường Mầm non Hoà Bình", *["Trường Mầm non Hòa Bình"] * 2]
    (found,) = cluster_names(names)
    assert found.proposed == "Trường Mầm non Hòa Bình"


def test_a_name_that_stands_alone_has_no_reason():
    (found,) = cluster_names(["Trạm Y tế", "Trạm Y tế"])
    assert (found.names, found.proposed, found.why) == (("Trạm Y tế",), "Trạm Y tế", "")


@settings(max_examples=80, deadline=None)
@given(st.lists(st.sampled_from([pair.text for pair in unit_pairs()]), max_size=25))
def test_every_name_lies_in_exactly_one_cluster_whatever_the_order(names):
    found = cluster_names(names, "Xã Cẩm Giàng")
    assert sorted(name for each in found for name in each.names) == sorted(set(names))
    assert all(each.proposed in each.names for each in found)
    turned = cluster_names(names[::-1], "Xã Cẩm Giàng")
    assert {frozenset(each.names) for each in found} == {frozenset(each.names) for each in turned}
