"""A file of which no issued document is known: what can be said of its figures all the same."""

from __future__ import annotations

import re
from collections.abc import Sequence
from datetime import date
from typing import TYPE_CHECKING

from models.errors import AppError
from models.records.frozen import SHORT_HASH, FrozenReport
from models.text.formats import short_date, until_words
from reports.verifying.content import ReadContent
from reports.verifying.verdict import FileVerdict, VerifyOutcome

if TYPE_CHECKING:
    from models.store.store import Store

_DAY = re.compile(r"số liệu tính đến ngày (\d{2})/(\d{2})/(\d{4})", re.IGNORECASE)


def not_issued(
    store: Store, name: str, content: ReadContent, reports: Sequence[FrozenReport]
) -> FileVerdict:
    """What is known by the hash alone: figures that were frozen, or those of that day now."""
    if not content.hashes:
        return FileVerdict(name, VerifyOutcome.UNKNOWN)
    said = ", ".join(sorted(content.hashes))
    frozen = [each for each in reports if each.short_hash in content.hashes]
    if frozen:
        newest = frozen[-1]
        moment = until_words(newest.figures.as_of, newest.figures.minute)
        note = (
            f"Mã số liệu trong tệp ({said}) là của số liệu đã chốt {moment}, chốt ngày "
            f"{short_date(newest.at.date())}; từng ô trong tệp thì chưa được kiểm tra."
        )
        return FileVerdict(name, VerifyOutcome.NO_ISSUE, newest, notes=(note,))
    return FileVerdict(name, VerifyOutcome.NO_ISSUE, notes=(_beside_now(store, content, said),))


def _beside_now(store: Store, content: ReadContent, said: str) -> str:
    day = _day_said(content)
    now = _hash_of(store, day) if day else ""
    if day and now in content.hashes:
        return (
            f"Mã số liệu trong tệp ({said}) trùng với số liệu đến hết ngày {short_date(day)} theo "
            "dữ liệu hiện nay; từng ô trong tệp thì chưa được kiểm tra."
        )
    if day and now:
        return (
            f"Mã số liệu trong tệp ({said}) khác số liệu đến hết ngày {short_date(day)} theo dữ "
            f"liệu hiện nay ({now}): dữ liệu đã thay đổi từ khi lập tệp, hoặc tệp không phải từ "
            "dữ liệu này."
        )
    return f"Mã số liệu trong tệp ({said}) không có trong dữ liệu này."


def _day_said(content: ReadContent) -> date | None:
    for each in content.about:
        found = _DAY.search(each)
        if found:
            try:
                return date(int(found[3]), int(found[2]), int(found[1]))
            except ValueError:
                return None
    return None


def _hash_of(store: Store, day: date) -> str:
    from models.figures.digest import figures_digest
    from models.figures.figures import figures

    try:
        return figures_digest(figures(store, day))[:SHORT_HASH]
    except AppError:
        return ""
