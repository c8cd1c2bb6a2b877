"""What imports remember in the file: what columns mean."""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from dataclasses import replace

from sqlalchemy import select

from models.contests.current_stage import names_in_use
from models.contests.rule import contest_begins
from models.intake.own_titles import with_own_titles
from models.intake.shape.fields import Field
from models.intake.shape.other_times import without_other_times
from models.intake.shape.records import CHOSEN, TableGuess
from models.journal.change import Change
from models.roster.unit_tree import list_units
from models.store.schema import column_mappings
from models.store.store import Store
from models.text.names import match_key, storage_form

LONGEST_SHEET = 31


def mappings_of(guesses: Sequence[TableGuess]) -> dict[str, str]:
    """What the columns of these tables mean, by the signature of their headers.

    What was passed over without a word of the officer is guessed anew in the next file: the same
    titles may then stand over the relatives of staff, or over people of several communes.
    """
    return {guess.signature: json.dumps(_meanings(guess)) for guess in guesses}


def _meanings(guess: TableGuess) -> dict[str, str]:
    return {
        str(column.index): column.field.value
        for column in guess.columns
        if column.field is not Field.IGNORED or column.why == CHOSEN
    }


def remember_columns(change: Change, mappings: Mapping[str, str]) -> None:
    """Keep `mappings` within `change`, for the next files of the same shapes."""
    rows = change.connection.execute(select(column_mappings)).all()
    standing = {row.signature: row.id for row in rows}
    change.update(
        column_mappings,
        {standing[key]: {"fields": kept} for key, kept in mappings.items() if key in standing},
    )
    change.insert(
        column_mappings,
        [{"signature": k, "fields": v} for k, v in mappings.items() if k not in standing],
    )


def with_remembered(data_file: Store, guesses: Sequence[TableGuess]) -> list[TableGuess]:
    """The guesses with what the officer said before of files of the same shape; marks of another
    time than the contest's are unread unless they said so, those titled in its words are read."""
    with data_file.reading() as connection:
        rows = connection.execute(select(column_mappings)).all()
        names = names_in_use(connection)
    kept = {row.signature: row.fields for row in rows}
    today, begins = data_file.clock().date(), contest_begins(data_file)
    guesses = [
        with_own_titles(without_other_times(guess, today, begins), names) for guess in guesses
    ]
    return [
        guess.with_columns(_unpacked(kept[guess.signature])) if guess.signature in kept else guess
        for guess in guesses
    ]


def with_whole_units(data_file: Store, guesses: Sequence[TableGuess]) -> list[TableGuess]:
    """The guesses, where a unit that the name of a sheet cuts off is the one that begins so.

    Excel takes 31 characters for the name of a sheet; what fills them may lack its end.
    """
    cut = [g for g in guesses if len(g.sheet) == LONGEST_SHEET and g.unit == storage_form(g.sheet)]
    if not cut:
        return list(guesses)
    names = [unit.name for unit in list_units(data_file)]
    return [_whole(guess, names) if guess in cut else guess for guess in guesses]


def _whole(guess: TableGuess, names: Sequence[str]) -> TableGuess:
    key = match_key(guess.unit)
    found = [name for name in names if match_key(name).startswith(key)]
    return replace(guess, unit=found[0] if len(found) == 1 else "")


def _unpacked(text: str) -> dict[int, Field]:
    """The fields that this version knows; others are guessed anew."""
    known = {field.value for field in Field}
    return {int(index): Field(value) for index, value in json.loads(text).items() if value in known}
