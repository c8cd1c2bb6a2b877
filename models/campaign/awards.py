"""Prizes given: never more than the table has, each to one entry, person or unit."""

from __future__ import annotations

from typing import Any

from sqlalchemy import Connection, Row, Select, func, select

from models.contests.closed import refuse_closed_id
from models.contests.contests import find_contest_id, open_contest_id
from models.errors import AppError
from models.journal.change import changing
from models.records.awards import Award, AwardBook, AwardDraft, PrizeShare
from models.roster.unit_of_day import unit_on
from models.store.schema import awards, entries, people, prizes, units
from models.store.store import Store
from models.text.formats import number, short_date
from models.text.names import match_key, storage_form

NAME_PURGED = "Cá nhân (tên đã xóa)"
"""Who was given a prize of a contest whose personal data was purged."""


def award_book(data_file: Store) -> AwardBook:
    """The prize table of the current contest and what was given of it, the highest prize first."""
    with data_file.reading() as connection:
        contest_id = find_contest_id(connection)
        if contest_id is None:
            return AwardBook((), ())
        return AwardBook(
            _prizes(connection, contest_id),
            _awards(connection, contest_id, data_file),
        )


def prize_ranked(data_file: Store, rank: str) -> PrizeShare:
    """The prize of that rank. Raises `AppError` that names the table when there is none."""
    table = award_book(data_file).prizes
    for prize in table:
        if match_key(prize.rank) == match_key(rank):
            return prize
    known = ", ".join(prize.rank for prize in table) or "chưa có giải nào"
    raise AppError(f"Cuộc thi không có giải nào tên “{rank}”.", f"Cơ cấu giải thưởng: {known}.")


def give_award(data_file: Store, draft: AwardDraft) -> int:
    """Record that a prize was given; returns the id.

    Raises `AppError` when all prizes of that rank are given, when whoever gets it has it already
    (an entry: any prize), for a day still to come, or for nobody.
    """
    with changing(data_file, "award-give", "") as change:
        contest_id = open_contest_id(change.connection)
        prize = _checked(change.connection, contest_id, draft, None, data_file)
        change.summary = f"Ghi {prize.rank} cho {_whom(change.connection, draft)}"
        return change.insert(awards, [{"contest_id": contest_id, **_values(draft)}])[0]


def edit_award(data_file: Store, award_id: int, draft: AwardDraft) -> None:
    """Set all of an award. Raises `AppError` as `give_award` does."""
    with changing(data_file, "award-edit", "") as change:
        row = _award_row(change.connection, award_id)
        prize = _checked(change.connection, row.contest_id, draft, award_id, data_file)
        change.summary = f"Sửa {prize.rank} của {_whom(change.connection, draft)}"
        change.update(awards, {award_id: _values(draft)})


def remove_award(data_file: Store, award_id: int) -> None:
    """The prize was not given after all."""
    with changing(data_file, "award-remove", "") as change:
        row = _award_row(change.connection, award_id)
        rank = _prize_row(change.connection, row.contest_id, row.prize_id).rank
        draft = AwardDraft(row.prize_id, row.entry_id, row.person_id, row.unit_id)
        change.summary = f"Xóa {rank} của {_whom(change.connection, draft)}"
        change.delete(awards, [award_id])


def _values(draft: AwardDraft) -> dict[str, Any]:
    return {
        "prize_id": draft.prize_id,
        "entry_id": draft.entry_id,
        "person_id": draft.person_id,
        "unit_id": draft.unit_id,
        "given_on": draft.given_on,
        "decision": storage_form(draft.decision),
        "note": storage_form(draft.note),
    }


def _checked(
    connection: Connection, contest_id: int, draft: AwardDraft, own: int | None, data_file: Store
) -> Row[Any]:
    """The row of the prize, once everything about the award has been found right."""
    prize = _prize_row(connection, contest_id, draft.prize_id)
    if sum(each is not None for each in (draft.entry_id, draft.person_id, draft.unit_id)) != 1:
        raise AppError(
            "Mỗi giải được trao cho đúng một bài dự thi, một người hoặc một đơn vị.",
            "Hãy chọn một trong ba.",
        )
    today = data_file.clock().date()
    if draft.given_on is not None and draft.given_on > today:
        raise AppError(
            f"Ngày trao giải {short_date(draft.given_on)} chưa đến.",
            f"Hãy ghi ngày từ hôm nay ({short_date(today)}) trở về trước.",
        )
    others = select(awards).where(awards.c.contest_id == contest_id)
    if own is not None:
        others = others.where(awards.c.id != own)
    _refuse_beyond(connection, prize, others)
    _refuse_again(connection, draft, others)
    return prize


def _refuse_beyond(connection: Connection, prize: Row[Any], others: Select[Any]) -> None:
    given = connection.execute(others.where(awards.c.prize_id == prize.id)).all()
    # `count` of a row is a method of tuples.
    most = int(prize._mapping["count"])
    if len(given) < most:
        return
    names = "; ".join(_whom(connection, _draft_of(row)) for row in given)
    raise AppError(
        f"Cơ cấu giải thưởng chỉ có {number(most)} {prize.rank} và đã ghi đủ: {names}.",
        "Hãy chọn giải khác, hoặc xóa giải đã ghi nhầm.",
    )


def _refuse_again(connection: Connection, draft: AwardDraft, others: Select[Any]) -> None:
    """An entry has one prize; a person or a unit may have several, but none of them twice."""
    if draft.entry_id is not None:
        same = others.where(awards.c.entry_id == draft.entry_id)
    elif draft.person_id is not None:
        same = others.where(
            awards.c.person_id == draft.person_id, awards.c.prize_id == draft.prize_id
        )
    else:
        same = others.where(awards.c.unit_id == draft.unit_id, awards.c.prize_id == draft.prize_id)
    found = connection.execute(same).first()
    if found is not None:
        rank = _prize_row(connection, found.contest_id, found.prize_id).rank
        raise AppError(
            f"Đã ghi {rank} cho {_whom(connection, draft)}.",
            "Hãy sửa giải đã ghi thay vì ghi thêm.",
        )


def _draft_of(row: Row[Any]) -> AwardDraft:
    return AwardDraft(row.prize_id, row.entry_id, row.person_id, row.unit_id)


def _whom(connection: Connection, draft: AwardDraft) -> str:
    """Who gets it, in words. Raises `AppError` for one that is gone."""
    for table, name, row_id, words in (
        (entries, entries.c.title, draft.entry_id, "bài “{}”"),
        (people, people.c.name, draft.person_id, "{}"),
        (units, units.c.name, draft.unit_id, "{}"),
    ):
        if row_id is not None:
            found = connection.execute(select(name).where(table.c.id == row_id)).scalar()
            if found is not None:
                return words.format(found)
    raise AppError(
        "Người, đơn vị hoặc bài dự thi được trao giải không còn trong dữ liệu.",
        "Hãy chọn lại rồi ghi.",
    )


def _prize_row(connection: Connection, contest_id: int, prize_id: int) -> Row[Any]:
    found = connection.execute(
        select(prizes).where(prizes.c.id == prize_id, prizes.c.contest_id == contest_id)
    ).first()
    if found is None:
        raise AppError(
            "Giải này không có trong cơ cấu giải thưởng của cuộc thi.", "Hãy chọn giải khác."
        )
    return found


def _award_row(connection: Connection, award_id: int) -> Row[Any]:
    found = connection.execute(select(awards).where(awards.c.id == award_id)).first()
    if found is None:
        raise AppError(
            "Giải đã ghi này không còn trong dữ liệu nên chưa ghi gì.",
            "Hãy xem lại các giải đã ghi.",
        )
    refuse_closed_id(connection, found.contest_id)
    return found


def _prizes(connection: Connection, contest_id: int) -> tuple[PrizeShare, ...]:
    given = func.count(awards.c.id).label("given")
    statement = (
        select(prizes, given)
        .outerjoin(awards, awards.c.prize_id == prizes.c.id)
        .where(prizes.c.contest_id == contest_id)
        .group_by(*prizes.c)
        .order_by(prizes.c.id)
    )
    return tuple(
        PrizeShare(row["id"], row["rank"], row["count"], row["amount"], row["given"])
        for row in connection.execute(statement).mappings()
    )


def _awards(connection: Connection, contest_id: int, data_file: Store) -> tuple[Award, ...]:
    of_entry, of_unit = units.alias(), units.alias()
    statement = (
        select(
            awards,
            prizes.c.rank,
            prizes.c.amount,
            entries.c.title,
            people.c.name.label("person"),
            units.c.name.label("person_unit"),
            of_entry.c.name.label("entry_unit"),
            of_unit.c.name.label("own_unit"),
        )
        .join(prizes, prizes.c.id == awards.c.prize_id)
        .outerjoin(entries, entries.c.id == awards.c.entry_id)
        .outerjoin(of_entry, of_entry.c.id == entries.c.unit_id)
        .outerjoin(people, people.c.id == awards.c.person_id)
        .outerjoin(units, units.c.id == unit_on(data_file.clock().date()))
        .outerjoin(of_unit, of_unit.c.id == awards.c.unit_id)
        .where(awards.c.contest_id == contest_id)
        .order_by(prizes.c.id, awards.c.given_on, awards.c.id)
    )
    return tuple(
        Award(
            id=row.id,
            prize_id=row.prize_id,
            rank=row.rank,
            amount=row.amount,
            to=row.title or row.person or row.own_unit or NAME_PURGED,
            unit=row.entry_unit or row.person_unit or row.own_unit or "",
            entry_id=row.entry_id,
            person_id=row.person_id,
            unit_id=row.unit_id,
            given_on=row.given_on,
            decision=row.decision,
            note=row.note,
        )
        for row in connection.execute(statement)
    )
