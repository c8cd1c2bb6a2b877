"""Everything that a preset brings can be edited, as one named change that can be undone."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from models.contests.adding import add_contest, contest_by_code
from models.contests.attendance import attendance_rule, set_attendance_rule
from models.contests.blueprints import moved_by_years, own_contest
from models.contests.choosing import contest_choices, use_contest
from models.contests.contests import set_internal_deadline
from models.contests.current import current_contest
from models.contests.editing import edit_contest
from models.contests.rule import set_score_rule
from models.errors import AppError
from models.journal.change import changing
from models.journal.history import history
from models.journal.replay import undo
from models.records import (
    AttendanceRule,
    Attended,
    Level,
    LevelTone,
    Mark,
    Prize,
    ScoreRule,
    Stage,
    StageKind,
)
from models.roster.marks import set_marks
from models.store.schema import awards, contests, participations
from tests.factory import add_people

LAST = Stage(4, "Tổng kết", date(2026, 6, 26), date(2026, 6, 30), None, "Báo cáo", StageKind.EACH)


def summaries(file):
    return [each.summary for each in history(file, 5)]


def test_all_of_it_is_edited_at_once_and_undone_at_once(file):
    before = current_contest(file)
    after = edit_contest(
        file,
        lambda it: replace(
            it,
            name="Cuộc thi khác",
            short_name="Khác",
            platform="Nền tảng",
            course_url="https://vi.du",
            target=90,
            score_rule=ScoreRule.LAST,
            pass_mark=7.5,
            one_mark=True,
            completed_word="đã thi",
            stages=(replace(it.stages[0], name="Thi"), *it.stages[1:], LAST),
            prizes=(replace(it.prizes[0], count=2), Prize("Giải tập thể", 1, 1_000_000)),
            levels=(Level(80, "đạt", LevelTone.GOOD), Level(0, "thấp", LevelTone.LOW)),
        ),
    )
    assert current_contest(file) == after
    assert (after.name, after.target, after.one_mark) == ("Cuộc thi khác", 90, True)
    assert [each.number for each in after.stages] == [1, 2, 3, 4]
    assert [each.word for each in after.levels] == ["thấp", "đạt"]
    assert [each.rank for each in after.prizes] == ["Giải Nhất", "Giải tập thể"]
    assert summaries(file)[0] == (
        "Sửa cuộc thi Ứng dụng AI 2026: tên, tên gọi tắt, nền tảng, liên kết, chỉ tiêu, "
        "giải thưởng, cách tính điểm, tên gọi của mốc, mốc được tính, các mức, chặng 1, chặng 4"
    )
    undo(file)
    assert current_contest(file) == before


def test_an_edit_that_changes_nothing_leaves_no_trace(file):
    count = len(history(file, 100))
    edit_contest(file, lambda it: replace(it, name=f"  {it.name} "))
    assert len(history(file, 100)) == count


def test_what_is_refused_leaves_all_as_it_was(file):
    before = current_contest(file)
    with pytest.raises(AppError, match="Chỉ tiêu 200%"):
        edit_contest(file, lambda it: replace(it, name="Khác", target=200))
    assert current_contest(file) == before


def without_last(contest):
    return replace(contest, stages=contest.stages[:-1])


def test_a_stage_with_marks_stays_and_keeps_its_kind(file):
    edit_contest(file, lambda it: replace(it, stages=it.stages[:1]))
    add = lambda it: replace(it, stages=(*it.stages, replace(LAST, number=2)), stage=2)  # noqa: E731
    edit_contest(file, add)
    set_marks(file, add_people(file, 2), Mark.REGISTERED)
    with changing(file, "test", "Thử") as change:
        change.update(participations, {1: {"stage": 2}, 2: {"stage": 2}})
    with pytest.raises(AppError, match="Chặng 2 đã có 2 người đã được đánh dấu nên không xóa"):
        edit_contest(file, lambda it: replace(without_last(it), stage=1))
    as_entry = lambda s: replace(s, kind=StageKind.ENTRY)  # noqa: E731
    with pytest.raises(AppError, match="nên không đổi loại được"):
        edit_contest(
            file, lambda it: replace(it, stages=(it.stages[0], as_entry(it.stages[1])), stage=1)
        )


def test_only_the_last_stage_goes(file):
    with pytest.raises(AppError, match="Chỉ xóa được chặng cuối cùng"):
        edit_contest(file, lambda it: replace(it, stages=(it.stages[0], it.stages[2])))
    assert len(edit_contest(file, without_last).stages) == 2


def test_a_prize_that_was_given_stays(file):
    first = current_contest(file).prizes[0]
    with changing(file, "test", "Thử") as change:
        change.insert(awards, [{"contest_id": 1, "prize_id": first.id}])
    with pytest.raises(AppError, match="Giải Nhất đã được trao"):
        edit_contest(file, lambda it: replace(it, prizes=it.prizes[1:]))
    assert len(edit_contest(file, lambda it: replace(it, prizes=it.prizes[:1])).prizes) == 1


def test_a_closed_contest_is_not_edited(file):
    with changing(file, "test", "Thử") as change:
        change.update(contests, {1: {"closed_on": date(2026, 6, 26)}})
    with pytest.raises(AppError, match="đã đóng ngày 26/06/2026"):
        edit_contest(file, lambda it: replace(it, target=90))


def test_last_year_s_and_one_s_own_stand_side_by_side(file):
    copied = add_contest(file, moved_by_years(contest_by_code(file, "ai-2026")))
    own = add_contest(file, own_contest("Chữ ký số", date(2026, 7, 1), date(2026, 7, 31)))
    found = [(each.code, each.current) for each in contest_choices(file) if each.added]
    assert found == [("ai-2026", False), ("ung-dung-ai-2027", False), ("chu-ky-so", True)]
    assert copied.stages[0].starts_on == date(2027, 5, 28)
    assert current_contest(file) == own
    use_contest(file, "ai-2026")
    assert current_contest(file).code == "ai-2026"


def test_a_code_that_the_file_has_is_not_taken_twice(file):
    with pytest.raises(AppError, match="đã có cuộc thi mang mã ai-2026"):
        add_contest(file, contest_by_code(file, "ai-2026"))


def test_choosing_the_current_contest_does_nothing_even_where_nothing_can_be_written(file):
    file.only_read = AppError("Tệp này chỉ xem được.")
    assert not use_contest(file, "ai-2026")
    with pytest.raises(AppError, match="chỉ xem được"):
        use_contest(file, "khac")
    assert len(summaries(file)) == 1


def test_a_contest_like_another_one_keeps_its_rules_of_attending(file):
    set_attendance_rule(file, Attended.MEETING, AttendanceRule(Mark.COMPLETED, 30))
    add_contest(file, moved_by_years(contest_by_code(file, "ai-2026")), "ai-2026")
    assert attendance_rule(file, Attended.MEETING) == AttendanceRule(Mark.COMPLETED, 30)
    add_contest(file, own_contest("Khác", date(2026, 7, 1), date(2026, 7, 31)))
    assert attendance_rule(file, Attended.MEETING) == AttendanceRule()


def test_no_deadline_or_rule_of_a_closed_contest_is_set(file):
    with changing(file, "test", "Thử") as change:
        change.update(contests, {1: {"closed_on": date(2026, 6, 26)}})
    for deed in (
        lambda: set_internal_deadline(file, 1, date(2026, 6, 10)),
        lambda: set_score_rule(file, ScoreRule.LAST, 5),
        lambda: set_attendance_rule(file, Attended.FORM, AttendanceRule(Mark.COMPLETED)),
    ):
        with pytest.raises(AppError, match="đã đóng ngày 26/06/2026"):
            deed()
