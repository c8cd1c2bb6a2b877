"""The personal data of a closed contest goes for good; the counts stay as they were frozen.

The roster is the commune's and stays, and so do documents and publicity, which are records of the
office. What the officer decided of rows of files goes with the last contest that was not purged.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from sqlalchemy import ColumnElement, Connection, Row, Table, func, literal, select, true

from models.errors import AppError
from models.figures.frozen_text import without_heads
from models.figures.issue_text import issue_from_text, issue_without_people
from models.journal.change import Change, WriteStep, changing
from models.journal.contents import drop_unneeded_within
from models.journal.forgetting import (
    begin_forgetting,
    forget_said,
    forget_summaries,
    said_of,
)
from models.papers.action_log import log_within
from models.records.actions import ActionKind
from models.records.purging import PurgeCounts, Purged
from models.store.data_file import DataFile
from models.store.schema import (
    attachments,
    awards,
    change_rows,
    contests,
    documents,
    entries,
    entry_authors,
    entry_scores,
    exemptions,
    frozen_reports,
    issued_files,
    jurors,
    match_decisions,
    official_figures,
    participations,
    people,
    publicity_tasks,
    reconciliations,
    reminders,
    wrong_unit_slips,
)
from models.store.store import Store
from models.text.formats import number, short_date

_Where = ColumnElement[bool]
_NOTHING = literal("")
_NAMING_NOBODY = (
    "mark-", "unmark-", "doubts-", "import", "reconcile", "remind", "entry-", "jury-scale",
    "freeze", "issue", "contest-", "person-merge", "cells-edit",
)  # fmt: skip
"""Kinds of changes whose sentence has counts, units, titles of entries, or people of the roster."""
OF_CONTEST = (
    participations, exemptions, wrong_unit_slips, reminders, entries, jurors, awards,
    frozen_reports,
)  # fmt: skip
_DELETED = (
    participations, exemptions, wrong_unit_slips, entry_authors, attachments, issued_files,
)  # fmt: skip
_CLEARED: Mapping[Table, Mapping[str, ColumnElement[Any]]] = {
    reminders: dict.fromkeys(("name", "phone", "text", "note"), _NOTHING),
    entries: dict.fromkeys(("summary", "sent_note", "presenter", "presentation"), _NOTHING),
    entry_scores: {"note": _NOTHING},
    awards: {"note": _NOTHING, "person_id": literal(None, awards.c.person_id.type)},
}
"""What is taken out of rows whose counts stay."""
_KEPT = (reconciliations, official_figures, publicity_tasks, documents, entries, reminders)


def purge_counts(data_file: Store, code: str) -> PurgeCounts:
    """What would go and what would stay, of the contest `code`; nothing is changed.

    Raises `AppError` for a code that the file does not have, for a contest that is open or was
    purged before, and where nothing can be written.
    """
    if data_file.only_read is not None:
        raise AppError(data_file.only_read.sentence, data_file.only_read.advice)
    with data_file.reading() as connection:
        return _counted(connection, _contest_to_purge(connection, code))


def purge_contest(data_file: Store, code: str, step: WriteStep | None = None) -> Purged:
    """Take the personal data of the closed contest `code` away for good, as one change.

    It cannot be undone, nor can what it forgets. `step` may raise: then nothing is gone. A file is
    written anew afterwards, so that no byte of it is left. Raises `AppError` as `purge_counts`.
    """
    day = data_file.clock().date()
    with changing(data_file, "contest-purge", "", undoable=False, step=step) as change:
        contest = _contest_to_purge(change.connection, code)
        counts = _counted(change.connection, contest)
        marked = _marked_people(change.connection, contest.id)
        begin_forgetting(change, data_file)
        said = _said(change.connection, contest.id)
        _take_rows(change, contest.id)
        change.update(contests, {contest.id: {"purged_on": day}})
        for which in said:
            forget_said(change, which)
        words = f"Việc của cuộc thi {contest.short_name} (nội dung đã xóa cùng dữ liệu cá nhân)"
        forget_summaries(change, lambda kind: kind.startswith(_NAMING_NOBODY), words)
        log_within(
            change, data_file, ActionKind.PURGED, count=marked,
            detail=f"Cuộc thi {contest.short_name}",
        )  # fmt: skip
        # Only what neither a row nor the journal names any more.
        drop_unneeded_within(change.connection)
        change.summary = (
            f"Xóa dữ liệu cá nhân của cuộc thi {contest.short_name}: "
            f"{number(sum(counts.gone.values()))} mục"
        )
    swept = data_file.sweep() if isinstance(data_file, DataFile) else True
    return Purged(counts, day, swept)


def _contest_to_purge(connection: Connection, code: str) -> Row[Any]:
    found = connection.execute(select(contests).where(contests.c.code == code)).first()
    if found is None:
        known = ", ".join(connection.execute(select(contests.c.code)).scalars())
        raise AppError(
            f"Tệp không có cuộc thi mang mã {code}.",
            f"Hãy chọn một trong các mã: {known}." if known else "Tệp chưa có cuộc thi.",
        )
    if found.closed_on is None:
        raise AppError(
            f"Cuộc thi {found.short_name} đang mở nên chưa xóa dữ liệu cá nhân.",
            "Hãy đóng cuộc thi để chốt số liệu trước (bằng lệnh: contest close).",
        )
    if found.purged_on is not None:
        raise AppError(
            f"Dữ liệu cá nhân của cuộc thi {found.short_name} đã xóa ngày "
            f"{short_date(found.purged_on)}.",
            "Không còn gì phải xóa.",
        )
    return found


def _is_last(connection: Connection, contest_id: int) -> bool:
    """Whether no other contest still has its personal data."""
    others = select(contests.c.id).where(
        contests.c.id != contest_id, contests.c.purged_on.is_(None)
    )
    return connection.execute(others.limit(1)).first() is None


def _scope(connection: Connection, contest_id: int) -> dict[Table, _Where]:
    """The rows of the contest that say something of people, by table."""
    entry_ids = select(entries.c.id).where(entries.c.contest_id == contest_id)
    found: dict[Table, _Where] = {each: each.c.contest_id == contest_id for each in OF_CONTEST}
    found[entry_authors] = entry_authors.c.entry_id.in_(entry_ids)
    found[entry_scores] = entry_scores.c.entry_id.in_(entry_ids)
    found[issued_files] = issued_files.c.report_id.in_(_naming_people(connection, contest_id))
    found[attachments] = (attachments.c.owner_table == entries.name) & attachments.c.owner_id.in_(
        entry_ids
    )
    if _is_last(connection, contest_id):
        found[match_decisions] = true()
    return found


def _naming_people(connection: Connection, contest_id: int) -> list[int]:
    """The issued documents of the contest in which people stand; those with counts alone stay."""
    statement = select(frozen_reports.c.id, frozen_reports.c.issue).where(
        frozen_reports.c.contest_id == contest_id, frozen_reports.c.issue != ""
    )
    told = ((row.id, issue_from_text(row.issue)) for row in connection.execute(statement))
    return [row_id for row_id, issue in told if issue is not None and issue.people]


def _counted(connection: Connection, contest: Row[Any]) -> PurgeCounts:
    gone = {t.name: _count(connection, t, w) for t, w in _scope(connection, contest.id).items()}
    kept = {t.name: _count(connection, t, t.c.contest_id == contest.id) for t in _KEPT}
    kept[frozen_reports.name] = gone[frozen_reports.name]
    of_contest = select(frozen_reports.c.id).where(frozen_reports.c.contest_id == contest.id)
    issued = _count(connection, issued_files, issued_files.c.report_id.in_(of_contest))
    kept[issued_files.name] = issued - gone[issued_files.name]
    kept[people.name] = _count(connection, people, true())
    return PurgeCounts(contest.code, contest.short_name, gone, kept)


def _count(connection: Connection, table: Table, where: _Where) -> int:
    return connection.execute(select(func.count()).select_from(table).where(where)).scalar_one()


def _marked_people(connection: Connection, contest_id: int) -> int:
    of_contest = participations.c.contest_id == contest_id
    people_of = func.count(participations.c.person_id.distinct())
    return connection.execute(select(people_of).where(of_contest)).scalar_one()


def _said(connection: Connection, contest_id: int) -> list[_Where]:
    """What the journal wrote of all those rows, also of such as are gone already."""
    found = [said_of(connection, each.c.contest_id, [contest_id]) for each in OF_CONTEST]
    naming = _naming_people(connection, contest_id)
    found.append(said_of(connection, issued_files.c.report_id, naming))
    of_entries = said_of(connection, entries.c.contest_id, [contest_id])
    written = connection.execute(select(change_rows.c.row_id).where(of_entries)).scalars()
    ids = sorted({*written, *_ids(connection, entries, entries.c.contest_id == contest_id)})
    found += [said_of(connection, each.c.entry_id, ids) for each in (entry_authors, entry_scores)]
    found.append(
        said_of(connection, attachments.c.owner_table, [entries.name])
        & said_of(connection, attachments.c.owner_id, ids)
    )
    if _is_last(connection, contest_id):
        found.append(change_rows.c.table_name == match_decisions.name)
    return found


def _take_rows(change: Change, contest_id: int) -> None:
    """Delete rows that are of people alone; of the others take away what they say of people.

    Each row is written once, as what a change leaves of it stands in the journal.
    """
    scope = _scope(change.connection, contest_id)
    nameless = {
        row_id: {"name": f"Giám khảo {at}", "position": ""}
        for at, row_id in enumerate(_ids(change.connection, jurors, scope[jurors]), start=1)
    }
    columns = frozen_reports.c.id, frozen_reports.c.figures, frozen_reports.c.issue
    headless = {
        row.id: {
            "names": "",
            "figures": without_heads(row.figures),
            "issue": issue_without_people(row.issue),
        }
        for row in change.connection.execute(select(*columns).where(scope[frozen_reports]))
    }
    for table, values in ((jurors, nameless), (frozen_reports, headless)):
        if values:
            change.update(table, values)
    for table, cleared in _CLEARED.items():
        change.update_where(table, cleared, scope[table])
    for table in (*_DELETED, match_decisions):
        if table in scope:
            change.delete(table, _ids(change.connection, table, scope[table]))


def _ids(connection: Connection, table: Table, where: _Where) -> list[int]:
    return list(connection.execute(select(table.c.id).where(where).order_by(table.c.id)).scalars())
