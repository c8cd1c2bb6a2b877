"""Whoever stumbles over data that is not as the program wrote it is told so; all else is a bug."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager

from models.errors import AppError, Broke, Cancelled
from models.store.store import Store


@contextmanager
def broken_told(store: Store) -> Iterator[None]:
    """Within it, a bug says whether anything had been committed before it struck.

    Raises `AppError` where the data is not as it was written: that is no bug.
    """
    before = store.commits
    try:
        yield
    except (AppError, Cancelled):
        raise
    except Exception as error:
        written = store.commits > before
        told = what_is_damaged(store)
        if told is None:
            raise Broke(written=written) from error
        raise _with_what_was_done(told, written=written) from error


def what_is_damaged(store: Store) -> AppError | None:
    """A value that cannot be read, else what is not as the journal says; None where all is."""
    # Not at the top: nothing of it is needed as long as nothing goes wrong.
    from models.checking.at_start import found_in, start_words
    from models.checking.journal_rules import JOURNAL_RULES
    from models.store.unreadable import STUMBLES, find_unreadable

    told = find_unreadable(store.engine)
    if told is not None:
        return told
    try:
        flaws = found_in(store, JOURNAL_RULES)
    except AppError as refused:
        return refused
    except STUMBLES:
        return None
    return AppError(*start_words(flaws)) if flaws else None


def _with_what_was_done(told: AppError, *, written: bool) -> AppError:
    done = "Việc vừa làm đã được ghi." if written else ""
    return AppError(told.sentence, f"{done} {told.advice}".strip())
