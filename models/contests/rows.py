"""A contest as rows: read within a change, and what its record is written as."""

from __future__ import annotations

from typing import Any

from sqlalchemy import Connection, select

from models.contests.current import contest_of
from models.contests.declared import LEVELS, PRIZES, STAGES
from models.records import Contest, Level, Prize, Stage
from models.store.bound import CONTEST
from models.store.schema import contests

_Values = dict[str, Any]


def read_contest(connection: Connection, contest_id: int) -> Contest:
    """The contest with this id, which must be there, as it stands in this transaction."""
    own = connection.execute(select(contests).where(contests.c.id == contest_id)).mappings().one()
    stages, prizes, levels = (
        [dict(row) for row in connection.execute(each, {CONTEST.key: contest_id}).mappings()]
        for each in (STAGES, PRIZES, LEVELS)
    )
    return contest_of(dict(own), stages, prizes, levels)


def contest_values(contest: Contest) -> _Values:
    """The columns of `contests` that the record tells, but for its id and whether it is current."""
    return {
        "code": contest.code,
        "name": contest.name,
        "short_name": contest.short_name,
        "platform": contest.platform,
        "course_url": contest.course_url,
        "target": contest.target,
        "score_rule": str(contest.score_rule),
        "pass_mark": contest.pass_mark,
        "stage": contest.stage,
        "registered_word": contest.registered_word,
        "completed_word": contest.completed_word,
        "one_mark": contest.one_mark,
        "escalate_after": contest.escalate_after,
        "escalate_days": contest.escalate_days,
        "organizer": contest.organizer,
        "report_url": contest.report_url,
        "entry_address": contest.entry_address,
        "purpose": contest.purpose,
        "keep_until": contest.keep_until,
    }


def stage_values(contest_id: int, stage: Stage) -> _Values:
    """A row of `stages`."""
    return {
        "contest_id": contest_id,
        "number": stage.number,
        "name": stage.name,
        "starts_on": stage.starts_on,
        "ends_on": stage.ends_on,
        "internal_ends_on": stage.internal_ends_on,
        "task": stage.task,
        "kind": str(stage.kind),
    }


def prize_values(contest_id: int, prize: Prize) -> _Values:
    """A row of `prizes`."""
    return {
        "contest_id": contest_id,
        "rank": prize.rank,
        "count": prize.count,
        "amount": prize.amount,
        "honour": prize.honour,
    }


def level_values(contest_id: int, level: Level) -> _Values:
    """A row of `levels`."""
    return {
        "contest_id": contest_id,
        "least": level.least,
        "word": level.word,
        "tone": str(level.tone),
    }
