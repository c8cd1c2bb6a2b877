"""How the platform's spelling of a unit stands to the unit that somebody works in."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import pytest

from models.matching.units import UnitFinder
from models.reconcile.unit_texts import UnitFit, UnitTexts

OWN = "Xã Kẻ Sặt"


@dataclass(frozen=True)
class Place:
    """A unit as texts are read beside it."""

    id: int
    name: str
    parent_id: int | None = None
    aliases: Sequence[str] = ()


def texts(*names: str, commune: str = OWN) -> UnitTexts:
    places = [Place(at, name) for at, name in enumerate(names)]
    return UnitTexts(places, commune)  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("written", "own"),
    [
        ("Truong THCS Ke Sat", "Trường THCS Kẻ Sặt"),
        ("Truong THCS Ke Sat", "Trường Trung học cơ sở Kẻ Sặt"),
        ("TRUONG TRUNG HOC CO SO KE SAT", "Trường THCS Kẻ Sặt"),
        ("Truong THCS Ke Sat, xa Ke Sat", "Trường THCS Kẻ Sặt"),
        ("UBND xa Ke Sat - Truong THCS Ke Sat", "Trường THCS Kẻ Sặt"),
        ("Truong THCS Ke Sat, xa Ke Sat, TP Hai Phong", "Trường THCS Kẻ Sặt"),
        ("Van phong HDND va UBND xa Ke Sat", "Văn phòng HĐND và UBND"),
        ("VP HDND & UBND xa", "Văn phòng HĐND và UBND"),
        ("van phong hdnd ubnd xa ke sat", "Văn phòng Hội đồng nhân dân và Ủy ban nhân dân"),
        ("Tram y te xa Ke Sat", "Trạm Y tế"),
        ("TYT xa Ke Sat", "Trạm Y tế xã"),
        ("Cong an xa Ke Sat", "Công an xã"),
        ("Dang uy xa Ke Sat", "Đảng ủy xã"),
        ("Ban XD Dang", "Ban Xây dựng Đảng"),
        ("BCH QS xa Ke Sat", "Ban Chỉ huy Quân sự"),
        ("UBMTTQ VN xa Ke Sat", "Ủy ban Mặt trận Tổ quốc Việt Nam"),
        ("TT PV HCC xa", "Trung tâm Phục vụ hành chính công"),
        ("Thon Ha", "Thôn Hạ"),
    ],
)
def test_a_unit_typed_without_marks_is_itself(written: str, own: str) -> None:
    judged = texts(own, "Phòng Kinh tế", "Trường Tiểu học Kẻ Sặt")
    assert judged.judge(written, 0).standing is UnitFit.RIGHT
    assert judged.find(written).unit_id == 0


@pytest.mark.parametrize(
    ("written", "own"),
    [
        ("THCS Ke Sat", "Trường THCS Kẻ Sặt"),
        ("MN Binh Minh", "Trường Mầm non Bình Minh"),
        ("To dan pho so 03", "Tổ dân phố số 3"),
        ("Trường THCS Ke Sat", "Trường THCS Kẻ Sặt"),
        ("Truong THCS Kẻ Sặt", "Trường THCS Kẻ Sặt"),
        ("Tram Y tế Ke Sat", "Trạm Y tế Kẻ Sặt"),
    ],
)
def test_what_comes_near_is_no_wrong_unit(written: str, own: str) -> None:
    assert texts(own, "Phòng Kinh tế").judge(written, 0).standing in {
        UnitFit.NEAR,
        UnitFit.RIGHT,
    }


@pytest.mark.parametrize(
    "written",
    [
        "Truong THPT Ke Sat",
        "Truong TH va THCS Ke Sat",
        "Truong THCS Ke Sat, xa Binh Giang",
        "Truong THCS Ke Sat xa Thanh Mien",
        "Phong Kinh te",
        "Truong THCS Ke Xat",
    ],
)
def test_another_unit_or_commune_without_marks_is_another(written: str) -> None:
    judged = texts("Trường THCS Kẻ Sặt", "Phòng Kinh tế")
    assert judged.judge(written, 0).standing is UnitFit.OTHER


@pytest.mark.parametrize(
    ("written", "names"),
    [
        ("Thon Doan", ("Thôn Đoàn", "Thôn Đoan")),
        ("Truong TH An Binh", ("Trường TH An Bình", "Trường TH Ân Bình")),
        ("Thon Ha", ("Thôn Hạ", "Thôn Hà", "Thôn Hả")),
    ],
)
def test_two_units_that_are_equal_without_marks_are_asked_about(
    written: str, names: tuple[str, ...]
) -> None:
    judged = texts(*names)
    found = judged.find(written)
    assert found.unit_id is None
    assert {each for each, _ in found.suggestions} == set(range(len(names)))
    assert judged.judge(written, 1).standing is UnitFit.NEAR


@pytest.mark.parametrize(
    "written", ["Truong THCS Cam Giang", "Truong THCS Cam Giang, xa Cam Giang"]
)
def test_a_commune_with_a_twin_is_never_sure_without_marks(written: str) -> None:
    judged = texts("Trường THCS Cẩm Giàng", commune="Xã Cẩm Giàng")
    assert judged.find(written).unit_id is None
    assert judged.judge(written, 0).standing is UnitFit.NEAR


def test_the_twin_written_with_its_marks_is_another() -> None:
    judged = texts("Trường THCS Cẩm Giàng", commune="Xã Cẩm Giàng")
    assert judged.judge("Trường THCS Cẩm Giang", 0).standing is UnitFit.OTHER


def test_a_list_is_only_offered_what_has_no_marks() -> None:
    finder = UnitFinder([Place(0, "Trường THCS Kẻ Sặt")], OWN)
    found = finder.find("Truong THCS Ke Sat xa Ke Sat")
    assert found.unit_id is None
    assert found.suggestions == ((0, "viết không dấu"),)
