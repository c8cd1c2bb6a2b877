"""Whoever stumbles over data that is not as the program wrote it is told so; all else is a bug."""

from __future__ import annotations

import logging
from collections.abc import Iterator
from contextlib import contextmanager

from models.errors import AppError, Broke, Cancelled
from models.store.store import Store

log = logging.getLogger(__name__)


@contextmanager
def broken_told(store: Store) -> Iterator[None]:
    """Within it, what nobody expected says whether anything had been committed before it struck.

    Raises `AppError` where nothing had, and the data is not as it was written; else `Broke`.
    """
    before = store.commits
    try:
        yield
    except (AppError, Cancelled):
        raise
    except Exception as error:
        written, damage = store.commits > before, what_is_damaged(store)
        if damage is None or written:
            raise Broke(written=written, damage=damage) from error
        # Whether it would have gone well in sound data nobody knows.
        log.warning("stumbled over damaged data", exc_info=error)
        raise damage from error


def what_is_damaged(store: Store) -> AppError | None:
    """A value that cannot be read, else what is not as the journal says; None where all is, or
    where that cannot be told."""
    # Not at the top: nothing of it is needed as long as nothing goes wrong.
    from models.checking.at_start import found_in, start_words
    from models.checking.journal_rules import JOURNAL_RULES
    from models.store.unreadable import find_unreadable

    try:
        told = find_unreadable(store.engine)
        if told is not None:
            return told
        flaws = found_in(store, JOURNAL_RULES)
    except AppError as refused:
        return refused
    except Exception:
        log.warning("the data could not be looked at", exc_info=True)
        return None
    return AppError(*start_words(flaws)) if flaws else None
