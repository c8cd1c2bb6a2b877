"""Which file a copy was made of: names are alike on many machines, the first link of a journal is
not."""

from __future__ import annotations

from contextlib import closing, suppress
from pathlib import Path

from models.errors import AppError
from models.store.driver import connect_to_still, driver_errors
from models.store.keyring import cipher_key
from models.store.log import looking_into

_FIRST = "SELECT link FROM changes ORDER BY id LIMIT 1"


def first_link(data: Path) -> str:
    """The first link of the journal of the file at `data`, which may be open; "" of an older one,
    and where it cannot be read."""
    with (
        suppress(*driver_errors(OSError, AppError)),
        looking_into(data, cipher_key(data)) as connection,
    ):
        found = connection.execute(_FIRST).fetchone()
        return str(found[0]) if found else ""
    return ""


def first_link_of_copy(copy: Path) -> str:
    """The same of a kept copy, beside which nothing is made."""
    with (
        suppress(*driver_errors(OSError, AppError)),
        closing(connect_to_still(copy, cipher_key(copy))) as connection,
    ):
        found = connection.execute(_FIRST).fetchone()
        return str(found[0]) if found else ""
    return ""
