"""Another pass mark decides nobody anew until the officer says so; a closed contest marks nobody."""

from __future__ import annotations

from datetime import date

import pytest

from models.contests.rule import set_score_rule
from models.errors import AppError
from models.figures.figures import figures
from models.journal.change import changing
from models.journal.replay import undo
from models.records import Mark, ScoreRule
from models.records.cells import CellText
from models.records.moment import Moment
from models.roster.by_score import by_score_words, mark_by_score, marks_by_score
from models.roster.cells import write_cells
from models.roster.marks import apply_results, clear_marks, set_marks
from models.roster.person_rows import people_by_ids
from models.store.schema import contests
from tests.factory import add_people

D2 = date(2026, 6, 2)
BOTH = frozenset({Mark.COMPLETED, Mark.FAILED})


@pytest.fixture
def people(file):
    """Six people: failed with 6, failed with 3, registered with 7, with 2, with 0, done with 4."""
    ids = add_people(file, 6)
    set_marks(file, ids[:2], Mark.FAILED, D2)
    set_marks(file, ids[2:5], Mark.REGISTERED, D2)
    set_marks(file, ids[5:], Mark.COMPLETED, D2)
    with changing(file, "x", "Điểm") as change:
        scores = zip(ids, (6.0, 3.0, 7.0, 2.0, 0.0, 4.0), strict=True)
        apply_results(change, {each: {"score": score} for each, score in scores})
    return ids


def test_without_a_pass_mark_scores_decide_nothing(file, people):
    assert marks_by_score(file) is None
    with pytest.raises(AppError, match="chưa đặt điểm đạt"):
        mark_by_score(file, BOTH)


def test_a_pass_mark_alone_marks_nobody_and_is_told(file, people):
    before = figures(file)
    set_score_rule(file, ScoreRule.BEST, 5.0)
    assert figures(file) == before
    found = marks_by_score(file)
    assert found.passed == {people[0]: Moment(D2), people[2]: None}
    assert found.failed == {people[3]: None}
    assert by_score_words(found) == (
        "2 người có điểm từ 5 trở lên chưa được ghi hoàn thành; 1 người có điểm dưới 5 chưa được "
        "ghi là đã thi, chưa đạt; 1 người đã hoàn thành có điểm dưới 5 giữ nguyên."
    )


def test_the_officers_word_marks_them_in_one_change(file, people):
    set_score_rule(file, ScoreRule.BEST, 5.0)
    assert mark_by_score(file, BOTH).marked == 3
    found = {each.id: each for each in people_by_ids(file, people)}
    assert found[people[0]].completed_on == D2, "the try is that of the failure"
    assert found[people[2]].completed_on == date(2026, 6, 8)
    assert found[people[3]].failed_on == date(2026, 6, 8)
    assert found[people[4]].failed_on is None
    assert found[people[5]].completed_on == D2
    assert by_score_words(marks_by_score(file)) == ""
    undo(file)
    assert len(marks_by_score(file).passed) == 2


def test_one_of_the_marks_alone(file, people):
    set_score_rule(file, ScoreRule.BEST, 5.0)
    assert mark_by_score(file, frozenset({Mark.FAILED})).marked == 1
    assert len(marks_by_score(file).passed) == 2


def test_of_a_closed_contest_nothing_is_marked_or_taken_away(file, people):
    with changing(file, "x", "Đóng") as change:
        change.update(contests, {1: {"closed_on": D2}})
    before = figures(file)
    for deed in (
        lambda: set_marks(file, people, Mark.COMPLETED),
        lambda: clear_marks(file, people, Mark.REGISTERED),
        lambda: write_cells(file, [CellText(people[0], "completed_on", "05/06/2026")]),
    ):
        with pytest.raises(AppError, match="đã đóng ngày 02/06/2026"):
            deed()
    assert figures(file) == before
