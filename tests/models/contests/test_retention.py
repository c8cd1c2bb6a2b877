"""How long the personal data of a contest is kept: said, checked, and told when it is over."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from models.campaign.purging import purge_contest
from models.contests.blueprints import moved_by_years
from models.contests.current import current_contest
from models.contests.editing import edit_contest
from models.contests.retention import keeping_to_settle, usual_keep_until
from models.errors import AppError
from models.figures.closing import close_contest

TODAY, UNTIL = date(2026, 6, 8), date(2027, 6, 30)


def kept(until=UNTIL, purpose=""):
    return lambda contest: replace(contest, keep_until=until, purpose=purpose)


def test_it_is_kept_with_the_contest_and_named_in_the_history(file):
    after = edit_contest(file, kept(purpose="  Báo cáo  thành phố "))
    assert (after.keep_until, after.purpose) == (UNTIL, "Báo cáo thành phố")
    assert current_contest(file) == after
    assert moved_by_years(after).keep_until is None


def test_a_day_before_the_end_is_refused(file):
    with pytest.raises(AppError, match="không hợp lệ"):
        edit_contest(file, kept(date(2026, 6, 1)))


def test_of_a_closed_contest_only_that_may_still_be_said(file):
    close_contest(file)
    assert [each.keep_until for each in keeping_to_settle(file, TODAY)] == [None]
    assert edit_contest(file, kept()).keep_until == UNTIL
    assert keeping_to_settle(file, TODAY) == ()
    with pytest.raises(AppError, match="đã đóng"):
        edit_contest(file, lambda contest: replace(contest, target=50))
    [over] = keeping_to_settle(file, date(2027, 7, 1))
    assert (over.keep_until, over.closed, over.current) == (UNTIL, True, True)
    purge_contest(file, "ai-2026")
    assert keeping_to_settle(file, date(2027, 7, 1)) == ()
    with pytest.raises(AppError, match="đã xóa"):
        edit_contest(file, kept(date(2027, 8, 1)))


def test_a_year_after_its_end_is_proposed(file):
    contest = current_contest(file)
    last = max(stage.ends_on for stage in contest.stages)
    assert usual_keep_until(contest, TODAY) == last.replace(year=last.year + 1)
    later = replace(contest, closed_on=date(2028, 2, 29))
    assert usual_keep_until(later, TODAY) == date(2029, 2, 28)
