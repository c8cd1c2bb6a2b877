"""What hangs on a person, moved to the entry that stays; what both have becomes one."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from typing import Any, NamedTuple

from sqlalchemy import Column, Table, select

from models.journal.change import Change, rows_by_id
from models.journal.rows import StoredRow
from models.records import Mark
from models.records.doubts import DoubtKind
from models.records.moment import Moment
from models.roster.doubtful import NO_DOUBT
from models.roster.grounds import grounds_of_row, joined_grounds, stored_grounds
from models.roster.leaving import absences_by_person
from models.roster.merged_entries import one_author, one_award
from models.roster.periods import Joined, Span, joined_with
from models.roster.registration import mark_columns, mark_of_row, registered_from
from models.store.schema import (
    absences,
    awards,
    distinct_people,
    entry_authors,
    exemptions,
    match_decisions,
    metadata,
    participations,
    people,
    posts,
    wrong_unit_slips,
)

Unite = Callable[[StoredRow, StoredRow], dict[str, Any]]


def repoint_all(change: Change, keep_id: int, other_id: int) -> None:
    """Whatever points to the entry that goes points to the one that stays."""
    for table, columns, unite in (
        (participations, ("contest_id", "stage"), _participation),
        (match_decisions, ("row_key",), _decision),
        (wrong_unit_slips, ("contest_id",), _slip),
        (exemptions, ("contest_id", "reason", "since", "until"), _exemption),
        (posts, ("unit_id", "position", "main", "until"), _post),
        (entry_authors, ("entry_id",), one_author),
        (awards, ("contest_id", "prize_id"), one_award),
    ):
        _unite(change, table, columns, unite, (keep_id, other_id))
    _distinct(change, keep_id, other_id)
    united = {each.name for each in (participations, match_decisions, wrong_unit_slips)}
    united |= {exemptions.name, posts.name, distinct_people.name, entry_authors.name, awards.name}
    for table, column in _pointing():
        if table.name not in united:
            ids = _ids(change, table, column, other_id)
            change.update(table, {each: {column.name: keep_id} for each in ids})


def _pointing() -> Iterator[tuple[Table, Column[Any]]]:
    """Every column that names a person."""
    for table in metadata.sorted_tables:
        for column in table.c:
            if any(key.column is people.c.id for key in column.foreign_keys):
                yield table, column


def _ids(change: Change, table: Table, column: Column[Any], person_id: int) -> list[int]:
    found = change.connection.execute(select(table.c.id).where(column == person_id))
    return list(found.scalars())


def _unite(
    change: Change, table: Table, columns: tuple[str, ...], unite: Unite, ids: tuple[int, int]
) -> None:
    """Rows that say the same of both are made one; the others only change their person."""
    keep_id = ids[0]
    statement = select(table).where(table.c.person_id.in_(ids)).order_by(table.c.id)
    rows: list[StoredRow] = [dict(row) for row in change.connection.execute(statement).mappings()]
    own: dict[tuple[Any, ...], StoredRow] = {}
    others: list[StoredRow] = []
    for row in rows:
        if row["person_id"] == keep_id:
            own.setdefault(tuple(row[name] for name in columns), row)
        else:
            others.append(row)
    moved: dict[int, dict[str, Any]] = {}
    united: dict[int, dict[str, Any]] = {}
    gone: list[int] = []
    for row in others:
        twin = own.get(tuple(row[name] for name in columns))
        if twin is None:
            moved[row["id"]] = {"person_id": keep_id}
        else:
            united[twin["id"]] = unite(twin, row)
            gone.append(row["id"])
    change.delete(table, gone)
    change.update(table, moved)
    for row_id, values in united.items():
        change.update(table, {row_id: values})


def _exemption(own: StoredRow, other: StoredRow) -> dict[str, Any]:
    """What was noted of both."""
    return joined_grounds(map(grounds_of_row, (own, other)))._asdict()


def _decision(own: StoredRow, other: StoredRow) -> dict[str, Any]:
    """A row that is one of the two is the one person that they are."""
    return {"same": own["same"] or other["same"]}


def _participation(own: StoredRow, other: StoredRow) -> dict[str, Any]:
    """A mark that stands stays, the first day counts; the best score; attempts of one account
    that stood twice are not added."""
    registered, failed, completed = (_first_mark(own, other, mark) for mark in Mark)
    newest, older = _by_sighting(own, other)
    seen = [row["seen_completed"] for row in (own, other) if row["seen_in"] == newest["seen_in"]]
    return {
        **mark_columns(Mark.REGISTERED, registered_from(registered, failed, completed)),
        **mark_columns(Mark.FAILED, failed),
        **mark_columns(Mark.COMPLETED, completed),
        "score": _most(own["score"], other["score"]),
        "attempts": _most(own["attempts"], other["attempts"]),
        "platform_unit": newest["platform_unit"] or older["platform_unit"],
        "account": newest["account"] or older["account"],
        "seen_in": newest["seen_in"],
        "seen_completed": None if all(each is None for each in seen) else any(seen),
        **_doubt_of_both(own, other),
    }


def _doubt_of_both(own: StoredRow, other: StoredRow) -> dict[str, Any]:
    """What is in doubt of either entry stays so, unless the platform has it of the other one.

    There is room for one doubt; that of the registration takes the completion in.
    """
    doubted = [
        row
        for row, twin in ((own, other), (other, own))
        if row["doubt_mark"] and not _is_borne_out(row, twin)
    ]
    if not doubted:
        return dict(NO_DOUBT)
    first = max(doubted, key=lambda row: (row["doubt_mark"] == Mark.REGISTERED, row["doubt_on"]))
    return {name: first[name] for name in NO_DOUBT}


def _is_borne_out(row: StoredRow, twin: StoredRow) -> bool:
    """Whether a mark that a file has lost was in a later file than before, of the other entry."""
    if row["doubt_kind"] != DoubtKind.LOST or twin["doubt_mark"] or twin["registered_on"] is None:
        return False
    later = (twin["seen_in"] or 0) > (row["seen_in"] or 0)
    return later and (row["doubt_mark"] == Mark.REGISTERED or bool(twin["seen_completed"]))


def _by_sighting(own: StoredRow, other: StoredRow) -> tuple[StoredRow, StoredRow]:
    """The row that the newest reconciliation saw first; the own one when both were seen there."""
    later = (other["seen_in"] or 0) > (own["seen_in"] or 0)
    return (other, own) if later else (own, other)


def lost_accounts(change: Change, keep_id: int, other_id: int) -> list[str]:
    """The accounts that have no place any more once the two are one person."""
    statement = select(participations).where(participations.c.person_id.in_((keep_id, other_id)))
    by_stage: dict[tuple[int, int], dict[int, StoredRow]] = {}
    for row in change.connection.execute(statement).mappings():
        stage = row["contest_id"], row["stage"]
        by_stage.setdefault(stage, {})[row["person_id"]] = dict(row)
    lost: list[str] = []
    for rows in by_stage.values():
        if len(rows) == 2:
            newest, older = _by_sighting(rows[keep_id], rows[other_id])
            if newest["account"] and older["account"] not in ("", newest["account"]):
                lost.append(older["account"])
    return list(dict.fromkeys(lost))


def _post(own: StoredRow, other: StoredRow) -> dict[str, Any]:
    """One post of which both knew; without a day it has always been held."""
    days = (own["since"], other["since"])
    return {"since": None if None in days else min(days)}


def _slip(own: StoredRow, other: StoredRow) -> dict[str, Any]:
    """An open slip stays open; the newer one says which unit the platform has."""
    newest = max((own, other), key=lambda row: (row["closed_on"] is None, row["opened_on"]))
    names = ("unit_id", "platform_unit", "opened_on", "opened_by", "closed_on", "closed_by")
    return {
        **{name: newest[name] for name in names},
        "times": max(own["times"], other["times"]),
    }


def _first_mark(own: StoredRow, other: StoredRow, mark: Mark) -> Moment | None:
    """The earlier of the two entries' marks. A mark without a time of day gives way to one of that
    day with it: both tell the same."""
    found = [each for row in (own, other) if (each := mark_of_row(row, mark)) is not None]
    return min(found, key=lambda each: each.end, default=None)


def _most(one: Any, other: Any) -> Any:
    return max((each for each in (one, other) if each is not None), default=None)


def _distinct(change: Change, keep_id: int, other_id: int) -> None:
    """Who was told apart from one of the two is told apart from both."""
    rows = change.connection.execute(select(distinct_people).order_by(distinct_people.c.id)).all()
    known = {(row.first_id, row.second_id) for row in rows}
    gone: list[int] = []
    for row in rows:
        if other_id not in (row.first_id, row.second_id):
            continue
        third = row.second_id if row.first_id == other_id else row.first_id
        pair = (min(keep_id, third), max(keep_id, third))
        if third == keep_id or pair in known:
            gone.append(row.id)
        else:
            known.add(pair)
            values = {"first_id": pair[0], "second_id": pair[1]}
            change.update(distinct_people, {row.id: values})
    change.delete(distinct_people, gone)


class _Kept(NamedTuple):
    """A stored period and what it becomes."""

    span: Span
    joined: Joined


def join_periods(change: Change, person_id: int) -> None:
    """Join the exemptions in each contest, and the times away, of somebody merged."""
    statement = (
        select(exemptions)
        .where(exemptions.c.person_id == person_id)
        .order_by(exemptions.c.since, exemptions.c.id)
    )
    by_contest: dict[int, list[Span]] = {}
    for row in change.connection.execute(statement):
        span = Span(row.id, row.reason, row.since, row.until)
        by_contest.setdefault(row.contest_id, []).append(span)
    for spans in by_contest.values():
        kept = _joined(spans)
        _keep_grounds(change, kept)
        _write(change, exemptions, kept)
    away = absences_by_person(change, [person_id]).get(person_id, [])
    _write(change, absences, _joined(_before_leaving(change, person_id, away)))


def _before_leaving(change: Change, person_id: int, away: Sequence[Span]) -> list[Span]:
    """The times away that a leaving which still lasts does not take in; it takes in the others."""
    row = rows_by_id(change.connection, people, [person_id])[person_id]
    if row["left_on"] is None:
        return list(away)
    leaving = joined_with(Span(0, row["left_reason"], row["left_on"], None), away)
    if leaving.taken_in:
        change.update(people, {person_id: {"left_on": leaving.since}})
        change.delete(absences, [span.id for span in leaving.taken_in])
    return [span for span in away if span not in leaving.taken_in]


def _joined(spans: Sequence[Span]) -> list[_Kept]:
    kept: list[_Kept] = []
    rest = list(spans)
    while rest:
        first = rest.pop(0)
        made = joined_with(first, rest)
        kept.append(_Kept(first, made))
        rest = [span for span in rest if span not in made.taken_in]
    return kept


def _keep_grounds(change: Change, kept: Sequence[_Kept]) -> None:
    """A period that takes others in says what they said."""
    for span, joined in kept:
        if joined.taken_in:
            ids = [span.id, *(each.id for each in joined.taken_in)]
            together = joined_grounds(stored_grounds(change, ids).values())
            change.update(exemptions, {span.id: together._asdict()})


def _write(change: Change, table: Table, kept: Sequence[_Kept]) -> None:
    longer = [each for each in kept if each.joined.taken_in]
    change.delete(table, [span.id for each in longer for span in each.joined.taken_in])
    for span, joined in longer:
        change.update(table, {span.id: {"since": joined.since, "until": joined.until}})
