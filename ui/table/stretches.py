"""Where Ctrl and an arrow lead, as in Excel: to the end of what is filled or of what is blank."""

from __future__ import annotations

from collections.abc import Callable


def stretch_end(filled: Callable[[int], bool], start: int, step: int, count: int) -> int:
    """The place among `count` to which a jump from `start` by `step` (1 or -1) leads.

    From a filled place with a filled neighbour to the last filled one before a blank;
    otherwise to the next filled one, and to the edge when none follows.
    """
    edge = count - 1 if step > 0 else 0
    if start == edge:
        return edge
    at = start + step
    if filled(start) and filled(at):
        while at != edge and filled(at + step):
            at += step
        return at
    while at != edge and not filled(at):
        at += step
    return at
