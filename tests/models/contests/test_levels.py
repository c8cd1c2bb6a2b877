"""Levels: words of one's own from thresholds of one's own; exact at the border."""

from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from models.contests.current import current_contest
from models.contests.levels import level_of, levels_in_force, usual_levels
from models.records import Level, LevelTone

OWN = (Level(0, "yếu", LevelTone.LOW), Level(33.3, "tạm", LevelTone.FAIR))


@pytest.mark.parametrize(
    ("target", "part", "whole", "word"),
    [
        (100, 0, 9, "chưa có ai"),
        (100, 1, 532, "thấp"),
        (100, 499, 1000, "thấp"),
        (100, 500, 1000, "khá"),
        (100, 531, 532, "khá"),
        (100, 532, 532, "đạt"),
        (90, 89, 100, "khá"),
        (90, 90, 100, "đạt"),
        (60, 29, 100, "thấp"),
        (60, 30, 100, "khá"),
    ],
)
def test_the_usual_levels_follow_the_target(target, part, whole, word):
    assert level_of(usual_levels(target), part, whole).word == word


def test_who_has_nobody_to_count_has_no_level():
    assert level_of(usual_levels(100), 0, 0) is None


def test_levels_of_its_own_come_before_the_usual_ones(file):
    contest = current_contest(file)
    assert levels_in_force(contest) == levels_in_force(None) == usual_levels(100)
    own = levels_in_force(replace(contest, levels=OWN))
    assert [level_of(own, part, 1000).word for part in (332, 333, 1000)] == ["yếu", "tạm", "tạm"]


def test_nobody_has_a_word_of_its_own_where_one_is_given():
    named = (Level(0, "chưa làm", LevelTone.NONE), *OWN)
    assert [level_of(named, part, 9).word for part in (0, 1)] == ["chưa làm", "yếu"]
    assert level_of(OWN, 0, 9).word == "chưa có ai"


@given(st.integers(1, 100), st.integers(1, 600), st.data())
def test_a_better_rate_never_has_a_lower_level(target, whole, data):
    levels = usual_levels(target)
    part = data.draw(st.integers(1, whole))
    better = data.draw(st.integers(part, whole))
    assert level_of(levels, part, whole).least <= level_of(levels, better, whole).least
