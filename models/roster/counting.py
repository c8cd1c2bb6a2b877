"""Whoever counts is present and not exempt, over plain values: without the database's modules."""

from __future__ import annotations


def does_count(*, present: bool, exempt: bool) -> bool:
    """The twin of `counted.counts_on`."""
    return present and not exempt
