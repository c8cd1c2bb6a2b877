"""Second posts (kiêm nhiệm): entered, ended, mended, removed, undone; they never count."""

from __future__ import annotations

from datetime import date

import pytest

from models.errors import AppError
from models.figures.figures import figures
from models.journal.change import changing
from models.journal.history import fingerprint, history_of
from models.journal.replay import undo
from models.records import PeopleQuery, PersonDraft
from models.records.cells import CellText
from models.roster.cells import write_cells
from models.roster.leaving import bring_back, remove_absence, set_left
from models.roster.people import edit_person, list_people
from models.roster.posts import (
    add_side_post,
    add_side_post_of,
    add_side_posts,
    edit_side_post,
    end_side_posts,
    remove_side_post,
    side_posts_of,
)
from models.roster.timeline import periods_of
from models.roster.transfers import transfer
from tests.factory import add_people, unit

POLICE, CLINIC = "Công an xã", "Trạm Y tế xã"


def june(day):
    return date(2026, 6, day)


@pytest.fixture
def an(file):
    (made,) = add_people(file, 1)
    return made


def shown(file, day=8):
    (person,) = list_people(file, PeopleQuery(as_of=june(day)))
    return person.second_posts


def said(file, person):
    return [entry.summary for entry in history_of(file, person)]


def test_it_is_told_on_its_days_and_counts_in_the_main_unit_alone(file, an):
    before, whole = fingerprint(file), figures(file)
    add_side_post(file, an, unit(file, POLICE).id, "Thủ quỹ", june(3), june(6))
    add_side_post(file, an, unit(file, CLINIC).id, since=june(5))
    assert [shown(file, day) for day in (2, 3, 5, 6)] == [
        "",
        "Thủ quỹ · Công an xã",
        "Thủ quỹ · Công an xã; Trạm Y tế xã",
        "Trạm Y tế xã",
    ]
    assert figures(file) == whole
    undo(file)
    undo(file)
    assert fingerprint(file) == before


def test_every_step_stands_in_the_history_of_the_person(file, an):
    post = add_side_post(file, an, unit(file, POLICE).id)
    edit_side_post(file, post, unit(file, POLICE).id, "Thủ quỹ", june(1), None)
    assert end_side_posts(file, [an], unit(file, POLICE).id, june(5)) == 1
    remove_side_post(file, post)
    name = "Nguyễn Văn An"
    assert said(file, an)[:4] == [
        f"Xóa vị trí kiêm nhiệm của {name} tại Công an xã",
        f"Ghi {name} thôi kiêm nhiệm tại Công an xã từ 05/06/2026",
        f"Sửa vị trí kiêm nhiệm của {name} tại Công an xã",
        f"Ghi {name} kiêm nhiệm tại Công an xã",
    ]
    assert side_posts_of(file, an) == ()


def test_a_time_away_that_is_taken_out_stands_in_the_history_too(file, an):
    set_left(file, [an], june(2), "Nghỉ không lương")
    bring_back(file, [an], june(4))
    (away,) = [each for each in periods_of(file, an) if each.words == "Nghỉ không lương"]
    remove_absence(file, an, away.id)
    assert said(file, an)[0] == "Xóa thời gian rời danh sách của Nguyễn Văn An"


def test_the_main_unit_and_a_post_of_the_same_days_are_refused(file, an):
    police = unit(file, POLICE).id
    with pytest.raises(AppError, match="đã thuộc Phòng Văn hóa - Xã hội"):
        add_side_post(file, an, unit(file).id)
    add_side_post(file, an, police, since=june(3), until=june(6))
    for since, until in ((None, june(4)), (june(5), None), (None, None)):
        with pytest.raises(AppError, match="đã được ghi kiêm nhiệm tại Công an xã"):
            add_side_post(file, an, police, since=since, until=until)
    add_side_post(file, an, police, "Thư ký", june(1), june(8))
    later = add_side_post(file, an, police, since=june(6))
    with pytest.raises(AppError, match="đã được ghi"):
        edit_side_post(file, later, police, "", june(5), None)
    with pytest.raises(AppError, match="đứng trước"):
        edit_side_post(file, later, police, "", june(7), june(7))
    edit_side_post(file, later, police, "Tổ phó", june(7), None)
    assert [(p.position, p.since) for p in side_posts_of(file, an, june(8))] == [
        ("Tổ phó", june(7))
    ]


def test_who_moves_into_the_unit_of_a_second_post_has_none_there(file, an):
    add_side_post(file, an, unit(file, POLICE).id)
    transfer(file, [an], unit(file, POLICE).id, june(5))
    assert (shown(file, 4), shown(file, 5)) == ("Công an xã", "")


def test_a_second_post_that_became_the_main_one_does_not_come_back_with_the_next_move(file, an):
    police = unit(file, POLICE).id
    add_side_post(file, an, police, "Thủ quỹ", june(1))
    add_side_post(file, an, police, "Thư ký", june(3))
    add_side_post(file, an, police, "Đội viên", until=june(2))
    before = fingerprint(file)
    transfer(file, [an], police, june(3))
    transfer(file, [an], unit(file, CLINIC).id, june(6))
    assert [shown(file, day) for day in (1, 2, 3, 6)] == [
        "Thủ quỹ · Công an xã; Đội viên · Công an xã",
        "Thủ quỹ · Công an xã",
        "",
        "",
    ]
    assert [(p.position, p.until) for p in side_posts_of(file, an)] == [
        ("Thủ quỹ", june(3)),
        ("Đội viên", june(2)),
    ]
    undo(file)
    undo(file)
    assert fingerprint(file) == before


def test_only_days_in_the_main_unit_are_refused(file, an):
    police = unit(file, POLICE).id
    ended = add_side_post(file, an, police, "Thủ quỹ", june(2))
    transfer(file, [an], police, june(5))
    transfer(file, [an], unit(file, CLINIC).id, june(20))
    edit_side_post(file, ended, police, "Thủ quỹ", june(1), june(4))
    add_side_post(file, an, police, "Thư ký", june(20))
    for since, until in ((None, None), (june(4), june(6)), (june(19), None)):
        with pytest.raises(AppError, match="đã thuộc Công an xã"):
            add_side_post(file, an, police, "Đội viên", since, until)


def test_what_a_list_says_again_after_its_end_begins_anew(file, an):
    police = unit(file, POLICE).id
    add_side_post(file, an, police, "Thủ quỹ", until=june(3))
    for added in (1, 0):
        with changing(file, "test", "Nhập danh sách") as change:
            assert add_side_posts(change, [(an, police, "Thủ quỹ")], june(8)) == added
    assert [(p.since, p.until) for p in side_posts_of(file, an)] == [
        (None, june(3)),
        (june(8), None),
    ]


def test_moving_by_cell_and_by_form_ends_the_second_post_too(file):
    by_cell, by_form = add_people(file, 2)
    police = unit(file, POLICE).id
    add_side_post_of(file, [by_cell, by_form], police)
    write_cells(file, [CellText(by_cell, "unit", POLICE)])
    edit_person(file, by_form, PersonDraft("Nguyễn Văn Ánh", police), on=june(8))
    for each in (by_cell, by_form):
        assert [post.until for post in side_posts_of(file, each)] == [june(8)]


def test_several_people_get_one_at_once_and_whoever_has_it_is_passed_over(file):
    ids = add_people(file, 3)
    police = unit(file, POLICE).id
    assert add_side_post_of(file, ids[:1], police, "Cộng tác viên") == 1
    assert add_side_post_of(file, ids, police, "Cộng tác viên") == 2
    assert end_side_posts(file, ids, police, june(8)) == 3
    assert end_side_posts(file, ids, police, june(8)) == 0


def test_what_is_gone_is_told(file, an):
    post = add_side_post(file, an, unit(file, POLICE).id)
    remove_side_post(file, post)
    with pytest.raises(AppError, match="vừa được sửa hoặc xóa"):
        remove_side_post(file, post)
    with pytest.raises(AppError, match="không còn trong danh sách"):
        add_side_post(file, an + 99, unit(file, POLICE).id)
