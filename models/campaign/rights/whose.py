"""One person with all entries that ever stood for them, and what they are known by."""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Any

from sqlalchemy import Connection, select

from models.campaign.rights.terms import LEAST_CODE, KnownBy, Terms, terms_of
from models.errors import AppError
from models.journal.history import entries_merged_into
from models.journal.packs import whole_journal
from models.store.schema import change_rows, participations, people, units
from models.text.names import match_key, search_fold
from models.text.phones import normalise_phone

_TEXTS = ("name", "name_key", "name_search", "phone", "phone_raw", "email", "staff_code")


@dataclass(frozen=True, slots=True)
class OnePerson:
    """The row of the person as it is, the ids of all entries that stood for them (merged into
    theirs, or made by what was undone), their uids, and the terms they are found by.

    `namesakes` counts others of the roster with the same name.
    """

    row: Mapping[str, Any]
    ids: frozenset[int]
    uids: frozenset[str]
    known: KnownBy
    terms: Terms
    namesakes: int

    @property
    def id(self) -> int:
        """The id of the entry that stands in the roster."""
        return int(self.row["id"])

    @property
    def name(self) -> str:
        """The name as it is written now."""
        return str(self.row["name"])


def whose_data(connection: Connection, person_id: int) -> OnePerson:
    """That person. Raises `AppError` when they are not in the roster."""
    row = connection.execute(select(people).where(people.c.id == person_id)).mappings().first()
    if row is None:
        raise AppError(
            "Người này không còn trong danh sách.", "Hãy tìm lại theo tên hoặc số điện thoại."
        )
    others = [
        dict(each)
        for each in connection.execute(
            select(people.c.id, *(people.c[name] for name in _TEXTS)).where(
                people.c.id != person_id
            )
        ).mappings()
    ]
    kept = _journaled(connection)
    ids = {person_id, *entries_merged_into(connection, person_id)}
    standing = {each["id"] for each in others}
    ids |= _undone_entries(dict(row), kept, others, standing)
    rows = [dict(row), *(each for of_id in ids for each in kept.get(of_id, ()))]
    known = _known(rows, _accounts(connection, ids))
    alone, folded = _of_nobody_else(connection, known, others)
    return OnePerson(
        row=dict(row),
        ids=frozenset(ids),
        uids=frozenset(str(each["uid"]) for each in rows if each.get("uid")),
        known=known,
        terms=terms_of(known, alone, folded),
        namesakes=sum(each["name_key"] == row["name_key"] for each in others),
    )


def _journaled(connection: Connection) -> dict[int, list[dict[str, Any]]]:
    """By id what the journal wrote of people."""
    found: dict[int, list[dict[str, Any]]] = {}
    of_people = change_rows.c.table_name == people.name
    statement = select(change_rows.c.row_id, change_rows.c.before, change_rows.c.after)
    with whole_journal(connection):
        written = connection.execute(statement.where(of_people)).all()
    for row_id, *sides in written:
        told = [json.loads(side) for side in sides if side]
        found.setdefault(row_id, []).extend(each for each in told if "name_key" in each)
    return found


def _undone_entries(
    row: Mapping[str, Any],
    kept: Mapping[int, list[dict[str, Any]]],
    others: list[dict[str, Any]],
    standing: set[int],
) -> set[int]:
    """Entries that are gone and were the same person: they share a phone, an address or a code, or
    the name where nobody else has it."""
    shared = any(each["name_key"] == row["name_key"] for each in others)
    found = set[int]()
    for row_id, told in kept.items():
        if row_id in standing or row_id == row["id"]:
            continue
        for each in told:
            same_name = each["name_key"] == row["name_key"]
            same = any(row[n] and each.get(n) == row[n] for n in ("phone", "email", "staff_code"))
            if same_name and (same or not shared):
                found.add(row_id)
    return found


def _accounts(connection: Connection, ids: Iterable[int]) -> set[str]:
    own = participations.c.person_id.in_(list(ids))
    return set(connection.execute(select(participations.c.account).where(own)).scalars())


def _known(rows: Iterable[Mapping[str, Any]], accounts: set[str]) -> KnownBy:
    names, phones, codes = dict[str, None](), dict[str, None](), dict[str, None]()
    for row in rows:
        names[row["name"]] = None
        for written in (row.get("phone") or "", row.get("phone_raw") or ""):
            if number := normalise_phone(written).number:
                phones[number] = None
            digits = "".join(filter(str.isdigit, written))
            if len(digits) >= 9 and digits.isascii():
                phones[digits] = None
        codes.update(dict.fromkeys(row.get(n) or "" for n in ("uid", "email", "staff_code")))
    codes.update(dict.fromkeys(sorted(accounts)))
    long_ones = tuple(each for each in codes if len(each) >= LEAST_CODE)
    return KnownBy(tuple(names), tuple(phones), long_ones)


def _of_nobody_else(
    connection: Connection, known: KnownBy, others: list[dict[str, Any]]
) -> tuple[KnownBy, list[str]]:
    """What of it nobody else of the roster has, and no unit is called by; and those of the names
    that are so even without diacritics."""
    unit_names = connection.execute(select(units.c.name_key, units.c.name_search)).all()
    keys = [f" {each['name_key']} " for each in others] + [f" {each[0]} " for each in unit_names]
    folds = [f" {each['name_search']} " for each in others] + [f" {e[1]} " for e in unit_names]
    names = [n for n in known.names if not any(f" {match_key(n)} " in key for key in keys)]
    folded = [n for n in names if not any(f" {search_fold(n)} " in fold for fold in folds)]
    taken = {each[n] for each in others for n in ("phone", "phone_raw", "email", "staff_code")}
    free = KnownBy(
        tuple(names),
        tuple(each for each in known.phones if each not in taken),
        tuple(each for each in known.codes if each not in taken),
    )
    return free, folded
