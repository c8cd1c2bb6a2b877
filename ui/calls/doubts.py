"""What the list of marks in doubt asks: who stands in it, and what is decided of them."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from models.records.doubts import DoubtfulMark
    from models.store.data_file import DataFile


def doubtful_marks(file: DataFile) -> tuple[DoubtfulMark, ...]:
    """The marks that the platform does not bear out, by name."""
    from models.roster.doubtful import doubtful_marks as work

    return work(file)


def keep(file: DataFile, person_ids: Sequence[int]) -> int:
    """Keep their marks; returns how many."""
    from models.roster.doubtful import keep_marks

    return keep_marks(file, person_ids)


def unmark(file: DataFile, person_ids: Sequence[int]) -> int:
    """Take their marks away; returns how many."""
    from models.roster.doubtful import unmark_doubts

    return unmark_doubts(file, person_ids)
