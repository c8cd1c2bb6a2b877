"""Văn bản đến, đi: what the register of documents keeps of each, and what has to be done when."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from typing import NamedTuple


class Direction(StrEnum):
    """Whether a document came or was sent."""

    IN = "in"
    OUT = "out"


DIRECTION_NAMES = {Direction.IN: "Văn bản đến", Direction.OUT: "Văn bản đi"}
DOCUMENT_KINDS = (
    "Công văn",
    "Kế hoạch",
    "Báo cáo",
    "Quyết định",
    "Thông báo",
    "Tờ trình",
    "Giấy mời",
    "Biên bản",
    "Chỉ thị",
    "Công điện",
)
"""The usual kinds by Decree 30/2020; any other may be written."""


@dataclass(frozen=True, slots=True)
class DocumentDraft:
    """What the officer writes down of a document.

    `symbol` is "2136/SKHCN-TTTT"; an outgoing one has it only when the clerk has given it. `task`
    says what has to be done by `due_on`.
    """

    direction: Direction
    kind: str = ""
    symbol: str = ""
    issuer: str = ""
    recipient: str = ""
    subject: str = ""
    issued_on: date | None = None
    received_on: date | None = None
    due_on: date | None = None
    task: str = ""
    note: str = ""


@dataclass(frozen=True, slots=True)
class RegisteredDocument:
    """A document of the register.

    `answer` is the id of the outgoing one that answers it, `answer_symbol` its number ("": the
    clerk has not given it yet). `settled_on`: nothing is to be done any more. `files` counts what
    is attached, `frozen` are the ids of the frozen figures it was sent with.
    """

    id: int
    told: DocumentDraft
    answer: int | None = None
    answer_symbol: str = ""
    settled_on: date | None = None
    files: int = 0
    frozen: tuple[int, ...] = ()

    @property
    def awaits_number(self) -> bool:
        """Whether the clerk has still to give its number."""
        return self.told.direction is Direction.OUT and not self.told.symbol

    @property
    def is_answered(self) -> bool:
        """Whether an answer has gone out; a draft that awaits its number has not."""
        return self.answer is not None and bool(self.answer_symbol)

    @property
    def is_open(self) -> bool:
        """Whether something has still to be done about it."""
        return (
            self.told.direction is Direction.IN and not self.is_answered and self.settled_on is None
        )


class DueState(StrEnum):
    """How near a deadline is."""

    OVERDUE = "overdue"
    TODAY = "today"
    SOON = "soon"
    LATER = "later"


class DueDocument(NamedTuple):
    """An open document with its deadline; `days` to it, below 0 when it has passed."""

    document: RegisteredDocument
    state: DueState
    days: int
