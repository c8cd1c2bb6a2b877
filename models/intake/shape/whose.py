"""Columns behind the name of somebody else: "Họ tên lãnh đạo", then "Số điện thoại"."""

from __future__ import annotations

import re
from collections.abc import Collection, Mapping
from itertools import pairwise

from models.intake.shape.decide import TableReading
from models.intake.shape.evidence.cells import Trait
from models.intake.shape.evidence.column import ColumnEvidence
from models.intake.shape.evidence.wording import without_owner
from models.intake.shape.fields import Field
from models.intake.shape.names import NameWay

DOUBT = 3.0
"""So much less fits a column that may be somebody else's."""

TWICE = 2
_FIRST = frozenset({"", "1"})
_NUMBERED = re.compile(
    r"\b(?:giam thi|giam khao|can bo|cb|giao vien|gv|nguoi|thanh vien|nhan vien|nv|gt)$"
)
"""With a number behind it a further person of the row: "giám thị 2"."""

_OF_ANYBODY = frozenset({Field.PHONE, Field.EMAIL, Field.POSITION})


def doubtful_columns(reading: TableReading, way: NameWay) -> frozenset[int]:
    """The columns that may be of the other person who is named right before them."""
    columns = [column for column in reading.columns if column.index > max(way.indexes)]
    told = {field for column in columns if column.title.other for field in _called(column)}
    found: set[int] = set()
    for before, column in pairwise(columns):
        called = _OF_ANYBODY & reading.fits[column.index].keys()
        # What is headed as the other person's elsewhere is not headed so here.
        if not _names_another(before) or column.title.other or not called or called & told:
            continue
        if _follows(before, column) is not False:
            found.add(column.index)
    return frozenset(found)


def weighed_by_owner(
    reading: TableReading, way: NameWay | None, doubts: Collection[int]
) -> dict[int, Mapping[Field, float]]:
    """The weights of the columns, less where it is not clear whose they are."""
    main = reading.columns[way.first].title.number if way else ""
    result: dict[int, Mapping[Field, float]] = {}
    for column in reading.columns:
        each = reading.fits[column.index]
        if not main and _NUMBERED.search(column.title.bare) and column.title.number not in _FIRST:
            each = {}
        elif column.index in doubts:
            each = {f: w - DOUBT if f in _OF_ANYBODY else w for f, w in each.items()}
        result[column.index] = each
    return result


def _called(column: ColumnEvidence) -> frozenset[Field]:
    """What a column of somebody else would mean if it were the person's own."""
    own = without_owner(column.title.text)
    return frozenset(own.scores) & _OF_ANYBODY


def _follows(other: ColumnEvidence, column: ColumnEvidence) -> bool | None:
    """Whether the cells change with the other person: None when nobody stands there twice."""
    seen: dict[str, str] = {}
    same = different = 0
    for name, cell in zip(other.cells, column.cells, strict=True):
        if name is None or cell is None:
            continue
        key, value = str(name).strip().lower(), str(cell).strip()
        if key in seen:
            same, different = same + (seen[key] == value), different + (seen[key] != value)
        seen[key] = value
    if same + different < TWICE:
        return None
    return same >= different


def _names_another(column: ColumnEvidence) -> bool:
    named = column.title.other and Field.FULL_NAME in column.title.scores
    return named and (not column.filled or column.share(Trait.PERSON) > 0.3)
