"""Each rule of a contest refuses with its own sentence."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from models.contests.blueprints import preset_contest
from models.contests.checks import check_contest, contest_problems
from models.errors import AppError
from models.records import Contest, Level, LevelTone, Prize, Stage

GOOD = preset_contest("ai-2026")


def first(**values: object) -> Contest:
    """The contest with another first stage."""
    return replace(GOOD, stages=(replace(GOOD.stages[0], **values), *GOOD.stages[1:]))


def level(least: float, word: str = "đạt") -> Level:
    return Level(least, word, LevelTone.GOOD)


@pytest.mark.parametrize(
    ("contest", "sentence"),
    [
        (replace(GOOD, name=" "), "Tên cuộc thi còn trống."),
        (replace(GOOD, short_name="x" * 81), "dài 81 chữ, nhiều hơn 80."),
        (replace(GOOD, course_url="www.onetouch.vn"), "Liên kết “www.onetouch.vn” không mở được."),
        (replace(GOOD, target=0), "Chỉ tiêu 0%"),
        (replace(GOOD, target=101), "Chỉ tiêu 101%"),
        (replace(GOOD, pass_mark=0.0), "Điểm đạt phải là số lớn hơn 0."),
        (replace(GOOD, pass_mark=float("inf")), "Điểm đạt phải là số lớn hơn 0."),
        (
            replace(GOOD, registered_word="đã nộp", completed_word="Đã nộp"),
            "Hai mốc cùng được gọi là “đã nộp”.",
        ),
        (replace(GOOD, stages=()), "chưa có chặng nào"),
        (replace(GOOD, stage=4), "không có chặng 4"),
        (replace(GOOD, stage=2), "Chặng 2 không đánh dấu từng người."),
        (first(name=""), "Tên của chặng 1 còn trống."),
        (first(starts_on=date(2026, 6, 12)), "Chặng 1 kết thúc (11/06/2026) trước khi bắt đầu"),
        (first(starts_on=date(1, 1, 1)), "Chặng 1 có ngày 01/01/0001, ngoài khoảng năm"),
        (first(ends_on=date(9999, 12, 31)), "Chặng 1 có ngày 31/12/9999, ngoài khoảng năm"),
        (first(internal_ends_on=date(2026, 6, 12)), "muộn hơn hạn của thành phố (11/06/2026)"),
        (first(internal_ends_on=date(2026, 5, 27)), "đến trước ngày bắt đầu (28/05/2026)"),
        (first(ends_on=date(2026, 6, 21)), "Chặng 2 bắt đầu hoặc kết thúc trước chặng 1."),
        (replace(GOOD, prizes=(Prize("", 1, 0),)), "Tên giải còn trống."),
        (replace(GOOD, prizes=(Prize("Giải Nhất", 0, 0),)), "Số lượng của Giải Nhất là 0."),
        (replace(GOOD, prizes=(Prize("Giải Nhất", 1, -1),)), "Mức thưởng của Giải Nhất"),
        (replace(GOOD, levels=(level(101),)), "không bắt đầu trong khoảng 0–100%"),
        (replace(GOOD, levels=(level(float("nan")),)), "không bắt đầu trong khoảng 0–100%"),
        (replace(GOOD, levels=(level(50), level(50, "khá"))), "bắt đầu từ cùng một tỷ lệ"),
    ],
)
def test_what_is_wrong_is_said(contest: Contest, sentence: str) -> None:
    with pytest.raises(AppError) as refused:
        check_contest(contest)
    assert sentence in str(refused.value)


def test_a_good_contest_has_no_problems() -> None:
    stage = Stage(4, "Tổng kết", date(2026, 6, 25), date(2026, 6, 25), date(2026, 6, 25))
    more = replace(GOOD, stages=(*GOOD.stages, stage), levels=(level(0, "thấp"), level(100)))
    assert list(contest_problems(more)) == []
