"""Rows in the journal: whatever they hold, either database writes and reads them as Python does."""

from __future__ import annotations

from datetime import date, datetime

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from sqlalchemy import select

from models.contests.current import current_contest
from models.journal import replay
from models.journal.change import changing
from models.journal.history import fingerprint
from models.journal.replay import redo, undo
from models.journal.rows import member_of_row, unpack_row
from models.store.schema import change_rows, participations, people, reminders
from tests.factory import add_people

# No database keeps a NUL in a text of a roster, and a lone surrogate is no text.
TEXTS = st.text(st.characters(exclude_characters="\0", exclude_categories=["Cs"]), max_size=12)
DAYS = st.none() | st.dates(date(1900, 1, 1), date(2199, 12, 31))
MARKS = st.fixed_dictionaries(
    {
        "registered_on": DAYS,
        "completed_on": DAYS,
        "score": st.none() | st.floats(allow_nan=False, allow_infinity=False),
        "attempts": st.none() | st.integers(-(2**31), 2**31 - 1),
        "platform_unit": TEXTS,
        "seen_completed": st.none() | st.booleans(),
    }
)
NOTES = st.sampled_from(['"', "\\", "'; --", "\n\t", "{}", '{"a":1}', "%", "Đ", "\U0001f600"])


@pytest.fixture(params=[1, 1000], ids=["by the database", "row by row"])
def enough(request, monkeypatch):
    """From how many rows on the database itself replays them."""
    monkeypatch.setattr(replay, "ENOUGH", request.param)


@pytest.fixture
def ids(file):
    """Two people, of whom nobody is marked."""
    return add_people(file, 2)


@pytest.mark.usefixtures("enough")
@settings(
    max_examples=12, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)
@given(marks=st.lists(MARKS, min_size=2, max_size=2), later=MARKS, note=TEXTS | NOTES)
def test_any_values_come_back_to_the_letter(file, ids, marks, later, note):
    contest = current_contest(file).id
    prints = [fingerprint(file)]
    with changing(file, "x", "Thêm") as change:
        rows = [
            {"person_id": who, "contest_id": contest, **each}
            for who, each in zip(ids, marks, strict=True)
        ]
        made = change.insert(participations, rows)
    prints.append(fingerprint(file))
    with changing(file, "x", "Sửa") as change:
        change.update(participations, {each: dict(later) for each in made})
        change.update(people, {each: {"note": note} for each in ids})
    # A change that alters nothing leaves no trace.
    prints += [now] if (now := fingerprint(file)) != prints[-1] else []
    _is_read_by_the_database(file)
    for expected in reversed(prints[:-1]):
        undo(file)
        assert fingerprint(file) == expected
    for expected in prints[1:]:
        redo(file)
        assert fingerprint(file) == expected
    for _ in prints[1:]:
        undo(file)


@pytest.mark.usefixtures("enough")
def test_a_moment_comes_back_with_its_time(file):
    told = {"contest_id": 1, "unit_id": 1, "stage": 1, "who": "a", "way": "zalo"}
    counts = {"addressee": "head", "total": 9, "registered": 1, "completed": 0}
    early, late = datetime(2026, 6, 8, 14, 5), datetime(2026, 6, 9, 7, 30, 15)
    with changing(file, "x", "Thêm") as change:
        (made,) = change.insert(reminders, [{**told, **counts, "at": early}])
    with changing(file, "x", "Sửa") as change:
        change.update(reminders, {made: {"at": late}})
    with changing(file, "x", "Xóa") as change:
        change.delete(reminders, [made])
    undo(file)
    assert _moments(file) == [late]
    undo(file)
    assert _moments(file) == [early]
    redo(file)
    assert _moments(file) == [late]


def _moments(file):
    with file.reading() as connection:
        return list(connection.execute(select(reminders.c.at)).scalars())


def _is_read_by_the_database(file):
    with file.reading() as connection:
        after = change_rows.c.after
        own = change_rows.c.table_name == participations.name, after.is_not(None)
        for column in participations.c:
            said = select(after, member_of_row(connection, after, column).label("said")).where(*own)
            for text, value in connection.execute(said):
                told = unpack_row(text, participations)[column.name]
                assert value == (told.isoformat() if _is_text(value, told) else told), column


def _is_text(value, told):
    """SQLite has no days: it reads the text that it keeps."""
    return isinstance(told, date) and isinstance(value, str)
