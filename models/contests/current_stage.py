"""Whose marks are worked on: those of the current contest, in the stage that it is in.

Whatever reads or writes marks asks here, so that the stages of a contest never mix.
"""

from __future__ import annotations

from typing import NamedTuple

from sqlalchemy import ColumnElement, Connection, Table, and_, select

from models.contests.contests import current_contest_id, open_contest_id
from models.contests.mark_names import USUAL_NAMES, MarkNames
from models.store.schema import contests, participations

CURRENT_CONTEST = select(contests.c.id).where(contests.c.current).scalar_subquery()
CURRENT_STAGE = select(contests.c.stage).where(contests.c.current).scalar_subquery()


class MarkedStage(NamedTuple):
    """Where marks are written; the names are those of the columns."""

    contest_id: int
    stage: int


def marked_stage(connection: Connection) -> MarkedStage:
    """The stage whose marks may be written. Raises `AppError` as `worked_on` does, and for a closed
    contest."""
    open_contest_id(connection)
    return worked_on(connection)


def worked_on(connection: Connection) -> MarkedStage:
    """The stage that is worked on. Raises `AppError` when no contest has been chosen."""
    contest_id = current_contest_id(connection)
    number = select(contests.c.stage).where(contests.c.id == contest_id)
    return MarkedStage(contest_id, connection.execute(number).scalar_one())


def names_in_use(connection: Connection) -> MarkNames:
    """What the current contest calls its marks; the usual words without one."""
    columns = (contests.c.registered_word, contests.c.completed_word, contests.c.one_mark)
    row = connection.execute(select(*columns).where(contests.c.current)).first()
    return USUAL_NAMES if row is None else MarkNames(*row)


def of_current_stage(
    stage: int | None = None, table: Table = participations
) -> ColumnElement[bool]:
    """Whether a row is of the current contest and of its stage `stage` (None: the one that is
    worked on); the rows of `table` have both."""
    number = CURRENT_STAGE if stage is None else stage
    return and_(table.c.contest_id == CURRENT_CONTEST, table.c.stage == number)
