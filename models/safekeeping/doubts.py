"""What somebody should know before a copy is restored, and of a file that is not the newest."""

from __future__ import annotations

from contextlib import suppress
from datetime import datetime
from pathlib import Path

from sqlalchemy import select

from models.errors import AppError
from models.safekeeping.bringing_back import entries_after
from models.store.data_file import DataFile
from models.store.driver import driver_errors
from models.store.kept import kept_copies, kept_copy_at
from models.store.keyring import cipher_key
from models.store.lineage import first_link, first_link_of_copy
from models.store.log import looking_into
from models.store.schema import changes
from models.text.formats import short_date

_PURGES = ("contest-purge", "person-purge")
_PURGED_SINCE = (
    "SELECT max(at) FROM changes WHERE kind IN (?, ?)"
    " AND id > (SELECT id FROM changes WHERE link = ?)"
)


def restoring_doubts(copy: Path, target: Path) -> tuple[str, ...]:
    """What speaks against putting the copy in the place of `target`, in sentences."""
    if not target.is_file():
        return ()
    doubts = []
    theirs, ours = first_link_of_copy(copy), first_link(target)
    if theirs and ours and theirs != ours:
        doubts.append(
            f"Bản sao lưu {copy.name} là của một tệp dữ liệu khác, không phải của {target.name}."
        )
    purged = _purged_since(copy, target)
    if purged:
        doubts.append(
            f"Bản sao lưu {copy.name} có trước lần xóa hẳn dữ liệu cá nhân ngày {purged}: "
            "khôi phục sẽ đưa dữ liệu đã xóa trở lại, và phải xóa lại."
        )
    return tuple(doubts)


def _purged_since(copy: Path, target: Path) -> str:
    """The day of the last purge in the file after the copy was made; "" without one."""
    kept = kept_copy_at(copy)
    if kept is None or not kept.link:
        return ""
    with (
        suppress(*driver_errors(OSError, AppError)),
        looking_into(target, cipher_key(target)) as connection,
    ):
        (at,) = connection.execute(_PURGED_SINCE, (*_PURGES, kept.link)).fetchone()
        return short_date(datetime.fromisoformat(at).date()) if at else ""
    return ""


def doubts_of(file: DataFile) -> tuple[str, ...]:
    """What is odd about a file that was opened, beside its copies: somebody may have put an older
    one here, or one without the password."""
    if file.only_read is not None:
        return ()
    newest = next(iter(kept_copies(file.path)), None)
    if newest is None:
        return ()
    doubts = []
    with file.reading() as connection:
        last = connection.execute(
            select(changes.c.at).order_by(changes.c.id.desc()).limit(1)
        ).scalar()
    is_later = last is not None and newest.made_at > last
    if newest.link and is_later and newest.link not in entries_after(file, {newest.link}):
        day = short_date(newest.made_at.date())
        doubts.append(
            f"Bản sao lưu {newest.path.name} (lúc {newest.made_at:%H:%M} ngày {day}) có những việc "
            "mà tệp này không có: tệp có thể là bản cũ được chép đè lên. Hãy xem lại trước khi làm "
            "tiếp; có thể khôi phục từ bản sao lưu đó."
        )
    if file.key is None and newest.encrypted:
        doubts.append(
            "Tệp này không có mật khẩu, trong khi bản sao lưu mới nhất của nó có: tệp có thể đã bị "
            "thay bằng tệp khác."
        )
    return tuple(doubts)
