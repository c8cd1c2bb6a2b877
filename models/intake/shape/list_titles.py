"""What a list is about by its own title, its sheet and its file, where its columns do not say.

"DANH SÁCH ĐĂNG KÝ HIẾN MÁU" above "Đã đăng ký" is no list of the contest, nor is one of the contest
"Tìm hiểu Luật Giao thông": what follows the deed, or the word for a contest, is neither of this
contest, nor people, a unit or a time. Import, marking and reconciliation ask here alike.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import pairwise

from models.intake.grid import Sheet
from models.intake.shape.contest_words import TITLE_WORDS, without_punctuation
from models.intake.shape.fields import Field
from models.intake.shape.mark_titles import MARK_FIELDS
from models.intake.shape.matters import (
    AFTER_A_CONTEST,
    AFTER_A_DEED,
    CONTESTS,
    DEEDS,
    LEARNING,
    OTHER_DEEDS,
    THIS_CONTEST,
)
from models.intake.shape.records import TableGuess
from models.text.names import search_fold

LONGEST_TITLE = 200
_QUOTED = re.compile(r"\s*[\"“”«'‘]")
_HEADING = re.compile(r"(?:danh sách|danh sach|ds|kết quả|ket qua|tổng hợp|tong hop|báo cáo)\b")
_WHY = (
    "Tiêu đề của danh sách (“{title}”) nói về việc khác nên không nhập; nếu đúng là của cuộc thi, "
    "hãy chọn nội dung cho cột này"
)


def other_matter_of(titles: Sequence[str], file_name: str = "") -> str:
    """The title that says that a list is about something else than the contest; "" for none.

    One that names this contest decides against all others. A file is named in haste: its name
    counts only where it says another matter outright.
    """
    if any(map(names_this_contest, [*titles, file_name])):
        return ""
    if other := next((each for each in _lines(titles) if about_another_matter(each)), ""):
        return other
    if any(is_of_the_contest(search_fold(without_punctuation(each))) for each in titles):
        return ""
    return file_name if OTHER_DEEDS.search(search_fold(without_punctuation(file_name))) else ""


def about_another_matter(title: str) -> bool:
    """Whether a title says that the list under it is about something else than the contest."""
    written = without_punctuation(title)
    if len(written) > LONGEST_TITLE or names_this_contest(title):
        return False
    contests = _contests(written)
    if contests:
        return any(contests)
    return bool(OTHER_DEEDS.search(search_fold(written))) or any(
        object_of(written[deed.end() :]) for deed in DEEDS.finditer(written)
    )


def heads_another_matter(line: str) -> bool:
    """The same of a line of a message that heads names: of its words only plain ones count."""
    written = without_punctuation(line)
    if not _HEADING.match(written) or names_this_contest(line):
        return False
    contests = _contests(written)
    if contests:
        return any(" " in each for each in contests)
    return bool(OTHER_DEEDS.search(search_fold(written)))


def names_this_contest(title: str) -> bool:
    """Whether a title has the subject or the platform of this contest."""
    return bool(THIS_CONTEST.search(without_punctuation(title)))


def is_of_the_contest(folded: str) -> bool:
    """Whether a folded title names the contest, its test, its course or its platform, and no
    other contest."""
    if THIS_CONTEST.search(folded):
        return True
    contests = _contests(folded)
    return bool(contests) and not any(contests)


def object_of(following: str) -> str:
    """What a deed is done to, by the plain words after it: those up to the people, the unit or the
    time that belong to no contest; "" for nothing."""
    end = AFTER_A_DEED.search(following)
    return TITLE_WORDS.unknown(following[: end.start()] if end else following)


def _contests(written: str) -> list[str]:
    """For each contest or course that a plain title names: what else than this one it is."""
    pattern = CONTESTS if not written.isascii() else LEARNING
    found = []
    for each in pattern.finditer(written):
        following = written[each.end() :]
        end = AFTER_A_CONTEST.search(following)
        found.append(TITLE_WORDS.unknown(following[: end.start()] if end else following))
    return found


def _lines(titles: Sequence[str]) -> Iterator[str]:
    """The titles, and those broken over two lines: "CUỘC THI" above "“Nét đẹp công sở”"."""
    yield from titles
    for upper, lower in pairwise(titles):
        goes_on = _QUOTED.match(lower) or (upper.isupper() and lower.isupper())
        if goes_on and _ends_with_a_contest(upper):
            yield f"{upper} {lower}"


def _ends_with_a_contest(title: str) -> bool:
    written = without_punctuation(title)
    return any(each.end() == len(written) for each in CONTESTS.finditer(written))


def without_other_matters(sheet: Sheet, guess: TableGuess, file_name: str = "") -> TableGuess:
    """The table with its marks unread when its title, its sheet or its file says another matter."""
    if not any(column.field in MARK_FIELDS for column in guess.columns):
        return guess
    above = sheet.rows[: max(guess.header_rows[0] - 1, 0)]
    titles = [sheet.name, *(cell for row in above for cell in row if isinstance(cell, str))]
    other = other_matter_of(titles, file_name)
    if not other:
        return guess
    why = _WHY.format(title=" ".join(other.split()))
    columns = tuple(
        replace(column, field=Field.OTHER_MATTER, why=why)
        if column.field in MARK_FIELDS
        else column
        for column in guess.columns
    )
    return replace(guess, columns=columns)
