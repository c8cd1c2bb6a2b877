"""Who does not have to take part on a day: in the database, and beside it over plain values."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from sqlalchemy import ColumnElement, and_, or_

from models.roster.periods import Days, holds_on
from models.store.schema import exemptions


def exempted_on(day: date) -> ColumnElement[bool]:
    """Whether a row of the exemptions holds on `day`; both its days are included."""
    until = exemptions.c.until
    return and_(exemptions.c.since <= day, or_(until.is_(None), until >= day))


def is_exempted(periods: Sequence[Days], day: date) -> bool:
    """The twin of `exempted_on`, over the days of somebody's exemptions in the contest."""
    return holds_on(periods, day)
