"""A text gives what the statement gives of which it was made."""

from __future__ import annotations

import random
from datetime import date, datetime, timedelta

from hypothesis import given, settings
from hypothesis import strategies as st
from sqlalchemy import create_engine, insert
from sqlalchemy.pool import StaticPool

from models.store import texts
from models.store.prepared import DeclaredReader, Prepared, TextReader, declared
from models.store.schema import (
    absences,
    changes,
    communes,
    contests,
    exemptions,
    metadata,
    participations,
    people,
    posts,
    prizes,
    saved_filters,
    stages,
    unit_aliases,
    unit_contacts,
    units,
)

FIRST = date(2028, 2, 25)
DAYS = [FIRST + timedelta(days=at) for at in range(10)]
PREPARED = [each for each in vars(texts).values() if isinstance(each, Prepared)]
VALUES = {"day": DAYS[4], "contest": 1, "lines": 7, "state": "done", "ids": [9, 3, 4, 999, 1]}


def filled(connection, seed):
    """A small office in which everything is where it may be."""
    dice = random.Random(seed)

    def day(empty=0.3):
        return None if dice.random() < empty else dice.choice(DAYS)

    def span():
        return dict(zip(("since", "until"), sorted(dice.sample(DAYS, 2)), strict=True))

    def put(table, rows):
        if rows:
            connection.execute(insert(table), rows)

    count = dice.randint(0, 15)
    ids = range(1, count + 1)
    put(communes, [{"name": "Xã A", "kind": "xã"}])
    put(units, [_unit(at) for at in (1, 2, 3)])
    put(unit_contacts, [{"unit_id": at, "role": "head", "name": f"Bà {at}"} for at in (2, 1)])
    put(
        unit_aliases, [{"unit_id": 3, "alias": f"Tên {at}", "alias_key": f"t{at}"} for at in (1, 2)]
    )
    put(saved_filters, [{"name": "Chưa đăng ký", "query": "{}"}])
    put(contests, [_contest(at, current=at == 1 and dice.random() < 0.9) for at in (1, 2)])
    put(stages, [_stage(at, day()) for at in (1, 2)])
    put(prizes, [{"contest_id": 1, "rank": "Nhất", "count": 1, "amount": 5}])
    put(people, [{**_person(at, dice), "came_on": day(0.5), "left_on": day(0.7)} for at in ids])
    put(absences, [{"person_id": at, **span()} for at in ids if dice.random() < 0.3])
    put(posts, [_post(at, dice, day()) for at in ids if dice.random() < 0.4])
    for contest in (1, 2):
        put(
            participations, [_marks(at, contest, day(), day()) for at in ids if dice.random() < 0.7]
        )
        put(exemptions, [_exempt(at, contest, span()) for at in ids if dice.random() < 0.3])
    put(changes, [_entry(at, dice) for at in range(1, dice.randint(1, 6))])


def _unit(at):
    keys = {"name_key": f"d{at}", "name_search": f"d {at}"}
    return {"uid": f"u{at}", "name": f"Đơn vị {at}", **keys, "kind": "school", "position": at}


def _contest(at, current):
    words = {"code": f"c{at}", "name": f"Cuộc thi {at}", "short_name": f"C{at}"}
    return {**words, "target": 100, "current": current, "pass_mark": 50.5 if at == 1 else None}


def _stage(at, internal):
    days = {"starts_on": DAYS[0], "ends_on": DAYS[-1], "internal_ends_on": internal}
    return {"contest_id": 1, "number": at, "name": f"Chặng {at}", **days}


def _person(at, dice):
    name = dice.choice(["Ân", "An", "Bình", "Đức"]) + f" {at}"
    keys = {"name_key": name, "name_search": name.lower(), "name_sort": name[:2]}
    phone = dice.choice(["", "0912000001"])
    return {"uid": f"p{at}", "name": name, **keys, "unit_id": dice.randint(1, 3), "phone": phone}


def _post(at, dice, until):
    main = dice.random() < 0.8
    return {"person_id": at, "unit_id": dice.randint(1, 3), "main": main, "until": until}


def _marks(at, contest, registered, completed):
    days = {"registered_on": registered, "completed_on": completed}
    score = at * 1.5 if completed else None
    return {"person_id": at, "contest_id": contest, **days, "score": score}


def _exempt(at, contest, span):
    return {"person_id": at, "contest_id": contest, "reason": "Thai sản", **span}


def _entry(at, dice):
    words = {"who": "a", "kind": "mark", "summary": f"Đánh dấu {at}"}
    state = dice.choice(["done", "undone", "logged"])
    return {"at": datetime(2028, 2, 25, 7, at), **words, "state": state, "row_count": at}


@settings(max_examples=60, deadline=None)
@given(st.integers(0, 10**9))
def test_a_text_gives_the_same_rows_as_its_statement(seed):
    engine = create_engine("sqlite://", poolclass=StaticPool)
    with engine.begin() as connection:
        metadata.create_all(connection)
        filled(connection, seed)
        plain = TextReader(connection.connection.driver_connection)
        for each in PREPARED:
            asked = {
                name: VALUES[name] for name in declared(each).compile().params if name in VALUES
            }
            told = plain.rows(each, **asked)
            assert told == DeclaredReader(connection).rows(each, **asked), each.declared
            assert [list(map(type, row)) for row in told] == [
                list(map(type, row)) for row in DeclaredReader(connection).rows(each, **asked)
            ], each.declared
    engine.dispose()


def test_a_text_without_anybody_in_its_list_finds_nobody(file):
    with file.reading_prepared() as reader:
        assert not reader.rows(texts.ROSTER_PERSON_ROWS, ids=[], day=FIRST)


def test_one_reading_within_another_sees_the_file_too(file):
    with file.reading_prepared() as outer, file.reading_prepared() as inner:
        for reader in (outer, inner):
            assert reader.rows(texts.OFFICE_COMMUNE)[0][1] == "Xã Kẻ Sặt"
