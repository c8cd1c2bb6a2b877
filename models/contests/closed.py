"""A closed contest stays as it is until it is opened again."""

from __future__ import annotations

from models.errors import AppError
from models.records import Contest
from models.text.formats import short_date

REOPEN = "Hãy mở lại cuộc thi ở trang Cuộc thi (bằng lệnh: contest reopen) nếu cần sửa."


def refuse_closed(contest: Contest) -> None:
    """Raise `AppError` when the contest is closed."""
    if contest.closed_on is not None:
        raise AppError(
            f"Cuộc thi {contest.short_name} đã đóng ngày {short_date(contest.closed_on)} nên không "
            "sửa được.",
            REOPEN,
        )
