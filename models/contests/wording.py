"""How a contest counts attempts, in words for screens and the history."""

from __future__ import annotations

from models.records import SCORE_RULE_NAMES, ScoreRule
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
    return f"Tính là hoàn thành khi {told}."
