"""What a command answers: one JSON object, and the same in words."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Any


@dataclass(frozen=True, slots=True)
class Outcome:
    """`data` becomes the JSON object; `text` is printed when no JSON is asked for.

    `warnings` are sentences that go to the error stream in both cases.
    """

    data: dict[str, Any] = field(default_factory=dict)
    text: str = ""
    exit_code: int = 0
    warnings: tuple[str, ...] = ()
