"""Whether a file comes from a platform: logins, attempts, scores and days of tests, not a list."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Sequence

from models.errors import AppError
from models.intake.attendance.tables import attendance_table
from models.intake.grid import Cell, Workbook
from models.intake.shape.contest_words import ACCOUNT_WORDS, TITLE_WORDS, without_punctuation
from models.intake.shape.evidence.folding import fold_header
from models.intake.shape.fields import Field
from models.intake.shape.find import no_table
from models.intake.shape.records import ColumnGuess, TableGuess
from models.intake.shape.tries import WHY_TRY_BEGINS
from models.records import Attended

LOGIN = "có cột tài khoản đăng nhập"
SCORE = "có cột điểm"
ATTEMPTS = "có cột số lượt thi"
TEST_DAY = "có cột ngày thi"
TEST = "có cột tên bài thi hoặc khóa học"
TAKEN = "có cột thời gian làm bài hoặc số câu đúng"
STATUS = "có cột trạng thái học, thi"
ACCESS = "có cột lần truy cập cuối"
RANK = "có cột xếp hạng"
SERIES = "có các cột kết quả từng bài, từng lần"
REPEATED = "một người có nhiều dòng, mỗi dòng một lượt thi"

MEETING = "có cột giờ vào, giờ ra hoặc thời lượng dự họp"
ROLL_CALLS = "có các cột đếm buổi có mặt, đi muộn, có phép, vắng"

_OF_PLATFORM = "Tệp “{name}” giống tệp xuất từ nền tảng thi: {why}."
_OF_MEETING = (
    "Tệp “{name}” là danh sách dự họp (Teams, Zoom, Google Meet …), không phải danh sách cán bộ: "
    "{why}."
)
_OF_ROLL_CALLS = (
    "Tệp “{name}” là bảng điểm danh của một lớp (Moodle), không phải danh sách cán bộ: {why}."
)
_WORDS = {MEETING: _OF_MEETING, ROLL_CALLS: _OF_ROLL_CALLS}
ROSTER_FIRST = (
    "Danh sách cán bộ đang trống nên chưa đối soát được: hãy nhập danh sách cán bộ trước, rồi đối "
    "soát tệp này (lệnh reconcile)."
)
"""What is said of an export while nobody is on the roster."""
RECONCILE_IT = (
    "Hãy dùng Đối soát (lệnh reconcile) để chọn người dự họp được tính là đã đăng ký hay đã hoàn "
    "thành, hoặc lệnh mark … --file."
)
_ADVICE = {
    MEETING: RECONCILE_IT,
    ROLL_CALLS: "Hãy giữ lại những người có mặt rồi dùng lệnh mark … --file.",
}

LOOKED_AT = 2_000
_ROLL_CALLS = frozenset({"p", "l", "e", "a"})
_NO_LOGIN = frozenset({"id", "ma", "ma so", "stt"})
_TITLES = {
    TEST: re.compile(
        r"(?:ten|ma) (?:bai thi|de thi|khoa hoc)|bai thi|de thi"
        r"|(?:quiz|test|course|exam) name|enrollment track|certificate eligible"
    ),
    TAKEN: re.compile(
        r"thoi gian (?:lam bai|thuc hien|thi)(?: phut| giay)?|so cau (?:dung|sai)|luot thi"
        r"|(?:bat dau|ket thuc|hoan thanh)(?: vao)? luc|time taken(?: minutes)?|started(?: on)?"
    ),
    ACCESS: re.compile(
        r"(?:lan|ngay|thoi gian|thoi diem) (?:truy cap|dang nhap|hoat dong)"
        r"(?: cuoi(?: cung)?| gan nhat| sau cung)?"
        r"|(?:truy cap|dang nhap|hoat dong) (?:lan )?(?:cuoi(?: cung)?|gan nhat|sau cung)"
        r"|last (?:access|accessed|login|activity|active|seen)(?: (?:date|time|on|at))?"
    ),
    RANK: re.compile(r"(?:thu |xep )?hang|rank(?:ing)?"),
}
"""What the titles of a platform's columns are."""
_NO_OFFICE_KEEPS = {TAKEN, ACCESS, RANK}
_NUMBERED = re.compile(r"(.*\D) ?#?(\d{1,2})")
_POINTS = re.compile(r"\s*\d{1,3}(?:[.,]\d+)?\s*%?\s*")
_SCORED = re.compile(r"(?:(?:so|tong) )?diem\b|score\b|grade\b")
_FIELDS = {
    Field.SCORE: SCORE,
    Field.ATTEMPTS: ATTEMPTS,
    Field.COMPLETED_ON: TEST_DAY,
    Field.COMPLETED: STATUS,
    Field.REGISTERED: STATUS,
}


def platform_signs(workbook: Workbook, guesses: Iterable[TableGuess]) -> tuple[str, ...]:
    """Why the tables are an export of a platform, in words; empty when they are a list.

    A login beside anything of a test is enough, and so are several attempts of one person, or
    results of one lesson after the other; a list that the office keeps itself has marks and days,
    too, but no logins, no times of attempts, no ranks.
    """
    for guess in guesses:
        if is_of_meeting(workbook, guess.sheet):
            return (MEETING,)
        if _is_of_roll_calls(guess):
            return (ROLL_CALLS,)
        signs = signs_of(workbook, guess)
        if _are_of_platform(signs):
            return tuple(sorted(signs))
    return ()


def _are_of_platform(signs: set[str]) -> bool:
    results = signs - {LOGIN, REPEATED}
    if (LOGIN in signs and results) or SERIES in signs:
        return True
    if REPEATED in signs and results - {STATUS}:
        return True
    return (len(results) > 1 and bool(results & _NO_OFFICE_KEEPS)) or len(results - {STATUS}) > 2


def export_words(name: str, signs: Sequence[str]) -> str:
    """What is said of a file with such signs."""
    words = _WORDS.get(signs[0], _OF_PLATFORM)
    return words.format(name=name, why="; ".join(signs))


def advice_on(signs: Sequence[str]) -> str:
    """What to do with a file with such signs beside a roster, by command."""
    return _ADVICE.get(signs[0], "Hãy dùng lệnh reconcile để đối soát.")


def is_of_meeting(workbook: Workbook, sheet: str) -> bool:
    """Whether a sheet tells who was in a meeting, and how long."""
    table = attendance_table(workbook.sheet(sheet))
    return table is not None and table.kind is Attended.MEETING


class NoList(AppError):
    """A file without a list of people."""


def no_list(workbook: Workbook) -> NoList:
    """What to say of a file without a list of people: what it is, where that is known."""
    shown = [sheet.name for sheet in workbook.sheets if not sheet.hidden]
    if any(is_of_meeting(workbook, sheet) for sheet in shown):
        return NoList(export_words(workbook.file_name, (MEETING,)), RECONCILE_IT)
    told = no_table(workbook)
    return NoList(told.sentence, told.advice)


def signs_of(workbook: Workbook, guess: TableGuess) -> set[str]:
    """Each thing in a table that the lists of an office seldom have, in words."""
    signs = {_FIELDS[column.field] for column in guess.columns if column.field in _FIELDS}
    titles = [fold_header(column.header_text) for column in guess.columns]
    signs |= {sign for sign, known in _TITLES.items() if any(map(known.fullmatch, titles))}
    if _has_series(workbook, guess):
        signs.add(SERIES)
    if not signs & {SCORE, TAKEN, SERIES}:
        # Teachers have a "hạng" of their profession.
        signs.discard(RANK)
    if any(map(_is_score_of_try, guess.columns)):
        signs.add(SCORE)
    if any(map(_is_login, guess.columns)):
        signs.add(LOGIN)
    if _repeats(workbook, guess):
        signs.add(REPEATED)
    return signs


def _is_of_roll_calls(guess: TableGuess) -> bool:
    titles = {fold_header(column.header_text) for column in guess.columns}
    return titles >= _ROLL_CALLS or "taken sessions" in titles


def _is_score_of_try(column: ColumnGuess) -> bool:
    """Whether a column that is not read has the scores of one of several tries."""
    scored = _SCORED.match(fold_header(column.header_text))
    return bool(scored) and column.why.startswith(WHY_TRY_BEGINS)


def _is_login(column: ColumnGuess) -> bool:
    """Whether a column holds accounts of the platform, and not of Zalo, of the office's system …"""
    if column.field is not Field.LOGIN or fold_header(column.header_text) in _NO_LOGIN:
        return False
    return not ACCOUNT_WORDS.unknown(without_punctuation(column.header_text))


def _has_series(workbook: Workbook, guess: TableGuess) -> bool:
    """Whether columns "Bài 1", "Bài 2" … hold points or shares."""
    first, last = guess.data_rows
    rows = workbook.sheet(guess.sheet).rows[first - 1 : min(last, first - 1 + LOOKED_AT)]
    bases = Counter(
        found[1].strip()
        for column in guess.columns
        if (found := _NUMBERED.fullmatch(fold_header(column.header_text)))
        and not TITLE_WORDS.unknown(found[1])
        and _are_points([row[column.index] for row in rows if column.index < len(row)])
    )
    return any(count > 1 for count in bases.values())


def _are_points(cells: Sequence[Cell]) -> bool:
    """Whether all cells that are filled are points or shares, and some of them more than 1."""
    texts = [str(cell) for cell in cells if cell is not None and str(cell).strip(" -–")]
    if not texts or not all(map(_POINTS.fullmatch, texts)):
        return False
    return any(float(text.strip(" %").replace(",", ".")) > 1 for text in texts)


def _repeats(workbook: Workbook, guess: TableGuess) -> bool:
    """Whether a login or a phone stands in several rows that differ in their results."""
    at = {column.field: column.index for column in guess.columns}
    key = at.get(Field.LOGIN, at.get(Field.PHONE))
    result = at.get(Field.SCORE, at.get(Field.COMPLETED_ON))
    if key is None or result is None:
        return False
    first, last = guess.data_rows
    rows = workbook.sheet(guess.sheet).rows[first - 1 : min(last, first - 1 + LOOKED_AT)]
    pairs = {(row[key], row[result]) for row in rows if row[key] is not None}
    return any(count > 1 for count in Counter(each for each, _ in pairs).values())
