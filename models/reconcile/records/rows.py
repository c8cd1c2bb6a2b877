"""What was read of an export: its rows about somebody, and what was said of the file."""

from __future__ import annotations

from dataclasses import dataclass
from typing import NamedTuple

from models.intake.plan_records import PlanProblem
from models.intake.shape.records import SourceRow, TableGuess
from models.records import Attended


class PlatformRow(NamedTuple):
    """One row of the platform: `source` as it was read; presence and completion as told.

    `completed` is None where the file says nothing; `from_words` says that a status column and
    not a mere date tells of completion. `token` stands for a login that is not kept. Of somebody
    who `attended` the rule of the contest decides, for a meeting by the `minutes`. A status in
    `doubt` marks nobody until somebody has looked at it.
    """

    source: SourceRow
    registered: bool
    completed: bool | None
    from_words: bool
    attended: Attended | None = None
    minutes: float | None = None
    token: str = ""
    doubt: str = ""


@dataclass(frozen=True, slots=True)
class PlatformSource:
    """One file, read: its rows about somebody, and what could not be taken as it stands.

    `unread` rows are about somebody too, and are named in `problems`.
    """

    name: str
    sha256: str
    rows: tuple[PlatformRow, ...]
    problems: tuple[PlanProblem, ...] = ()
    remarks: tuple[str, ...] = ()
    guesses: tuple[TableGuess, ...] = ()
    attended: Attended | None = None
    unread: int = 0
