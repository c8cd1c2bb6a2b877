"""What stands above a table, and the names of its sheet and file, say of all the people in it."""

from __future__ import annotations

import re
from collections.abc import Sequence, Set

from models.intake.grid import Workbook
from models.intake.shape.contest_words import plain
from models.intake.shape.fields import Field
from models.intake.shape.list_titles import is_of_the_contest, object_of, other_matter_of
from models.intake.shape.records import SourceRow, TableGuess
from models.reconcile.name_cells import OF_PLATFORMS
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


def titles_of(workbook: Workbook, guess: TableGuess, rows: Sequence[SourceRow]) -> list[str]:
    """The name of the sheet and what stands above the table, also above one without a header."""
    first = guess.header_rows[0] or min((row.row for row in rows), default=1)
    above = workbook.sheet(guess.sheet).rows[: max(first - 1, 0)]
    return [guess.sheet, *(str(cell) for row in above for cell in row if cell is not None)]


def folded(title: str) -> str:
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
    told = [search_fold(plain(title)) for title in titles]
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
