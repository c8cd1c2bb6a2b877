"""Several people in one row: tables side by side, "giám thị 1" and "giám thị 2", plain blocks."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

from models.intake.shape.decide import TableReading
from models.intake.shape.evidence.cells import Trait
from models.intake.shape.evidence.column import ColumnEvidence
from models.intake.shape.fields import Field
from models.intake.shape.names import NameWay
from models.intake.shape.posts_in_row import PostBlock, people_by_post

ENOUGH = 0.55
"""The name of a further block must weigh so much of the first one's."""

_ONLY_ONCE = frozenset({Field.UNIT})
"""What stands before the first block and is said of all of them."""


def blocks_of(reading: TableReading) -> list[PostBlock]:
    """The blocks from left to right; one for a plain table."""
    best = reading.way
    if best is None:
        return []
    if by_post := people_by_post(reading):
        return by_post
    everything = tuple(column.index for column in reading.columns)
    alike = _alike(reading, best)
    if len(alike) < 2:
        return [PostBlock(reading, best, everything)]
    starts = _by_looks(reading, alike) if reading.headless else _by_titles(reading, alike)
    if not starts:
        return [PostBlock(reading, best, everything)]
    shared = _shared(reading, starts[0])
    ends = [*starts[1:], len(reading.columns)]
    blocks = []
    for way, start, end in zip(alike, starts, ends, strict=True):
        own = range(0 if way is alike[0] else start, end)
        columns = tuple(at for at in everything if at in own or at in shared)
        blocks.append(PostBlock(reading, way, columns))
    return blocks


def other_people(reading: TableReading) -> NameWay | None:
    """Names of other people whose columns weigh about as much as those that were chosen."""
    best = reading.way
    if best is None:
        return None
    for way in reading.ways:
        if way.other or way.indexes & best.indexes or _same_people(reading, best, way):
            continue
        if way.by_cells > 0 and way.weight >= best.weight - 1.5:
            return way
    return None


def _alike(reading: TableReading, best: NameWay) -> list[NameWay]:
    """The ways that name further people under a title like that of the best one."""
    chosen = [best]
    title = reading.columns[best.first].title
    for way in reading.ways:
        mine = reading.columns[way.first].title
        apart = all(not way.indexes & each.indexes for each in chosen)
        alike = mine.bare == title.bare and (mine.bare or reading.headless)
        if not apart or not alike or way.weight < ENOUGH * best.weight or way.by_cells <= 0:
            continue
        if not any(_same_people(reading, each, way) for each in chosen):
            chosen.append(way)
    return sorted(chosen, key=lambda way: way.first)


def _same_people(reading: TableReading, one: NameWay, other: NameWay) -> bool:
    """Whether two ways say the same names: a column that repeats another."""
    first, second = reading.columns[one.first].cells, reading.columns[other.first].cells
    both = [(a, b) for a, b in zip(first, second, strict=True) if a is not None and b is not None]
    same = sum(1 for a, b in both if str(a).strip().lower() == str(b).strip().lower())
    return bool(both) and same * 2 > len(both)


def _by_titles(reading: TableReading, ways: Sequence[NameWay]) -> list[int]:
    """Where each block begins: as far left of its name as the titles are those of the first."""
    bare = [column.title.bare for column in reading.columns]
    first = ways[0].first
    starts, reach = [], first
    for before, way in pairwise(ways):
        step = 0
        while (
            way.first - step - 1 > max(before.indexes)
            and first - step - 1 >= 0
            and bare[way.first - step - 1] == bare[first - step - 1] != ""
        ):
            step += 1
        starts.append(way.first - step)
        reach = min(reach, first - step)
    return [reach, *starts]


def _by_looks(reading: TableReading, ways: Sequence[NameWay]) -> list[int]:
    """Where each block begins when nothing is headed: blocks must be equally wide and alike."""
    names = [way.first for way in ways]
    step = names[1] - names[0]
    regular = names == list(range(names[0], names[0] + step * len(names), step))
    if not regular or names[0] >= step:
        return []
    starts = [name - names[0] for name in names]
    blocks = [
        {column.index - start for column in reading.columns if _is_phone(column, start, step)}
        for start in starts
    ]
    return starts if all(block == blocks[0] for block in blocks) else []


def _is_phone(column: ColumnEvidence, start: int, step: int) -> bool:
    return start <= column.index < start + step and column.share(Trait.PHONE) > ENOUGH


def _shared(reading: TableReading, end: int) -> frozenset[int]:
    """The columns before the first block that speak of everybody in the row."""
    return frozenset(
        column.index
        for column in reading.columns[:end]
        if not _ONLY_ONCE.isdisjoint(reading.fits[column.index])
    )
