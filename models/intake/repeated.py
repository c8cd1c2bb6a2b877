"""What stands more than once in a column; few rows share anything, and only those need a look."""

from __future__ import annotations

from collections import Counter
from collections.abc import Hashable, Sequence
from typing import TypeVar

Value = TypeVar("Value", bound=Hashable)


def repeated(values: Sequence[Value]) -> set[Value]:
    """The values that stand there twice or more often, those that say nothing left out."""
    different = set(values)
    if len(different) == len(values) or not any(different):
        return set()
    return {value for value, count in Counter(values).items() if count > 1 and value}
