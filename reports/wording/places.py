"""The places that a wording can have: their names, what they stand for, and in which kinds."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from models.text.names import match_key
from reports.document import DocumentBlock

WordingValue = str | tuple[DocumentBlock, ...]
"""What a place stands for: words, or whole paragraphs, tables and pictures; both empty: nothing."""
WordingValues = Mapping[str, WordingValue]
"""The values of a document by the names of their places."""


@dataclass(frozen=True, slots=True)
class WordingPlace:
    """A place: its name in Vietnamese, a sentence about it, and what it may come to.

    `kinds` are the codes of the documents in which it has a value; empty: all. A place that
    `is_block` stands alone on its line.
    """

    code: str
    explanation: str
    example: str
    kinds: tuple[str, ...] = ()
    is_block: bool = False

    def is_of(self, kind: str) -> bool:
        """Whether it has a value in documents of this kind."""
        return not self.kinds or kind in self.kinds


def place_key(name: str) -> str:
    """Equal for the same name of a place: case, spaces and where a tone is put do not matter."""
    return match_key(name)


ORDER, ROMAN_ORDER = "số thứ tự", "số La Mã"
"""Counted by the lines that stay, so that nothing is missing where one drops out."""
COUNTED_PLACES: Sequence[WordingPlace] = (
    WordingPlace(
        ORDER,
        "Đánh số 1, 2, 3… các dòng có chỗ này; dòng bị bỏ thì các số sau tự dồn lên. Đánh lại từ 1 "
        "sau mỗi dòng mở đầu bằng “# ”.",
        "1",
    ),
    WordingPlace(ROMAN_ORDER, "Đánh số I, II, III… các dòng có chỗ này.", "I"),
)
