"""What stumbles over a stored value that cannot be read names its row."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from typing import TYPE_CHECKING

from models.errors import AppError, Cancelled

if TYPE_CHECKING:
    from sqlalchemy import Engine


@contextmanager
def naming_unreadable(engine: Callable[[], Engine]) -> Iterator[None]:
    """Within it, stumbling over a stored value that cannot be read names its row.

    Raises `AppError` then; errors that have another cause pass unchanged. The `engine` is asked
    for only then.
    """
    try:
        yield
    except (AppError, Cancelled):
        raise
    except Exception as error:
        from models.store.unreadable import find_unreadable

        told = find_unreadable(engine())
        if told is None:
            raise
        raise told from error
