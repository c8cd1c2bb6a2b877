"""What stands more than once in a column."""

from __future__ import annotations

import pytest

from models.intake.repeated import repeated


@pytest.mark.parametrize(
    ("values", "twice"),
    [
        ([], set()),
        (["a", "b", "c"], set()),
        (["a", "b", "a", "c", "c", "c"], {"a", "c"}),
        (["", "", "a"], set()),
        ([None, None, ("An", "Phòng Kinh tế"), ("An", "Phòng Kinh tế")], {("An", "Phòng Kinh tế")}),
    ],
)
def test_only_what_stands_twice_is_told_and_nothing_never(values, twice):
    assert repeated(values) == twice
