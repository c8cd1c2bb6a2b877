"""What a contest must be to be kept: each rule with the sentence that refuses it."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise
from math import isfinite
from typing import NamedTuple

from models.errors import AppError
from models.records import Contest, Level, LevelTone, Prize, Stage, StageKind
from models.text.dates import FIRST_YEAR, LAST_YEAR
from models.text.formats import number, short_date

NAME_LETTERS, SHORT_NAME_LETTERS, WORD_LETTERS = 300, 80, 60
PURPOSE_LETTERS = 500
MOST_PRIZES, MOST_AMOUNT = 10_000, 1_000_000_000_000
MOST_REMINDERS, MOST_DAYS = 99, 365
PROTOCOLS = ("http://", "https://")


class ContestProblem(NamedTuple):
    """What is wrong, and what to do about it."""

    sentence: str
    advice: str


def check_contest(contest: Contest) -> None:
    """Raise `AppError` with the first thing that is wrong with the contest."""
    problem = next(contest_problems(contest), None)
    if problem is not None:
        raise AppError(problem.sentence, problem.advice)


def contest_problems(contest: Contest) -> Iterator[ContestProblem]:
    """All that is wrong with the contest, in the order of its fields."""
    yield from _names(contest)
    yield from _marks(contest)
    yield from _stages(contest)
    for prize in contest.prizes:
        yield from prize_problems(prize)
    for level in contest.levels:
        yield from level_problems(level)
    yield from _levels(contest)
    yield from _escalation(contest)
    yield from _keeping(contest)


def _keeping(contest: Contest) -> Iterator[ContestProblem]:
    """How long the personal data is kept, and what for."""
    if contest.purpose:
        yield from _text("Mục đích lưu giữ dữ liệu cá nhân", contest.purpose, PURPOSE_LETTERS)
    until = contest.keep_until
    if until is None:
        return
    ends = max((stage.ends_on for stage in contest.stages), default=until)
    if until < ends or until.year > LAST_YEAR:
        yield ContestProblem(
            f"Ngày lưu giữ dữ liệu cá nhân {short_date(until)} không hợp lệ.",
            f"Hãy ghi ngày từ {short_date(ends)} (ngày cuối của cuộc thi) trở đi.",
        )


def _names(contest: Contest) -> Iterator[ContestProblem]:
    for words, text, most in (
        ("Tên cuộc thi", contest.name, NAME_LETTERS),
        ("Tên gọi tắt của cuộc thi", contest.short_name, SHORT_NAME_LETTERS),
    ):
        yield from _text(words, text, most)
    for url in filter(None, (contest.course_url, contest.report_url)):
        if url.startswith(PROTOCOLS):
            continue
        yield ContestProblem(
            f"Liên kết “{url}” không mở được.", "Hãy ghi đủ, bắt đầu bằng https://, hoặc để trống."
        )
    if not 1 <= contest.target <= 100:
        yield ContestProblem(
            f"Chỉ tiêu {contest.target}% không nằm trong khoảng 1–100%.", "Hãy ghi từ 1 đến 100."
        )


def _marks(contest: Contest) -> Iterator[ContestProblem]:
    mark = contest.pass_mark
    if mark is not None and not (isfinite(mark) and mark > 0):
        yield ContestProblem(
            "Điểm đạt phải là số lớn hơn 0.", "Hãy ghi như 5 hoặc 7,5, hoặc để trống."
        )
    words = (contest.registered_word, contest.completed_word)
    for word in filter(None, words):
        yield from _text("Tên gọi của mốc", word, WORD_LETTERS)
    if words[0] and words[0].casefold() == words[1].casefold() and not contest.one_mark:
        yield ContestProblem(
            f"Hai mốc cùng được gọi là “{words[0]}”.", "Hãy đặt hai tên khác nhau."
        )


def _stages(contest: Contest) -> Iterator[ContestProblem]:
    if not contest.stages:
        yield ContestProblem("Cuộc thi chưa có chặng nào.", "Hãy giữ ít nhất một chặng.")
        return
    for stage in contest.stages:
        yield from stage_problems(stage)
    for before, after in pairwise(contest.stages):
        if after.starts_on < before.starts_on or after.ends_on < before.ends_on:
            yield ContestProblem(
                f"Chặng {after.number} bắt đầu hoặc kết thúc trước chặng {before.number}.",
                "Hãy xếp ngày của các chặng theo thứ tự.",
            )
    worked = next((each for each in contest.stages if each.number == contest.stage), None)
    if worked is None:
        yield ContestProblem(
            f"Cuộc thi không có chặng {contest.stage}.", "Hãy chọn chặng khác để làm."
        )
    elif worked.kind is not StageKind.EACH and _has_each(contest):
        yield ContestProblem(
            f"Chặng {worked.number} không đánh dấu từng người.",
            "Hãy chọn chặng mà mỗi người tham gia để làm.",
        )


def _has_each(contest: Contest) -> bool:
    return any(each.kind is StageKind.EACH for each in contest.stages)


def stage_problems(stage: Stage) -> Iterator[ContestProblem]:
    """What is wrong with a stage by itself."""
    yield from _text(f"Tên của chặng {stage.number}", stage.name, NAME_LETTERS)
    for day in filter(None, (stage.starts_on, stage.ends_on, stage.internal_ends_on)):
        if not FIRST_YEAR <= day.year <= LAST_YEAR:
            yield ContestProblem(
                f"Chặng {stage.number} có ngày {short_date(day)}, ngoài khoảng năm "
                f"{FIRST_YEAR}–{LAST_YEAR}.",
                "Hãy sửa lại năm.",
            )
    if stage.ends_on < stage.starts_on:
        yield ContestProblem(
            f"Chặng {stage.number} kết thúc ({short_date(stage.ends_on)}) trước khi bắt đầu "
            f"({short_date(stage.starts_on)}).",
            "Hãy sửa ngày bắt đầu hoặc hạn của thành phố.",
        )
    own = stage.internal_ends_on
    if own is not None and own > stage.ends_on:
        yield ContestProblem(
            f"Hạn của xã ở chặng {stage.number} ({short_date(own)}) muộn hơn hạn của thành phố "
            f"({short_date(stage.ends_on)}).",
            "Hãy chọn ngày sớm hơn, hoặc bỏ hạn của xã.",
        )
    elif own is not None and own < stage.starts_on:
        yield ContestProblem(
            f"Hạn của xã ở chặng {stage.number} ({short_date(own)}) đến trước ngày bắt đầu "
            f"({short_date(stage.starts_on)}).",
            "Hãy chọn ngày muộn hơn, hoặc bỏ hạn của xã.",
        )


def prize_problems(prize: Prize) -> Iterator[ContestProblem]:
    """What is wrong with a prize."""
    yield from _text("Tên giải", prize.rank, NAME_LETTERS)
    if not 1 <= prize.count <= MOST_PRIZES:
        yield ContestProblem(
            f"Số lượng của {prize.rank} là {prize.count}.", f"Hãy ghi từ 1 đến {MOST_PRIZES}."
        )
    if not 0 <= prize.amount <= MOST_AMOUNT:
        yield ContestProblem(
            f"Mức thưởng của {prize.rank} không ghi được.",
            "Hãy ghi số đồng, như 10.000.000; 0 là không có tiền thưởng.",
        )


def level_problems(level: Level) -> Iterator[ContestProblem]:
    """What is wrong with a level by itself."""
    yield from _text("Tên mức", level.word, WORD_LETTERS)
    if not (isfinite(level.least) and 0 <= level.least <= 100):
        yield ContestProblem(
            f"Mức “{level.word}” không bắt đầu trong khoảng 0–100%.", "Hãy ghi từ 0 đến 100."
        )


def _escalation(contest: Contest) -> Iterator[ContestProblem]:
    for words, value, most in (
        ("Số lần nhắc trước khi báo cáo Chủ tịch", contest.escalate_after, MOST_REMINDERS),
        ("Số ngày trước khi báo cáo Chủ tịch", contest.escalate_days, MOST_DAYS),
    ):
        if not 0 <= value <= most:
            yield ContestProblem(
                f"{words} là {value}.", f"Hãy ghi từ 0 đến {most}; 0 là không tính theo cách này."
            )


def _levels(contest: Contest) -> Iterator[ContestProblem]:
    if sum(each.tone is LevelTone.NONE for each in contest.levels) > 1:
        yield ContestProblem(
            "Có hơn một mức dành cho nơi chưa có ai.", "Hãy giữ một mức có màu “Chưa có ai”."
        )
    rates = [each for each in contest.levels if each.tone is not LevelTone.NONE]
    for before, after in pairwise(sorted(rates, key=lambda each: each.least)):
        if before.least == after.least:
            yield ContestProblem(
                f"Mức “{before.word}” và mức “{after.word}” bắt đầu từ cùng một tỷ lệ.",
                "Hãy đặt hai tỷ lệ khác nhau.",
            )


def _text(what: str, text: str, most: int) -> Iterator[ContestProblem]:
    if not text.strip():
        yield ContestProblem(f"{what} còn trống.", "Hãy ghi tên.")
    elif len(text) > most:
        yield ContestProblem(
            f"{what} dài {number(len(text))} chữ, nhiều hơn {most}.", "Hãy ghi ngắn hơn."
        )
