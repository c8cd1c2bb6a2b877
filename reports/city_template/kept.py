"""Cells that Excel keeps in step with parts beside the sheet: writing there breaks the workbook."""

from __future__ import annotations

import posixpath
from collections.abc import Iterator

from reports.city_template.looks import children, parsed_xml
from reports.city_template.package import CityBook
from reports.city_template.scan import PlaceBlock, block_of


def kept_blocks(book: CityBook, part: str) -> tuple[PlaceBlock, ...]:
    """The heads and totals of the tables (Insert ▸ Table) of a sheet, and its pivot tables.

    A table names its columns a second time in its own part, and Excel asks to repair a workbook
    where the two differ.
    """
    return tuple(_blocks(book, part))


def _blocks(book: CityBook, part: str) -> Iterator[PlaceBlock]:
    folder, name = posixpath.split(part)
    relations = book.parts.get(f"{folder}/_rels/{name}.rels")
    for each in parsed_xml(relations) if relations is not None else ():
        target = posixpath.normpath(posixpath.join("/", folder, each.get("Target", "")))[1:]
        kind = each.get("Type", "").rpartition("/")[2]
        if kind not in {"table", "pivotTable"} or target not in book.parts:
            continue
        root = parsed_xml(book.parts[target])
        if kind == "pivotTable":
            yield from (block_of(at.get("ref", "")) for at in children(root, "location"))
            continue
        first, last = block_of(root.get("ref", ""))
        if heads := _count(root.get("headerRowCount"), 1):
            yield first, (first[0] + heads - 1, last[1])
        if totals := _count(root.get("totalsRowCount"), 0):
            yield (last[0] - totals + 1, first[1]), last


def _count(told: str | None, usual: int) -> int:
    return int(told) if told is not None and told.isdecimal() else usual
