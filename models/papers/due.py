"""Which documents have to be answered by when: pure, so that a dashboard can ask at any day."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date

from models.records.documents import DueDocument, DueState, RegisteredDocument

SOON_DAYS = 3
"""So many days before a deadline it is told as near."""


def documents_due(documents: Iterable[RegisteredDocument], today: date) -> tuple[DueDocument, ...]:
    """The open documents that have a deadline, the most urgent first."""
    found = (
        due_state(each, each.told.due_on, today)
        for each in documents
        if each.is_open and each.told.due_on is not None
    )
    return tuple(sorted(found, key=lambda due: (due.days, due.document.id)))


def due_state(document: RegisteredDocument, due_on: date, today: date) -> DueDocument:
    """How near the deadline of `document` is on `today`."""
    days = (due_on - today).days
    if days < 0:
        state = DueState.OVERDUE
    elif days == 0:
        state = DueState.TODAY
    else:
        state = DueState.SOON if days <= SOON_DAYS else DueState.LATER
    return DueDocument(document, state, days)
