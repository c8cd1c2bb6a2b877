"""The rule of a contest is kept in its file, is one change, and says in words what counts."""

from __future__ import annotations

import pytest

from models.contests.current import current_contest
from models.contests.rule import contest_rule, set_score_rule
from models.contests.wording import what_counts
from models.errors import AppError
from models.journal.history import fingerprint, history
from models.journal.replay import redo, undo
from models.records import ScoreRule
from models.store.data_file import DataFile
from models.text.formats import score_words
from tests.engines import KeptData


def test_a_new_contest_has_the_rule_of_its_preset(file: DataFile) -> None:
    assert contest_rule(file) == (ScoreRule.BEST, None)
    contest = current_contest(file)
    assert contest is not None
    assert (contest.score_rule, contest.pass_mark) == (ScoreRule.BEST, None)


def test_the_rule_stays_in_the_file_and_is_one_change(kept: KeptData) -> None:
    with kept.open() as file:
        before = fingerprint(file)
        set_score_rule(file, ScoreRule.LAST, 7.5)
        after = fingerprint(file)
        assert history(file, 1)[0].summary == (
            "Đặt cách tính điểm của cuộc thi: lấy điểm lần cuối, đạt từ 7,5 điểm"
        )
    with kept.open() as file:
        assert contest_rule(file) == (ScoreRule.LAST, 7.5)
        undo(file)
        assert (fingerprint(file), contest_rule(file)) == (before, (ScoreRule.BEST, None))
        redo(file)
        assert fingerprint(file) == after


def test_the_same_rule_again_leaves_no_trace(file: DataFile) -> None:
    entries = len(history(file))
    set_score_rule(file, ScoreRule.BEST, None)
    assert len(history(file)) == entries


@pytest.mark.parametrize("mark", [0, -1, float("nan"), float("inf")])
def test_a_pass_mark_is_a_score(file: DataFile, mark: float) -> None:
    with pytest.raises(AppError, match="lớn hơn 0"):
        set_score_rule(file, ScoreRule.BEST, mark)


@pytest.mark.parametrize(
    ("rule", "mark", "words"),
    [
        (
            ScoreRule.BEST,
            None,
            "có một lượt thi được tệp ghi là hoàn thành; tệp không ghi rõ thì tính theo ngày thi",
        ),
        (ScoreRule.FIRST, 5, "lượt thi đầu tiên đạt từ 5 điểm trở lên"),
        (ScoreRule.LAST, 7.5, "lượt thi cuối cùng đạt từ 7,5 điểm trở lên"),
    ],
)
def test_what_counts_is_said(rule: ScoreRule, mark: float | None, words: str) -> None:
    assert words in what_counts(rule, mark)


def test_scores_are_written_as_in_the_office() -> None:
    assert [score_words(each) for each in (None, 8.5, 10, 100, 33.333)] == [
        "", "8,5", "10", "100", "33,33",
    ]  # fmt: skip
