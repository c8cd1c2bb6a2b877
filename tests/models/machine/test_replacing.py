"""A file that a scanner holds for a moment is waited for; one that Excel holds is told."""

import os

import pytest

from models.machine import replacing
from models.machine.replacing import replace_file


@pytest.fixture
def draft(tmp_path):
    path = tmp_path / "~1.tmp"
    path.write_text("mới")
    return path


@pytest.fixture
def held(monkeypatch):
    """Refuses as often as it is told to; the pauses between are noted, not waited."""
    real, waited, left = os.replace, [], []

    def refuse(source, target):
        if left:
            left.pop()
            raise PermissionError(13, "held")
        real(source, target)

    monkeypatch.setattr(os, "replace", refuse)
    monkeypatch.setattr(replacing, "sleep", waited.append)
    return left, waited


def test_what_is_held_for_a_moment_is_waited_for(draft, tmp_path, held):
    left, waited = held
    left += [1, 1]
    replace_file(draft, tmp_path / "a.xlsx", (0.1, 0.2, 0.4))
    assert waited == [0.1, 0.2]
    assert (tmp_path / "a.xlsx").read_text() == "mới"


def test_what_stays_held_is_told(draft, tmp_path, held):
    left, waited = held
    left += [1] * 4
    with pytest.raises(PermissionError):
        replace_file(draft, tmp_path / "a.xlsx", (0.1, 0.2, 0.4))
    assert waited == [0.1, 0.2, 0.4]
    assert draft.exists()
