"""Which attempt counts in the contest, and from which score: kept with the contest."""

from __future__ import annotations

from datetime import date
from math import isfinite

from sqlalchemy import Connection, func, select

from models.contests.contests import current_contest_id, find_contest_id, open_contest_id
from models.contests.wording import rule_words
from models.errors import AppError
from models.journal.change import changing
from models.records import ContestTerms, ScoreRule
from models.store.schema import contests, stages
from models.store.store import Store

Rule = tuple[ScoreRule, float | None]
"""The attempt that counts, and the pass mark; None: as the files say."""


def contest_rule(data_file: Store) -> Rule:
    """The rule of the contest being run. Raises `AppError` when none has been chosen."""
    with data_file.reading() as connection:
        return _rule_of(connection, current_contest_id(connection))


def contest_terms(data_file: Store) -> ContestTerms:
    """By what of the contest being run files are judged; by nothing without a contest."""
    with data_file.reading() as connection:
        contest_id = find_contest_id(connection)
        if contest_id is None:
            return ContestTerms()
        return ContestTerms(_rule_of(connection, contest_id)[1], _begins(connection, contest_id))


def contest_begins(data_file: Store) -> date | None:
    """The first day of the contest being run; None without a contest."""
    with data_file.reading() as connection:
        contest_id = find_contest_id(connection)
        return None if contest_id is None else _begins(connection, contest_id)


def _begins(connection: Connection, contest_id: int) -> date | None:
    first = select(func.min(stages.c.starts_on)).where(stages.c.contest_id == contest_id)
    return connection.execute(first).scalar()


def _rule_of(connection: Connection, contest_id: int) -> Rule:
    statement = select(contests.c.score_rule, contests.c.pass_mark)
    row = connection.execute(statement.where(contests.c.id == contest_id)).one()
    return ScoreRule(row.score_rule), row.pass_mark


def set_score_rule(data_file: Store, rule: ScoreRule, pass_mark: float | None) -> None:
    """Set which attempt counts and from which score, as one change. Marks that stand stay.

    Raises `AppError` for a pass mark that is no score, or without a contest.
    """
    if pass_mark is not None and not (isfinite(pass_mark) and pass_mark > 0):
        raise AppError("Điểm đạt phải là số lớn hơn 0.", "Hãy ghi như 5 hoặc 7,5, hoặc để trống.")
    summary = f"Đặt cách tính điểm của cuộc thi: {rule_words(rule, pass_mark)}"
    with changing(data_file, "contest-rule", summary) as change:
        contest_id = open_contest_id(change.connection)
        change.update(contests, {contest_id: {"score_rule": str(rule), "pass_mark": pass_mark}})
