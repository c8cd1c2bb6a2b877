"""The marks of a closed contest stay, whoever writes, and whichever way."""

from __future__ import annotations

from datetime import date

import pytest

from models.contests.adding import add_contest
from models.contests.blueprints import own_contest
from models.contests.choosing import use_contest
from models.errors import AppError
from models.journal.change import changing
from models.journal.replay import redo, undo
from models.records import Mark, PeopleQuery
from models.roster.exemptions import set_exempt
from models.roster.marks import clear_marks, set_marks
from models.roster.people import list_people
from models.store.schema import contests, participations
from tests.factory import add_people

REFUSED = "Cuộc thi Ứng dụng AI 2026 đã đóng ngày 26/06/2026 nên không"


def close(file, on=date(2026, 6, 26), contest_id=1):
    with changing(file, "test", "Đóng", undoable=False) as change:
        change.update(contests, {contest_id: {"closed_on": on}})


def marked(file):
    return [(p.registered_on, p.completed_on) for p in list_people(file, PeopleQuery())]


@pytest.fixture
def two(file):
    people = add_people(file, 2)
    set_marks(file, people[:1], Mark.COMPLETED)
    close(file)
    return people


def test_nobody_is_marked_or_unmarked(file, two):
    before = marked(file)
    for deed in (
        lambda: set_marks(file, two[1:], Mark.REGISTERED),
        lambda: clear_marks(file, two[:1], Mark.COMPLETED),
        lambda: clear_marks(file, two[:1], Mark.REGISTERED),
    ):
        with pytest.raises(AppError, match=REFUSED):
            deed()
    assert marked(file) == before


def test_a_row_of_marks_is_not_deleted(file, two):
    with pytest.raises(AppError, match=REFUSED), changing(file, "test", "Thử") as change:
        change.delete(participations, [1])


def test_marks_are_not_undone_and_can_be_after_it_is_open_again(file, two):
    with pytest.raises(AppError, match=REFUSED):
        undo(file)
    close(file, None)
    undo(file)
    assert marked(file) == [(None, None)] * 2
    close(file)
    with pytest.raises(AppError, match=REFUSED):
        redo(file)
    close(file, None)
    redo(file)
    assert marked(file)[0][1] is not None


def test_other_contests_and_other_facts_are_free(file, two):
    set_exempt(file, two[1:], "Nghỉ thai sản", date(2026, 6, 1))
    add_people(file, 1)
    add_contest(file, own_contest("Chữ ký số", date(2026, 6, 1), date(2026, 7, 31)))
    set_marks(file, two, Mark.COMPLETED)
    undo(file)
    redo(file)
    use_contest(file, "ai-2026")
    with pytest.raises(AppError, match=REFUSED):
        set_marks(file, two[1:], Mark.REGISTERED)
