"""Columns that a careful reader leaves alone: other people, other dates, other numbers."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date, timedelta
from random import Random

from lists.people import Crowd
from lists.vocabulary import TITLES_OF_OTHER_PEOPLE, TITLES_OF_OTHER_PHONES

Column = tuple[str, list[object]]


def other_people(draw: Random, crowd: Crowd, rows: int) -> list[Column]:
    """A column of somebody else's names, often with a phone beside it."""
    which = draw.randrange(len(TITLES_OF_OTHER_PEOPLE))
    few = [crowd.one("") for _ in range(draw.choice((3, rows)))]
    chosen = [draw.choice(few) for _ in range(rows)]
    columns: list[Column] = [(TITLES_OF_OTHER_PEOPLE[which], [each.name for each in chosen])]
    if draw.random() < 0.7:
        columns.append((TITLES_OF_OTHER_PHONES[which], [each.phone for each in chosen]))
    return columns


def _days(draw: Random, rows: int) -> list[object]:
    start = date(2005, 1, 1)
    return [f"{start + timedelta(days=draw.randrange(7000)):%d/%m/%Y}" for _ in range(rows)]


def _choices(*words: str) -> Callable[[Random, int], list[object]]:
    return lambda draw, rows: [draw.choice(words) for _ in range(rows)]


def _numbers(low: int, high: int, digits: int = 0) -> Callable[[Random, int], list[object]]:
    def cells(draw: Random, rows: int) -> list[object]:
        return [f"{draw.randrange(low, high):0{digits}d}" if digits else draw.randrange(low, high)
                for _ in range(rows)]  # fmt: skip

    return cells


def _factors(draw: Random, rows: int) -> list[object]:
    return [round(draw.choice((2.34, 2.67, 3.0, 3.33, 3.66, 3.99, 4.32)), 2) for _ in range(rows)]


PLAIN: tuple[tuple[str, Callable[[Random, int], list[object]]], ...] = (
    ("Ngày vào ngành", _days),
    ("Ngày cấp", _days),
    ("Ngày vào Đảng", _days),
    ("Ngày ký hợp đồng", _days),
    ("Ngày nghỉ", _days),
    ("Số CCCD", _numbers(10**11, 10**12 - 1)),
    ("Số tài khoản", _numbers(10**9, 10**10 - 1)),
    ("Số sổ BHXH", _numbers(10**9, 10**10 - 1, 10)),
    ("Mã số thuế", _numbers(8 * 10**9, 9 * 10**9, 10)),
    ("Hệ số lương", _factors),
    ("Phụ cấp chức vụ", _factors),
    (
        "Số quyết định",
        lambda draw, rows: [f"{draw.randrange(10, 900)}/QĐ-UBND" for _ in range(rows)],
    ),
    ("Trình độ chuyên môn", _choices("Đại học", "Cao đẳng", "Thạc sĩ", "Trung cấp")),
    ("Chuyên ngành", _choices("Sư phạm Toán", "Luật", "Kế toán", "Công nghệ thông tin")),
    ("Dân tộc", _choices("Kinh", "Tày", "Hoa")),
    ("Tôn giáo", _choices("Không", "Phật giáo")),
    ("Quê quán", _choices("Bình Giang, Hải Dương", "Tiên Lãng, Hải Phòng", "Thanh Hà, Hải Dương")),
    ("Địa chỉ", _choices("Thôn Đông, xã Kẻ Sặt", "Số 12 Trần Phú", "Khu 3, Kẻ Sặt")),
    ("Số lần vi phạm", _numbers(0, 3)),
    ("Xếp loại", _choices("Hoàn thành tốt nhiệm vụ", "Hoàn thành xuất sắc nhiệm vụ")),
    ("Mã ngạch", _choices("V.07.03.29", "V.07.04.32", "01.003")),
    ("Tuổi", _numbers(22, 60)),
    ("Năm tốt nghiệp", _numbers(1988, 2022)),
    ("Bậc lương", _numbers(1, 9)),
    ("Số con", _numbers(0, 3)),
    ("Đăng ký hiến máu", _choices("x", "", "x")),
    ("Đã tiêm chủng", _choices("Có", "Chưa", "Đã tiêm")),
    ("Kê khai tài sản", _choices("Đã nộp", "Chưa nộp", "x")),
    ("Ký nhận", _choices("")),
)


def plain(draw: Random, rows: int) -> Column:
    """One column of something that the roster does not keep."""
    title, cells = draw.choice(PLAIN)
    return title, cells(draw, rows)
