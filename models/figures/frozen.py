"""Figures frozen as they are reported: with everybody behind them, never changed again.

Freezing is written through the journal but cannot be undone: what was reported was reported.
"""

from __future__ import annotations

from datetime import date, datetime

from sqlalchemy import Connection

from models.contests.closed import refuse_purged
from models.contests.contests import find_contest_id
from models.contests.current_stage import names_in_use
from models.contests.mark_names import MarkNames
from models.errors import AppError
from models.figures.digest import figures_digest
from models.figures.figures import load_figures
from models.figures.frozen_reports import load_frozen
from models.figures.frozen_text import figures_text, names_text
from models.figures.issue_text import issue_text
from models.figures.names import load_people_then
from models.journal.change import Change, changing
from models.records import Mark
from models.records.figures import Figures
from models.records.frozen import FrozenKind, FrozenReport
from models.records.issued import IssuedAs
from models.records.moment import Moment, as_moment, moment_at
from models.store.schema import frozen_reports
from models.store.store import Store
from models.text.formats import number, short_date, until_words


def freeze(
    data_file: Store,
    as_of: date | Moment | None = None,
    *,
    kind: str = FrozenKind.FIGURES,
    title: str = "",
    period: str = "",
    document_id: int | None = None,
    stage: int | None = None,
) -> FrozenReport:
    """Freeze the figures as of `as_of` (the end of today when None), with the names behind them.

    A report of the same kind, stage, period and moment is replaced: it stays, and says by which.
    Raises `AppError` without a contest, and for a moment that is still to come.
    """
    now = data_file.clock()
    moment = as_moment(as_of or now.date())
    with changing(data_file, "freeze", "", undoable=False) as change:
        frozen = freeze_within(
            change,
            data_file,
            moment,
            kind=kind,
            title=title,
            period=period,
            document_id=document_id,
            stage=stage,
        )
        change.summary = _summary(frozen.figures, names_in_use(change.connection))
    return frozen


def freeze_within(
    change: Change,
    data_file: Store,
    moment: Moment,
    *,
    kind: str,
    title: str = "",
    period: str = "",
    document_id: int | None = None,
    stage: int | None = None,
    issue: IssuedAs | None = None,
) -> FrozenReport:
    """The same inside a change that does more, which must not be undoable.

    With `issue` it is a document that leaves: only another one that leaves replaces it.
    """
    now = data_file.clock()
    contest_id = _contest_for(change.connection, moment, now)
    refuse_purged(change.connection)
    figures = load_figures(change.connection, moment, now.date(), stage)
    names = names_text(load_people_then(change.connection, moment, stage))
    row = {
        "contest_id": contest_id,
        "kind": str(kind),
        "title": title,
        "at": now,
        "who": data_file.who,
        "as_of": moment.day,
        "as_of_minute": moment.minute,
        "figures": figures_text(figures, names),
        "names": names,
        "figures_hash": figures_digest(figures),
        "period": period,
        "document_id": document_id,
        "replaced_by": None,
        "issue": issue_text(issue),
    }
    (made,) = change.insert(frozen_reports, [row])
    older = [each.id for each in load_frozen(change.connection) if each.replaced_by == made]
    change.update(frozen_reports, {each: {"replaced_by": made} for each in older})
    return FrozenReport(
        made, str(kind), title, now, data_file.who, figures, str(row["figures_hash"]), period,
        document_id, issue=issue,
    )  # fmt: skip


def refuse_day_to_come(day: date | None, today: date) -> None:
    """Raise `AppError` for a day of which nothing can be reported yet; None is today."""
    if day is not None and day > today:
        raise AppError(
            f"Ngày {short_date(day)} chưa đến nên chưa chốt được số liệu.",
            "Hãy chọn hôm nay hoặc một ngày đã qua.",
        )


def _contest_for(connection: Connection, moment: Moment, now: datetime) -> int:
    refuse_day_to_come(moment.day, now.date())
    if moment.minute is not None and moment > moment_at(now):
        when = until_words(*moment).removeprefix("đến ")
        raise AppError(f"{when} chưa đến nên chưa chốt được số liệu.", "Hãy chọn thời điểm đã qua.")
    contest_id = find_contest_id(connection)
    if contest_id is None:
        raise AppError(
            "Chưa chọn cuộc thi nên chưa có số liệu để chốt.",
            "Hãy chọn cuộc thi trước rồi làm lại.",
        )
    return contest_id


def _summary(figures: Figures, names: MarkNames) -> str:
    mark = names.counted[0]
    count = figures.registered if mark is Mark.REGISTERED else figures.completed
    told = f"{number(count)}/{number(figures.total)} người {names.done(mark)}"
    return f"Chốt số liệu {until_words(figures.as_of, figures.minute)}: {told}"
