"""What the cells of one column hold, taken together: shares of each kind, repetition, order."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from functools import cached_property

from models.intake.grid import Cell, GridRow
from models.intake.shape.evidence.cells import Trait, cell_kinds
from models.intake.shape.evidence.title import TitleSense

MOST_ROWS = 120


@dataclass(frozen=True)
class ColumnEvidence:
    """One column below its header: a title and the cells of the sampled rows."""

    index: int
    title: TitleSense
    cells: Sequence[Cell]
    masks: Counter[int] = field(default_factory=Counter)

    @cached_property
    def filled(self) -> int:
        """How many cells hold something."""
        return sum(self.masks.values())

    @cached_property
    def distinct(self) -> float:
        """The share of different cells among those that hold something."""
        texts = {str(cell).strip() for cell in self.cells if cell is not None}
        return len(texts) / self.filled if self.filled else 0.0

    @cached_property
    def rising(self) -> float:
        """The share of cells that continue a count by one, or begin it again."""
        numbers = [_small_number(cell) for cell in self.cells if cell is not None]
        steps = sum(
            1
            for before, after in zip([0, *numbers], numbers, strict=False)
            if after is not None and (after == 1 or (before is not None and after == before + 1))
        )
        return steps / self.filled if self.filled else 0.0

    @cached_property
    def words(self) -> float:
        """The words of a cell on average."""
        texts = [cell for cell in self.cells if isinstance(cell, str)]
        return sum(len(text.split()) for text in texts) / len(texts) if texts else 0.0

    @cached_property
    def weight(self) -> float:
        """How much the cells count: one alone says less than several."""
        return (0.0, 0.7, 0.95)[self.filled] if self.filled < 3 else 1.0

    def share(self, kinds: int) -> float:
        """The share of filled cells that are of one of `kinds`."""
        if not self.filled:
            return 0.0
        return sum(count for mask, count in self.masks.items() if mask & kinds) / self.filled

    def share_without(self, kind: int, others: int) -> float:
        """The share of filled cells that are of `kind` and of none of `others`."""
        if not self.filled:
            return 0.0
        fitting = sum(n for mask, n in self.masks.items() if mask & kind and not mask & others)
        return fitting / self.filled

    @cached_property
    def is_typed(self) -> bool:
        """Whether most cells are of a kind that words are not."""
        return self.share(TYPED) > 0.6


TYPED = (
    Trait.PHONE
    | Trait.DIGITS
    | Trait.DATE
    | Trait.EMAIL
    | Trait.IDENTITY
    | Trait.NUMBER
    | Trait.CODE
)


def sampled_rows(rows: Sequence[GridRow], start: int, end: int) -> list[GridRow]:
    """Rows spread over a stretch, those left out that hold one thing only.

    Stretches that begin near each other have the same rows, which are looked at once.
    """
    step = max(1, (end - start) // MOST_ROWS)
    chosen = [rows[at] for at in range(-(-start // step) * step, end, step)]
    full = [row for row in chosen if sum(cell is not None for cell in row) > 1]
    return full or chosen


def masks_of(cells: Iterable[Cell]) -> Counter[int]:
    """How many cells are of which kinds; cells that hold nothing are left out."""
    masks = Counter(map(cell_kinds, cells))
    masks.pop(0, None)
    return masks


def _small_number(cell: Cell) -> int | None:
    if isinstance(cell, int) and not isinstance(cell, bool) and 0 <= cell < 100_000:
        return cell
    if isinstance(cell, float) and cell.is_integer() and 0 <= cell < 100_000:
        return int(cell)
    if isinstance(cell, str) and cell.strip().rstrip(".").isdecimal() and len(cell.strip()) < 6:
        return int(cell.strip().rstrip("."))
    return None
