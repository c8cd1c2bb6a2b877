"""A contest comes into the file: from a preset, from another one, or one's own."""

from __future__ import annotations

from dataclasses import replace

from sqlalchemy import Connection, select

from models.contests.blueprints import code_for, preset_contest, tidied
from models.contests.checks import check_contest
from models.contests.preset_documents import insert_cited_documents
from models.contests.rows import (
    contest_values,
    level_values,
    prize_values,
    read_contest,
    stage_values,
)
from models.errors import AppError
from models.journal.change import Change, changing
from models.records import Contest
from models.store.schema import contests, levels, prizes, stages
from models.store.store import Store

_ALIKE = ("form_mark", "meeting_mark", "least_minutes", "escalate_after", "escalate_days")
"""What a contest has from the one it is like, beside what its record tells."""


def add_contest(data_file: Store, contest: Contest, like: str = "") -> Contest:
    """Add the contest and work on it from now on, as one change; returns it as it is kept.

    Without a code it is given one by its short name. What its record does not tell it has from the
    contest of the file with the code `like`. Raises `AppError` when it cannot be kept.
    """
    with changing(data_file, "contest-add", f"Thêm cuộc thi {contest.short_name}") as change:
        known = _codes(change.connection)
        if contest.code in known:
            raise AppError(
                f"Tệp đã có cuộc thi mang mã {contest.code}.", "Hãy chọn cuộc thi đó hoặc mã khác."
            )
        coded = replace(contest, code=contest.code or code_for(contest.short_name, known))
        contest_id = insert_contest(change, coded)
        columns = select(*(contests.c[name] for name in _ALIKE)).where(contests.c.code == like)
        alike = change.connection.execute(columns).mappings().first()
        if alike is not None:
            change.update(contests, {contest_id: dict(alike)})
        return read_contest(change.connection, contest_id)


def contest_by_code(data_file: Store, code: str) -> Contest:
    """A contest of the file or, when it has none of this code, of the presets.

    Raises `AppError` for a code that nobody knows.
    """
    with data_file.reading() as connection:
        found = connection.execute(select(contests.c.id).where(contests.c.code == code)).scalar()
        return preset_contest(code) if found is None else read_contest(connection, found)


def insert_preset(change: Change, code: str) -> int:
    """Insert the preset `code` within `change` and make it the current contest."""
    return insert_contest(change, preset_contest(code))


def insert_contest(change: Change, contest: Contest) -> int:
    """Insert the contest within `change` and make it the current one; returns its id."""
    contest = tidied(contest)
    check_contest(contest)
    current = change.connection.execute(select(contests.c.id).where(contests.c.current)).scalars()
    change.update(contests, {each: {"current": False} for each in current})
    [contest_id] = change.insert(contests, [{**contest_values(contest), "current": True}])
    change.insert(stages, [stage_values(contest_id, each) for each in contest.stages])
    change.insert(prizes, [prize_values(contest_id, each) for each in contest.prizes])
    change.insert(levels, [level_values(contest_id, each) for each in contest.levels])
    insert_cited_documents(change, contest_id, contest.code)
    return contest_id


def _codes(connection: Connection) -> frozenset[str]:
    return frozenset(connection.execute(select(contests.c.code)).scalars())
