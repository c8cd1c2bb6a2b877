"""What a command says of how a file is to be read, and what stays open when it says nothing."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace

from models.errors import AppError
from models.intake.column_map import ColumnMap, map_flag
from models.intake.grid import Workbook
from models.intake.shape.fields import FIELD_TITLES, NAME_FIELDS, UNREAD_FIELDS, Field
from models.intake.shape.find import with_header
from models.intake.shape.records import Problem, TableGuess
from models.text.formats import number
from models.text.names import match_key

_ROWS = re.compile(r"(\d{1,5})(?:\s*[-–]\s*(\d{1,5}))?")


def sheet_named(workbook: Workbook, name: str) -> str:
    """The name of the sheet that `name` means, as the file has it. Raises `AppError`."""
    for sheet in workbook.sheets:
        if match_key(sheet.name) == match_key(name):
            return sheet.name
    names = ", ".join(sheet.name for sheet in workbook.sheets)
    raise AppError(
        f"Tệp “{workbook.file_name}” không có trang tính “{name}”.",
        f"Hãy chọn một trong các trang tính: {names}.",
    )


def only_sheet(workbook: Workbook, guesses: Sequence[TableGuess], name: str) -> list[TableGuess]:
    """The tables of the sheet called `name`. Raises `AppError` naming the sheets there are."""
    meant = sheet_named(workbook, name)
    return [guess for guess in guesses if guess.sheet == meant]


@dataclass(frozen=True, slots=True)
class Wishes:
    """`header` are rows as Excel counts them; `fields` are meanings by sheet and column index."""

    sheet: str | None = None
    skipped: tuple[str, ...] = ()
    header: tuple[int, int] | None = None
    fields: ColumnMap = field(default_factory=dict)
    convert: bool = False


AS_GUESSED = Wishes()
"""Nothing said: read what is sure."""


def rows_said(text: str) -> tuple[int, int]:
    """The header rows of "4" or "4-5". Raises `AppError` for anything else."""
    found = _ROWS.fullmatch(text.strip())
    if found is None:
        raise AppError(f"Không hiểu dòng tiêu đề “{text}”.", "Hãy ghi như 4 hoặc 4-5.")
    return int(found[1]), int(found[2] or found[1])


def wished_tables(
    workbook: Workbook, guesses: Sequence[TableGuess], wishes: Wishes
) -> tuple[list[TableGuess], list[TableGuess]]:
    """The tables to read, and those that stay open until somebody answers."""
    found = without_skipped(workbook, guesses, wishes)
    if wishes.sheet:
        found = [_named(guess) for guess in only_sheet(workbook, found, wishes.sheet)]
    named = {sheet_named(workbook, name): said for name, said in wishes.fields.items() if name}
    sheets = list(dict.fromkeys(guess.sheet for guess in found))
    found = [guess for each in sheets for guess in _side_by_side(found, each, named.get(each))]
    if wishes.header or "" in wishes.fields:
        return _as_said(workbook, found, wishes), []
    wanted = [guess for guess in found if guess.wanted or (wishes.sheet and not guess.question)]
    return wanted, [guess for guess in found if guess.question and not guess.hidden]


def without_skipped(
    workbook: Workbook, guesses: Sequence[TableGuess], wishes: Wishes
) -> list[TableGuess]:
    """The tables of the sheets that are not to be passed over."""
    skipped = {sheet_named(workbook, name) for name in wishes.skipped}
    return [guess for guess in guesses if guess.sheet not in skipped]


def _named(guess: TableGuess) -> TableGuess:
    """A table whose sheet was named: that answers whether it is a list of the office's people."""
    if guess.question and guess.by_name:
        return replace(guess, question="", wanted=True)
    return guess


def _as_said(workbook: Workbook, found: Sequence[TableGuess], wishes: Wishes) -> list[TableGuess]:
    """The table that is meant, with the header and the columns that were said; the tables of all
    who stand side by side under its header, where only columns were said."""
    sheets = list(dict.fromkeys(guess.sheet for guess in found if not guess.hidden))
    if wishes.sheet:
        sheets = [sheet_named(workbook, wishes.sheet)]
    elif not found:
        sheets = [sheet.name for sheet in workbook.sheets if sheet.rows and not sheet.hidden]
    if len(sheets) != 1:
        raise AppError(
            f"Tệp “{workbook.file_name}” có nhiều trang tính nên chưa rõ --header, --map nói về "
            "trang nào.",
            f'Hãy thêm --sheet, ví dụ --sheet "{sheets[0] if sheets else "Sheet1"}".',
        )
    fields = wishes.fields.get("", {})
    guess = next((each for each in found if each.sheet == sheets[0]), None)
    if not wishes.header and guess is not None:
        read = _side_by_side(found, guess.sheet, fields)
        return [each for each in read if each.header_rows == guess.header_rows and each.wanted]
    first, last = wishes.header or (1, 1)
    blank = TableGuess(sheets[0], (0, 0), (), 0.0, (1, 1), guess.unit if guess else "")
    moved = with_header(workbook, guess or blank, first, last)
    guess = replace(moved, unit=moved.unit or blank.unit)
    return [_mapped(guess, fields)]


def _side_by_side(
    found: Sequence[TableGuess], sheet: str, fields: Mapping[int, Field] | None
) -> list[TableGuess]:
    """The tables of a sheet, the first of them and those beside it with what was said.

    Where it is asked whose list it is, saying who is meant answers for those people alone.
    """
    mine = [guess for guess in found if guess.sheet == sheet]
    if fields is None:
        return mine
    names = {index for index, field in fields.items() if field in NAME_FIELDS}
    if not any(guess.question for guess in mine):
        names = set()
    meant = [
        guess.header_rows == mine[0].header_rows and not (names and names.isdisjoint(guess.fields))
        for guess in mine
    ]
    return [_mapped(each, fields) if so else each for each, so in zip(mine, meant, strict=True)]


def _mapped(guess: TableGuess, said_of: Mapping[int, Field]) -> TableGuess:
    """The guess to read, where each meaning that was said belongs to that column alone."""
    fields = {index: field for index, field in said_of.items() if index in guess.fields}
    said = {each for each in fields.values() if each not in UNREAD_FIELDS}
    if Field.FULL_NAME in said:
        said |= {Field.FAMILY_NAME, Field.MIDDLE_NAME, Field.GIVEN_NAME}
    elif said & {Field.FAMILY_NAME, Field.GIVEN_NAME}:
        said.add(Field.FULL_NAME)
    others = {
        index: Field.IGNORED
        for index, meaning in guess.fields.items()
        if meaning in said and index not in fields
    }
    return replace(guess.with_columns({**others, **fields}), wanted=True, question="")


def left_open(
    guesses: Iterable[TableGuess], unread: Iterable[TableGuess], *, several: bool = False
) -> tuple[Problem, ...]:
    """One problem for each table that stays open, and one for the open columns of each read.

    `several` says that the file has tables on several sheets, so that flags must name one.
    """
    asked = [
        Problem(
            guess.sheet,
            _row(guess),
            "",
            f"{number(guess.data_rows[1] - guess.data_rows[0] + 1)} dòng",
            f"{guess.question}; chưa đọc ai. {_way(guess)}",
        )
        for guess in unread
    ]
    columns = (problem for guess in guesses for problem in _open_columns(guess, several))
    return tuple(dict.fromkeys((*asked, *columns)))


def _row(guess: TableGuess) -> int:
    return guess.header_rows[0] or guess.data_rows[0]


def _way(guess: TableGuess) -> str:
    skip = f'nếu không, thêm --skip-sheet "{guess.sheet}"'
    if guess.by_name:
        return f'Nếu vẫn cần đọc, thêm --sheet "{guess.sheet}"; {skip}.'
    name = next((c.letter for c in guess.columns if c.field is Field.FULL_NAME), "C")
    return f'Hãy nêu cột họ tên, ví dụ --map "{name}=name"; {skip}.'


def _open_columns(guess: TableGuess, several: bool) -> tuple[Problem, ...]:
    if not guess.open_columns:
        return ()
    first = guess.open_columns[0]
    names = ", ".join(f"{c.letter} “{' '.join(c.header_text.split())}”" for c in guess.open_columns)
    said = {c.letter: c.may_be for c in guess.open_columns if c.may_be}
    flag = map_flag(said, guess.sheet if several else "")
    meant = ", ".join(FIELD_TITLES[c.may_be].lower() for c in guess.open_columns if c.may_be)
    reason = (
        f"Cột {names}: {first.why[0].lower()}{first.why[1:]}. Nếu là {meant} của người trong "
        f"dòng, thêm {flag}."
    )
    return (Problem(guess.sheet, _row(guess), first.letter, first.header_text, reason),)
