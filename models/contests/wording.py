"""How a contest counts attempts, in words for screens and the history."""

from __future__ import annotations

import re

from models.contests.mark_names import capitalised, mark_names
from models.records import (
    DONE_WORDS,
    SCORE_RULE_NAMES,
    AttendanceRule,
    Attended,
    Contest,
    Mark,
    ScoreRule,
)
from models.text.formats import score_words

_ATTEMPTS = {
    ScoreRule.BEST: "có một lượt thi",
    ScoreRule.FIRST: "lượt thi đầu tiên",
    ScoreRule.LAST: "lượt thi cuối cùng",
}


def rule_words(rule: ScoreRule, pass_mark: float | None) -> str:
    """ "lấy điểm cao nhất, đạt từ 5 điểm"."""
    name = SCORE_RULE_NAMES[rule]
    mark = "không đặt điểm đạt" if pass_mark is None else f"đạt từ {score_words(pass_mark)} điểm"
    return f"{name[0].lower()}{name[1:]}, {mark}"


def what_counts(rule: ScoreRule, pass_mark: float | None) -> str:
    """The sentence that says who counts as completed where a file has scores."""
    attempt = _ATTEMPTS[rule]
    if pass_mark is None:
        told = (
            f"{attempt} được tệp ghi là hoàn thành; tệp không ghi rõ thì tính theo ngày thi "
            "(chưa đặt điểm đạt)"
        )
    else:
        mark = score_words(pass_mark)
        told = (
            f"{attempt} đạt từ {mark} điểm trở lên; có ngày thi mà dưới {mark} điểm thì chưa tính. "
            "Tệp ghi rõ kết quả thì theo tệp"
        )
    return f"Hoàn thành: {told}."


_WHO = {
    Attended.FORM: "người trả lời biểu mẫu",
    Attended.MEETING: "người dự họp",
    Attended.LIST: "người có tên trong tệp",
}


_BY_COMMAND = re.compile(r" \(bằng lệnh: [^)]*\)")


def attendance_words(kind: Attended, rule: AttendanceRule) -> str:
    """ "người dự họp từ 30 phút trở lên được tính là đã hoàn thành"."""
    least = f" từ {score_words(rule.least_minutes)} phút trở lên" if rule.least_minutes else ""
    if rule.mark is None:
        return f"{_WHO[kind]} chưa được tính là đã đăng ký hay đã hoàn thành"
    return f"{_WHO[kind]}{least} được tính là {DONE_WORDS[rule.mark]}"


def what_attending_comes_to(kind: Attended, rule: AttendanceRule) -> str:
    """The sentence that says who is marked by a meeting, a form or a list, or how to choose."""
    words = attendance_words(kind, rule)
    told = f"{words[0].upper()}{words[1:]}."
    if rule.mark is not None:
        return told
    least = ", --min-minutes 30" if kind is Attended.MEETING else ""
    return (
        f"{told} Hãy chọn “đã đăng ký” hoặc “đã hoàn thành” (bằng lệnh: --attended registered hoặc "
        f"--attended completed{least})."
    )


def without_command(remark: str) -> str:
    """The sentence for somebody at the window, who chooses there and types no command."""
    return _BY_COMMAND.sub("", remark)


def minutes_words(minutes: float | None) -> str:
    """ "35 phút"; of no known length: "không rõ bao lâu"."""
    return "không rõ bao lâu" if minutes is None else f"{score_words(round(minutes, 1))} phút"


def mark_word(mark: Mark, contest: Contest | None) -> str:
    """What a mark is called in this contest, as it stands alone: "Đã kích hoạt chữ ký số"."""
    return capitalised(mark_names(contest).done(mark))


def marks_counted(contest: Contest | None) -> tuple[Mark, ...]:
    """The marks that are counted and shown: both, or completing alone."""
    return mark_names(contest).counted
