"""The log of what was done with the data: looks, passwords, exports, copies, and every change.

Nothing takes a line out of it, undoing neither; each is part of the journal's chain.
"""

from __future__ import annotations

from collections.abc import Collection, Iterator, Sequence
from datetime import date, datetime, time, timedelta
from heapq import merge
from itertools import islice
from typing import Any

from sqlalchemy import Connection, Select, Table, select

from models.journal.change import Change, changing
from models.papers.pending_actions import PendingAction
from models.records.actions import ACTION_WORDS, CHANGE, EXPORT, ActionKind, LoggedAction
from models.store.schema import action_log, changes, export_log
from models.store.store import Store
from models.text.formats import number
from models.text.names import search_fold

ACTION = "action"
"""The kind of an entry of the history that is a line of this log, which says more."""
_TOLD_BETTER = (ACTION, EXPORT)


def log_action(
    store: Store, kind: ActionKind, *, count: int = -1, place: str = "", detail: str = ""
) -> None:
    """Put a line into the log: how many of what `ACTION_WORDS` says, where to, and why or of what.

    Raises `AppError` where nothing can be written; see `models.papers.pending_actions` for then.
    """
    with changing(store, ACTION, _summary(kind, count), undoable=False) as change:
        log_within(change, store, kind, count=count, place=place, detail=detail)


def log_within(
    change: Change,
    store: Store,
    kind: ActionKind,
    *,
    count: int = -1,
    place: str = "",
    detail: str = "",
) -> None:
    """The same as part of the change that is the act: both are done, or neither. One that can be
    undone would take its line along, so that it must not be."""
    row = {
        "at": store.clock(),
        "who": store.who,
        "kind": str(kind),
        "count": count,
        "place": place,
        "detail": detail,
    }
    change.insert(action_log, [row])


def log_pending(store: Store, waiting: Sequence[PendingAction]) -> int:
    """Put into the log what could not be written when it happened; returns how many were new.

    Told twice, be it by two windows or after a crash, a line stands there once.
    """
    if not waiting:
        return 0
    new: list[dict[str, Any]] = []
    with changing(store, ACTION, "", undoable=False) as change:
        there = _there(change.connection, min(each.at for each in waiting))
        for each in waiting:
            if (each.at, each.kind) not in there:
                new.append({
                    "at": each.at, "who": each.who or store.who, "kind": each.kind,
                    "count": each.count, "place": "", "detail": each.detail,
                })  # fmt: skip
        change.summary = _summary_of([ActionKind(each["kind"]) for each in new])
        change.insert(action_log, new)
    return len(new)


def _there(connection: Connection, since: datetime) -> set[tuple[datetime, str]]:
    found = select(action_log.c.at, action_log.c.kind).where(action_log.c.at >= since)
    return {(row.at, row.kind) for row in connection.execute(found)}


def actions(
    store: Store,
    since: date | None = None,
    until: date | None = None,
    text: str = "",
    kinds: Collection[str] = (),
    limit: int | None = 1_000,
) -> tuple[LoggedAction, ...]:
    """The log, newest first: of these days, of these kinds (all when none), with all words of
    `text` in it, with or without diacritics. Every change of the history stands in it too."""
    wanted = search_fold(text).split()
    with store.reading() as connection:
        found = (
            each
            for each in _all_lines(connection, since, until, frozenset(kinds))
            if not wanted or _says(each, wanted)
        )
        return tuple(islice(found, limit))


def _says(line: LoggedAction, wanted: Sequence[str]) -> bool:
    said = search_fold(" ".join((line.what, line.who, line.place, line.why)))
    return all(word in said for word in wanted)


def _all_lines(
    connection: Connection, since: date | None, until: date | None, kinds: frozenset[str]
) -> Iterator[LoggedAction]:
    parts: list[Iterator[LoggedAction]] = []
    for table, read, own in (
        (changes, _of_change, {CHANGE}),
        (export_log, _of_export, {EXPORT}),
        (action_log, _of_action, set(ActionKind)),
    ):
        asked = own & kinds if kinds else own
        if asked:
            statement = _of_days(table, since, until)
            if table is changes:
                statement = statement.where(changes.c.kind.not_in(_TOLD_BETTER))
            elif table is action_log and kinds:
                statement = statement.where(action_log.c.kind.in_(asked))
            parts.append(read(connection, statement))
    return merge(*parts, key=lambda line: line.at, reverse=True)


def _of_days(table: Table, since: date | None, until: date | None) -> Select[Any]:
    statement = select(table).order_by(table.c.at.desc(), table.c.id.desc())
    if since is not None:
        statement = statement.where(table.c.at >= datetime.combine(since, time()))
    if until is not None:
        statement = statement.where(table.c.at < datetime.combine(until, time()) + timedelta(1))
    return statement


def _of_change(connection: Connection, statement: Select[Any]) -> Iterator[LoggedAction]:
    for row in connection.execute(statement):
        yield LoggedAction(
            f"c{row.id}", row.at, row.who, CHANGE, row.summary, row.row_count, "dòng", entry=row.id
        )


def _of_export(connection: Connection, statement: Select[Any]) -> Iterator[LoggedAction]:
    for row in connection.execute(statement):
        phones = f", {number(row.phones)} số điện thoại đầy đủ" if row.phones else ""
        yield LoggedAction(
            f"e{row.id}", row.at, row.who, EXPORT, f"Xuất {row.title}{phones}", row.people,
            "người", row.place, row.reason,
        )  # fmt: skip


def _of_action(connection: Connection, statement: Select[Any]) -> Iterator[LoggedAction]:
    # As a mapping: a row has a method `count`.
    for row in connection.execute(statement).mappings():
        what, counted = _words(row["kind"])
        yield LoggedAction(
            f"a{row['id']}", row["at"], row["who"], row["kind"], what, row["count"], counted,
            row["place"], row["detail"],
        )  # fmt: skip


def _words(kind: str) -> tuple[str, str]:
    """What an act is called; one of a newer program keeps its code."""
    try:
        return ACTION_WORDS[ActionKind(kind)]
    except ValueError:
        return kind, ""


def _summary(kind: ActionKind, count: int) -> str:
    what, counted = ACTION_WORDS[kind]
    return f"{what}: {number(count)} {counted}" if counted and count >= 0 else what


def _summary_of(kinds: Sequence[ActionKind]) -> str:
    """ "Nhập sai mật khẩu: 3 lần", "Ghi bổ sung nhật ký hoạt động: 4 việc" for several."""
    if len(set(kinds)) == 1:
        return f"{ACTION_WORDS[kinds[0]][0]}: {number(len(kinds))} lần"
    return f"Ghi bổ sung nhật ký hoạt động: {number(len(kinds))} việc"
