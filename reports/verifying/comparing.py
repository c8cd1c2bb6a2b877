"""One format beside the same: cell by cell, paragraph by paragraph, line by line."""

from __future__ import annotations

from collections.abc import Hashable, Iterator, Sequence
from dataclasses import dataclass, field
from itertools import zip_longest
from math import isclose
from typing import NamedTuple

from models.text.formats import number
from reports.verifying.aligning import aligned
from reports.verifying.blanks import filled_in
from reports.verifying.content import (
    FilePart,
    FilePartKind,
    ReadContent,
    ReadPiece,
    ReadRow,
    shown_share,
)
from reports.verifying.difference import ChangedPlace, words_of_place
from reports.verifying.spans import changed_words

NOTHING = ReadPiece(0, "")


@dataclass(slots=True)
class Compared:
    """What differs, in the order of the file, and what was filled in by hand ("45", "08").

    `counted`: in what order words stand was not looked at. `charted`: words were taken for those
    of charts.
    """

    differences: list[ChangedPlace] = field(default_factory=list)
    filled: list[str] = field(default_factory=list)
    counted: bool = False
    charted: bool = False

    @property
    def is_same(self) -> bool:
        """Whether nothing differs."""
        return not self.differences


class _Pair(NamedTuple):
    part: FilePart
    row: ReadRow


def compare_alike(issued: ReadContent, returned: ReadContent) -> Compared:
    """Two files of one format."""
    found = Compared()
    for before, after in _matched(_gathered(issued.parts), _gathered(returned.parts)):
        if before is None or after is None:
            found.differences.append(_whole_part(before, after))
        else:
            _compare_parts(before, after, found)
    return found


def _gathered(parts: Sequence[FilePart]) -> list[FilePart]:
    """All running text as one part, beside the tables or sheets in their order."""
    texts = [row for part in parts if part.kind is FilePartKind.TEXT for row in part.rows]
    others = [part for part in parts if part.kind is not FilePartKind.TEXT]
    return [*([FilePart(FilePartKind.TEXT, "", tuple(texts))] if texts else []), *others]


def _matched(
    before: Sequence[FilePart], after: Sequence[FilePart]
) -> Iterator[tuple[FilePart | None, FilePart | None]]:
    """Sheets and tables with the same name, then the others in their order."""
    left = {(part.kind, part.name): part for part in after}
    loose: list[FilePart] = []
    for part in before:
        same = left.pop((part.kind, part.name), None)
        if same is None:
            loose.append(part)
        else:
            yield part, same
    yield from zip_longest(loose, left.values())


def _whole_part(before: FilePart | None, after: FilePart | None) -> ChangedPlace:
    """A sheet or a table that is in one of the two alone."""
    part = before or after
    assert part is not None
    words = {FilePartKind.SHEET: f"trang “{part.name}”", FilePartKind.TEXT: "phần chữ"}
    rows = f"{number(len(part.rows))} dòng"
    place = words.get(part.kind, part.name)
    return ChangedPlace(place, rows if before else None, rows if after else None)


def _compare_parts(before: FilePart, after: FilePart, found: Compared) -> None:
    for old, new in aligned(before.rows, after.rows, _row_key, _row_name):
        if old is None and new is not None:
            place = words_of_place(after, new, None)
            found.differences.append(ChangedPlace(place, None, new.text))
        elif new is None and old is not None:
            found.differences.append(
                ChangedPlace(words_of_place(before, old, None), old.text, None)
            )
        elif old is not None and new is not None:
            _compare_rows(_Pair(before, old), _Pair(after, new), found)


def _row_key(row: ReadRow) -> Hashable:
    return row.key


def _row_name(row: ReadRow) -> Hashable:
    """What stands in a row beside its numbers: the name of a unit, of a person."""
    return tuple(
        (each.column, each.text) for each in row.pieces if each.value is None and each.text
    )


def _compare_rows(before: _Pair, after: _Pair, found: Compared) -> None:
    old = {piece.column: piece for piece in before.row.pieces}
    new = {piece.column: piece for piece in after.row.pieces}
    for column in sorted({*old, *new}):
        was, is_now = old.get(column, NOTHING), new.get(column, NOTHING)
        if says_the_same(was, is_now):
            continue
        filled = filled_in(was.text, is_now.text)
        if filled is not None:
            found.filled.append(filled)
            continue
        place = words_of_place(after.part, after.row, is_now if column in new else was)
        if before.part.kind in (FilePartKind.TEXT, FilePartKind.PAGES):
            old_words, new_words = changed_words(was.text, is_now.text)
        else:
            old_words, new_words = was.text, is_now.text
        found.differences.append(ChangedPlace(place, old_words, new_words))


def says_the_same(one: ReadPiece, other: ReadPiece) -> bool:
    """Whether two pieces say the same: 0.045 is "4,5%", 1234 is "1.234"."""
    if one.text == other.text:
        return True
    if one.value is None or other.value is None:
        return False
    if one.percent or other.percent:
        return shown_share(one.value) == shown_share(other.value)
    return isclose(one.value, other.value, rel_tol=1e-9)
