"""The text that reminds people of the contest, as the roster asks for it."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from models.contests.current import current_contest
from models.errors import AppError
from models.journal.practising import marked_texts
from models.roster.person_rows import people_by_ids
from models.roster.reminder import MOST, reminded, reminder_messages
from models.text.formats import number

if TYPE_CHECKING:
    from models.store.store import Store


def reminder_of(file: Store, ids: Sequence[int]) -> tuple[int, tuple[str, ...]]:
    """How many of these people have something left to do, and what to send them by Zalo.

    Raises `AppError` for more people than one message is for, and without a contest.
    """
    if len(ids) > MOST:
        raise AppError(
            f"Đang chọn {number(len(ids))} người, quá nhiều cho một tin nhắn.",
            f"Hãy chọn tối đa {number(MOST)} người, ví dụ lọc theo một đơn vị.",
        )
    contest = current_contest(file)
    if contest is None:
        raise AppError("Chưa chọn cuộc thi.", "Hãy chọn cuộc thi rồi chép lại tin nhắn.")
    people, today = people_by_ids(file, ids), file.clock().date()
    return len(reminded(people)), marked_texts(file, reminder_messages(people, contest, today))
