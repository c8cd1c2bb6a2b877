"""The entries of a stage, read as records."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from typing import Any

from sqlalchemy import Connection, Row, func, select

from models.campaign.tally import jury_standings
from models.contests.contests import find_contest_id
from models.errors import AppError
from models.records import StageKind
from models.records.entries import (
    PROOF,
    Author,
    Channel,
    ContestEntry,
    EntryBook,
    GivenScore,
    Juror,
    Presenting,
    Sending,
)
from models.records.papers import AttachmentOwner
from models.roster.unit_of_day import unit_on
from models.store.schema import (
    attachments,
    awards,
    contests,
    entries,
    entry_authors,
    entry_scores,
    jurors,
    people,
    prizes,
    stages,
    units,
)
from models.store.store import Store

NO_STAGE = AppError(
    "Cuộc thi này không có chặng nào nộp bài dự thi.",
    "Hãy chọn loại “Một bài dự thi của xã” cho một chặng của cuộc thi rồi làm lại.",
)


def entry_book(data_file: Store, stage: int | None = None) -> EntryBook | None:
    """The entries of a stage of the current contest, the best first; None when it has none such.

    Without a number it is the first stage of entries. Raises `AppError` for another kind of stage.
    """
    with data_file.reading() as connection:
        contest_id = find_contest_id(connection)
        rows = [] if contest_id is None else entry_stages(connection, contest_id)
        if contest_id is None or not rows:
            return None
        chosen = _stage_among(rows, stage)
        jury = load_jurors(connection, contest_id)
        scale = connection.execute(
            select(contests.c.jury_scale).where(contests.c.id == contest_id)
        ).scalar_one()
        found = _load(connection, contest_id, chosen.number, jury, data_file.clock().date())
    ordered = sorted(found, key=lambda each: (each.standing.rank or len(found) + 1, each.id))
    stages_named = {row.number: row.name for row in rows}
    return EntryBook(chosen.number, stages_named, chosen.ends_on, tuple(ordered), jury, scale)


def files_owner(entry: ContestEntry, part: str = "") -> AttachmentOwner:
    """Whose files those of an entry are."""
    return AttachmentOwner(entries.name, entry.id, f"bài dự thi “{entry.title}”", part)


def entry_stages(connection: Connection, contest_id: int) -> list[Row[Any]]:
    """The stages of a contest that take entries, and any other that entries stand in."""
    held = select(entries.c.stage).where(entries.c.contest_id == contest_id)
    statement = select(stages).where(
        stages.c.contest_id == contest_id,
        (stages.c.kind == str(StageKind.ENTRY)) | stages.c.number.in_(held),
    )
    return list(connection.execute(statement.order_by(stages.c.number)))


def entry_stage(connection: Connection, contest_id: int, wanted: int | None) -> int:
    """The number of the stage that is meant; raises `AppError` when there is none such."""
    rows = entry_stages(connection, contest_id)
    if not rows:
        raise AppError(NO_STAGE.sentence, NO_STAGE.advice)
    return int(_stage_among(rows, wanted).number)


def _stage_among(rows: Sequence[Row[Any]], wanted: int | None) -> Row[Any]:
    if wanted is None:
        return rows[0]
    for row in rows:
        if row.number == wanted:
            return row
    known = ", ".join(str(row.number) for row in rows)
    raise AppError(f"Chặng {wanted} không nhận bài dự thi.", f"Hãy chọn chặng {known}.")


def load_jurors(connection: Connection, contest_id: int) -> tuple[Juror, ...]:
    """The jury in the order in which it was written down."""
    scored = func.count(entry_scores.c.id).label("scored")
    statement = (
        select(jurors, scored)
        .outerjoin(entry_scores, entry_scores.c.juror_id == jurors.c.id)
        .where(jurors.c.contest_id == contest_id)
        .group_by(*jurors.c)
        .order_by(jurors.c.id)
    )
    return tuple(
        Juror(row.id, row.name, row.position, row.role, row.scored)
        for row in connection.execute(statement)
    )


def _load(
    connection: Connection, contest_id: int, stage: int, jury: Sequence[Juror], today: date
) -> list[ContestEntry]:
    statement = (
        select(entries, units.c.name.label("unit"))
        .join(units, units.c.id == entries.c.unit_id)
        .where(entries.c.contest_id == contest_id, entries.c.stage == stage)
        .order_by(entries.c.id)
    )
    rows = connection.execute(statement).all()
    ids = [row.id for row in rows]
    authors = authors_by_entry(connection, ids, today)
    scores = _scores(connection, ids)
    files = _files(connection, ids)
    given = _prizes(connection, ids)
    standings = jury_standings(scores, {row.id: row.title for row in rows}, jury)
    return [
        ContestEntry(
            id=row.id,
            stage=row.stage,
            unit_id=row.unit_id,
            unit=row.unit,
            title=row.title,
            summary=row.summary,
            received_on=row.received_on,
            representative=row.representative,
            authors=tuple(authors.get(row.id, ())),
            scores=tuple(scores.get(row.id, ())),
            standing=standings[row.id],
            sent=_sending(row, files.get((row.id, PROOF), 0)),
            presented=Presenting(row.presented_at, row.presenter, row.presentation),
            files=files.get((row.id, ""), 0),
            awards=tuple(given.get(row.id, ())),
        )
        for row in rows
    ]


def _sending(row: Row[Any], proofs: int) -> Sending | None:
    if row.sent_at is None:
        return None
    return Sending(row.sent_at, Channel(row.sent_by), row.sent_note, proofs)


def authors_by_entry(
    connection: Connection, ids: Sequence[int], today: date
) -> dict[int, list[Author]]:
    """The authors of these entries in their order, with the units in which they are today."""
    statement = (
        select(
            entry_authors.c.entry_id,
            entry_authors.c.person_id,
            entry_authors.c.name,
            people.c.name.label("person"),
            people.c.phone,
            people.c.left_on,
            units.c.name.label("unit"),
        )
        .outerjoin(people, people.c.id == entry_authors.c.person_id)
        .outerjoin(units, units.c.id == unit_on(today))
        .where(entry_authors.c.entry_id.in_(ids))
        .order_by(entry_authors.c.entry_id, entry_authors.c.position, entry_authors.c.id)
    )
    found: dict[int, list[Author]] = {}
    for row in connection.execute(statement):
        made = (
            Author(None, row.name)
            if row.person_id is None
            else Author(row.person_id, row.person, row.unit or "", row.phone, row.left_on)
        )
        found.setdefault(row.entry_id, []).append(made)
    return found


def _scores(connection: Connection, ids: Sequence[int]) -> dict[int, list[GivenScore]]:
    statement = (
        select(entry_scores, jurors.c.name.label("juror"))
        .join(jurors, jurors.c.id == entry_scores.c.juror_id)
        .where(entry_scores.c.entry_id.in_(ids))
        .order_by(entry_scores.c.juror_id)
    )
    found: dict[int, list[GivenScore]] = {}
    for row in connection.execute(statement):
        made = GivenScore(row.juror_id, row.juror, row.score, row.note)
        found.setdefault(row.entry_id, []).append(made)
    return found


def _files(connection: Connection, ids: Sequence[int]) -> dict[tuple[int, str], int]:
    """How many files belong to each part of each entry."""
    key = attachments.c.owner_id, attachments.c.part
    statement = (
        select(*key, func.count())
        .where(attachments.c.owner_table == entries.name, attachments.c.owner_id.in_(ids))
        .group_by(*key)
    )
    return {(owner, part): count for owner, part, count in connection.execute(statement)}


def _prizes(connection: Connection, ids: Sequence[int]) -> dict[int, list[str]]:
    statement = (
        select(awards.c.entry_id, prizes.c.rank)
        .join(prizes, prizes.c.id == awards.c.prize_id)
        .where(awards.c.entry_id.in_(ids))
        .order_by(awards.c.id)
    )
    found: dict[int, list[str]] = {}
    for entry_id, rank in connection.execute(statement):
        found.setdefault(entry_id, []).append(rank)
    return found
