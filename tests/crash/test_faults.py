"""A disk that refuses any write: what is told is clear, and nothing is half done."""

from __future__ import annotations

import pytest

from tests.crash.faults import refused_cases
from tests.crash.shim import Fault

PARTS = 4
SPARSELY = {
    "backup": 3, "restore": 3, "migration": 2, "making": 3, "purge": 3, "encryption": 9,
    "keeping": 9, "packing": 9, "mending": 9, "person-purge": 9, "package": 9,
}  # fmt: skip
"""Of these kinds every so many-th write is refused; of an import every one."""


@pytest.mark.slow
@pytest.mark.parametrize("part", range(PARTS))
def test_a_disk_that_is_full_at_any_write_of_an_import(stage, part):
    writes = range(1 + part, stage.reference("import", 1).writes + 1, PARTS)
    tally = refused_cases(stage, "import", 1, writes, Fault.FULL)
    assert tally.failures == [], tally


@pytest.mark.slow
@pytest.mark.parametrize("kind", SPARSELY)
def test_a_full_disk(stage, kind):
    writes = range(1, stage.reference(kind, 2).writes + 1, SPARSELY[kind])
    tally = refused_cases(stage, kind, 2, writes, Fault.FULL)
    assert tally.failures == [], tally


@pytest.mark.slow
@pytest.mark.parametrize("fault", [Fault.BROKEN, Fault.READ_ONLY, Fault.DENIED])
@pytest.mark.parametrize("kind", ["import", *SPARSELY])
def test_a_disk_that_is_broken_or_closed_to_us(stage, kind, fault):
    writes = range(1, stage.reference(kind, 3).writes + 1, 23)
    tally = refused_cases(stage, kind, 3, writes, fault, stays=fault is not Fault.BROKEN)
    assert tally.failures == [], tally
