"""What a list is about by its own title and the name of its sheet, where its columns do not say.

"DANH SÁCH ĐĂNG KÝ HIẾN MÁU" above "Đã đăng ký" is no list of the contest: what follows the deed in
the title is neither of the contest, nor people, a unit or a time.
"""

from __future__ import annotations

import re
from dataclasses import replace

from models.intake.grid import Sheet
from models.intake.shape.contest_words import TITLE_WORDS, plain
from models.intake.shape.fields import Field
from models.intake.shape.mark_titles import MARK_FIELDS
from models.intake.shape.records import TableGuess
from models.text.names import search_fold

LONGEST_TITLE = 200
_OF_THE_CONTEST = re.compile(
    r"\b(?:cuoc thi|hoi thi|ai|tri tue nhan tao|one ?touch|khoa hoc|bai thi|nen tang|chang)\b"
)
_DEED = re.compile(r"\b(?:dang k[yi]|tham gia|tham du|hoan thanh|dk)\b")
_OTHER_DEED = re.compile(
    r"\b(?:ke khai|tiem chung|tiem (?:vac xin|phong)|kham (?:suc khoe|benh)|hien mau|binh xet"
    r"|quyen gop|ung ho|tap huan|boi duong|thi dua|khen thuong|quy hoach|nang luong"
    r"|nghia vu quan su|bao hiem|dan quan|quan nhan du bi)\b"
)
_END = re.compile(
    r"\b(?:uy ban|ubnd|xa|phuong|dac khu|thon|to|khoi|truong|phong|ban|tram|trung tam|cong an"
    r"|hoi|doan|dang|mttq|don vi|co quan|cac|cua|tai|nam|ngay|thang|quy|tuan|theo|den|kem|de|do"
    r"|thanh pho|tp|tinh|lan|dot|so|tong hop|bo sung|cap nhat|chinh thuc|moi nhat|day du|len|voi"
    r"|can bo|cong chuc|vien chuc|nguoi|giao vien|nhan vien|nhom|va|cbccvc|cb|gv|nv|tren|trong)\b"
)
_WHY = (
    "Tiêu đề của danh sách (“{title}”) nói về việc khác nên không nhập; nếu đúng là của cuộc thi, "
    "hãy chọn nội dung cho cột này"
)


def about_another_matter(title: str) -> bool:
    """Whether a title says that the list under it is about something else than the contest."""
    folded = search_fold(plain(title))
    if len(folded) > LONGEST_TITLE or is_of_the_contest(folded):
        return False
    return bool(_OTHER_DEED.search(folded)) or any(
        object_of(folded[deed.end() :]) for deed in _DEED.finditer(folded)
    )


def is_of_the_contest(folded: str) -> bool:
    """Whether a folded title names the contest, its test, its course or its platform."""
    return bool(_OF_THE_CONTEST.search(folded))


def object_of(following: str) -> str:
    """What a deed is done to, by the folded words after it: those up to the people, the unit or the
    time that belong to no contest; "" for nothing."""
    end = _END.search(following)
    return TITLE_WORDS.unknown(following[: end.start()] if end else following)


def without_other_matters(sheet: Sheet, guess: TableGuess) -> TableGuess:
    """The table with its marks unread when its title, or its sheet, is about something else."""
    above = sheet.rows[: max(guess.header_rows[0] - 1, 0)]
    titles = [sheet.name, *(cell for row in above for cell in row if isinstance(cell, str))]
    other = next((title for title in titles if about_another_matter(title)), "")
    if not other or not any(column.field in MARK_FIELDS for column in guess.columns):
        return guess
    if any(is_of_the_contest(search_fold(plain(title))) for title in titles):
        return guess
    why = _WHY.format(title=" ".join(other.split()))
    columns = tuple(
        replace(column, field=Field.OTHER_MATTER, why=why)
        if column.field in MARK_FIELDS
        else column
        for column in guess.columns
    )
    return replace(guess, columns=columns)
