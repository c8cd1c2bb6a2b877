"""What a flow tells the table of decisions: its rows, their evidence, and what an answer means."""

from __future__ import annotations

from abc import ABC, abstractmethod
from collections.abc import Hashable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any, Generic, TypeVar

from models.text.formats import number
from ui.deciding.answers import UNDECIDED, Answer
from ui.table.column import Column

DecisionT = TypeVar("DecisionT")
MAYBE_ONE = "Có thể là {name}: {why}"
MAYBE_SEVERAL = "Có {count} lựa chọn phù hợp: hãy chọn một."
LEFT_OPEN = "{count} dòng có nhiều người có thể khớp, hoặc không có ai: hãy xem từng dòng."


@dataclass(frozen=True, slots=True)
class RowFacts:
    """What is known of a row: `facts` are (words, value); a value without words stands alone."""

    title: str
    reasons: str = ""
    facts: tuple[tuple[str, str], ...] = ()


@dataclass(frozen=True, slots=True)
class Possible:
    """Somebody, or something, that a row may be: why, and what else is known of it."""

    name: str
    reasons: str = ""
    details: str = ""


class DecisionFlow(ABC, Generic[DecisionT]):
    """`answers` are the words of each answer that the flow knows, in the order of the buttons.

    Decisions are kept in `made` by the id of their row, unless a flow keeps them elsewhere.
    """

    name: str
    hint: str
    columns: Sequence[Column[Any]]
    answers: Mapping[Answer, str]
    tooltips: Mapping[Answer, str] = {}
    empty = ("Không có dòng nào", "")
    repeats = True
    """Whether rows can be alike, so that one decision serves all of them."""

    def __init__(self, made: Mapping[int, DecisionT] | None = None) -> None:
        self.made: dict[int, DecisionT] = dict(made or {})

    @abstractmethod
    def ids(self) -> Sequence[int]:
        """The rows in their order."""

    @abstractmethod
    def line(self, row_id: int) -> Any:
        """A row as the columns show it."""

    @abstractmethod
    def decision(self, row_id: int, answer: Answer, choice: Any | None) -> DecisionT | None:
        """What `answer` decides of a row; None: it decides nothing.

        `choice` is what the officer chose in the evidence of this row. Without one an answer
        counts only where it leaves nothing to choose.
        """

    def decisions(
        self, row_ids: Iterable[int], answer: Answer, choice: Any | None = None
    ) -> dict[int, DecisionT]:
        """What `answer` decides of several rows, as far as it does."""
        found = ((each, self.decision(each, answer, choice)) for each in row_ids)
        return {each: decision for each, decision in found if decision is not None}

    def asks(self) -> bool:
        """Whether there is anything to decide about."""
        return bool(self.ids())

    def is_open(self, row_id: int) -> bool:
        """Whether the officer has still to decide about a row."""
        return row_id not in self.made

    def is_decided(self, row_id: int) -> bool:
        """Whether there is a decision that could be taken back."""
        return row_id in self.made

    def offers(self, row_id: int, answer: Answer) -> bool:
        """Whether the button of an answer can be pressed on a row."""
        return True

    def answers_of(self, row_id: int) -> Mapping[Answer, str]:
        """What the buttons say while one row is looked at."""
        return self.answers

    def store(self, answer: Answer, decisions: Mapping[int, DecisionT]) -> None:
        """Keep these decisions."""
        self.made.update(decisions)

    def take_back(self, row_ids: Iterable[int]) -> None:
        """Forget what was decided of these rows."""
        for each in row_ids:
            self.made.pop(each, None)

    def said(self, answer: Answer, made: Sequence[int], left: Sequence[int]) -> str:
        """What is to be said after an answer, mostly about the rows that it has left open."""
        return LEFT_OPEN.format(count=number(len(left))) if left else ""

    def alike(self, row_id: int, answer: Answer) -> Hashable | None:
        """What makes another row alike, so that the same answer holds; None: nothing does."""
        return None


class ChoosingFlow(DecisionFlow[DecisionT]):
    """A flow whose rows stand beside those whom they may be; one of them is chosen."""

    opposite = "Trong danh sách"
    turning = "chọn giữa những người giống"

    @abstractmethod
    def facts(self, row_id: int) -> RowFacts:
        """What the row itself says."""

    @abstractmethod
    def choices(self, row_id: int) -> Sequence[Any]:
        """Who or what the row may be."""

    @abstractmethod
    def shown(self, row_id: int, choice: Any) -> Possible:
        """One of them as it is shown."""

    @abstractmethod
    def kept(self, row_id: int) -> DecisionT | None:
        """What is decided of a row by now."""

    @abstractmethod
    def same(self, choice: Any) -> DecisionT:
        """The decision that it is this one of them."""

    def otherwise(self, row_id: int, answer: Answer) -> DecisionT | None:
        """What any other answer decides."""
        return None

    def offers(self, row_id: int, answer: Answer) -> bool:
        """Where there is nobody, nobody can be chosen."""
        return answer is not Answer.THIS or bool(self.choices(row_id))

    def decision(self, row_id: int, answer: Answer, choice: Any) -> DecisionT | None:
        """Who it is, is taken only of one alone, or of the one that was chosen."""
        if answer is not Answer.THIS:
            return self.otherwise(row_id, answer)
        choices = self.choices(row_id)
        alone = choice is not None or len(choices) == 1
        return self.same(choices[choice or 0]) if alone else None

    def chosen(self, row_id: int) -> int:
        """The place of the one who was decided for; else the first."""
        kept = self.kept(row_id)
        choices = enumerate(self.choices(row_id) if kept is not None else ())
        return next((at for at, each in choices if self.same(each) == kept), 0)

    def nobody(self, row_id: int) -> str:
        """What to say where there is none."""
        return "Chưa có ai giống trong danh sách."

    def why(self, row_id: int) -> str:
        """Why a row is asked about, in sentences."""
        told = self.facts(row_id).reasons
        return " ".join(filter(None, (_sentence(told), self.who_maybe(row_id, bool(told)))))

    def who_maybe(self, row_id: int, told: bool) -> str:
        """Who a row may be, in a sentence; `told`: something else is said of it already."""
        possible = [self.shown(row_id, each) for each in self.choices(row_id)]
        if len(possible) == 1:
            return _sentence(MAYBE_ONE.format(name=possible[0].name, why=possible[0].reasons))
        if possible:
            return MAYBE_SEVERAL.format(count=number(len(possible)))
        return "" if told else self.nobody(row_id)


class YesNoFlow(DecisionFlow[bool]):
    """Something is proposed of each row: it is done, or left."""

    def decision(self, row_id: int, answer: Answer, choice: object) -> bool:
        """Whether it is done."""
        return answer is Answer.THIS

    def words(self, row_id: int) -> str:
        """What is decided of a row, in the words of the answer."""
        made = self.made.get(row_id)
        return UNDECIDED if made is None else self.answers[Answer.THIS if made else Answer.NOBODY]


def _sentence(words: str) -> str:
    """Reasons that begin and end as a sentence does."""
    told = words.strip().removesuffix(":")
    end = "" if told[-1:] in "!?." else "."
    return f"{told[:1].upper()}{told[1:]}{end}" if told else ""
