"""How a contest counts attempts, in words for screens and the history."""

from __future__ import annotations

from models.records import SCORE_RULE_NAMES, ScoreRule

SCORE_DIGITS = 2
_ATTEMPTS = {
    ScoreRule.BEST: "có một lượt thi",
    ScoreRule.FIRST: "lượt thi đầu tiên",
    ScoreRule.LAST: "lượt thi cuối cùng",
}


def score_words(score: float | None) -> str:
    """ "8,5"; "" for none."""
    if score is None:
        return ""
    return f"{score:.{SCORE_DIGITS}f}".rstrip("0").rstrip(".").replace(".", ",")


def rule_words(rule: ScoreRule, pass_mark: float | None) -> str:
    """ "lấy điểm cao nhất, đạt từ 5 điểm"."""
    name = SCORE_RULE_NAMES[rule]
    mark = "không đặt điểm đạt" if pass_mark is None else f"đạt từ {score_words(pass_mark)} điểm"
    return f"{name[0].lower()}{name[1:]}, {mark}"


def what_counts(rule: ScoreRule, pass_mark: float | None) -> str:
    """The sentence that says who counts as completed where a file has scores."""
    attempt = _ATTEMPTS[rule]
    if pass_mark is None:
        told = f"{attempt} được tệp ghi là hoàn thành hoặc có ngày thi (chưa đặt điểm đạt)"
    else:
        told = (
            f"{attempt} đạt từ {score_words(pass_mark)} điểm trở lên; có ngày thi mà dưới điểm "
            "đạt thì chưa tính, trừ khi tệp ghi rõ đã hoàn thành"
        )
    return f"Tính là hoàn thành khi {told}."
