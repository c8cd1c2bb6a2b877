"""Logins that are numbers of identity papers: told apart, and neither shown nor kept."""

from __future__ import annotations

import hashlib
import secrets
from collections.abc import Mapping

from models.intake.grid import Sheet
from models.intake.shape.fields import Field
from models.intake.shape.layout import layout_of
from models.intake.shape.looks import is_identity_number
from models.intake.shape.records import TableGuess

_SALT = secrets.token_bytes(16)


def login_tokens(sheet: Sheet, guess: TableGuess) -> Mapping[int, str]:
    """By row (as Excel counts): what is equal for equal logins of this kind, and says nothing.

    The tokens are other ones each time that the program runs.
    """
    fields = layout_of(guess).at
    column = fields.get(Field.LOGIN, fields.get(Field.NATIONAL_ID))
    if column is None:
        return {}
    first, last = guess.data_rows
    cells = ((at, sheet.rows[at][column]) for at in range(first - 1, min(last, len(sheet.rows))))
    return {at + 1: _token(cell) for at, cell in cells if is_identity_number(cell)}


def _token(cell: object) -> str:
    digits = "".join(filter(str.isdigit, str(int(cell) if isinstance(cell, float) else cell)))
    return hashlib.blake2b(digits.zfill(12).encode(), key=_SALT, digest_size=12).hexdigest()
