"""One entry of the history row by row: what stood in each before and what after, in words."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum


class RowAct(StrEnum):
    """What was done to a row."""

    ADDED = "added"
    CHANGED = "changed"
    REMOVED = "removed"
    NOTED = "noted"


ACT_NAMES: dict[RowAct, str] = {
    RowAct.ADDED: "Thêm",
    RowAct.CHANGED: "Sửa",
    RowAct.REMOVED: "Xóa",
    RowAct.NOTED: "Giữ nguyên",
}
PURGED_WORDS = "(đã xóa hẳn)"


@dataclass(frozen=True, slots=True)
class ValueChange:
    """A column that differs; of a row that was added or removed, one in which something stood."""

    title: str
    before: str
    after: str


@dataclass(frozen=True, slots=True)
class RowChange:
    """A row of the journal: `table` and `subject` say which row of the data, in words."""

    id: int
    table: str
    subject: str
    act: RowAct
    cells: tuple[ValueChange, ...]

    @property
    def before(self) -> str:
        """ "Chức vụ: Chuyên viên; Ghi chú: (trống)"."""
        return "" if self.act is RowAct.ADDED else self._side("before")

    @property
    def after(self) -> str:
        """The same of what it became."""
        return "" if self.act is RowAct.REMOVED else self._side("after")

    def _side(self, side: str) -> str:
        return "; ".join(f"{each.title}: {getattr(each, side) or '(trống)'}" for each in self.cells)
