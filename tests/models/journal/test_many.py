"""Long changes: the database writes and replays the journal, and nothing is different for it."""

from __future__ import annotations

from datetime import date

import pytest

from models.errors import Cancelled
from models.journal.change import changing
from models.journal.history import fingerprint, history, history_of
from models.journal.many import ENOUGH
from models.journal.replay import redo, undo
from models.records import Mark, PersonDraft
from models.roster.marks import apply_results, clear_marks, set_marks
from models.roster.people import columns_of, new_uids
from models.roster.person_rows import people_by_ids
from models.store.schema import people
from tests.factory import made_up_name, unit

MANY = ENOUGH + 40
D2, D5 = date(2026, 6, 2), date(2026, 6, 5)


@pytest.fixture
def ids(file):
    where = unit(file).id
    rows = [
        {"uid": uid, **columns_of(PersonDraft(made_up_name(at), where))}
        for at, uid in enumerate(new_uids(MANY))
    ]
    with changing(file, "import", "Nhập") as change:
        return change.insert(people, rows)


def test_marks_of_many_are_undone_and_redone_to_the_letter(file, ids):
    prints = [fingerprint(file)]
    set_marks(file, ids[:30], Mark.REGISTERED, D2)
    prints.append(fingerprint(file))
    set_marks(file, ids, Mark.COMPLETED, D5)
    prints.append(fingerprint(file))
    clear_marks(file, ids, Mark.REGISTERED)
    prints.append(fingerprint(file))
    for expected in reversed(prints[:-1]):
        undo(file)
        assert fingerprint(file) == expected
    undo(file)
    assert people_by_ids(file, ids) == ()
    redo(file)
    for expected in prints[1:]:
        redo(file)
        assert fingerprint(file) == expected


@pytest.mark.parametrize("score", [90.0, 87.33333333333333, 0.1])
def test_scores_come_back_as_the_same_number(file, ids, score):
    set_marks(file, ids, Mark.COMPLETED, D5)
    with changing(file, "import", "Nhập điểm") as change:
        apply_results(change, {each: {"score": score, "attempts": 2} for each in ids})
    scored = fingerprint(file)
    clear_marks(file, ids, Mark.COMPLETED)
    undo(file)
    assert fingerprint(file) == scored
    assert people_by_ids(file, ids[:1])[0].score == score
    undo(file)
    redo(file)
    assert fingerprint(file) == scored


def test_the_history_of_one_of_many_tells_it(file, ids):
    set_marks(file, ids, Mark.REGISTERED)
    undo(file)
    told = [entry.summary for entry in history_of(file, ids[7])]
    assert told == [f"Đánh dấu {MANY} người đã đăng ký", "Nhập"]


def test_marking_many_can_be_stopped_and_leaves_nothing(file, ids):
    before, entries = fingerprint(file), len(history(file))

    def stop(_done):
        raise Cancelled

    with pytest.raises(Cancelled):
        set_marks(file, ids, Mark.REGISTERED, step=stop)
    assert fingerprint(file) == before
    assert len(history(file)) == entries
