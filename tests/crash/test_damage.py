"""Bytes that change where they lie, at five hundred places: found, told, and a way back."""

from __future__ import annotations

import pytest

from tests.crash.damage import KINDS, Found, damage_cases

PLACES, AT_ONCE = 540, 90
BEGIN = 9_000
WARM = tuple(KINDS)


@pytest.mark.slow
@pytest.mark.parametrize("begin", range(BEGIN, BEGIN + PLACES, AT_ONCE))
def test_no_damage_makes_silently_wrong(stage, begin):
    damaged = damage_cases(stage, range(begin, begin + AT_ONCE))
    assert damaged.failures == [], damaged
    assert not damaged.of(Found.SILENT)
