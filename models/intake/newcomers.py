"""Rows about people of whom nobody else speaks, planned all at once: most of a first list."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from datetime import date
from functools import partial
from itertools import compress, repeat
from operator import attrgetter
from typing import Any

from models.intake.merging import MARKING, STORED, marks_in_row
from models.intake.plan_records import NOTHING, ImportBox, PlanRow
from models.intake.shape.records import SourceRow
from models.roster.people import columns_of_name
from models.text.name_keys import NameKeys

_OF_NAME: dict[str, Callable[[Any], str]] = {
    "name": attrgetter("row.name"),
    "name_key": attrgetter("keys_of_name.match"),
    "name_search": attrgetter("keys_of_name.search"),
    "name_sort": attrgetter("keys_of_name.sort"),
}
assert list(_OF_NAME) == list(columns_of_name("", NameKeys("", "", "")))


class PersonColumns(Mapping[str, Any]):
    """The columns to store of somebody new, each read from the row when it is asked for.

    Of 60.000 people that is half the memory and half the time of as many dictionaries.
    """

    __slots__ = ("keys_of_name", "row")

    def __init__(self, row: SourceRow, keys: NameKeys) -> None:
        self.row, self.keys_of_name = row, keys

    def __getitem__(self, name: str) -> Any:
        read = STORED.get(name)
        return _OF_NAME[name](self) if read is None else read(self.row)

    def __iter__(self) -> Iterator[str]:
        yield from _OF_NAME
        yield from STORED

    def __len__(self) -> int:
        return len(_OF_NAME) + len(STORED)

    def __repr__(self) -> str:
        return repr(dict(self))


def plan_newcomers(
    ordinals: Sequence[int],
    file: str,
    rows: Sequence[SourceRow],
    units: Sequence[str],
    wanted: Sequence[bool],
    keys: Mapping[str, NameKeys],
    day: date,
) -> Iterator[PlanRow]:
    """The plan of each wanted row, which makes somebody new in its unit; `day` is today."""
    ordinals, units = list(compress(ordinals, wanted)), list(compress(units, wanted))
    rows = list(compress(rows, wanted))
    names = [row.name for row in rows]
    count = len(rows)
    told = zip(
        ordinals,
        repeat(file, count),
        [row.sheet for row in rows],
        [row.row for row in rows],
        names,
        [row.phone.number or row.phone.raw for row in rows],
        units,
        repeat(ImportBox.NEW, count),
        repeat(None, count),
        repeat((), count),
        repeat((), count),
        repeat((), count),
        map(PersonColumns, rows, map(keys.__getitem__, names)),
        _marks(rows, day),
        repeat(None, count),
        repeat("", count),
        repeat(None, count),
        repeat(None, count),
        strict=True,
    )
    return map(partial(tuple.__new__, PlanRow), told)


def _marks(rows: Sequence[SourceRow], day: date) -> Iterable[Mapping[str, Any]]:
    if all({*map(attrgetter(name), rows)} <= {None} for name in MARKING):
        return repeat(NOTHING, len(rows))
    return [marks_in_row(row, day) for row in rows]


def columns_of_many(
    names: Iterable[str], values: Sequence[Mapping[str, Any]]
) -> dict[str, list[Any]]:
    """These columns of what shall be stored of many people; None where nothing is said of one."""
    if not {*map(type, values)} <= {PersonColumns}:
        return {name: [each.get(name) for each in values] for name in names}
    rows = list(map(attrgetter("row"), values))
    return {
        name: list(map(STORED[name], rows) if name in STORED else map(_OF_NAME[name], values))
        for name in names
    }
