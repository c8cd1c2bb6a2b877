"""How a grid travels from the worker to the program: column by column, as plain data.

A column of one type becomes one block of bytes (about ten times faster than pickling cells);
a mixed one becomes JSON. Nothing in the format can run code in the program.
"""

from __future__ import annotations

import json
from array import array
from collections.abc import Iterable, Sequence
from datetime import date, datetime
from itertools import repeat
from typing import Any, BinaryIO

from models.intake.grid import Cell, Row, Sheet

SEPARATOR = "\0"
SMALLEST_INT, LARGEST_INT = -(2**63), 2**63 - 1


def write_answer(stream: BinaryIO, header: dict[str, Any], sheets: Iterable[Sheet] = ()) -> None:
    """Write one header and any number of sheets."""
    blocks: list[bytes] = []
    header["sheets"] = [_pack_sheet(sheet, blocks) for sheet in sheets]
    text = json.dumps(header).encode()
    stream.write(len(text).to_bytes(8, "little"))
    stream.write(text)
    stream.writelines(blocks)


def read_answer(data: bytes) -> tuple[dict[str, Any], tuple[Sheet, ...]]:
    """The header and the sheets. Raises ValueError when the answer is cut short."""
    if len(data) < 8:
        raise ValueError("no answer")
    start = 8 + int.from_bytes(data[:8], "little")
    header: dict[str, Any] = json.loads(data[8:start])
    sheets = []
    for described in header.pop("sheets"):
        sheet, start = _unpack_sheet(described, data, start)
        sheets.append(sheet)
    return header, tuple(sheets)


def _pack_sheet(sheet: Sheet, blocks: list[bytes]) -> dict[str, Any]:
    columns = []
    for column in zip(*sheet.rows, strict=True):
        kind, block = _pack_column(column)
        columns.append((kind, len(block)))
        blocks.append(block)
    return {
        "name": sheet.name,
        "hidden": sheet.hidden,
        "merges": sheet.merges,
        "hidden_rows": sorted(sheet.hidden_rows),
        "missing": [(row, column, why) for (row, column), why in sheet.missing.items()],
        "height": len(sheet.rows),
        "columns": columns,
    }


def _pack_column(column: Sequence[Any]) -> tuple[str, bytes]:
    types = set(map(type, column))
    if types == {type(None)}:
        return "empty", b""
    if types <= {str, type(None)}:
        joined = SEPARATOR.join([cell or "" for cell in column])
        if joined.count(SEPARATOR) == len(column) - 1:
            return "text", joined.encode("utf-8", "surrogatepass")
    if types == {int} and min(column) >= SMALLEST_INT and max(column) <= LARGEST_INT:
        return "int", array("q", column).tobytes()
    if types == {float}:
        return "float", array("d", column).tobytes()
    if types == {date}:
        return "date", array("q", [day.toordinal() for day in column]).tobytes()
    return "mixed", json.dumps([_tagged(cell) for cell in column]).encode()


def _tagged(cell: Cell) -> object:
    if isinstance(cell, datetime):
        return ["datetime", cell.isoformat()]
    if isinstance(cell, date):
        return ["date", cell.isoformat()]
    return cell


def _unpack_sheet(described: dict[str, Any], data: bytes, start: int) -> tuple[Sheet, int]:
    height = described["height"]
    columns: list[Iterable[Cell]] = []
    for kind, length in described["columns"]:
        block = data[start : start + length]
        if len(block) != length:
            raise ValueError("answer cut short")
        columns.append(_unpack_column(kind, block, height))
        start += length
    rows: list[Row] = list(zip(*columns, strict=False)) if columns else [()] * height
    sheet = Sheet(
        name=described["name"],
        rows=rows,
        hidden=described["hidden"],
        merges=tuple((a, b, c, d) for a, b, c, d in described["merges"]),
        hidden_rows=frozenset(described["hidden_rows"]),
        missing={(row, column): why for row, column, why in described["missing"]},
    )
    return sheet, start


def _unpack_column(kind: str, block: bytes, height: int) -> Iterable[Cell]:
    if kind == "empty":
        return repeat(None, height)
    if kind == "text":
        cells = block.decode("utf-8", "surrogatepass").split(SEPARATOR)
        return [cell or None for cell in cells]
    if kind == "int":
        return array("q", block)
    if kind == "float":
        return array("d", block)
    if kind == "date":
        days = {ordinal: date.fromordinal(ordinal) for ordinal in set(array("q", block))}
        return [days[ordinal] for ordinal in array("q", block)]
    return [_untagged(cell) if isinstance(cell, list) else cell for cell in json.loads(block)]


def _untagged(cell: list[str]) -> Cell:
    kind, text = cell
    return datetime.fromisoformat(text) if kind == "datetime" else date.fromisoformat(text)
