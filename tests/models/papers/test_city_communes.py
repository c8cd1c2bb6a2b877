"""The row of the commune in lists as cities write them: found by a sure name, or refused."""

from __future__ import annotations

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from models.errors import AppError
from models.papers.city_communes import next_free_row, row_of_commune
from models.records import Commune

OURS = Commune("Xã Kẻ Sặt", "xa", "", "Kẻ Sặt", "Thành phố Hải Phòng")


def named(name: str) -> Commune:
    return Commune(name, "", "", name.split(" ", 1)[1], "Thành phố Hải Phòng")


def listed(*names: str, number: bool = True) -> dict[tuple[int, int], str]:
    """A list from row 3 on: A the number, B the name."""
    texts = {(2, 1): "STT", (2, 2): "Đơn vị", (2, 3): "Tổng số", (2, 4): "Đã đăng ký"}
    for at, name in enumerate(names, start=1):
        texts[2 + at, 2] = name
        if number:
            texts[2 + at, 1] = str(at)
    return texts


NUMBERS = ("", "57. ", "57) ", "18.07 ", "- ", "57 – ")
OFFICES = ("", "UBND ", "Ủy ban nhân dân ", "Uỷ ban nhân dân ", "HĐND và UBND ", "HĐND-UBND ")
NAMES = ("Xã Kẻ Sặt", "xã  Kẻ\u00a0Sặt ", "X. Kẻ Sặt", "X.Kẻ Sặt", "Kẻ Sặt", "Kẻ Sặt (xã)")
CITIES = ("", ", thành phố Hải Phòng", ", TP. Hải Phòng", " - TP Hải Phòng", " (Hải Phòng)")


@given(*(st.sampled_from(each) for each in (NUMBERS, OFFICES, NAMES, CITIES)))
def test_however_the_row_writes_the_name_it_is_found(number, office, name, city):
    text = f"{number}{office}{name}{city}"
    for written in (text, text.upper(), unicodedata.normalize("NFD", text)):
        assert row_of_commune(listed("Xã Bình Giang", written, "Xã Khác"), OURS, 2) == 4


@pytest.mark.parametrize(
    "name",
    [
        "Phường Kẻ Sặt",
        "P. Kẻ Sặt",
        "Đặc khu Kẻ Sặt",
        "Thị trấn Kẻ Sặt",
        "Xã Kẻ Sắt",
        "Xã Kẻ",
        "Xã Kẻ Sặt Đông",
        "Xã Kẻ Sặt (cũ)",
        "Xã Kẻ Sặt, tỉnh Khác",
        "Xã Kẻ Sặt - Xã Bình Giang",
        "Công an xã Kẻ Sặt",
        "Trường THCS Kẻ Sặt",
        "Đảng ủy xã Kẻ Sặt",
        "Xa Ke Sat",
    ],
)
def test_what_may_be_another_is_refused_and_named(name):
    with pytest.raises(AppError, match="không có dòng") as told:
        row_of_commune(listed("Xã Bình Giang", name), OURS, 2)
    near = "ke sat" in unicodedata.normalize("NFD", name).encode("ascii", "ignore").decode().lower()
    assert (f"“{name}” (ô B4)" in str(told.value)) == near


@pytest.mark.parametrize(
    ("ours", "names", "row"),
    [
        ("Xã Hồng Châu", ("Phường Hồng Châu", "Xã Hồng Châu"), 4),
        ("Phường Hồng Châu", ("Phường Hồng Châu", "Xã Hồng Châu"), 3),
        ("Xã Hồng Châu", ("Phường Hồng Châu", "Hồng Châu"), None),
        ("Xã Cẩm Giàng", ("Xã Cẩm Giang", "Xã Cẩm Giàng"), 4),
        ("Xã Cẩm Giàng", ("CẨM GIANG", "CẨM GIÀNG"), 4),
        ("Xã Cẩm Giàng", ("Xã Cẩm Giang", "Cam Giang"), None),
        ("Phường 1", ("Phường 10", "Phường 1", "P. 11"), 4),
        ("Phường 1", ("P.10", "1. P.1", "P. 11"), 4),
        ("Phường Hòa Bình", ("Xã Khác", "P. Hoà Bình"), 4),
        ("Xã An Phú", ("Xã An Phú Đông", "Xã An Phú", "Xã Tân An Phú"), 4),
    ],
)
def test_namesakes_are_told_apart(ours, names, row):
    if row is None:
        with pytest.raises(AppError):
            row_of_commune(listed(*names), named(ours), 2)
    else:
        assert row_of_commune(listed(*names), named(ours), 2) == row


def test_a_heading_or_a_place_under_a_date_is_not_the_row_of_a_numbered_list():
    texts = listed("Xã Bình Giang", "Xã Kẻ Sặt", "Xã Khác")
    texts |= {(1, 2): "UBND xã Kẻ Sặt", (9, 2): "Kẻ Sặt"}
    assert row_of_commune(texts, OURS, 2) == 4
    for twice in (listed("Xã Kẻ Sặt", "Kẻ Sặt"), listed("Xã Kẻ Sặt", "Kẻ Sặt", number=False)):
        with pytest.raises(AppError, match="nhiều dòng"):
            row_of_commune(twice, OURS, 2)


def test_no_row_is_added_while_the_row_of_the_commune_waits():
    with pytest.raises(AppError, match="đã có dòng của xã Kẻ Sặt"):
        next_free_row(listed("Xã Bình Giang", "Xã Kẻ Sặt"), (2, 3, 4), OURS)
    with pytest.raises(AppError, match="ô B4"):
        next_free_row(listed("Xã Bình Giang", "Xã Kẻ Sặt"), (3, 4), OURS)


def test_a_log_goes_on_below_its_last_row():
    log = {(1, 2): "Đơn vị", (1, 3): "Tổng số", (1, 4): "Đăng ký"}
    assert next_free_row({}, (2, 3, 4), OURS) == 1
    assert next_free_row(log, (2, 3, 4), OURS) == 2
    sent = log | {(2, 2): "Xã Kẻ Sặt", (2, 3): "532", (2, 4): "11"}
    assert next_free_row(sent, (2, 3, 4), OURS) == 3


@pytest.mark.parametrize(
    "below",
    [
        {(4, 2): "Tổng cộng", (4, 3): "532", (4, 4): "24"},
        {(4, 1): "Cộng", (4, 3): "532", (4, 4): "24"},
        {(6, 4): "NGƯỜI LẬP BIỂU"},
        {(5, 2): "Ghi chú: số liệu đến hết ngày báo cáo."},
    ],
)
def test_below_a_total_or_a_signature_no_row_is_added(below):
    log = {(1, 2): "Đơn vị", (1, 3): "Tổng số", (1, 4): "Đăng ký"}
    log |= {(2, 2): "Xã Khác", (2, 3): "9", (2, 4): "1"}
    with pytest.raises(AppError, match="không rõ dòng trống"):
        next_free_row(log | below, (2, 3, 4), OURS)
