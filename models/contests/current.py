"""The contest that is being run, as a record."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Any

from models.records import Contest, Level, LevelTone, Prize, ScoreRule, Stage, StageKind
from models.store.prepared import Prepared, PreparedReader, rows_by_name
from models.store.store import Store
from models.store.texts import (
    CONTESTS_CURRENT,
    CONTESTS_LEVELS,
    CONTESTS_PRIZES,
    CONTESTS_STAGES,
)

Rows = Iterable[Mapping[str, Any]]


def current_contest(data_file: Store) -> Contest | None:
    """The contest that the file is working on; None before one is chosen."""
    with data_file.reading_prepared() as reader:
        row = next(rows_by_name(CONTESTS_CURRENT, reader.rows(CONTESTS_CURRENT)), None)
        if row is None:
            return None
        lists = (CONTESTS_STAGES, CONTESTS_PRIZES, CONTESTS_LEVELS)
        return contest_of(row, *(_rows(reader, each, row["id"]) for each in lists))


def contest_of(row: Mapping[str, Any], stages: Rows, prizes: Rows, levels: Rows) -> Contest:
    """The record of a row of `contests` with those that belong to it, each in its order."""
    return Contest(
        id=row["id"],
        code=row["code"],
        name=row["name"],
        short_name=row["short_name"],
        platform=row["platform"],
        course_url=row["course_url"],
        target=row["target"],
        stages=tuple(map(_stage, stages)),
        prizes=tuple(
            Prize(p["rank"], p["count"], p["amount"], p["id"], p["honour"]) for p in prizes
        ),
        score_rule=ScoreRule(row["score_rule"]),
        pass_mark=row["pass_mark"],
        stage=row["stage"],
        registered_word=row["registered_word"],
        completed_word=row["completed_word"],
        one_mark=row["one_mark"],
        closed_on=row["closed_on"],
        levels=tuple(Level(e["least"], e["word"], LevelTone(e["tone"])) for e in levels),
        escalate_after=row["escalate_after"],
        escalate_days=row["escalate_days"],
        purged_on=row["purged_on"],
        organizer=row["organizer"],
        report_url=row["report_url"],
        entry_address=row["entry_address"],
        purpose=row["purpose"],
        keep_until=row["keep_until"],
    )


def _stage(row: Mapping[str, Any]) -> Stage:
    return Stage(
        row["number"],
        row["name"],
        row["starts_on"],
        row["ends_on"],
        row["internal_ends_on"],
        row["task"],
        StageKind(row["kind"]),
    )


def _rows(reader: PreparedReader, each: Prepared, contest_id: int) -> Rows:
    return rows_by_name(each, reader.rows(each, contest=contest_id))
