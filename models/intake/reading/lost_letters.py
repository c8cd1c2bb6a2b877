"""Lists whose Vietnamese letters were lost when they were saved: "Nguy?n V?n An"."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence

from models.intake.grid import Cell, Sheet
from models.intake.reading import refusals

ROWS_LOOKED_AT = 2_000
FEWEST, ONE_IN = 2, 5

_INSIDE = re.compile(r"[^\W\d_][?\ufffd]+[^\W\d_]|(?:^|\s)[?\ufffd][^\W\d_]")
"""A lost letter among others. At the end of a word a question mark may be one."""

_ONLY_OURS = re.compile(r"[\u0102-\u0111\u0128\u0129\u0168\u0169\u01a0-\u01b0\u1ea0-\u1ef9]")
_AT_END = re.compile(r"[^\W\d_][?\ufffd](?=\s+[^\W\d_]|$)")


def refuse_lost_letters(name: str, sheets: Sequence[Sheet]) -> None:
    """Raises `AppError` for a file of which a column has lost its letters for good."""
    for sheet in sheets:
        rows = sheet.rows[:ROWS_LOOKED_AT]
        if not any("?" in c or "\ufffd" in c for row in rows for c in row if isinstance(c, str)):
            continue
        for column in zip(*rows, strict=True):
            if example := _damaged(column):
                raise refusals.letters_lost(name, example)


def _damaged(cells: Iterable[Cell]) -> str:
    """A cell that shows the damage when much of the column has it, "" otherwise."""
    texts = [cell for cell in cells if isinstance(cell, str) and _has_words(cell)]
    inside = [text for text in texts if _INSIDE.search(text)]
    damaged = sum(1 for text in texts if _INSIDE.search(text) or _AT_END.search(text))
    if len(inside) < FEWEST or damaged * ONE_IN < len(texts):
        return ""
    # Saving without Vietnamese letters leaves none of them: where some stand, cells are spoilt.
    if sum(map(_has_vietnamese_letters, texts)) >= damaged:
        return ""
    return max(inside, key=lambda text: text.count("?") + text.count("\ufffd"))


def _has_vietnamese_letters(text: str) -> bool:
    """Whether letters stand there that no Western code page has."""
    return bool(_ONLY_OURS.search(text))


def _has_words(text: str) -> bool:
    return any(map(str.isalpha, text)) and "://" not in text and "@" not in text
