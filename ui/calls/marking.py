"""What the screen for marking by text asks: whom a text speaks of, and to mark them."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING

from models.records import Mark, MarkResult

if TYPE_CHECKING:
    from models.marking.apply import MessageReader
    from models.marking.records import Recognition
    from models.store.data_file import DataFile


@dataclass(frozen=True, slots=True)
class MarkOrder:
    """Whom to mark, how, and what was decided: (key, person id, the same or not)."""

    mark: Mark
    day: date
    person_ids: tuple[int, ...]
    decided: tuple[tuple[str, int, bool], ...] = ()


class Texts:
    """Reads texts by the roster, which it keeps between two of them; used in the lane only."""

    def __init__(self) -> None:
        self._reader: MessageReader | None = None

    def read(self, file: DataFile, text: str, least_minutes: float | None) -> Recognition:
        """Whom `text` speaks of."""
        if self._reader is None:
            from models.marking.apply import MessageReader

            self._reader = MessageReader()
        return self._reader.read(file, text, least_minutes)


def read_text(
    file: DataFile, texts: Texts, text: str, least_minutes: float | None = None
) -> Recognition:
    """Whom `text` speaks of, by the roster as it is now."""
    return texts.read(file, text, least_minutes)


def mark_people(file: DataFile, order: MarkOrder) -> MarkResult:
    """Mark them as one change. Raises `AppError` when that cannot be done."""
    from models.marking.apply import mark_recognised

    ids: Sequence[int] = order.person_ids
    return mark_recognised(file, order.mark, order.day, ids, order.decided)
