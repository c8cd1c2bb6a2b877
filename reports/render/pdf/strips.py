"""What a page is filled with from top to bottom, and where pages end."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from enum import IntEnum

from reports.render.pdf.sheet import PdfSheet

Placed = tuple[float, "Strip"]
HAIR = 0.001


class Keep(IntEnum):
    """Whether a page may end after a strip: it may, it should not, it must not."""

    NO = 0
    WISH = 1
    MUST = 2


@dataclass(frozen=True, slots=True)
class Strip:
    """A piece of a page that no page break divides: a line, a row of a table, a picture.

    Lengths are points. `gap` is free paper above it, left out at the top of a page. `draw` gets the
    sheet and the strip's upper edge. `repeated` is drawn above it where it begins a page: the
    header of its table.
    """

    height: float
    draw: Callable[[PdfSheet, float], None]
    gap: float = 0
    keep: Keep = Keep.NO
    repeated: Strip | None = None


def kept(strips: Sequence[Strip], count: int, last: Keep) -> list[Strip]:
    """The same strips; the last `count` stay together, the last one with what follows."""
    first = max(0, len(strips) - count)
    held = [
        replace(strip, keep=max(strip.keep, Keep.WISH)) if at >= first else strip
        for at, strip in enumerate(strips)
    ]
    if held:
        held[-1] = replace(held[-1], keep=max(strips[-1].keep, last))
    return held


def filled_pages(strips: Iterable[Strip], room: float) -> Iterator[list[Placed]]:
    """Page after page of strips with the distance of each from the top; `room` is a page's height.

    What should stay together goes to a new page as a whole; only what is higher than a page is
    divided, and even then what must stay together is not.
    """
    page, used = list[Placed](), 0.0
    for group in _groups(strips, Keep.WISH):
        parts = [group] if _height(group, at_top=True) <= room + HAIR else _divided(group, room)
        for part in parts:
            if page and used + _height(part, at_top=False) > room + HAIR:
                yield page
                page, used = [], 0.0
            if not page and (head := part[0].repeated):
                page.append((0.0, head))
                used = head.height
            for strip in part:
                used += strip.gap if page else 0.0
                page.append((used, strip))
                used += strip.height
    if page:
        yield page


def _groups(strips: Iterable[Strip], keep: Keep) -> Iterator[list[Strip]]:
    group = list[Strip]()
    for strip in strips:
        group.append(strip)
        if strip.keep < keep:
            yield group
            group = []
    if group:
        yield group


def _divided(group: list[Strip], room: float) -> Iterator[list[Strip]]:
    """Groups of only what must stay together, or single strips when even they are too high."""
    for part in _groups(group, Keep.MUST):
        if _height(part, at_top=True) <= room + HAIR:
            yield part
        else:
            yield from ([strip] for strip in part)


def _height(group: list[Strip], *, at_top: bool) -> float:
    whole = sum(strip.height + strip.gap for strip in group)
    if not at_top:
        return whole
    head = group[0].repeated
    return whole - (0.0 if head else group[0].gap) + (head.height if head else 0.0)
