"""One column at a time from cells to values; a cell that cannot be read leaves a complaint."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from datetime import date
from typing import TypeVar

from models.intake.grid import RAISED, Cell
from models.intake.shape.cells import (
    MOST_POINTS,
    doubtful_score,
    read_count,
    read_gender,
    read_mark,
    read_score,
    read_staff_type,
)
from models.intake.shape.employment import tells_of_work
from models.intake.shape.looks import is_identity_number, is_phone
from models.intake.shape.points import full_marks
from models.intake.shape.spoilt import LOST_LETTER, SPOILT, without_raised
from models.intake.shape.statuses import NOTHING, StatusAsked, StatusSaid, judge_status
from models.records import Gender, StaffType
from models.text.formats import score_words
from models.text.names import storage_form
from models.text.phones import Phone, normalise_phone

Value = TypeVar("Value")
ValueRead = tuple[Value, str]
"""A value, and a Vietnamese sentence about the cell or ""."""

TO_DECIDE_BEGINS = "Cần quyết định:"
TO_DECIDE = f"{TO_DECIDE_BEGINS} “{{cell}}” {{why}}; chưa đánh dấu."
UNCLEAR_BEGINS = "Không rõ"
UNCLEAR = f"{UNCLEAR_BEGINS} “{{cell}}” là đã hay chưa; để trống."
TOLD_OF_MARKS = (TO_DECIDE_BEGINS, UNCLEAR_BEGINS)
"""How sentences about marks begin."""
TOO_MANY = "Điểm “{cell}” cao hơn điểm tối đa ({full}); để trống, hãy kiểm tra lại."
NO_PHONE = Phone("", "")
SAMPLE, DISTINCT = 4_000, 0.95


@dataclass(slots=True)
class Complaints:
    """What is wrong, by position among the people: (column index, cell, sentence)."""

    by_position: dict[int, list[tuple[int, Cell, str]]] = field(default_factory=dict)

    def add(self, position: int, column: int, cell: Cell, reason: str) -> None:
        """Note a sentence about one cell of one person."""
        self.by_position.setdefault(position, []).append((column, cell, reason))


def read_column(
    cells: Sequence[Cell],
    column: int,
    read: Callable[[Cell], ValueRead[Value]],
    complaints: Complaints,
) -> list[Value]:
    """Every cell through `read`, equal cells only once."""
    if _is_mixed(cells):
        results = list(map(read, cells))
    else:
        read_cells = {cell: read(cell) for cell in set(cells)}
        if not any(reason for _, reason in read_cells.values()):
            return [read_cells[cell][0] for cell in cells]
        results = [read_cells[cell] for cell in cells]
    for position, (_, reason) in enumerate(results):
        if reason:
            complaints.add(position, column, cells[position], reason)
    return [value for value, _ in results]


def read_silently(cells: Sequence[Cell], read: Callable[[Cell], Value]) -> list[Value]:
    """Every cell through `read`, equal cells only once; nothing is complained of."""
    return read_column(cells, 0, lambda cell: (read(cell), ""), Complaints())


def has_points(cell: Cell) -> bool:
    """Whether a cell holds points."""
    return read_score(cell) is not None


def _is_mixed(cells: Sequence[Cell]) -> bool:
    """Whether hardly any cell comes twice, or looking for equal ones would be wrong: True
    equals 1 as a key, and is another thing as a cell."""
    sample = cells[:SAMPLE]
    return len(set(sample)) > SAMPLE * DISTINCT or bool in set(map(type, cells))


def read_text_cell(cell: Cell) -> ValueRead[str]:
    """The storage form of any cell."""
    if cell is None:
        return "", ""
    if isinstance(cell, date):
        return cell.strftime("%d/%m/%Y"), ""
    text = str(cell)
    if text.isascii() and text.isprintable() and "  " not in text:
        return text.strip(), ""
    stored = storage_form(text)
    if LOST_LETTER in stored:
        return "", SPOILT
    plain = without_raised(stored)
    return plain, ("" if plain == stored else RAISED)


def read_phone(cell: Cell) -> ValueRead[Phone]:
    """The phone of a cell, its warning as the sentence."""
    if cell is None:
        return NO_PHONE, ""
    if isinstance(cell, str) and LOST_LETTER in cell:
        return NO_PHONE, SPOILT
    if not (isinstance(cell, str) and len(cell) < 11) and is_identity_number(cell):
        return NO_PHONE, "Đây là số căn cước, không phải số điện thoại; không đọc."
    phone = normalise_phone(cell)
    return phone, phone.warning


def read_login(cell: Cell) -> ValueRead[str]:
    """The account name; numbers of identity papers are left out."""
    return ("", "") if cell is None or is_identity_number(cell) else read_text_cell(cell)


def phone_of_login(cell: Cell) -> ValueRead[Phone]:
    """The phone that serves as account, if the account is one."""
    return (normalise_phone(cell), "") if is_phone(cell) else (NO_PHONE, "")


def read_gender_cell(cell: Cell) -> ValueRead[Gender | None]:
    """Nam or nữ."""
    return (read_gender(cell) if isinstance(cell, str) else None), ""


def gender_mark_reader(gender: Gender) -> Callable[[Cell], ValueRead[Gender | None]]:
    """Reads the mark in a column headed Nam or Nữ."""

    def read(cell: Cell) -> ValueRead[Gender | None]:
        said = read_gender(cell) if isinstance(cell, str) else None
        return said or (gender if read_mark(cell) or cell in {"N", "n"} else None), ""

    return read


def read_staff_cell(cell: Cell) -> ValueRead[StaffType | None]:
    """The kind of staff; words that are none leave a sentence."""
    text = read_text_cell(cell)[0]
    kind = read_staff_type(text) if text else None
    if text and kind is None:
        return None, f"Không nhận ra loại “{text}”; để trống."
    return kind, ""


def status_reader(asked: StatusAsked) -> Callable[[Cell], ValueRead[StatusSaid]]:
    """Reads what a cell says of the contest; words that say nothing of it, or leave it to be
    decided, leave a sentence."""

    def read(cell: Cell) -> ValueRead[StatusSaid]:
        said = judge_status(cell, asked)
        if said.doubt:
            return said, TO_DECIDE.format(cell=cell, why=said.doubt)
        silent = cell is None or (isinstance(cell, str) and cell.strip(" -–.") == "")
        if said == NOTHING and not silent and not tells_of_work(cell, asked.today):
            return said, UNCLEAR.format(cell=cell)
        return said, ""

    return read


def score_reader(title: str) -> Callable[[Cell], ValueRead[float | None]]:
    """Reads points; text that holds none leaves a sentence, and so do points above all that can be
    had, by the cell or by the `title` of the column."""
    highest = full_marks(title)

    def read(cell: Cell) -> ValueRead[float | None]:
        full = full_marks(cell) if isinstance(cell, str) else None
        most = full or highest or MOST_POINTS
        score = read_score(cell, most)
        if score is None and (doubt := doubtful_score(cell, most)):
            return None, f"Không đọc được điểm: {doubt}"
        if score is not None and score > (full or highest or score):
            return None, TOO_MANY.format(cell=cell, full=score_words(full or highest))
        unread = score is None and _says_something(cell)
        return score, (f"Không đọc được điểm “{cell}”." if unread else "")

    return read


def _says_something(cell: Cell) -> bool:
    """Whether a cell holds words or a number, and not a dash alone."""
    if isinstance(cell, str):
        return cell.strip(" -–") != ""
    return isinstance(cell, int | float) and not isinstance(cell, bool)


def read_count_cell(cell: Cell) -> ValueRead[int | None]:
    """A number of attempts."""
    count = read_count(cell)
    unread = count is None and _says_something(cell)
    return count, (f"Không đọc được số lượt “{cell}”." if unread else "")
