"""A module is read at one go: none has more than three hundred lines."""

from __future__ import annotations

from pathlib import Path

import models

ROOT = Path(models.__file__).parent.parent
LAYERS = ("models", "reports", "resources", "ui")
MOST_LINES = 300
WRITTEN_BY_A_PROGRAM = {"models/store/texts.py"}
"""Made by `packaging/statements/write_texts.py`; nobody reads it."""


def test_no_module_has_more_than_three_hundred_lines() -> None:
    found: dict[str, int] = {}
    for layer in LAYERS:
        for path in (ROOT / layer).rglob("*.py"):
            found[path.relative_to(ROOT).as_posix()] = len(path.read_text("utf-8").splitlines())
    long = {path: lines for path, lines in found.items() if lines > MOST_LINES}
    assert long.keys() <= WRITTEN_BY_A_PROGRAM, long
