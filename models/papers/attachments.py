"""Files attached to rows: kept with the data, in its copies, and taken back by undo."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any, NamedTuple

from sqlalchemy import Connection, Row, exists, func, select

from models.errors import AppError
from models.journal.change import Change, changing, rows_by_id
from models.journal.contents import content_of, keep_content
from models.machine.file_names import numbered_name, safe_file_name
from models.papers.reading import FileContent
from models.records.papers import AttachedTotal, Attachment, AttachmentOwner
from models.store.schema import DOMAIN_TABLES, attachments, contents
from models.store.store import Store
from models.text.formats import number, size_words

MOST_IN_ALL = 1024 * 1024 * 1024
"""Bytes of all that is attached in one data file: it is copied whole at each backup."""

_OWNING = {table.name: table for table in DOMAIN_TABLES}


class Attached(NamedTuple):
    """What came of attaching: the new files, and the names that stood there already."""

    files: tuple[Attachment, ...]
    already: tuple[str, ...]


def attach(store: Store, owner: AttachmentOwner, files: Sequence[FileContent]) -> Attached:
    """Attach `files` to the row `owner`, as one change.

    The same file under the same name is attached once; another one of that name gets a number.
    Raises `AppError` when the row is gone, or when the data would hold too much.
    """
    with changing(store, "attach", "") as change:
        _refuse_gone(change.connection, owner)
        standing = {each.name: each.sha256 for each in _rows_of(change.connection, owner)}
        rows: list[dict[str, Any]] = []
        already: list[str] = []
        for each in files:
            digest = keep_content(change, each.content)
            if standing.get(each.name) == digest:
                already.append(each.name)
                continue
            name = _free_name(each.name, standing)
            standing[name] = digest
            rows.append(
                {
                    "owner_table": owner.table,
                    "owner_id": owner.id,
                    "name": name,
                    "size": len(each.content),
                    "sha256": digest,
                    "added_at": store.clock(),
                    "part": owner.part,
                }
            )
        ids = change.insert(attachments, rows)
        _refuse_too_much(change.connection)
        change.summary = f"Đính kèm {_told([row['name'] for row in rows])} vào {owner.words}"
    made = (
        Attachment(row_id, row["name"], row["size"], row["added_at"])
        for row_id, row in zip(ids, rows, strict=True)
    )
    return Attached(tuple(made), tuple(already))


def attachments_of(store: Store, owner: AttachmentOwner) -> tuple[Attachment, ...]:
    """The files of a row, in the order in which they were attached."""
    with store.reading() as connection:
        rows = _rows_of(connection, owner)
    return tuple(Attachment(row.id, row.name, row.size, row.added_at) for row in rows)


def attached_counts(store: Store, table: str) -> dict[int, int]:
    """How many files belong to each row of `table` that has some, by the row's id."""
    statement = (
        select(attachments.c.owner_id, func.count())
        .where(attachments.c.owner_table == table)
        .group_by(attachments.c.owner_id)
    )
    with store.reading() as connection:
        return {row[0]: row[1] for row in connection.execute(statement)}


def attached_total(store: Store) -> AttachedTotal:
    """What all attached files of the data come to."""
    with store.reading() as connection:
        return _total(connection)


def detach(store: Store, ids: Sequence[int], owner: AttachmentOwner) -> int:
    """Take files away from their row, as one change; undo brings them back. Returns how many."""
    with changing(store, "detach", "") as change:
        names = [row["name"] for row in rows_by_id(change.connection, attachments, ids).values()]
        change.summary = f"Gỡ {_told(names)} khỏi {owner.words}"
        return change.delete(attachments, ids)


def detach_all(change: Change, table: str, owner_ids: Sequence[int]) -> None:
    """Take all files away from rows that `change` deletes."""
    own = select(attachments.c.id).where(
        attachments.c.owner_table == table, attachments.c.owner_id.in_(owner_ids)
    )
    change.delete(attachments, change.connection.execute(own).scalars().all())


def attached_file(store: Store, attachment_id: int) -> FileContent:
    """The name and the bytes of an attached file.

    Raises `AppError` when it is attached no more, or when its bytes are not what was attached.
    """
    with store.reading() as connection:
        row = connection.execute(
            select(attachments.c.name, attachments.c.sha256).where(
                attachments.c.id == attachment_id
            )
        ).first()
        if row is None:
            raise AppError(
                "Tệp đính kèm này vừa được gỡ hoặc hoàn tác.", "Hãy xem lại danh sách tệp."
            )
        content = content_of(connection, row.sha256)
    if content is None:
        raise AppError(
            f"Nội dung của tệp đính kèm “{row.name}” không còn nguyên vẹn trong tệp dữ liệu.",
            "Hãy khôi phục từ bản sao lưu, hoặc gỡ tệp này rồi đính kèm lại.",
        )
    return FileContent(safe_file_name(row.name), content)


def _rows_of(connection: Connection, owner: AttachmentOwner) -> Sequence[Row[Any]]:
    statement = (
        select(attachments)
        .where(
            attachments.c.owner_table == owner.table,
            attachments.c.owner_id == owner.id,
            attachments.c.part == owner.part,
        )
        .order_by(attachments.c.id)
    )
    return connection.execute(statement).all()


def _refuse_gone(connection: Connection, owner: AttachmentOwner) -> None:
    table = _OWNING[owner.table]
    if connection.execute(select(table.c.id).where(table.c.id == owner.id)).first() is None:
        raise AppError(
            f"Không còn {owner.words} trong dữ liệu nên chưa đính kèm tệp.",
            "Có thể mục này vừa được xóa hoặc hoàn tác; hãy xem lại rồi làm lại.",
        )


def _refuse_too_much(connection: Connection) -> None:
    size = _total(connection).size
    if size > MOST_IN_ALL:
        raise AppError(
            f"Chưa đính kèm: các tệp đính kèm trong dữ liệu sẽ lên đến {size_words(size)}, "
            f"quá {size_words(MOST_IN_ALL)}.",
            "Hãy gỡ bớt tệp lớn không cần nữa, hoặc đính kèm tệp nhỏ hơn.",
        )


def _total(connection: Connection) -> AttachedTotal:
    statement = select(func.count(), func.coalesce(func.sum(contents.c.size), 0)).where(
        exists().where(attachments.c.sha256 == contents.c.sha256)
    )
    files, size = connection.execute(statement).one()
    return AttachedTotal(int(files), int(size))


def _free_name(name: str, taken: Mapping[str, str]) -> str:
    """`name`, with a number where another file of the row has it; Windows minds no capitals."""
    folded = {each.casefold() for each in taken}
    free, at = name, 1
    while free.casefold() in folded:
        at += 1
        free = numbered_name(name, at)
    return free


def _told(names: Sequence[str]) -> str:
    """ "tệp “ke-hoach.pdf”", "3 tệp"."""
    return f"tệp “{names[0]}”" if len(names) == 1 else f"{number(len(names))} tệp"
