"""Why rows of a plain list of names may not be marked: a title, a line above, a remark beside."""

from __future__ import annotations

import re
from collections.abc import Sequence
from datetime import date
from pathlib import Path

from models.intake.grid import Workbook
from models.intake.shape.cells import folded_cell, read_staff_type
from models.intake.shape.list_titles import other_matter_of
from models.intake.shape.records import ShapedTable, SourceRow, TableGuess
from models.intake.shape.statuses import StatusAsked, judge_status
from models.marking.talk import denial_in, doubt_of
from models.marking.words import AFFIRMED, WHY_UNDER_DENIAL

SHOWN_OF_A_LINE = 40
OF_ANOTHER_MATTER = "tiêu đề “{title}” nói về việc khác, không phải cuộc thi này"

DoubtfulRow = tuple[str, int]

_OF_POSTS = re.compile(
    r"(?:(?:dang|doan|hoi|uy|giao|nhan|chuyen|cong chuc|vien) ?vien|vien chuc|cong chuc|can bo|moi"
    r"|truong|pho|to truong|to pho|bi thu|chu tich|hieu|ke toan|van thu|kiem nhiem|phu trach|thuoc)"
    r"\b.*"
)
"""Remarks about somebody's post or party, which say nothing of the contest."""


def list_doubts(
    path: Path,
    workbook: Workbook,
    guesses: Sequence[TableGuess],
    tables: Sequence[ShapedTable],
    today: date,
) -> dict[DoubtfulRow, str]:
    """The doubts by sheet and row. A list of those who have not is none of those who have."""
    named = denial_in(path.stem)
    doubts: dict[DoubtfulRow, str] = {}
    for guess, table in zip(guesses, tables, strict=True):
        above = workbook.sheet(guess.sheet).rows[
            : max(guess.header_rows[1], guess.data_rows[0] - 1)
        ]
        titles = [guess.sheet, *(str(cell) for row in above for cell in row if cell is not None)]
        other = other_matter_of(_over(workbook, guess), path.stem)
        doubt = OF_ANOTHER_MATTER.format(title=_short(other)) if other else ""
        doubt = doubt or (f"tên tệp có chữ “{named}”" if named else "")
        doubt = doubt or next((_under(each) for each in titles if denial_in(each)), "")
        lines = [(row.row, row.text) for row in table.skipped]
        doubts |= _doubts_of_rows(table.rows, lines, doubt, today)
    return doubts


def doubt_of_note(note: str, today: date) -> str:
    """Why a remark beside a name keeps it from being marked: whatever is no plain yes.

    A remark on somebody's post or kind of staff is none on the contest.
    """
    if not note.strip():
        return ""
    if why := doubt_of(note):
        return why
    said = judge_status(note, StatusAsked(about_completion=True, named=False, today=today))
    agreed = (said.completed or said.registered) and not said.doubt
    if agreed or read_staff_type(note) or _OF_POSTS.fullmatch(folded_cell(note)):
        return ""
    return f"ghi chú “{note.strip()[:SHOWN_OF_A_LINE]}”"


def _doubts_of_rows(
    rows: Sequence[SourceRow], lines: Sequence[tuple[int, str]], doubt: str, today: date
) -> dict[DoubtfulRow, str]:
    """The doubt of each row, which a line between the rows may change."""
    doubts: dict[DoubtfulRow, str] = {}
    waiting = sorted(lines)
    for row in sorted(rows, key=lambda each: each.row):
        while waiting and waiting[0][0] < row.row:
            _, line = waiting.pop(0)
            if denial_in(line):
                doubt = _under(line)
            elif AFFIRMED.search(line):
                doubt = ""
        work = row.employment.text if row.employment and row.employment.takes_away else ""
        if why := (work and f"ghi “{work}”") or doubt_of_note(row.note, today) or doubt:
            doubts[row.sheet, row.row] = why
    return doubts


def _over(workbook: Workbook, guess: TableGuess) -> list[str]:
    """The name of the sheet and what stands over the header, or over the people without one."""
    end = guess.header_rows[0] or guess.data_rows[0]
    rows = workbook.sheet(guess.sheet).rows[: max(end - 1, 0)]
    return [guess.sheet, *(cell for row in rows for cell in row if isinstance(cell, str))]


def _under(title: str) -> str:
    return WHY_UNDER_DENIAL.format(line=_short(title))


def _short(title: str) -> str:
    return " ".join(title.split())[:SHOWN_OF_A_LINE]
