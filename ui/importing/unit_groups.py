"""Unit names that seem to be one unit: joined, or kept apart, group by group."""

from __future__ import annotations

from collections.abc import Hashable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from enum import Enum

from models.intake.plan_records import UnitGroup
from models.text.formats import number
from ui.deciding.answers import TAKE_BACK, UNDECIDED, Answer
from ui.deciding.flow import DecisionFlow
from ui.deciding.likeness import reason_kind
from ui.importing.unit_names import Meaning, UnitNames
from ui.table.column import Column, Kind


class GroupVerdict(Enum):
    """What the officer says of a group."""

    ONE = "Là một đơn vị"
    APART = "Để riêng"
    BY_NAME = "Đã chọn từng tên"


VERDICTS = {Answer.THIS: GroupVerdict.ONE, Answer.NOBODY: GroupVerdict.APART}


@dataclass(frozen=True, slots=True)
class GroupLine:
    """One group with what was said of it."""

    id: int
    group: UnitGroup
    verdict: GroupVerdict | None


def _names(line: GroupLine) -> str:
    return " · ".join(line.group.names)


def _proposed(line: GroupLine) -> str:
    new = " (đơn vị mới)" if line.group.unit_id is None else ""
    return f"{line.group.proposed}{new}"


def _verdict(line: GroupLine) -> str:
    return line.verdict.value if line.verdict else UNDECIDED


def _why(line: GroupLine) -> str:
    return line.group.why


class UnitGroups(DecisionFlow[GroupVerdict]):
    """A verdict on a group changes what its `names` mean."""

    name = "unit-groups"
    hint = "Các tên dưới đây có vẻ là một đơn vị. Chưa quyết định thì mỗi tên là một đơn vị mới."
    columns: Sequence[Column[GroupLine]] = (
        Column("verdict", "Quyết định", 19, _verdict, Kind.STRONG),
        Column("names", "Tên trong tệp", 46, _names, tooltip=_names),
        Column("people", "Số người", 7, lambda line: number(line.group.people), Kind.NUMBER),
        Column("proposed", "Đề nghị là", 46, _proposed, Kind.STRONG, tooltip=_proposed),
        Column("why", "Lý do", 36, _why, Kind.QUIET, tooltip=_why),
    )
    answers = {
        **{answer: verdict.value for answer, verdict in VERDICTS.items()},
        Answer.BACK: TAKE_BACK,
    }

    def __init__(self, groups: Sequence[UnitGroup], names: UnitNames) -> None:
        super().__init__()
        self._groups, self._names = groups, names

    def ids(self) -> Sequence[int]:
        """The groups by their places."""
        return range(len(self._groups))

    def line(self, row_id: int) -> GroupLine:
        """A group with its verdict."""
        return GroupLine(row_id, self._groups[row_id], self.made.get(row_id))

    def decision(self, row_id: int, answer: Answer, choice: object) -> GroupVerdict:
        """What is said of the group."""
        return VERDICTS[answer]

    def alike(self, row_id: int, answer: Answer) -> Hashable:
        """Alike are groups that are proposed for the same reason."""
        return reason_kind(self._groups[row_id].why)

    def store(self, answer: Answer, decisions: Mapping[int, GroupVerdict]) -> None:
        """Keep the verdicts, and let the names of these groups mean one unit, or what they did."""
        super().store(answer, decisions)
        for at, verdict in decisions.items():
            for name in self._groups[at].names:
                if verdict is GroupVerdict.ONE:
                    self._names.set_meaning(name, as_one(self._groups[at], name))
                else:
                    self._names.forget(name)

    def take_back(self, row_ids: Iterable[int]) -> None:
        """The names of these groups mean what they did at first."""
        for at in row_ids:
            self.made.pop(at, None)
            for name in self._groups[at].names:
                self._names.forget(name)


def as_one(group: UnitGroup, name: str) -> Meaning:
    """What `name` means when its group is one unit."""
    shares = group.unit_id is None and name != group.proposed
    return group.proposed if shares else group.unit_id
