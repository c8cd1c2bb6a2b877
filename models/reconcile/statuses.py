"""A status of the platform that says yes and no at once: looked at by somebody, marking nobody."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from models.intake.shape.values import TO_DECIDE_BEGINS, TOLD_OF_MARKS
from models.records import Mark

if TYPE_CHECKING:
    from models.reconcile.reading import PlatformRow


def with_doubt(row: PlatformRow) -> PlatformRow:
    """The row without the marks that its status leaves open, and with what is open about it.

    A word that nobody understands leaves open only what nothing else in the row says.
    """
    told = [each.reason for each in row.source.problems if each.reason.startswith(TOLD_OF_MARKS)]
    if not told or not (row.source.asked or not row.registered):
        return row
    doubt = told[-1].removeprefix(TO_DECIDE_BEGINS).strip()
    surely = row.source.registered is True and Mark.REGISTERED not in row.source.asked
    return row._replace(registered=surely, completed=None, from_words=True, doubt=doubt)


def open_doubt(rows: Sequence[PlatformRow], *, registered: bool, completed: bool) -> str:
    """What stays open of an account with these marks: "" when its other rows answer it."""
    for row in rows:
        asked = row.source.asked or (Mark.REGISTERED,)
        answered = completed or (registered and Mark.COMPLETED not in asked)
        if row.doubt and not answered:
            return row.doubt
    return ""
