"""Rows of an export that tell of days after the one that the file is said to be of."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from models.reconcile.reading import PlatformSource
from models.text.formats import number, short_date


def told_of_later(sources: Sequence[PlatformSource], day: date) -> tuple[str, ...]:
    """The sentence for rows whose newest day lies after `day`; () when there are none.

    Such a file was made later than it is said to be, and its marks are not in the figures of
    `day`.
    """
    newest = [
        max(days)
        for source in sources
        for row in source.rows
        if (days := _days(row.source.registered_on, row.source.completed_on))
    ]
    late = [each for each in newest if each > day]
    if not late:
        return ()
    return (
        f"Số liệu được ghi là đến {short_date(day)} nhưng tệp có {number(len(late))} dòng ghi ngày "
        f"sau đó (muộn nhất {short_date(max(late))}); những dòng này không nằm trong số liệu ngày "
        f"{short_date(day)}. Hãy kiểm tra lại ngày của tệp.",
    )


def _days(*days: date | None) -> list[date]:
    return [day for day in days if day is not None]
