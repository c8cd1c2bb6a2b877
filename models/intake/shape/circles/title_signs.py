"""What titles say of whose list a table is: the line over it, its sheet, its file."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import islice

from models.intake.grid import GridRow
from models.intake.shape.circles.circle import Circle
from models.intake.shape.circles.heads import Head, head_of
from models.intake.shape.circles.sign import A_PARTY, Around, Sign, shortened
from models.intake.shape.evidence.folding import fold_header

OF_A_TITLE, OF_A_SHEET, OF_A_FILE = 4.0, 4.0, 2.0
OF_A_LINE = 1.5
LESS_WHEN_MIXED = 1.0
MOST_OF_A_TITLE = 3
"""Rows with more cells are no title."""

_HANDED_OUT = re.compile(
    r"\b(?:nhan|tang|phat|cap|trao|chi|chi tra|linh)"
    r" (?:qua|tien|gao|tro cap|ho tro|nha o|bhyt|the)\b"
    r"|\b(?:tro cap|huong ho tro|nhan ho tro|vay von|cuu tro)\b"
)
_JOINED = re.compile(
    r"\bhoi (?:nguoi cao tuoi|nong dan|phu nu|lhpn|lien hiep phu nu|cuu chien binh|ccb"
    r"|chu thap do|khuyen hoc|nct|nguoi mu|nan nhan)\b"
)
A_SIDE = re.compile(
    r"\b(?:nguoi (?:giao|nhan|nop|ban giao|tiep nhan|gui|muon|chi tra|mua|ban|vay|cho vay)"
    r"|ben (?:[ab]|giao|nhan|ban|mua|cho thue|thue))\b"
)
"""Who gives and who takes: one side of a dealing."""


def signs_of_titles(around: Around) -> Iterator[Sign]:
    """What the title over the table, and the names of its sheet and file, say of its people."""
    sheet, file, above, _ = around
    yield from _of_sides(above)
    title, line = _title_above(above)
    yield from _of_head(title, OF_A_TITLE, f"tiêu đề “{shortened(line)}”")
    if title is None:
        yield from islice((sign for each in _lines(above) for sign in _of_line(each)), 1)
    yield from _of_head(_begun(sheet), OF_A_SHEET, f"tên trang tính “{shortened(sheet)}”")
    yield from _of_head(_begun(file), OF_A_FILE, f"tên tệp “{shortened(file)}”")


def _of_line(line: str) -> Iterator[Sign]:
    """What a title tells that names nobody: what is handed out, a body that residents join."""
    folded = fold_header(line)
    for pattern, circle in ((_HANDED_OUT, Circle.BENEFICIARIES), (_JOINED, Circle.RESIDENTS)):
        if pattern.search(folded):
            yield Sign(circle, OF_A_LINE, f"tiêu đề “{shortened(line)}”")
            return


def _of_sides(above: Sequence[GridRow]) -> Iterator[Sign]:
    """The two sides of a dealing, each named over its own columns."""
    last = above[-1] if above else ()
    sides = [cell for cell in last if isinstance(cell, str) and A_SIDE.search(fold_header(cell))]
    if len(sides) > 1:
        called = ", ".join(f"“{shortened(side)}”" for side in sides)
        yield Sign(Circle.DEALINGS, A_PARTY, f"dòng trên tiêu đề ghi {called}")


def _of_head(head: Head | None, weight: float, words: str) -> Iterator[Sign]:
    if head is None:
        return
    if head.beside is not None:
        less = weight - LESS_WHEN_MIXED
        yield Sign(head.beside, less, f"{words} gồm cả người khác", mixed=True)
    elif head.circle is not Circle.ANYBODY:
        yield Sign(head.circle, weight, words)


def _title_above(above: Sequence[GridRow]) -> tuple[Head | None, str]:
    """The nearest line over the table that is called a list of somebody, else the nearest one
    that begins with somebody; rows of another table end the search."""
    spare: tuple[Head | None, str] = (None, "")
    for text in _lines(above):
        head = head_of(text)
        if head is not None and head.listed:
            return head, text
        if head is not None and head.begins and spare[0] is None:
            spare = head, text
    return spare


def _lines(above: Sequence[GridRow]) -> Iterator[str]:
    """The title's lines over a table, from its header upwards."""
    for row in reversed(above):
        if sum(cell is not None for cell in row) > MOST_OF_A_TITLE:
            return
        yield from (cell for cell in row if isinstance(cell, str))


def _begun(name: str) -> Head | None:
    """Whom the name of a sheet or a file is about."""
    head = head_of(name.replace("_", " "))
    return head if head is not None and (head.listed or head.begins) else None
