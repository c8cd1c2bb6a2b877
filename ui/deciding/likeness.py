"""Which rows are like the one that was answered last; reasons of one kind make them alike."""

from __future__ import annotations

import re
from collections.abc import Hashable, Iterable, Iterator
from functools import lru_cache
from itertools import islice
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from ui.deciding.answers import Answer
    from ui.deciding.flow import DecisionFlow

REMEMBERED = 20_000
_ITS_OWN = re.compile(r"“[^”]*”|\d[\d./:-]*")
_BETWEEN = re.compile(r"(?:[\s,;:]|\bvà\b)+")


@lru_cache(REMEMBERED)
def reason_kind(reason: str) -> str:
    """ "họ tên thiếu dấu" of "họ tên thiếu dấu: “Tran” và “Trần”"."""
    words, named, _rest = reason.partition(": “")
    if named:
        return words
    return _BETWEEN.sub(" ", _ITS_OWN.sub(" ", reason)).strip()


def reason_kinds(reasons: Iterable[str]) -> tuple[str, ...]:
    """The kinds of several reasons, in their order."""
    return tuple(map(reason_kind, reasons))


class AlikeRows:
    """The open rows like the one that was answered last, for which the answer is enough.

    They are looked for in portions: comparing 60.000 rows at once would keep the window from
    answering.
    """

    def __init__(self, flow: DecisionFlow[Any]) -> None:
        self._flow = flow
        self._key: Hashable | None = None
        self.answer: Answer | None = None
        self.found: set[int] = set()
        self._rest: Iterator[int] = iter(())

    def forget(self) -> None:
        """Nothing has been answered."""
        self.answer, self._key = None, None
        self.begin()

    def answered(self, answer: Answer, row_id: int) -> None:
        """This row is being answered; another answer, or another kind of row, begins anew."""
        key = self._flow.alike(row_id, answer)
        if (answer, key) != (self.answer, self._key):
            self.answer, self._key = answer, key
            self.begin()

    def begin(self) -> None:
        """Look for them anew."""
        self.found = set()
        self._rest = iter(self._flow.ids() if self._key is not None else ())

    def look(self, most: int) -> bool:
        """Compare so many more rows; whether these were all."""
        portion = list(islice(self._rest, most))
        self.found.update(self._decisions(portion))
        return len(portion) < most

    def decisions(self) -> dict[int, Any]:
        """What the same answer decides of all of them as they are now."""
        return self._decisions(self._flow.ids())

    def _decisions(self, row_ids: Iterable[int]) -> dict[int, Any]:
        flow, answer = self._flow, self.answer
        if answer is None or self._key is None:
            return {}
        left = filter(flow.is_open, row_ids)
        return flow.decisions((e for e in left if flow.alike(e, answer) == self._key), answer)
