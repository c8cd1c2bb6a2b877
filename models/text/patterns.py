"""Patterns that are compiled when they are first used: a start waits for few."""

from __future__ import annotations

import re
from typing import cast

_USED = ("match", "fullmatch", "search", "sub", "subn", "split", "findall", "finditer", "pattern")


class _Later:
    """Stands for a pattern; from its first use on it holds the methods of the compiled one."""

    __slots__ = (*_USED, "_flags", "_source")

    def __init__(self, source: str, flags: int) -> None:
        self._source, self._flags = source, flags

    def __getattr__(self, name: str) -> object:
        """Called while nothing has been compiled."""
        if name not in _USED:
            raise AttributeError(name)
        compiled = re.compile(self._source, self._flags)
        for each in _USED:
            setattr(self, each, getattr(compiled, each))
        return getattr(compiled, name)


def later(source: str, flags: int = 0) -> re.Pattern[str]:
    """What `re.compile` gives, without its work until it is used."""
    return cast("re.Pattern[str]", _Later(source, flags))
