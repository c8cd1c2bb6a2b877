"""The contest that is being run, as a record."""

from __future__ import annotations

from models.records import Contest, Prize, ScoreRule, Stage, StageKind
from models.store.prepared import PreparedReader, rows_by_name
from models.store.store import Store
from models.store.texts import CONTESTS_CURRENT, CONTESTS_PRIZES, CONTESTS_STAGES


def current_contest(data_file: Store) -> Contest | None:
    """The contest that the file is working on; None before one is chosen."""
    with data_file.reading_prepared() as reader:
        row = next(rows_by_name(CONTESTS_CURRENT, reader.rows(CONTESTS_CURRENT)), None)
        if row is None:
            return None
        return Contest(
            id=row["id"],
            code=row["code"],
            name=row["name"],
            short_name=row["short_name"],
            platform=row["platform"],
            course_url=row["course_url"],
            target=row["target"],
            stages=_stages(reader, row["id"]),
            prizes=_prizes(reader, row["id"]),
            score_rule=ScoreRule(row["score_rule"]),
            pass_mark=row["pass_mark"],
            stage=row["stage"],
            registered_word=row["registered_word"],
            completed_word=row["completed_word"],
            one_mark=row["one_mark"],
            closed_on=row["closed_on"],
        )


def _stages(reader: PreparedReader, contest_id: int) -> tuple[Stage, ...]:
    found = rows_by_name(CONTESTS_STAGES, reader.rows(CONTESTS_STAGES, contest=contest_id))
    return tuple(
        Stage(
            row["number"],
            row["name"],
            row["starts_on"],
            row["ends_on"],
            row["internal_ends_on"],
            row["task"],
            StageKind(row["kind"]),
        )
        for row in found
    )


def _prizes(reader: PreparedReader, contest_id: int) -> tuple[Prize, ...]:
    found = rows_by_name(CONTESTS_PRIZES, reader.rows(CONTESTS_PRIZES, contest=contest_id))
    return tuple(Prize(row["rank"], row["count"], row["amount"]) for row in found)
