"""Whether the journal is still as it was written, in a sentence for whoever reads the log."""

from __future__ import annotations

from typing import NamedTuple

from models.journal.chain_check import broken_links
from models.journal.history import entries_of_ids, newest_change
from models.records import ChangeEntry
from models.store.store import Store
from models.text.formats import number, short_date


class ChainTold(NamedTuple):
    """`broken` are the entries that do not fit, the oldest first; none when all is as written."""

    broken: tuple[int, ...]
    words: str


def chain_told(store: Store) -> ChainTold:
    """Read the whole chain and say up to when it holds."""
    with store.reading() as connection:
        broken = tuple(dict.fromkeys(link.change_id for link in broken_links(connection)))
        asked = [newest_change(connection), *broken[:1]]
        told = {entry.id: entry for entry in entries_of_ids(connection, asked)}
    if not broken:
        newest = told.get(asked[0])
        return ChainTold((), f"Nhật ký nguyên vẹn đến {_at(newest)}." if newest else "")
    first = told.get(broken[0])
    named = f"“{first.summary}” ({_at(first)})" if first else f"việc số {broken[0]}"
    words = (
        f"Nhật ký không còn nguyên vẹn ở {number(len(broken))} việc, trước hết là {named}: đã bị "
        "sửa ngoài phần mềm hoặc bị hỏng. Hãy chạy Kiểm tra dữ liệu."
    )
    return ChainTold(broken, words)


def _at(entry: ChangeEntry) -> str:
    return f"{entry.at:%H:%M} ngày {short_date(entry.at.date())}"
