"""What has changed since: beside a frozen report or beside a day as known now, and with which."""

from __future__ import annotations

from datetime import date

import pytest

from models.contests.adding import add_contest
from models.contests.blueprints import own_contest
from models.contests.choosing import use_contest
from models.errors import AppError
from models.figures.comparing import compared, compared_with_earlier, last_compared, today_so_far
from models.figures.figures import figures
from models.figures.frozen import freeze
from models.figures.rechecking import recheck, recheck_words
from models.journal.change import changing
from models.journal.replay import undo
from models.records import Mark, PersonDraft
from models.records.comparing import LAST, Difference
from models.records.moment import Moment
from models.roster.exemptions import end_exempt, set_exempt
from models.roster.leaving import set_left
from models.roster.marks import clear_marks, set_dated_marks, set_marks
from models.roster.people import add_person
from models.roster.transfers import correct_unit, transfer
from models.store.schema import participations
from tests.factory import add_people, made_up_name, unit

D8 = date(2026, 6, 8)
HERE, POLICE = "Phòng Văn hóa - Xã hội", "Công an xã"


def june(day):
    return date(2026, 6, day)


@pytest.fixture
def ids(file):
    """Six people; two registered by the sixth, one of them done; then it is reported."""
    ids = add_people(file, 6)
    set_marks(file, ids[:2], Mark.REGISTERED, june(3))
    set_marks(file, ids[:1], Mark.COMPLETED, june(4))
    return ids


def lines(found, file):
    codes = {unit(file, name).uid: name for name in (HERE, POLICE)}
    return {codes[code]: tuple(each) for code, each in found.lines.items()}


def test_beside_a_day_as_known_now(file, ids):
    set_marks(file, ids[2:4], Mark.REGISTERED, june(7))
    set_exempt(file, ids[5:], "Nghỉ thai sản", june(7))
    found = compared(file, figures(file), june(6))
    assert found.whole == Difference(-1, 2, 0, 0)
    assert found.basis.words == "so với ngày 06/6 theo dữ liệu hiện nay"
    assert found.basis.frozen is None
    assert found.footnote == "6 → 5: 1 nghỉ thai sản từ 07/6."
    assert lines(found, file) == {HERE: (-1, 2, 0, 0)}


def test_the_two_questions_have_two_answers(file, ids):
    report = freeze(file, june(6))
    # Entered afterwards, of a day before the report.
    set_marks(file, ids[2:4], Mark.REGISTERED, june(5))
    now = figures(file)
    reported, known = compared(file, now, report.id), compared(file, now, june(6))
    assert (reported.whole.registered, known.whole.registered) == (2, 0)
    assert reported.basis.words == "so với báo cáo số liệu chốt 06/6"
    assert reported.basis.frozen == report.id
    assert known.basis.words == "so với ngày 06/6 theo dữ liệu hiện nay"
    assert known.basis.dated_words == "so với ngày 06/6/2026 theo dữ liệu hiện nay"
    assert reported.basis.dated_words == "so với báo cáo số liệu chốt 06/6/2026"


def test_the_last_report_is_found_and_said(file, ids):
    freeze(file, june(5))
    newest = freeze(file, june(7))
    now = figures(file)
    assert compared(file, now, LAST).basis.frozen == newest.id
    assert last_compared(file, now).basis.frozen == newest.id
    earlier = figures(file, june(6))
    assert compared(file, earlier, LAST).basis.moment == Moment(june(5))
    assert last_compared(file, figures(file, june(4))) is None


def test_a_report_is_never_beside_itself_or_a_later_one(file, ids):
    """A moment that is reported twice is told beside what was reported before it."""
    first = freeze(file, date(2026, 6, 5))
    freeze(file, date(2026, 6, 7))
    found = compared_with_earlier(file, figures(file, date(2026, 6, 7)))
    assert found is not None
    assert found.basis.frozen == first.id
    assert compared_with_earlier(file, figures(file, date(2026, 6, 5))) is None
    minute = compared_with_earlier(file, figures(file, Moment(date(2026, 6, 7), 17 * 60)))
    assert minute is not None
    assert minute.basis.frozen == first.id


def test_without_a_report_or_with_another_contests_it_is_refused(file, ids):
    with pytest.raises(AppError, match="Chưa có số liệu nào được chốt"):
        compared(file, figures(file), LAST)
    report = freeze(file, stage=2)
    with pytest.raises(AppError, match=f"mang số {report.id} của chặng này"):
        compared(file, figures(file), report.id)


def test_what_today_has_brought(file, ids):
    set_marks(file, ids[2:5], Mark.REGISTERED, D8)
    assert today_so_far(file, figures(file)).whole == Difference(0, 3, 0, 0)


def test_a_unit_that_is_new_has_grown_from_nothing(file, ids):
    report = freeze(file, june(6))
    transfer(file, ids[:1], unit(file, POLICE).id, june(7))
    found = compared(file, figures(file), report.id)
    assert lines(found, file) == {HERE: (-1, -1, 0, -1), POLICE: (1, 1, 0, 1)}
    assert found.footnote == ""
    told = {unit(file, name).uid: name for name in (HERE, POLICE)}
    assert {told[code]: said for code, said in found.footnotes.items()} == {
        HERE: f"6 → 5: 1 chuyển sang {POLICE} ngày 07/6.",
        POLICE: f"0 → 1: thêm 1 chuyển đến từ {HERE} ngày 07/6.",
    }


def test_beside_a_report_the_reasons_are_those_of_today(file, ids):
    report = freeze(file, june(6))
    # All of it entered later, of days before the report.
    set_exempt(file, ids[5:], "Nghỉ thai sản", june(1))
    set_left(file, ids[4:5], june(5), "Chuyển công tác")
    add_person(file, PersonDraft(name="Lê Thị Sót", unit_id=unit(file).id))
    assert compared(file, figures(file), report.id).footnote == (
        "6 → 5: 1 nghỉ thai sản từ 01/6, 1 chuyển công tác ngày 05/6; thêm 1 mới ghi vào danh sách."
    )


def test_who_counts_again_since_the_report(file, ids):
    set_exempt(file, ids[5:], "Nghỉ thai sản", june(1), june(7))
    report = freeze(file, june(6))
    assert compared(file, figures(file), report.id).footnote == (
        "5 → 6: thêm 1 hết nghỉ thai sản từ 08/6."
    )


def test_a_moment_of_a_day_can_be_compared_with(file, ids):
    set_dated_marks(file, Mark.REGISTERED, {ids[2]: {Mark.REGISTERED: Moment(D8, 601)}})
    found = compared(file, figures(file), Moment(D8, 600))
    assert found.whole.registered == 1
    assert found.basis.words == "so với 10 giờ 00 ngày 08/6 theo dữ liệu hiện nay"


def changes(file, report):
    return {each.name: each.words for each in recheck(file, report.id).people}


def test_a_past_day_that_is_as_it_was_reported_has_nothing_to_say(file, ids):
    report = freeze(file, june(6))
    set_marks(file, ids[2:], Mark.REGISTERED, june(7))
    set_left(file, ids[:1], D8)
    found = recheck(file, report.id)
    assert (found.differs, found.people, recheck_words(found)) == (False, (), "")


def test_who_is_told_otherwise_now_and_how(file, ids):
    set_exempt(file, ids[4:5], "Nghỉ ốm dài ngày", june(1))
    report = freeze(file, june(6))
    set_marks(file, ids[2:3], Mark.REGISTERED, june(6))
    clear_marks(file, ids[:1], Mark.REGISTERED)
    correct_unit(file, ids[3:4], unit(file, POLICE).id)
    end_exempt(file, ids[4:5], june(5))
    set_left(file, ids[5:], june(2), "Nghỉ hưu")
    new = add_person(file, PersonDraft(name="Lê Thị Sót", unit_id=unit(file).id))
    assert new
    assert changes(file, report) == {
        made_up_name(0): "Đã hoàn thành → Chưa đăng ký",
        made_up_name(2): "Chưa đăng ký → Đã đăng ký",
        made_up_name(3): f"Chưa đăng ký ({HERE}) → Chưa đăng ký ({POLICE})",
        made_up_name(4): "Không thuộc đối tượng (nghỉ ốm dài ngày) → Chưa đăng ký",
        made_up_name(5): "Chưa đăng ký → Đã rời danh sách (nghỉ hưu)",
        "Lê Thị Sót": "Không có trong danh sách → Chưa đăng ký",
    }
    found = recheck(file, report.id)
    assert found.difference == Difference(1, 0, 0, -1)
    assert recheck_words(found).startswith(
        "Số liệu ngày 06/6 theo dữ liệu hiện nay khác báo cáo đã chốt ở 6 người: "
    )


def test_a_report_of_another_contest_is_not_checked_against_this_one(file, ids):
    report = freeze(file, june(6))
    add_contest(file, own_contest("Chữ ký số", june(1), june(30)))
    with pytest.raises(AppError, match="của cuộc thi Ứng dụng AI 2026"):
        recheck(file, report.id)
    use_contest(file, "ai-2026")
    assert not recheck(file, report.id).differs


def test_who_is_out_for_another_reason_is_told_as_before(file, ids):
    set_left(file, ids[5:], june(2), "Nghỉ hưu")
    report = freeze(file, june(6))
    with changing(file, "test", "Thử") as change:
        change.insert(participations, [{"person_id": ids[5], "contest_id": 1, "stage": 1}])
    undo(file)
    undo(file)
    assert changes(file, report) == {made_up_name(5): "Đã rời danh sách (nghỉ hưu) → Chưa đăng ký"}
