"""The measure of matching: an export in the shape of a real one against 3.000 of its people."""

from __future__ import annotations

import sys
from pathlib import Path
from random import Random

import pytest

sys.path.append(str(Path(__file__).parents[2] / "packaging/bench"))

from matching import measure
from platform_export import LOGINS, ROWS, SHARED_NAMES, somebodies


def test_the_people_are_as_many_and_as_alike_as_those_that_were_counted() -> None:
    people = somebodies(Random(1))
    assert len(people) == LOGINS == 9_622
    assert len(people) - len({each.name for each in people}) == SHARED_NAMES
    assert len({each.login for each in people}) == LOGINS


@pytest.mark.slow
def test_all_of_3000_are_found_and_nobody_is_taken_for_another(tmp_path: Path) -> None:
    made = measure(tmp_path, 3_000, 1)
    assert (made.rows, made.accounts) == (ROWS, LOGINS)
    assert (made.found, made.wrong) == (3_000, 0)


def test_of_150_all_are_found(tmp_path: Path) -> None:
    made = measure(tmp_path, 150, 2)
    assert (made.recall, made.precision) == (1, 1)
