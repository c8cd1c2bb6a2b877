"""What to say where people of a table have no unit: which columns or groups may tell it."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from models.intake.grid import Sheet
from models.intake.shape.evidence.folding import fold_header
from models.intake.shape.fields import Field
from models.intake.shape.group_kinds import GroupKind, named_by
from models.intake.shape.headings import GroupsAbove
from models.intake.shape.parts import texts_of
from models.intake.shape.records import ColumnGuess, SourceRow, TableGuess

PEOPLE = "những người này"
"""Stands in the sentence for how many they are."""

ASKED = f"Chưa biết {PEOPLE} ở đơn vị nào."
OF_ALL = (
    " Nếu họ cùng một đơn vị, hãy ghi ở ô Đơn vị chung (khi dùng lệnh: --unit kèm tên đơn vị đó)."
)
_COLUMNS = (
    " {names} có thể ghi đơn vị: nếu đúng, hãy chọn nội dung cột là Đơn vị (khi dùng lệnh: {maps})."
)
_GROUPS = " {names} không nêu đơn vị nào."
SHOWN = 3
MOST = 0.6

_BODIES = frozenset({GroupKind.UNIT, GroupKind.BLOCK, GroupKind.PART, GroupKind.LOOSE_PART})
_ELSEWHERE = re.compile(
    r"\b(?:que|sinh|noi o|dia chi|thuong tru|tam tru|cu tru|ho khau|ngan hang|chi nhanh"
    r"|tot nghiep|dao tao|chuyen nganh|hoc|cap|kham|tiem|cu)\b"
)
_UNREAD = frozenset({Field.IGNORED, Field.POSITION, Field.NOTE})


def unit_asked(
    sheet: Sheet, guess: TableGuess, groups: Sequence[GroupsAbove], people: Sequence[SourceRow]
) -> str:
    """The question, with what in the table may answer it; "" where all `people` have a unit."""
    if all(each.unit for each in people):
        return ""
    columns = list(_like_units(sheet, guess))
    said = ASKED
    if columns:
        names = ", ".join(f"Cột {c.letter} “{' '.join(c.header_text.split())}”" for c in columns)
        maps = " hoặc ".join(f'--map "{c.letter}=unit"' for c in columns)
        said += _COLUMNS.format(names=names, maps=maps)
    if opened := list(dict.fromkeys(group.open for group in groups if group.open)):
        more = " …" if len(opened) > SHOWN else ""
        names = ", ".join(f"“{each}”" for each in opened[:SHOWN])
        said += _GROUPS.format(names=f"Dòng nhóm {names}{more}")
    return said + OF_ALL


def _like_units(sheet: Sheet, guess: TableGuess) -> Iterator[ColumnGuess]:
    """The columns that are not read as units and hold what looks like some."""
    for column in guess.columns:
        title = fold_header(column.header_text)
        if column.field not in _UNREAD or _ELSEWHERE.search(title):
            continue
        texts = texts_of(sheet, guess, column.index)
        bodies = sum(1 for text in texts if named_by(text).kind in _BODIES)
        called = re.search(r"\b(?:don vi|co quan|phong ban|noi cong tac|noi lam viec)\b", title)
        if texts and (called or bodies >= MOST * len(texts)):
            yield column
