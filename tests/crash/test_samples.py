"""A few of the crashes that `make test-all` plays by the thousand."""

from __future__ import annotations

from tests.crash.damage import PLAIN, Found, damage_cases
from tests.crash.faults import refused_cases
from tests.crash.kills import kill_cases
from tests.crash.powercuts import power_cases
from tests.crash.shim import Fault

KINDS = ("keeping",)


def test_what_was_acknowledged_outlasts_a_kill(bare_stage):
    assert kill_cases(bare_stage, range(3), KINDS, 1).failures == []


def test_what_was_acknowledged_outlasts_a_power_cut(stage):
    assert power_cases(stage, range(3), KINDS, 1).failures == []


def test_a_full_disk_is_told_and_nothing_is_half_done(stage):
    writes = range(5, stage.reference("keeping", 0).writes, 300)
    assert refused_cases(stage, "keeping", 0, writes, Fault.FULL).failures == []


def test_damage_is_found_and_can_be_mended(stage):
    damaged = damage_cases(stage, range(3), PLAIN)
    assert damaged.failures == []
    assert {subject for subject, _ in damaged.counts} == set(PLAIN)
    assert not damaged.of(Found.SILENT)
