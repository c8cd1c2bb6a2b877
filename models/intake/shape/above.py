"""Cells that mean what stands above them: ditto marks, and units written once."""

from __future__ import annotations

from collections.abc import Set

DITTOS = frozenset({'"', "''", "”", "“", "nt", "-nt-", "- nt -", "như trên", "//", "〃"})


def without_dittos(texts: list[str]) -> list[str]:
    """The texts with "nt" (như trên) and ditto marks replaced by what stands above."""
    if DITTOS.isdisjoint(map(str.lower, set(texts))):
        return texts
    result: list[str] = []
    for text in texts:
        result.append(result[-1] if result and text.lower() in DITTOS else text)
    return result


def filled_down(units: list[str], blank: Set[int] = frozenset()) -> list[str]:
    """The units with every blank filled by the unit above it, but those at `blank` left so."""
    filled: list[str] = []
    above = ""
    for position, unit in enumerate(units):
        above = unit or above
        filled.append("" if position in blank else above)
    return filled
