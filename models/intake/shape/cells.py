"""Single cells of a list: genders, kinds of staff, marks, scores. All are cached by text."""

from __future__ import annotations

import re
from datetime import date
from functools import lru_cache

from models.intake.grid import Cell
from models.records import Gender, StaffType
from models.text.names import search_fold
from models.text.typed_numbers import doubt_words, read_decimal

_PUNCTUATION = re.compile(r"[^\w%/,.✓✔√☑☒]+|_+")

_GENDERS = {
    "nam": Gender.MALE, "nu": Gender.FEMALE, "male": Gender.MALE, "female": Gender.FEMALE,
    "m": Gender.MALE, "f": Gender.FEMALE, "trai": Gender.MALE, "gai": Gender.FEMALE,
    "ong": Gender.MALE, "ba": Gender.FEMALE, "n": None,
}  # fmt: skip

_STAFF_TYPES: tuple[tuple[StaffType, str], ...] = (
    (
        StaffType.PART_TIME,
        r"(?:nguoi hoat dong )?(?:khong chuyen trach|kct|ban chuyen trach)|hd ?kct|nhdkct",
    ),
    (
        StaffType.WORKER,
        r"nguoi lao dong|nld|lao dong|hop dong(?: lao dong)?|hd|hdld|(?:hd|nd) ?\d+",
    ),
    (StaffType.CIVIL_SERVANT, r"cong chuc|cc"),
    (StaffType.PUBLIC_EMPLOYEE, r"vien chuc|vc"),
    (StaffType.CADRE, r"can bo|cb"),
)
_STAFF_PATTERNS = tuple(
    (kind, re.compile(rf"(?:{pattern})(?: (?:cap xa|xa|phuong|nha nuoc|hop dong|bien che))?"))
    for kind, pattern in _STAFF_TYPES
)

_YES = frozenset(
    {
        "x", "v", "✓", "✔", "√", "☑", "☒", "co", "da", "roi", "r", "yes", "y", "true", "ok", "dat",
        "1", "100", "100%", "da lam", "da hoc", "da thi", "da xong", "xong", "hoan thanh",
        "tham gia", "co tham gia", "completed", "complete", "finished", "passed", "done",
    }
)  # fmt: skip
_NO = frozenset(
    {
        "0", "0%", "khong", "chua", "no", "n", "false", "k", "ko", "o", "chua co", "khong co",
        "not completed", "incomplete", "not finished", "not started", "in progress", "failed",
        "not passed", "not attempted",
    }
)  # fmt: skip
_SIGNS = {
    "ü": True, "þ": True, "✅": True, "🗸": True,
    "û": False, "✗": False, "✘": False, "❌": False, "☐": False, "□": False,
}  # fmt: skip
"""Ticks and crosses; the letters are what the font Wingdings draws as such."""

_PERCENT = re.compile(r"(\d{1,3}(?:[.,]\d+)?) ?%")
_SCORE = re.compile(
    r"(\d{1,4}(?:[.,]\d{1,3})?)(?:\s*(?:/|trên)\s*\d{1,4}(?:[.,]\d+)?)?"
    r"(?:\s*(?:điểm|đ|%|câu(?: đúng)?))?"
)
MOST_POINTS = 1_000
"""So many points are given at most, where nothing says more."""
_BEYOND_POINTS = 1_000_000
"""No list gives so many, and none takes points away."""
_COUNT = re.compile(r"(\d{1,4})(?:\s*(?:lần|lượt))?")


@lru_cache(8192)
def folded_cell(text: str) -> str:
    """Lower case without diacritics and punctuation, for comparing whole cells."""
    return " ".join(_PUNCTUATION.sub(" ", search_fold(text)).split())


@lru_cache(4096)
def read_gender(text: str) -> Gender | None:
    """Nam or nữ, None for anything else."""
    return _GENDERS.get(folded_cell(text).strip("."))


@lru_cache(4096)
def read_staff_type(text: str) -> StaffType | None:
    """Cán bộ, công chức, viên chức, người lao động, không chuyên trách; None for anything else."""
    key = folded_cell(text).strip(" .,")
    for kind, pattern in _STAFF_PATTERNS:
        if pattern.fullmatch(key):
            return kind
    return None


def is_bare_mark(text: str) -> bool:
    """Whether a text is a sign or a word of yes or no and nothing else."""
    return text.strip() in _SIGNS or folded_cell(text) in _YES | _NO


def read_mark(cell: Cell) -> bool | None:
    """Whether a cell says yes or no to the question of its column; None when it says nothing."""
    if cell is None or isinstance(cell, bool):
        return cell
    if isinstance(cell, date):
        return True
    if isinstance(cell, int | float):
        return True if cell in {1, 100} else False if cell == 0 else None
    return _mark_of_word(cell)


@lru_cache(4096)
def _mark_of_word(text: str) -> bool | None:
    if (sign := _SIGNS.get(text.strip())) is not None:
        return sign
    key = folded_cell(text)
    if key in _YES:
        return True
    if key in _NO:
        return False
    percent = _PERCENT.fullmatch(key)
    return float(percent[1].replace(",", ".")) >= 100 if percent else None


@lru_cache(4096)
def _read_score_text(text: str, most: float) -> float | None:
    found = _SCORE.fullmatch(text.strip().lower())
    return read_decimal(found[1], most) if found else None


def read_score(cell: Cell, most: float = MOST_POINTS) -> float | None:
    """The points of a cell: 90, "90,5", "90.0/100"; None when it holds no points, or may hold
    either of two numbers of them, neither above `most`."""
    if isinstance(cell, bool) or cell is None:
        return None
    if isinstance(cell, int | float):
        return float(cell) if 0 <= cell < _BEYOND_POINTS else None
    return _read_score_text(cell, most) if isinstance(cell, str) else None


def doubtful_score(cell: Cell, most: float = MOST_POINTS) -> str:
    """Which two numbers of points a cell may hold; "" where there is no doubt."""
    found = _SCORE.fullmatch(cell.strip().lower()) if isinstance(cell, str) else None
    return doubt_words(found[1], most) if found else ""


def read_count(cell: Cell) -> int | None:
    """A small whole number: 3, "3 lần"; None when the cell holds none."""
    if isinstance(cell, bool) or cell is None:
        return None
    if isinstance(cell, int | float):
        return int(cell) if 0 <= cell < 10_000 and cell == int(cell) else None
    found = _COUNT.fullmatch(cell.strip().lower()) if isinstance(cell, str) else None
    return int(found[1]) if found else None
