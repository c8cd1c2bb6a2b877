"""A few of the crashes that `make test-all` plays by the thousand."""

from __future__ import annotations

from tests.crash.damage import Found, Subject, damage_cases
from tests.crash.faults import refused_cases
from tests.crash.kills import kill_cases
from tests.crash.powercuts import power_cases
from tests.crash.shim import Fault

KINDS = WARM = ("keeping",)
AT_REST = (Subject.CLOSED, Subject.COPY)


def test_what_was_acknowledged_outlasts_a_kill(bare_stage):
    assert kill_cases(bare_stage, range(2), KINDS, 1).failures == []


def test_what_was_acknowledged_outlasts_a_power_cut(stage):
    assert power_cases(stage, range(2), KINDS, 1).failures == []


def test_a_full_disk_is_told_and_nothing_is_half_done(stage):
    writes = (stage.reference("keeping", 0).writes // 2,)
    assert refused_cases(stage, "keeping", 0, writes, Fault.FULL).failures == []


def test_damage_is_found_and_can_be_mended(stage):
    damaged = damage_cases(stage, range(2), AT_REST)
    assert damaged.failures == []
    assert {subject for subject, _ in damaged.counts} == set(AT_REST)
    assert not damaged.of(Found.SILENT)
