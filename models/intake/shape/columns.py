"""What each column of a decided reading means, with the reason, and which columns stay open."""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from dataclasses import replace

from models.intake.grid import column_letter
from models.intake.shape.close_calls import close_calls
from models.intake.shape.decide import TableReading, assigned_meanings
from models.intake.shape.evidence.column import ColumnEvidence
from models.intake.shape.fields import FIELD_TITLES, PASSED_OVER, Field
from models.intake.shape.form_times import with_form_times
from models.intake.shape.mark_titles import LEVELS, mark_title, why_other_matter
from models.intake.shape.names import NameWay
from models.intake.shape.own_phone import open_phones
from models.intake.shape.reasons import why_not, why_read
from models.intake.shape.records import ColumnGuess
from models.intake.shape.tries import columns_of_tries, told_of_tries, without_tries
from models.intake.shape.unit_columns import open_units
from models.intake.shape.whose import doubtful_columns, weighed_by_owner


def column_guesses(
    reading: TableReading, way: NameWay | None, inside: Collection[int]
) -> list[ColumnGuess]:
    """The guesses for the columns `inside` that have a title or hold anything."""
    doubts = doubtful_columns(reading, way) if way else frozenset[int]()
    texts = {column.index: column.title.text for column in reading.columns}
    fitting: Mapping[int, Mapping[Field, float]] = weighed_by_owner(reading, way, doubts)
    tries = columns_of_tries(fitting, texts)
    weights = without_tries(fitting, tries)
    named = dict(way.columns) if way else {}
    mine = {index: each for index, each in weights.items() if index in inside}
    chosen, _ = assigned_meanings(mine, named.keys())
    meanings = named | chosen
    doubts &= chosen.keys()
    rivals = close_calls(reading.columns, mine, named.keys())
    taken = {field: column_letter(index) for index, field in meanings.items()}
    columns = [
        _guess(
            column, meanings.get(column.index), weights[column.index], taken, doubts | rivals.keys()
        )
        for column in reading.columns
        if column.index in inside and (column.title.text or column.filled)
    ]
    whose = [_with_rival(each, rivals, texts) for each in _with_whose(columns, reading.columns)]
    phones = open_phones(reading.columns, meanings, inside)
    units = open_units(reading.columns, meanings, inside)
    unread = {at: (Field.PHONE, why) for at, why in phones.items()}
    unread |= {at: (Field.UNIT, why) for at, why in units.items()}
    return told_of_tries(with_form_times([_left_open(each, unread) for each in whose]), tries)


def _guess(
    column: ColumnEvidence,
    field: Field | None,
    weights: Mapping[Field, float],
    taken: Mapping[Field, str],
    doubts: Collection[int],
) -> ColumnGuess:
    letter, text = column_letter(column.index), column.title.text
    if field is None or field is Field.IGNORED:
        if mark_title(tuple(text.split(LEVELS))) is Field.OTHER_MATTER:
            why = why_other_matter(text)
            return ColumnGuess(column.index, letter, text, Field.OTHER_MATTER, why)
        why = why_not(column, weights, taken)
        return ColumnGuess(column.index, letter, text, Field.IGNORED, why)
    if column.index in doubts and field not in PASSED_OVER:
        return ColumnGuess(column.index, letter, text, Field.IGNORED, "", field)
    return ColumnGuess(column.index, letter, text, field, why_read(column, field))


def _with_whose(
    columns: Sequence[ColumnGuess], evidence: Sequence[ColumnEvidence]
) -> list[ColumnGuess]:
    """The guesses, where an open column says after whose name it stands."""
    result: list[ColumnGuess] = []
    other = ""
    for guess in columns:
        title = evidence[guess.index].title
        if title.other and Field.FULL_NAME in title.scores:
            other = title.text
        why = f"Đứng sau “{other}” nên không rõ là của ai; chưa đọc, hãy chọn nếu đúng"
        result.append(guess if guess.may_be is None else replace(guess, why=why))
    return result


def _left_open(guess: ColumnGuess, unread: Mapping[int, tuple[Field, str]]) -> ColumnGuess:
    """The guess, where a column may hold the phones or units of a list that has no others."""
    if guess.index not in unread or guess.may_be is not None:
        return guess
    field, why = unread[guess.index]
    return replace(guess, may_be=field, why=why)


def _with_rival(
    guess: ColumnGuess, rivals: Mapping[int, int], texts: Mapping[int, str]
) -> ColumnGuess:
    """The guess, where another column might as well have been chosen in its place."""
    if guess.may_be is None or guess.index not in rivals:
        return guess
    rival, meant = rivals[guess.index], FIELD_TITLES[guess.may_be]
    other = f"{column_letter(rival)} “{texts[rival]}”"
    words = f"Cột này và cột {other} đều có thể là “{meant}”; chưa đọc, hãy chọn một cột"
    return replace(guess, why=words)
