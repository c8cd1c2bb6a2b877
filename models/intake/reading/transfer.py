"""How a grid travels from the worker to the program: column by column, as plain data.

A stretch of cells of one type becomes one block of bytes (ten times faster than pickling the
cells); mixed ones become JSON. The first rows, where headers are, travel apart, so that the rest
of a column is of one type. Nothing in the format can run code in the program.
"""

from __future__ import annotations

import json
from array import array
from collections.abc import Callable, Iterable, Sequence
from datetime import date, datetime, time, timedelta
from itertools import islice, repeat
from typing import Any, BinaryIO

from models.intake.grid import Cell, FontRun, GridRow, Sheet, ToldCell
from models.intake.reading.entities import ENTITY, with_letters
from models.intake.reading.raw import RawSheet

HEAD = 50
SEPARATOR = "\0"
NOTHING = -(2**63)
"""Stands for an empty cell among whole numbers and dates."""

LARGEST = 2**62
LARGEST_WHOLE = 10.0**15
"""Above this a float no longer tells neighbouring whole numbers apart."""

STRETCH = 4_000
"""So many rows are put together at once: within one call of the interpreter no window is drawn."""

SAMPLE, FEW_IN_SAMPLE = 2_000, 700
MOST_CODES = 2**16


def write_answer(stream: BinaryIO, header: dict[str, Any], sheets: Iterable[RawSheet]) -> None:
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


def _pack_sheet(sheet: RawSheet, blocks: list[bytes]) -> dict[str, Any]:
    columns = []
    for column in sheet.columns:
        packed = [_pack(column[:HEAD]), _pack(column[HEAD:])]
        columns.append([(kind, len(block)) for kind, block in packed])
        blocks += [block for _, block in packed]
    gaps = sheet.gaps
    return {
        "name": sheet.name,
        "hidden": sheet.hidden,
        "merges": gaps.merges,
        "hidden_rows": sorted(gaps.hidden_rows),
        "missing": [(row, column, why) for (row, column), why in gaps.missing.items()],
        "hidden_columns": sorted(gaps.hidden_columns),
        "fonts": list(gaps.fonts.items()),
        "told": [(*place, *said) for place, said in gaps.told.items()],
        "height": sheet.height,
        "columns": columns,
    }


def _pack(cells: Sequence[Any]) -> tuple[str, bytes]:
    try:
        return _pack_text(cells, SEPARATOR.join(cells))
    except TypeError:
        cells = _plain(cells)
        types = set(map(type, cells)) - {type(None)}
    if types <= {str}:
        return _pack_text(cells, SEPARATOR.join([cell or "" for cell in cells]))
    if types <= {int, str} and not any(map(_is_text, cells)):
        return _pack_numbers(cells)
    if types == {date}:
        ordinals = [cell.toordinal() if cell else NOTHING for cell in cells]
        return "date", array("q", ordinals).tobytes()
    return "mixed", json.dumps([_tagged(cell) for cell in cells]).encode()


def _plain(cells: Sequence[Any]) -> Sequence[Any]:
    """The cells of calamine as ours: whole numbers as int, times of day as text."""
    types = set(map(type, cells))
    if types.isdisjoint({float, time, timedelta}):
        return cells
    if types == {float} and max(cells) < LARGEST_WHOLE and min(cells) > -LARGEST_WHOLE:
        numbers = list(map(int, cells))
        if numbers == list(cells):
            return numbers
    return list(map(_plain_cell, cells))


def _plain_cell(cell: Any) -> Any:
    if type(cell) is float:
        if cell.is_integer():
            return int(cell) if abs(cell) < LARGEST_WHOLE else cell
        return cell if cell - cell == 0 else None
    return str(cell) if isinstance(cell, time | timedelta) else cell


def _is_text(cell: Any) -> bool:
    return type(cell) is str and cell != ""


def _pack_text(cells: Sequence[Any], joined: str) -> tuple[str, bytes]:
    if "&" in joined and ENTITY.search(joined):
        cells = [with_letters(cell or "") for cell in cells]
        joined = SEPARATOR.join(cells)
    if joined.count(SEPARATOR) != max(len(cells) - 1, 0):
        return "mixed", json.dumps(list(cells)).encode()
    if not joined.strip(SEPARATOR):
        return "empty", b""
    if len(set(cells[:SAMPLE])) < FEW_IN_SAMPLE < len(cells):
        codes = {cell: code for code, cell in enumerate(set(cells))}
        if len(codes) < MOST_CODES:
            return _pack_codes(cells, codes)
    return "text", _encoded(joined)


def _pack_codes(cells: Sequence[Any], codes: dict[Any, int]) -> tuple[str, bytes]:
    """A column that repeats few texts: the texts once, then a number for each cell."""
    texts = _encoded(SEPARATOR.join([cell or "" for cell in codes]))
    numbers = array("H", map(codes.__getitem__, cells)).tobytes()
    return "codes", len(texts).to_bytes(8, "little") + texts + numbers


def _encoded(text: str) -> bytes:
    return text.encode("utf-8", "surrogatepass")


def _pack_numbers(cells: Sequence[Any]) -> tuple[str, bytes]:
    if not all(abs(cell) < LARGEST for cell in cells if cell):
        return "mixed", json.dumps(list(cells)).encode()
    filled = [NOTHING if cell is None or cell == "" else cell for cell in cells]
    return "int", array("q", filled).tobytes()


def _tagged(cell: Any) -> object:
    if isinstance(cell, datetime):
        return ["datetime", cell.isoformat()]
    if isinstance(cell, date):
        return ["date", cell.isoformat()]
    return with_letters(cell) if isinstance(cell, str) else cell


def _unpack_sheet(described: dict[str, Any], data: bytes, start: int) -> tuple[Sheet, int]:
    height = described["height"]
    heads: list[Iterable[Cell]] = []
    tails: list[Iterable[Cell]] = []
    for parts in described["columns"]:
        counts = (min(height, HEAD), max(height - HEAD, 0))
        for (kind, length), count, cells in zip(parts, counts, (heads, tails), strict=True):
            block = data[start : start + length]
            if len(block) != length:
                raise ValueError("answer cut short")
            cells.append(_unpack(kind, block, count))
            start += length
    rows: list[GridRow] = [*zip(*heads, strict=True)]
    below = zip(*tails, strict=True)
    while part := list(islice(below, STRETCH)):
        rows += part
    sheet = Sheet(
        name=described["name"],
        rows=rows,
        hidden=described["hidden"],
        merges=tuple((a, b, c, d) for a, b, c, d in described["merges"]),
        hidden_rows=frozenset(described["hidden_rows"]),
        missing={(row, column): why for row, column, why in described["missing"]},
        hidden_columns=frozenset(described["hidden_columns"]),
        fonts={at: tuple(FontRun(*run) for run in runs) for at, runs in described["fonts"]},
        told={(row, column): ToldCell(value, why) for row, column, value, why in described["told"]},
    )
    return sheet, start


def _unpack(kind: str, block: bytes, count: int) -> Iterable[Cell]:
    return repeat(None, count) if kind == "empty" else _UNPACKERS[kind](block)


def _unpack_numbers(block: bytes) -> Iterable[Cell]:
    numbers = array("q", block)
    if NOTHING in numbers:
        return [None if number == NOTHING else number for number in numbers]
    return numbers


def _unpack_dates(block: bytes) -> Iterable[Cell]:
    ordinals = array("q", block)
    days: dict[int, Cell] = {day: date.fromordinal(day) for day in set(ordinals) - {NOTHING}}
    days[NOTHING] = None
    return map(days.__getitem__, ordinals)


def _unpack_mixed(block: bytes) -> Iterable[Cell]:
    return [_untagged(cell) for cell in json.loads(block)]


def _unpack_text(block: bytes) -> Iterable[Cell]:
    text = block.decode("utf-8", "surrogatepass")
    cells = text.split(SEPARATOR)
    if SEPARATOR * 2 in text or text.startswith(SEPARATOR) or text.endswith(SEPARATOR):
        return [cell or None for cell in cells]
    return cells


def _unpack_codes(block: bytes) -> Iterable[Cell]:
    """One object for each text: less memory, and its hash is computed only once."""
    start = 8 + int.from_bytes(block[:8], "little")
    texts = [cell or None for cell in _unpack_text(block[8:start])]
    return map(texts.__getitem__, array("H", block[start:]))


def _untagged(cell: Any) -> Cell:
    if isinstance(cell, list):
        kind, text = cell
        return datetime.fromisoformat(text) if kind == "datetime" else date.fromisoformat(text)
    plain: Cell = cell
    return None if cell == "" else plain


_UNPACKERS: dict[str, Callable[[bytes], Iterable[Cell]]] = {
    "text": _unpack_text,
    "codes": _unpack_codes,
    "int": _unpack_numbers,
    "date": _unpack_dates,
    "mixed": _unpack_mixed,
}
