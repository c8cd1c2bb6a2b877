"""A thousand kills, at random instants and at chosen operations: nothing is lost or damaged."""

from __future__ import annotations

import pytest

from tests.crash.kills import kill_cases

KILLS, AT_ONCE = 1_050, 75
BEGIN = 1_000


@pytest.mark.slow
@pytest.mark.parametrize("begin", range(BEGIN, BEGIN + KILLS, AT_ONCE))
def test_nothing_is_lost_by_a_kill(bare_stage, begin):
    tally = kill_cases(bare_stage, range(begin, begin + AT_ONCE))
    assert tally.failures == [], tally
