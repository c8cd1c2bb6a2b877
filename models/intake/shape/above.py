"""Cells that mean what stands above them: ditto marks, and units written once."""

from __future__ import annotations

DITTOS = frozenset({'"', "''", "”", "“", "nt", "-nt-", "- nt -", "như trên", "//", "〃"})


def without_dittos(texts: list[str]) -> list[str]:
    """The texts with "nt" (như trên) and ditto marks replaced by what stands above."""
    if DITTOS.isdisjoint(map(str.lower, set(texts))):
        return texts
    result: list[str] = []
    for text in texts:
        result.append(result[-1] if result and text.lower() in DITTOS else text)
    return result


def filled_down(units: list[str]) -> list[str]:
    """The units with every blank filled by the unit above it."""
    filled: list[str] = []
    for unit in units:
        filled.append(unit or (filled[-1] if filled else ""))
    return filled
