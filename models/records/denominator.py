"""Who counts on a day and who does not, each with the reason: one line of the ledger of people."""

from __future__ import annotations

from datetime import date
from enum import StrEnum
from typing import NamedTuple

from models.records.periods import Grounds


class Outside(StrEnum):
    """What keeps somebody out of the figures of a day."""

    NOT_YET = "not_yet"
    LEFT = "left"
    AWAY = "away"
    EXEMPT = "exempt"


OUTSIDE_NAMES: dict[Outside, str] = {
    Outside.NOT_YET: "Chưa về đơn vị",
    Outside.LEFT: "Đã rời danh sách",
    Outside.AWAY: "Tạm rời danh sách",
    Outside.EXEMPT: "Không thuộc đối tượng",
}


class DenominatorLine(NamedTuple):
    """One person on one day: who counts has no `outside`.

    `unit_id` is the main unit of the day. `reason` is what was written of the period that keeps
    the person out ("Nghỉ thai sản"; "" when nothing was), `since` and `until` its first and last
    day as far as known. `period_id` is the row of the exemption or of the time away, 0 for what
    stands with the person.
    """

    person_id: int
    uid: str
    name: str
    unit_id: int
    outside: Outside | None = None
    reason: str = ""
    since: date | None = None
    until: date | None = None
    period_id: int = 0

    @property
    def counts(self) -> bool:
        """Whether the person is in the figures of the day."""
        return self.outside is None

    @property
    def why_not(self) -> str:
        """The reason in words, in any case; "" for who counts."""
        return "" if self.outside is None else self.reason or OUTSIDE_NAMES[self.outside]


class DenominatorMove(NamedTuple):
    """Why somebody counts on one of two days and not on the other, or in another unit.

    The units are those in which the person counts on either day, None where they do not.
    `words` say it inside a sentence, the day included: "nghỉ thai sản từ 01/6"; `kind` is the
    same without a day. Of a move between units they are empty: each unit says its own.
    """

    uid: str
    name: str
    before: int | None
    after: int | None
    kind: str = ""
    day: date | None = None
    words: str = ""


class LedgerLine(NamedTuple):
    """One person in the ledger: who is counted has no `outside` and no `reason`."""

    id: int
    name: str
    unit: str
    outside: Outside | None
    reason: str
    since: date | None
    until: date | None
    grounds: Grounds
    period_id: int


class Ledger(NamedTuple):
    """Everybody as of the end of `day`, in the order of names.

    Beside another day, `footnote` says why the total is another and `moved` holds the ids of
    those who count on one of the two days only, or in another unit.
    """

    day: date
    lines: tuple[LedgerLine, ...]
    footnote: str = ""
    moved: frozenset[int] = frozenset()

    @property
    def outside(self) -> tuple[LedgerLine, ...]:
        """Who is not counted."""
        return tuple(line for line in self.lines if line.outside is not None)
