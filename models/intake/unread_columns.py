"""Columns that are not read although their titles sound like marks, or that are read although their
titles are about something else: each is told by its letter."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from models.intake.column_map import map_flag
from models.intake.shape.fields import (
    FIELD_TITLES,
    PRIVATE_FIELDS,
    TOLD_UNREAD,
    UNREAD_FIELDS,
    Field,
)
from models.intake.shape.list_titles import about_another_matter
from models.intake.shape.mark_titles import (
    LEVELS,
    MARK_FIELDS,
    WHY_UNREAD,
    mark_named,
    mark_title,
    why_other_matter,
)
from models.intake.shape.records import CHOSEN, ColumnGuess, Problem, TableGuess
from models.intake.shape.tries import WHY_TRY_BEGINS

READ_ALL_THE_SAME = (
    "Tiêu đề nói về việc khác nhưng cột này được đọc là “{meant}”; nếu không đúng, hãy chọn lại "
    "nội dung cho cột này"
)
_SILENT = PRIVATE_FIELDS | {Field.IGNORED}


def told_unread(
    guesses: Iterable[TableGuess], *, flags: bool = False, several: bool = False
) -> tuple[Problem, ...]:
    """A problem for each column of another matter, read or not, each time of a form, and each
    column that says of the contest what another column says already.

    With `flags` it is said how a command reads the column; `several` as in `left_open`.
    """
    return tuple(
        problem for guess in guesses for problem in _of_table(guess, flags=flags, several=several)
    )


def _of_table(guess: TableGuess, *, flags: bool, several: bool) -> Iterator[Problem]:
    for column in guess.columns:
        if why := _why_unread(column):
            title = " ".join(column.header_text.split())
            flag = _flag(column, guess.sheet if several else "") if flags else ""
            yield Problem(guess.sheet, guess.header_rows[1], column.letter, title, f"{why}{flag}.")


def _flag(column: ColumnGuess, sheet: str) -> str:
    """How a command says that a column of marks is one of the contest, or is not to be read."""
    meant: Field | None = Field.IGNORED
    if column.field in UNREAD_FIELDS:
        meant = mark_named(tuple(column.header_text.split(LEVELS)))
    if meant is None or column.field is Field.FORM_TIME:
        return ""
    return f" (khi dùng lệnh: {map_flag({column.letter: meant}, sheet)})"


def _why_unread(column: ColumnGuess) -> str:
    if column.field not in UNREAD_FIELDS:
        return _read_all_the_same(column)
    if column.field in TOLD_UNREAD:
        return column.why if column.why and column.why != CHOSEN else WHY_UNREAD[column.field]
    if column.field not in _SILENT or column.may_be is not None or column.why == CHOSEN:
        return ""
    if column.why.startswith(WHY_TRY_BEGINS):
        return f"Không nhập cột này: {_begun(column.why)}"
    said = mark_title(tuple(column.header_text.split(LEVELS)))
    if said is Field.OTHER_MATTER:
        return why_other_matter(column.header_text)
    return f"Không nhập cột này: {_begun(column.why)}" if said in MARK_FIELDS else ""


def _read_all_the_same(column: ColumnGuess) -> str:
    """What is said of the unit, the phone or the name "đăng ký hiến máu" that is read."""
    if column.why == CHOSEN or not about_another_matter(column.header_text):
        return ""
    return READ_ALL_THE_SAME.format(meant=FIELD_TITLES[column.field])


def _begun(why: str) -> str:
    return f"{why[:1].lower()}{why[1:]}" if why else "chưa rõ tiêu đề"


def private_remarks(guesses: Iterable[TableGuess]) -> list[str]:
    """What to say of columns that are recognised and not read."""
    private = {c.header_text for guess in guesses for c in guess.private_columns}
    names = ", ".join(sorted(private))
    return [f"Không đọc các cột riêng tư không cần cho việc này: {names}."] if private else []
