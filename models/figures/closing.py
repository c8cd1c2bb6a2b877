"""A contest is closed with its figures frozen, and opened again by a deed of its own.

Neither can be undone in passing: what was closed is closed until somebody says otherwise.
"""

from __future__ import annotations

from datetime import date
from typing import NamedTuple

from sqlalchemy import func, select

from models.contests.closed import refuse_closed
from models.contests.contests import current_contest_id
from models.contests.ending import completed_words
from models.contests.rows import read_contest
from models.errors import AppError
from models.figures.frozen import freeze_within
from models.figures.frozen_reports import load_frozen
from models.journal.change import changing
from models.records import Contest, Figures, StageKind
from models.records.frozen import FrozenKind, FrozenReport
from models.records.moment import as_moment
from models.store.schema import contests, exemptions, participations, people
from models.store.store import Store
from models.text.formats import short_date


class Held(NamedTuple):
    """How much personal data the file holds: people in all, and rows of this contest."""

    people: int
    marked: int
    exempt: int


def close_contest(data_file: Store, on: date | None = None) -> tuple[FrozenReport, ...]:
    """Close the contest being run at the end of `on` (today when None); returns what was frozen.

    The figures of each stage that is each person's are frozen, with everybody behind them.
    Raises `AppError` without a contest, for one that is closed, and for a day to come.
    """
    day = on or data_file.clock().date()
    with changing(data_file, "contest-close", "", undoable=False) as change:
        contest = read_contest(change.connection, current_contest_id(change.connection))
        refuse_closed(contest)
        title = f"Số liệu khi đóng cuộc thi {contest.short_name}"
        made = tuple(
            freeze_within(
                change,
                data_file,
                as_moment(day),
                kind=FrozenKind.CLOSING,
                title=title,
                stage=number,
            )
            for number in counted_stages(contest)
        )
        change.update(contests, {contest.id: {"closed_on": day}})
        change.summary = f"Đóng cuộc thi {contest.short_name} ngày {short_date(day)}"
        main = next((each.figures for each in made if each.figures.stage == contest.stage), None)
        if main is not None:
            change.summary += f": {completed_words(contest, main.completed, main.total)}"
    return made


def reopen_contest(data_file: Store) -> Contest:
    """Let the contest being run be worked on again; what was frozen stays. Returns it.

    Raises `AppError` when it is not closed, or was purged since.
    """
    with changing(data_file, "contest-reopen", "", undoable=False) as change:
        contest = read_contest(change.connection, current_contest_id(change.connection))
        if contest.closed_on is None:
            raise AppError(
                f"Cuộc thi {contest.short_name} đang mở.", "Không cần mở lại; hãy làm tiếp."
            )
        if contest.purged_on is not None:
            raise AppError(
                f"Dữ liệu cá nhân của cuộc thi {contest.short_name} đã xóa ngày "
                f"{short_date(contest.purged_on)} nên không mở lại được.",
                "Hãy thêm cuộc thi mới theo cuộc thi này nếu tổ chức lại.",
            )
        change.update(contests, {contest.id: {"closed_on": None}})
        change.summary = f"Mở lại cuộc thi {contest.short_name}"
        return read_contest(change.connection, contest.id)


def closing_figures(data_file: Store, contest: Contest) -> Figures | None:
    """The figures that were frozen when the contest, which is the one being run, was closed.

    None while it is open.
    """
    if contest.closed_on is None:
        return None
    with data_file.reading() as connection:
        found = load_frozen(connection)
    kept = (
        each.figures
        for each in sorted(found, key=lambda each: each.id, reverse=True)
        if each.kind == FrozenKind.CLOSING and each.figures.stage == contest.stage
    )
    return next(kept, None)


def personal_data_held(data_file: Store) -> Held:
    """What the file holds of people, in all and of the contest being run."""
    with data_file.reading() as connection:
        contest_id = current_contest_id(connection)
        counts = [
            connection.execute(select(func.count()).select_from(people)).scalar_one(),
            *(
                connection.execute(
                    select(func.count(table.c.person_id.distinct())).where(
                        table.c.contest_id == contest_id
                    )
                ).scalar_one()
                for table in (participations, exemptions)
            ),
        ]
    return Held(*counts)


def counted_stages(contest: Contest) -> list[int]:
    """The stages whose people are counted; the one worked on where none is each person's."""
    each = [stage.number for stage in contest.stages if stage.kind is StageKind.EACH]
    return each or [contest.stage]
