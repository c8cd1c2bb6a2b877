"""The phones of an argument, which may hold several."""

from __future__ import annotations

from itertools import chain

from models.marking.phones import phones_in


def numbers_of(written: str) -> list[str]:
    """The phones of one argument, which may hold several; what is no phone stays as it is."""
    found = phones_in(written)
    if not found:
        return [written]
    cuts = [0, *chain.from_iterable((each.start, each.end) for each in found), len(written)]
    between = " ".join(written[a:b] for a, b in zip(cuts[::2], cuts[1::2], strict=True))
    unread = [word for word in between.split() if any(map(str.isdigit, word))]
    return [each.number for each in found] + unread
