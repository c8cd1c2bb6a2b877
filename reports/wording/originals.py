"""The wordings that come with the program, one file for each kind of document."""

from __future__ import annotations

from functools import cache

from resources import resource_path


@cache
def kinds_with_wording() -> tuple[str, ...]:
    """The codes of the kinds whose words can be edited."""
    return tuple(sorted(path.stem for path in resource_path("wordings").glob("*.txt")))


@cache
def original_wording(kind: str) -> str:
    """The original text of a kind; "" of one that has none."""
    if kind not in kinds_with_wording():
        return ""
    return resource_path("wordings", f"{kind}.txt").read_text(encoding="utf-8")
