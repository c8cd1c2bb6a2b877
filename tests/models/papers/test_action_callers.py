"""Every kind of act that the log knows is put into it by somebody, beneath window and command."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

import models
from models.records.actions import ACTION_WORDS, ActionKind

ROOT = Path(models.__file__).parent.parent
TELLING = ROOT / "models" / "records" / "actions.py"
ONLY_IN_THE_WINDOW = {ActionKind.SECOND_PLACE}
"""What no command does: the second place belongs to the machine on which the window is."""


@pytest.fixture(scope="module")
def callers():
    """By kind, in which packages it is put into the log."""
    found: dict[str, set[str]] = {}
    for top in ("models", "reports", "ui"):
        for path in (ROOT / top).rglob("*.py"):
            if path != TELLING:
                for name in re.findall(
                    r"\bActionKind\.([A-Z_]+)", path.read_text(encoding="utf-8")
                ):
                    found.setdefault(name, set()).add(top)
    return found


@pytest.mark.parametrize("kind", ActionKind)
def test_each_kind_has_words_and_is_put_into_the_log_for_window_and_command_alike(kind, callers):
    assert ACTION_WORDS[kind][0]
    assert callers[kind.name] - ({"ui"} if kind not in ONLY_IN_THE_WINDOW else set())
