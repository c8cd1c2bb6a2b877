"""The log of what left with personal data in it: what, how many, where to, and why.

Luật Bảo vệ dữ liệu cá nhân 91/2025/QH15 asks for the purpose of each; the log is never undone.
"""

from __future__ import annotations

from collections.abc import Sequence

from sqlalchemy import select

from models.errors import AppError
from models.journal.change import changing
from models.records.exports import Export, LoggedExport
from models.store.schema import export_log
from models.store.store import Store
from models.text.formats import number
from models.text.names import storage_form

LEAST_REASON = 5
"""Letters that a reason has at least: a dot is none."""


def refuse_unreasoned(told: Export) -> None:
    """Raise `AppError` where phones would leave in full and nobody said why."""
    if told.phones and len(storage_form(told.reason)) < LEAST_REASON:
        raise AppError(
            f"“{told.title}” có {number(told.phones)} số điện thoại đầy đủ mà chưa ghi lý do.",
            "Hãy ghi lý do cần số đầy đủ (được lưu trong nhật ký), hoặc che bớt số điện thoại.",
        )


def refuse_unlogged(store: Store, exports: Sequence[Export]) -> None:
    """Raise `AppError` for personal data that could not be logged, as nothing can be written."""
    if store.only_read is not None and any(each.people for each in exports):
        raise AppError(
            "Dữ liệu này chỉ mở để xem nên không ghi được nhật ký xuất dữ liệu cá nhân.",
            "Hãy xuất từ dữ liệu đang dùng của xã.",
        )


def log_exports(store: Store, exports: Sequence[Export], summary: str = "") -> int:
    """Log those of `exports` that have people in them, as one entry; returns how many.

    Raises `AppError` for phones without a reason, and where nothing can be written.
    """
    for each in exports:
        refuse_unreasoned(each)
    refuse_unlogged(store, exports)
    named = [each for each in exports if each.people]
    if not named:
        return 0
    with changing(store, "export", summary or _summary(named), undoable=False) as change:
        at, who = store.clock(), store.who
        rows = [
            {
                "at": at,
                "who": who,
                "kind": each.kind,
                "format": each.fmt,
                "title": each.title,
                "people": each.people,
                "phones": each.phones,
                "place": each.place,
                "reason": storage_form(each.reason) if each.phones else "",
                "figures_hash": each.figures_hash,
            }
            for each in named
        ]
        change.insert(export_log, rows)
    return len(named)


def exports_logged(store: Store, limit: int = 200) -> tuple[LoggedExport, ...]:
    """The newest lines of the log, newest first."""
    newest = select(export_log).order_by(export_log.c.id.desc()).limit(limit)
    with store.reading() as connection:
        return tuple(
            LoggedExport(
                row.id,
                row.at,
                row.who,
                Export(
                    row.kind, row.format, row.title, row.people, row.phones, row.place,
                    row.reason, row.figures_hash,
                ),
            )
            for row in connection.execute(newest)
        )  # fmt: skip


def _summary(exports: Sequence[Export]) -> str:
    """ "Xuất Danh sách chưa đăng ký: 508 người"."""
    first = exports[0]
    people = sum(each.people for each in exports)
    phones = sum(each.phones for each in exports)
    what = first.title if len(exports) == 1 else f"{number(len(exports))} tệp có dữ liệu cá nhân"
    full = f", {number(phones)} số điện thoại đầy đủ" if phones else ""
    return f"Xuất {what}: {number(people)} người{full}"
