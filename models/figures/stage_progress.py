"""How far each stage of the contest is: people who completed, or the entry that was sent."""

from __future__ import annotations

from datetime import date
from typing import NamedTuple

from sqlalchemy import Connection, func, select

from models.contests.ending import completed_words
from models.figures.figures import figures
from models.records import Contest, Stage, StageKind
from models.store.schema import entries
from models.store.store import Store
from models.text.formats import number


class StageProgress(NamedTuple):
    """What has been reached in a stage, in words, and whether that is all it asks for."""

    words: str
    done: bool


def stage_progress(data_file: Store, contest: Contest, day: date) -> dict[int, StageProgress]:
    """The progress of each stage by its number, as of the end of `day`."""
    found = {
        stage.number: _of_people(data_file, contest, stage, day)
        for stage in contest.stages
        if stage.kind is StageKind.EACH
    }
    with data_file.reading() as connection:
        for stage in contest.stages:
            if stage.kind is not StageKind.EACH:
                found[stage.number] = _of_entries(connection, contest, stage)
    return found


def _of_people(data_file: Store, contest: Contest, stage: Stage, day: date) -> StageProgress:
    counted = figures(data_file, day, stage.number)
    reached = 100 * counted.completed >= contest.target * counted.total
    words = completed_words(contest, counted.completed, counted.total)
    return StageProgress(f"{words[0].upper()}{words[1:]}", bool(counted.total) and reached)


def _of_entries(connection: Connection, contest: Contest, stage: Stage) -> StageProgress:
    """The entries of the stage itself; a presentation is that of an entry of a stage before."""
    own = entries.c.contest_id == contest.id
    if stage.kind is StageKind.ENTRY:
        own &= entries.c.stage == stage.number
        column, done, none = entries.c.sent_at, "đã gửi bài đại diện", "chưa gửi bài đại diện"
    else:
        own &= entries.c.stage <= stage.number
        column, done, none = entries.c.presented_at, "đã thuyết trình", "chưa thuyết trình"
    count = connection.execute(select(func.count()).select_from(entries).where(own)).scalar_one()
    chosen = own & entries.c.representative & column.is_not(None)
    reached = connection.execute(select(entries.c.id).where(chosen)).first() is not None
    if not count:
        return StageProgress("Chưa có bài dự thi", done=False)
    return StageProgress(f"{number(count)} bài, {done if reached else none}", reached)
