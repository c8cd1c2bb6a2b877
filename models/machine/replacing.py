"""Putting a finished file in its place while other programs look at it."""

from __future__ import annotations

import os
import sys
from collections.abc import Sequence
from pathlib import Path
from time import sleep

PAUSES = (0.1, 0.2, 0.4) if sys.platform == "win32" else ()
"""A virus scanner or OneDrive holds a new file for a moment; Excel holds one for long."""


def replace_file(draft: Path, target: Path, pauses: Sequence[float] | None = None) -> None:
    """Move `draft` to `target` over what lies there; tries again after each pause in seconds.

    Raises `PermissionError` when the target stays held.
    """
    for pause in PAUSES if pauses is None else pauses:
        try:
            os.replace(draft, target)
        except PermissionError:
            sleep(pause)
        else:
            return
    os.replace(draft, target)
