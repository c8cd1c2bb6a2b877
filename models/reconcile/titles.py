"""What the titles of a table, its sheet and its file say of all the people in it."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence, Set
from typing import NamedTuple

from models.intake.grid import Workbook
from models.intake.platform_file import ACCESS, STATUS, TEST, signs_of
from models.intake.shape.contest_words import without_punctuation
from models.intake.shape.fields import Field
from models.intake.shape.list_titles import is_of_the_contest, object_of, other_matter_of
from models.intake.shape.records import SourceRow, TableGuess
from models.reconcile.platform_cells import OF_PLATFORMS
from models.text.names import search_fold

MISSING = (
    "Tiêu đề hoặc tên tệp cho biết đây là danh sách người chưa đăng ký "
    "nên không ai được coi là đã đăng ký."
)
UNFINISHED = (
    "Tiêu đề hoặc tên tệp cho biết đây là danh sách người chưa hoàn thành, không cho biết ai đã "
    "đăng ký, nên không ai được đánh dấu."
)
_BREAKS = re.compile(r"[\W_]+")
_NOT_YET = re.compile(r"\b(?:chua|khong)(?: \w+){0,2}? (?:dang ky|tham gia|du thi|co tai khoan)")
_NOT_DONE = re.compile(r"\bchua(?: \w+){0,2}? (?:hoan thanh|hoan tat|lam bai|thi|hoc xong)\b")
_DEED = re.compile(r"\b(?:dang ?k[yi]|(?:da|ds) dk|ghi danh|hoan ?thanh)\b")
_TAKING_PART = re.compile(r"\b(?:tham gia|tham du|du thi|da thi|da hoc)\b")
_PARTICIPANTS = re.compile(
    r"\b(?:thi sinh|hoc vien|nguoi (?:thi|hoc|dung)|tai khoan|ket qua|diem|luot|participants?"
    r"|users?|accounts?|learners?|results?|scores?)\b"
)
_PLATFORM = re.compile(r"\bone ?touch\b")
_TO_COME = re.compile(
    r"\b(?:doi tuong|thuoc dien|phai|du kien|de nghi|chi tieu|van dong|huong dan|phan cong"
    r"|(?:cu|moi|can|se|de|du (?:tieu chuan|dieu kien)) (?:di|tham|dang|du|thi|hoc|hoan)"
    r"|phuc vu|ho tro|cham thi|coi thi|giam khao|ban to chuc)\b"
)
FINISHED = (
    "Tiêu đề cho biết đây là danh sách người đã hoàn thành nên mỗi dòng được coi là đã hoàn thành."
)
_TOLD_BY_COLUMNS = frozenset(
    {Field.COMPLETED, Field.NOT_COMPLETED, Field.COMPLETED_ON, Field.SCORE, Field.REGISTERED}
)
_OF_THE_CONTEST = (
    r"(?= *$| (?:phan |noi dung )?(?:bai|cuoc|vong|chang|dot|ky|khoa)\b| (?:tinh )?den\b| \d)"
)
_DONE = re.compile(rf"\bda hoan thanh{_OF_THE_CONTEST}")
_LIST_OF = re.compile(
    rf"^(?:danh sach|ds)(?: nguoi| can bo| cong chuc| vien chuc| thi sinh| cb)* hoan thanh"
    rf"{_OF_THE_CONTEST}"
)
_SHEET = re.compile(r"hoan thanh(?: \d+)?")
_OTHERWISE = re.compile(
    r"\b(?:chua|khong|dang ky|tinh hinh|ket qua|tien do|ty le|thong ke|tong hop|theo doi"
    r"|nhiem vu)\b"
)
OTHER_MATTER = (
    "Tệp nói về việc khác và không có cột đăng ký của cuộc thi nên không ai được coi là đã đăng ký."
)
STAFF_LIST = (
    "Tệp nói về tình trạng công tác và không ghi ai đã đăng ký nên không ai được coi là đã đăng ký."
)
PLAIN_LIST = (
    "Tệp không có dấu hiệu của nền tảng (tài khoản, điểm, lượt thi, ngày thi) và cả các cột lẫn "
    "tiêu đề đều không ghi ai đã đăng ký nên không ai được coi là đã đăng ký."
)


def titles_of(workbook: Workbook, guess: TableGuess, rows: Sequence[SourceRow]) -> list[str]:
    """The name of the sheet and what stands above the table, also above one without a header."""
    first = guess.header_rows[0] or min((row.row for row in rows), default=1)
    above = workbook.sheet(guess.sheet).rows[: max(first - 1, 0)]
    return [guess.sheet, *(str(cell) for row in above for cell in row if cell is not None)]


def folded_title(title: str) -> str:
    """A title by which it is compared: plain letters and single blanks."""
    return _BREAKS.sub(" ", search_fold(title))


def denial_of(titles: Sequence[str], fields: Set[Field]) -> str:
    """The remark when folded titles say what these people have not done; else "".

    Who has accounts and attempts and has not finished is registered all the same.
    """
    if any(map(_NOT_YET.search, titles)):
        return MISSING
    unfinished = any(map(_NOT_DONE.search, titles)) and not OF_PLATFORMS & fields
    return UNFINISHED if unfinished else ""


def say_who_took_part(titles: Sequence[str]) -> bool:
    """Whether some title says that those below have registered or taken part in this contest;
    the name of the file is the first.

    Who is meant to, or does it in another matter, is not said to have done so.
    """
    told = [search_fold(without_punctuation(title)) for title in titles]
    meant = any(map(_TO_COME.search, told)) or bool(other_matter_of(titles[1:], titles[0]))
    return not meant and any(map(_says_so, told))


def _says_so(title: str) -> bool:
    if _PLATFORM.search(title):
        return True
    deeds = [*_DEED.finditer(title)]
    taking_part = _TAKING_PART.search(title)
    if is_of_the_contest(title):
        return bool(deeds or taking_part or _PARTICIPANTS.search(title))
    bare = taking_part is not None and not title[taking_part.end() :].strip()
    return bare or any(not object_of(title[deed.end() :]) for deed in deeds)


def is_of_finished(titles: Iterable[str], fields: Set[Field]) -> bool:
    """Whether folded titles say that all below have completed, and no column says who has."""
    if fields & _TOLD_BY_COLUMNS:
        return False
    told = list(titles)
    if any(map(_OTHERWISE.search, told)):
        return False
    return any(_DONE.search(t) or _LIST_OF.search(t) or _SHEET.fullmatch(t.strip()) for t in told)


class Presence(NamedTuple):
    """Whether a row of the table stands for somebody who registered; `why_not` says why nobody
    is said to have."""

    counts: bool
    why_not: str = ""


def presence_in(
    workbook: Workbook, guess: TableGuess, titles: Sequence[str], rows: Sequence[SourceRow]
) -> Presence:
    """What being in a table says: of a platform, or under such a title, that one has registered.

    The name of the file is the first of the `titles`.
    """
    if other_matter_of(titles[1:], titles[0]):
        return Presence(False, OTHER_MATTER)
    if signs_of(workbook, guess) - {STATUS, TEST, ACCESS}:
        return Presence(True)
    by_title = say_who_took_part(titles)
    if any(map(_says, rows)):
        return Presence(by_title)
    if Field.OTHER_MATTER in guess.fields.values():
        return Presence(False, OTHER_MATTER)
    if by_title:
        return Presence(True)
    at_work = any(row.employment for row in rows)
    return Presence(False, STAFF_LIST if at_work else PLAIN_LIST)


def _says(row: SourceRow) -> bool:
    marked = row.registered is not None or row.completed is not None
    return marked or row.registered_on is not None or bool(row.asked)
