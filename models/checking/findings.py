"""What a check found, in sentences, and what mending it would write."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any, NamedTuple

if TYPE_CHECKING:
    from models.journal.change import Change

RESTORE = "Hãy giữ nguyên tệp này và khôi phục từ bản sao lưu mới nhất đã thử khôi phục."
FlawCure = Callable[["Change"], Any]
"""Writes what mends one finding, within a change."""


@dataclass(frozen=True, slots=True)
class Flaw:
    """One thing that is not as it must be.

    `what` is a sentence, `where` the place in words. `mend` says what mending would do, "" where
    nobody can know what is right; then `advice` says what to do. `code` is that of the rule. Two
    findings are equal that say the same of the same place. Bytes of a damaged value that are no
    text stand as "?" in them: what is said is printed, and written into the history.
    """

    what: str
    where: str
    mend: str = ""
    code: str = ""
    advice: str = ""
    cure: FlawCure | None = field(default=None, compare=False, repr=False)

    def __post_init__(self) -> None:
        for name in ("what", "where", "mend", "advice"):
            said = getattr(self, name).encode("utf-8", "replace").decode()
            object.__setattr__(self, name, said)

    @property
    def can_mend(self) -> bool:
        """Whether it is sure what is right."""
        return self.cure is not None


class SizePart(NamedTuple):
    """How many bytes of the file one kind of thing takes, in words."""

    words: str
    size: int


@dataclass(frozen=True, slots=True)
class Checked:
    """What came of a check: how much was looked at, and what was found.

    `rules` counts the rules that were asked, `entries` those of the journal. `whole` is False
    where it could not be looked to the end, as the file cannot be read.
    """

    findings: tuple[Flaw, ...]
    people: int = 0
    rules: int = 0
    entries: int = 0
    whole: bool = True
    size: int = 0
    parts: tuple[SizePart, ...] = ()

    @property
    def ok(self) -> bool:
        """Whether nothing was found."""
        return not self.findings

    @property
    def to_mend(self) -> tuple[Flaw, ...]:
        """What can be mended surely."""
        return tuple(each for each in self.findings if each.can_mend)


@dataclass(frozen=True, slots=True)
class SetValues:
    """Sets columns of one row."""

    table: str
    row_id: int
    values: Mapping[str, Any]

    def __call__(self, change: Change) -> None:
        """Write them."""
        from models.store.schema import metadata

        change.update(metadata.tables[self.table], {self.row_id: dict(self.values)})


@dataclass(frozen=True, slots=True)
class TakeAway:
    """Takes one row away."""

    table: str
    row_id: int

    def __call__(self, change: Change) -> None:
        """Delete it."""
        from models.store.schema import metadata

        change.delete(metadata.tables[self.table], [self.row_id])
