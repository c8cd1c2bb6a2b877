"""What the officer said of the columns of a file, kept for the next file of that shape."""

from __future__ import annotations

import json

from PySide6.QtCore import QSettings

from models.intake.shape.fields import Field
from models.intake.shape.records import TableGuess


def remember_columns(guess: TableGuess) -> None:
    """Keep the meanings under the titles of the columns."""
    kept = {str(index): field.value for index, field in guess.fields.items()}
    QSettings().setValue(_key(guess), json.dumps(kept))


def with_remembered(guess: TableGuess) -> TableGuess:
    """The guess with what was said of a file of the same shape."""
    try:
        kept = json.loads(str(QSettings().value(_key(guess)) or "{}"))
        return guess.with_columns({int(index): Field(value) for index, value in kept.items()})
    except ValueError:
        # Kept by a version that knew other meanings: better guessed anew.
        return guess


def _key(guess: TableGuess) -> str:
    return f"import/columns/{guess.signature}"
