"""Who does not count, and posts in two units."""

from __future__ import annotations

from datetime import date

import pytest

from models.errors import AppError
from models.figures.figures import figures
from models.journal.history import fingerprint, history
from models.journal.replay import undo
from models.records import PersonDraft
from models.records.periods import Grounds
from models.roster.exemptions import edit_exemption, end_exempt, set_exempt
from models.roster.merging import merge_people
from models.roster.people import edit_person
from models.roster.person_rows import people_by_ids
from models.roster.posts import add_side_post, end_side_posts, posts_of
from tests.factory import add_people, exemptions_of, unit

D1, D4 = date(2026, 6, 1), date(2026, 6, 4)


def test_an_exemption_has_a_reason_and_dates(file):
    ids = add_people(file, 3)
    before = fingerprint(file)
    assert set_exempt(file, ids[:2], "Nghỉ thai sản", D1, D4) == 2
    assert [figures(file, date(2026, 5, 31)).exempt, figures(file, D4).exempt] == [0, 2]
    assert figures(file).exempt == 0
    (one,) = exemptions_of(file, ids[0])
    assert (one.words, one.since, one.until) == ("Nghỉ thai sản", D1, D4)
    assert history(file)[0].summary == "Ghi 2 người không thuộc đối tượng: Nghỉ thai sản"
    undo(file)
    assert fingerprint(file) == before


def test_who_is_exempt_already_is_left_alone(file):
    ids = add_people(file, 2)
    set_exempt(file, ids[:1], "Nghỉ hưu", D1)
    assert set_exempt(file, ids, "Nghỉ hưu", D4) == 1
    assert figures(file).total == 0
    assert end_exempt(file, ids, date(2026, 6, 8)) == 2
    assert figures(file).total == 2


def test_a_reason_is_needed_and_the_dates_in_order(file):
    ids = add_people(file, 1)
    with pytest.raises(AppError, match="lý do"):
        set_exempt(file, ids, "  ", D1)
    with pytest.raises(AppError, match="đứng trước"):
        set_exempt(file, ids, "Nghỉ hưu", D4, D1)
    assert exemptions_of(file, ids[0]) == ()


def test_a_side_post_does_not_count_twice(file):
    (person,) = add_people(file, 1)
    police = unit(file, "Công an xã")
    add_side_post(file, person, police.id, "Kiêm nhiệm")
    assert [(u.name, u.total) for u in figures(file).units] == [("Phòng Văn hóa - Xã hội", 1)]
    (kept,) = posts_of(file, person)
    assert (kept.unit, kept.main, kept.until) == ("Công an xã", False, None)
    assert end_side_posts(file, [person], police.id, D4) == 1
    assert posts_of(file, person)[0].until == D4
    with pytest.raises(AppError, match="đã thuộc"):
        add_side_post(file, person, unit(file).id)


def test_a_move_is_kept_as_a_former_post(file):
    (person,) = add_people(file, 1)
    edit_person(file, person, PersonDraft("Nguyễn Văn An", unit(file, "Công an xã").id))
    (former,) = posts_of(file, person)
    assert (former.unit, former.main, former.until) == (
        "Phòng Văn hóa - Xã hội",
        True,
        date(2026, 6, 8),
    )
    assert people_by_ids(file, [person])[0].unit == "Công an xã"


def grounds_of(file, person):
    return [each.grounds for each in exemptions_of(file, person)]


def test_an_exemption_keeps_its_note_and_its_paper(file):
    ids = add_people(file, 2)
    paper = Grounds("đã gửi Trạm Y tế", "Quyết định số 12/QĐ-UBND ngày 01/6/2026")
    set_exempt(file, ids, "Nghỉ thai sản", D1, D4, grounds=Grounds(f"  {paper.note} ", paper.proof))
    assert grounds_of(file, ids[0]) == [paper]
    assert set_exempt(file, ids[:1], "Nghỉ thai sản", D1, D4) == 0
    assert set_exempt(file, ids[:1], "Nghỉ thai sản", D1, D4, grounds=Grounds("gia hạn")) == 1
    assert grounds_of(file, ids[0]) == [Grounds(f"{paper.note}; gia hạn", paper.proof)]
    (one,) = exemptions_of(file, ids[0])
    edit_exemption(file, one.id, one.words, D1, D4, Grounds("", paper.proof))
    assert grounds_of(file, ids[0]) == [Grounds("", paper.proof)]
    undo(file)
    assert grounds_of(file, ids[0])[0].note.endswith("gia hạn")


@pytest.mark.parametrize("until", [D4, date(2026, 6, 2)])
def test_two_entries_that_are_one_keep_what_was_noted_of_both(file, until):
    keep, gone = add_people(file, 2)
    set_exempt(file, [keep], "Nghỉ thai sản", D1, D4, grounds=Grounds("một", "QĐ 1"))
    set_exempt(file, [gone], "Nghỉ thai sản", D1, until, grounds=Grounds("hai", "QĐ 1"))
    merge_people(file, keep, gone, {})
    assert grounds_of(file, keep) == [Grounds("một; hai", "QĐ 1")]
