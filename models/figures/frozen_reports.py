"""Frozen reports as they were written: the list of them, one with its proof, and the names."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from typing import Any

from sqlalchemy import Column, Connection, Select, select

from models.contests.contests import find_contest_id
from models.errors import AppError
from models.figures.digest import figures_digest
from models.figures.frozen_text import (
    belongs_to,
    figures_from_text,
    names_from_text,
    reported_from_text,
)
from models.figures.issue_text import issue_from_text
from models.records.frozen import FrozenReport, PeopleReported, PersonThen
from models.records.moment import Moment
from models.store.schema import contests, frozen_reports
from models.store.store import Store


def list_frozen(data_file: Store) -> tuple[FrozenReport, ...]:
    """The frozen reports of the contest being run, the newest moment first."""
    with data_file.reading() as connection:
        return load_frozen(connection)


def load_frozen(connection: Connection) -> tuple[FrozenReport, ...]:
    """The same over a connection that is already open."""
    found = _reports_of(connection, find_contest_id(connection))
    return tuple(sorted(found, key=lambda each: (each.figures.moment.end, each.id), reverse=True))


def load_every_frozen(connection: Connection) -> tuple[FrozenReport, ...]:
    """Those of all contests, in the order in which they were frozen."""
    ids = connection.execute(select(frozen_reports.c.contest_id).distinct()).scalars()
    found = [each for contest_id in ids for each in _reports_of(connection, contest_id)]
    return tuple(sorted(found, key=lambda each: each.id))


def frozen_report(data_file: Store, report_id: int) -> FrozenReport:
    """One frozen report, of whichever contest. Raises `AppError` when there is none of that id."""
    with data_file.reading() as connection:
        row = _row(connection, report_id)
        known = {each.id: each for each in _reports_of(connection, row.contest_id)}
    report = known[report_id]
    named = report.nameless or belongs_to(row.figures, row.names)
    return replace(report, whole=named and figures_digest(report.figures) == report.digest)


def _reports_of(connection: Connection, contest_id: int | None) -> list[FrozenReport]:
    """The reports of a contest in the order in which they were frozen.

    Each is replaced by the next of its kind, unit, period, stage and moment; an issued document
    only by one that was issued too, also by one of another moment that says so. What the row says
    of that may have been taken back with another deed that touched it.
    """
    statement = _heads().where(frozen_reports.c.contest_id == contest_id)
    newest: dict[tuple[object, ...], int] = {}
    recalled: dict[int | None, int] = {}
    found: list[FrozenReport] = []
    for row in connection.execute(statement.order_by(frozen_reports.c.id.desc())):
        report = _report(row)
        issue = report.issue
        alike = chain_of(report)
        by = recalled.get(report.id) or newest.get((*alike, issue is not None))
        found.append(replace(report, replaced_by=by))
        newest[(*alike, False)] = report.id
        if issue is not None:
            newest[(*alike, True)] = report.id
            recalled[issue.replaces] = report.id
    return found[::-1]


def chain_of(report: FrozenReport) -> tuple[object, ...]:
    """What reports have in common of which the newer one stands for the older."""
    unit = report.issue.unit if report.issue else ""
    figures = report.figures
    return report.kind, unit, report.period, figures.stage, figures.moment


def refuse_other_contest(connection: Connection, report_id: int) -> None:
    """Raise `AppError` when the report, which is there, is not of the contest being run."""
    statement = select(contests.c.code, contests.c.short_name, contests.c.current)
    whose = contests.c.id == frozen_reports.c.contest_id
    row = connection.execute(
        statement.join(frozen_reports, whose).where(frozen_reports.c.id == report_id)
    ).one()
    if not row.current:
        raise AppError(
            f"Số liệu đã chốt số {report_id} là của cuộc thi {row.short_name}.",
            f"Hãy chọn cuộc thi ấy (bằng lệnh: contest use {row.code}) rồi xem lại.",
        )


def frozen_names(data_file: Store, report_id: int) -> tuple[PersonThen, ...]:
    """Everybody behind a frozen report as they stood then, in the order of names.

    Nobody where the names were purged.
    """
    with data_file.reading() as connection:
        return load_frozen_names(connection, report_id)


def load_frozen_names(connection: Connection, report_id: int) -> tuple[PersonThen, ...]:
    """The same over a connection that is already open."""
    row = _row(connection, report_id)
    return () if row.nameless else names_from_text(row.names)


def load_reported(connection: Connection, report_id: int) -> PeopleReported:
    """The same by uid, at little cost when it is the report that was last asked for."""
    row = _row(connection, report_id)
    return reported_from_text("[]" if row.nameless else row.names)


def last_frozen(reports: Sequence[FrozenReport], moment: Moment, stage: int) -> FrozenReport | None:
    """The newest of these reports that holds still, is of the stage and not after `moment`."""
    known = [
        each
        for each in reports
        if each.replaced_by is None
        and each.figures.stage == stage
        and each.figures.moment.end <= moment.end
    ]
    return max(known, key=lambda each: (each.figures.moment.end, each.id), default=None)


def _heads() -> Select[Any]:
    """Everything of the reports but the many names."""
    columns = [each for each in frozen_reports.c if each.name != "names"]
    return _with_contest(*columns)


def _with_contest(*columns: Column[Any]) -> Select[Any]:
    """Names may be missing only where the contest was purged."""
    nameless = (frozen_reports.c.names == "") & contests.c.purged_on.is_not(None)
    return (
        select(*columns, nameless.label("nameless"))
        .select_from(frozen_reports)
        .join(contests, contests.c.id == frozen_reports.c.contest_id)
    )


def _row(connection: Connection, report_id: int) -> Any:
    statement = _with_contest(*frozen_reports.c).where(frozen_reports.c.id == report_id)
    row = connection.execute(statement).first()
    if row is None:
        raise AppError(
            f"Không có báo cáo số liệu đã chốt nào mang số {report_id}.",
            "Hãy xem lại danh sách số liệu đã chốt.",
        )
    return row


def _report(row: Any) -> FrozenReport:
    return FrozenReport(
        row.id,
        row.kind,
        row.title,
        row.at,
        row.who,
        figures_from_text(row.figures),
        row.figures_hash,
        row.period,
        row.document_id,
        row.replaced_by,
        nameless=bool(row.nameless),
        issue=issue_from_text(row.issue),
    )
