"""Power cuts that drop, tear and reorder what was not synced: nothing is lost or damaged."""

from __future__ import annotations

import random

import pytest

from tests.crash.disk import Disk, Op, Recorded
from tests.crash.powercuts import power_cases

CUTS, AT_ONCE = 490, 70
BEGIN = 5_000
OLD, NEW = b"o" * 1024, b"n" * 1024


@pytest.mark.slow
@pytest.mark.parametrize("begin", range(BEGIN, BEGIN + CUTS, AT_ONCE))
def test_nothing_is_lost_by_a_power_cut(stage, begin):
    tally = power_cases(stage, range(begin, begin + AT_ONCE))
    assert tally.failures == [], tally


def found(*operations: Recorded) -> set[tuple[tuple[str, bytes], ...]]:
    """All that may lie on the disk after these, over many cuts."""
    disk = Disk({"/a": (1, OLD)})
    for each in operations:
        disk.do(each)
    return {tuple(disk.after_power_cut(random.Random(seed)).items()) for seed in range(200)}


def test_what_was_not_synced_is_there_in_any_part():
    wrote = Recorded(Op.WROTE, 1, 0, NEW)
    halves = {OLD, NEW, NEW[:512] + OLD[512:], OLD[:512] + NEW[512:]}
    assert found(wrote) == {(("/a", each),) for each in halves}
    assert found(wrote, Recorded(Op.SYNCED, 1, 0, b"")) == {(("/a", NEW),)}


def test_names_change_in_their_order():
    made = Recorded(Op.MADE, 2, 0, b"/b")
    renamed = Recorded(Op.RENAMED, 0, 0, b"/b\n/a")
    assert found(made, renamed) == {
        (("/a", OLD),),
        (("/a", OLD), ("/b", b"")),
        (("/a", b""),),
    }
    assert found(made, renamed, Recorded(Op.FOLDER_SYNCED, 0, 0, b"")) == {(("/a", b""),)}
