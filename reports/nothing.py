"""A list with nobody in it is no paper to sign but a sentence; said once for all kinds of lists."""

from __future__ import annotations

from models.errors import AppError


class NothingToList(AppError):
    """Nobody and nothing stands in the list that was asked for, and the sentence says so.

    It is good news more often than a mistake: whoever makes several documents goes on without
    this one, a page shows the sentence where the pages would stand.
    """
