"""Which contest the file works on: chosen among its own, or added from the presets, at any time."""

from __future__ import annotations

from dataclasses import dataclass

from sqlalchemy import Connection, select

from models.contests.adding import insert_preset
from models.journal.change import changing
from models.store.schema import contests
from models.store.store import Store
from resources.catalog import contest_codes, contest_preset


@dataclass(frozen=True, slots=True)
class ContestChoice:
    """A contest that can be worked on; `added` says that the file has it already."""

    code: str
    name: str
    short_name: str
    added: bool
    current: bool
    closed: bool = False


def contest_choices(data_file: Store) -> tuple[ContestChoice, ...]:
    """The contests of the file, then the presets that it does not have yet."""
    with data_file.reading() as connection:
        own = _own(connection)
    known = {each.code for each in own}
    presets = [contest_preset(code) for code in contest_codes() if code not in known]
    more = [ContestChoice(p.code, p.name, p.short_name, False, False) for p in presets]
    return (*own, *more)


def use_contest(data_file: Store, code: str) -> bool:
    """Work on the contest `code` from now on, added from its preset when the file lacks it.

    Returns whether anything had to change; where nothing has to, nothing need be writable. Raises
    `AppError` for a code that nobody knows.
    """
    with data_file.reading() as connection:
        if _is_current(connection, code):
            return False
    with changing(data_file, "contest-use", "") as change:
        if _is_current(change.connection, code):
            return False
        wanted = next((each for each in _own(change.connection) if each.code == code), None)
        if wanted is None:
            insert_preset(change, code)
            change.summary = f"Thêm cuộc thi {contest_preset(code).short_name}"
        else:
            change.summary = f"Chọn cuộc thi {wanted.short_name}"
            rows = change.connection.execute(select(contests.c.id, contests.c.code)).all()
            change.update(contests, {row.id: {"current": row.code == code} for row in rows})
    return True


def _is_current(connection: Connection, code: str) -> bool:
    return any(each.code == code and each.current for each in _own(connection))


def _own(connection: Connection) -> list[ContestChoice]:
    statement = select(
        contests.c.code,
        contests.c.name,
        contests.c.short_name,
        contests.c.current,
        contests.c.closed_on,
    ).order_by(contests.c.id)
    return [
        ContestChoice(
            row.code, row.name, row.short_name, True, bool(row.current), row.closed_on is not None
        )
        for row in connection.execute(statement)
    ]
