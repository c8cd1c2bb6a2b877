"""Marks that the platform has lost, or that came of a wrong match: kept or taken away by key."""

from __future__ import annotations

from collections.abc import Callable, Hashable, Mapping, Sequence
from dataclasses import dataclass

from PySide6.QtCore import Signal

from models.contests.mark_names import USUAL_NAMES, MarkNames, capitalised
from models.records.doubts import DoubtfulMark
from models.text.formats import number, short_date
from models.text.phones import display_phone
from ui.deciding.answers import Answer
from ui.deciding.flow import DecisionFlow
from ui.deciding.table import DecisionTable
from ui.table.column import A_DAY, A_PHONE, Column, Kind

HINT = (
    "Kết quả của những người này vẫn được tính cho tới khi cán bộ quyết định; Ctrl+Z để hoàn tác."
)


@dataclass(frozen=True, slots=True)
class DoubtLine:
    """A mark in doubt, in the words of the contest."""

    told: DoubtfulMark
    names: MarkNames = USUAL_NAMES

    @property
    def id(self) -> int:
        """Whose mark it is."""
        return self.told.id


COLUMNS: tuple[Column[DoubtLine], ...] = (
    Column("name", "Họ và tên", 24, lambda each: each.told.name, Kind.STRONG),
    Column(
        "mark",
        "Kết quả",
        15,
        lambda each: capitalised(each.names.done(each.told.mark)),
        Kind.WARNING,
    ),
    Column("marked", "Ngày ghi", 12, lambda each: short_date(each.told.marked_on), never_cut=A_DAY),
    Column("unit", "Đơn vị", 28, lambda each: each.told.unit, tooltip=lambda each: each.told.unit),
    Column(
        "phone", "Điện thoại", 14, lambda each: display_phone(each.told.phone), never_cut=A_PHONE
    ),
    Column("since", "Từ ngày", 12, lambda each: short_date(each.told.since), never_cut=A_DAY),
    Column(
        "why",
        "Lý do",
        44,
        lambda each: each.told.why,
        Kind.QUIET,
        tooltip=lambda each: each.told.why,
    ),
)


class DoubtfulMarks(DecisionFlow[int]):
    """What is decided is done at once, and the line is gone."""

    name = "doubts"
    hint = HINT
    columns = COLUMNS
    answers = {Answer.THIS: "Giữ kết quả", Answer.NOBODY: "Bỏ đánh dấu"}
    empty = ("Không có kết quả nào cần quyết định", "")

    def __init__(self, done: Callable[[Answer, list[int]], None]) -> None:
        super().__init__()
        self.marks: dict[int, DoubtfulMark] = {}
        self.names = USUAL_NAMES
        self._done = done

    def ids(self) -> Sequence[int]:
        """The marks by the ids of their people."""
        return tuple(self.marks)

    def line(self, row_id: int) -> DoubtLine:
        """One mark."""
        return DoubtLine(self.marks[row_id], self.names)

    def decision(self, row_id: int, answer: Answer, choice: object) -> int:
        """Whose mark it is."""
        return row_id

    def store(self, answer: Answer, decisions: Mapping[int, int]) -> None:
        """Keep these marks, or take them away."""
        super().store(answer, decisions)
        self._done(answer, list(decisions))

    def alike(self, row_id: int, answer: Answer) -> Hashable:
        """Alike are marks that came into doubt by one file or account."""
        mark = self.marks[row_id]
        return mark.mark, mark.kind, mark.by


class DoubtsView(DecisionTable):
    """`kept` and `unmarked` carry the ids of the people whose lines were decided."""

    kept = Signal(object)
    unmarked = Signal(object)

    def __init__(self) -> None:
        self._marks = DoubtfulMarks(self._done)
        super().__init__(self._marks)

    def name_marks(self, names: MarkNames) -> None:
        """Call the marks as the contest does."""
        self._marks.names = names

    def show_marks(self, marks: Sequence[DoubtfulMark]) -> None:
        """Show these in place of the ones before."""
        self._marks.marks = {each.id: each for each in marks}
        self._marks.made.clear()
        self.refresh()

    def _done(self, answer: Answer, ids: list[int]) -> None:
        (self.kept if answer is Answer.THIS else self.unmarked).emit(ids)


def kept_words(count: int) -> str:
    """What was done with the marks that stay."""
    return f"Đã giữ kết quả của {number(count)} người. Ctrl+Z để hoàn tác."


def unmarked_words(count: int) -> str:
    """What was done with the marks that went."""
    return f"Đã bỏ đánh dấu {number(count)} người. Ctrl+Z để hoàn tác."
