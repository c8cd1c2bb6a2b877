"""Lists of the office that speak of other things: being in one registers nobody."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from models.intake.grid import Workbook
from models.intake.platform_file import ACCESS, STATUS, TEST, signs_of
from models.intake.shape.fields import Field
from models.intake.shape.list_titles import other_matter_of
from models.intake.shape.records import SourceRow, TableGuess
from models.reconcile.titles import say_who_took_part

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
