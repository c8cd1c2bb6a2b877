"""The log of reminders and the sheets that are given, over a store."""

from __future__ import annotations

from datetime import date, datetime

import pytest
from sqlalchemy import select

from models.campaign.entries import add_entry
from models.campaign.look import reminder_look
from models.campaign.naming_heads import name_heads, proposed_heads
from models.campaign.reminders import give_reminders, reminders_given
from models.campaign.sheets import chairman_sheet, unit_sheet
from models.contests.contests import set_internal_deadline
from models.errors import AppError
from models.journal.change import changing
from models.journal.history import fingerprint
from models.journal.replay import redo, undo
from models.journal.standing import next_undo
from models.records import Contact, Mark, PersonDraft, UnitKind
from models.records.entries import EntryDraft
from models.records.reminders import Addressee, Gain, ReminderWay, UnitCounts, gained
from models.roster.leaving import set_left
from models.roster.marks import set_marks
from models.roster.people import add_person
from models.roster.unit_tree import list_units
from models.roster.units import add_unit, remove_unit, set_contacts
from models.store.schema import contests, stages
from tests.factory import add_people, unit

CULTURE, HEALTH = "Phòng Văn hóa - Xã hội", "Trạm Y tế xã"
TODAY = date(2026, 6, 8)


def sheet(file, name=CULTURE, **more):
    return unit_sheet(file, reminder_look(file), unit(file, name).id, **more)


def give(file, name=CULTURE, way=ReminderWay.ZALO):
    made = sheet(file, name)
    return give_reminders(file, made.given(way, made.texts[0]))[0]


def at(file, *when):
    """The clock of the store stands at this moment from now on."""
    file.clock = lambda: datetime(*when)


def test_a_reminder_is_one_undoable_change_with_the_numbers_it_was_given_with(file):
    people = add_people(file, 4)
    set_marks(file, people[:1], Mark.REGISTERED, TODAY)
    set_contacts(
        file, unit(file).id, [Contact("head", "Lê Thị Bình", "Trưởng phòng", "0912000099")]
    )
    before = fingerprint(file)
    made = give(file)
    assert (made.number, made.way, made.to) == (1, ReminderWay.ZALO, Addressee.HEAD)
    assert (made.name, made.phone) == ("Lê Thị Bình", "0912000099")
    assert (made.counts, made.at) == (UnitCounts(4, 1, 0), datetime(2026, 6, 8, 17, 0))
    assert made.text.startswith("Kính gửi đồng chí Lê Thị Bình, Trưởng phòng Văn hóa - Xã hội,\n")
    assert "Chưa đăng ký (3 người):" in made.text
    assert next_undo(file) == "Đôn đốc Phòng Văn hóa - Xã hội lần 1 qua Zalo"
    undo(file)
    assert fingerprint(file) == before
    assert reminders_given(file) == ()
    redo(file)
    assert reminders_given(file) == (made,)


def test_reminders_are_counted_by_unit_and_say_what_has_changed_since(file):
    people = add_people(file, 4)
    add_people_of(file, HEALTH, 2)
    first = give(file)
    give(file, HEALTH, ReminderWay.PHONE)
    set_marks(file, people[:2], Mark.REGISTERED, TODAY)
    set_marks(file, people[:1], Mark.COMPLETED, TODAY)
    at(file, 2026, 6, 9, 14, 5)
    second = give(file)
    assert (second.number, second.counts) == (2, UnitCounts(4, 2, 1))
    assert gained(first.counts, second.counts) == Gain(2, 1)
    assert "từ lần trước (08/6) đơn vị thêm 2 người đăng ký, 1 người hoàn thành" in second.text
    assert [each.unit for each in reminders_given(file)] == [CULTURE, HEALTH, CULTURE]
    only = reminders_given(file, unit(file, HEALTH).id)
    assert [(each.number, each.way) for each in only] == [(1, ReminderWay.PHONE)]
    assert reminders_given(file, stage=2) == ()


def add_people_of(file, name, count):
    where = unit(file, name).id
    names = (f"Nguyễn Văn {given}" for given in ("Bảy", "Tám", "Chín")[:count])
    return [add_person(file, PersonDraft(each, where)) for each in names]


def test_a_unit_of_whom_all_have_done_it_is_not_reminded(file):
    with pytest.raises(AppError, match="không còn ai phải nhắc"):
        sheet(file)
    set_marks(file, add_people(file, 1), Mark.COMPLETED, TODAY)
    with pytest.raises(AppError, match="không còn ai phải nhắc"):
        sheet(file)
    assert reminders_given(file) == ()


def test_a_group_is_reminded_about_the_people_below_it(file):
    group = unit(file, "Các trường học").id
    school = add_unit(file, "Trường THCS Ban Mai", UnitKind.SCHOOL, group)
    add_person(file, PersonDraft("Trần Văn An", school))
    made = sheet(file, "Các trường học")
    assert made.counts == UnitCounts(1, 0, 0)
    assert "1. Trần Văn An" in made.texts[0]


def test_the_staff_can_be_reminded_themselves(file):
    add_people(file, 2)
    made = sheet(file, to=Addressee.STAFF)
    assert made.texts[0].startswith("Kính gửi các đồng chí,")
    (given,) = give_reminders(file, made.given(ReminderWay.ZALO, made.texts[0]))
    assert (given.to, given.name) == (Addressee.STAFF, "")


def test_the_chairman_is_told_by_rule_in_one_change_of_all_units(file):
    set_internal_deadline(file, 1, date(2026, 6, 10))
    add_people(file, 3)
    add_people_of(file, HEALTH, 3)
    for name in (CULTURE, HEALTH):
        give(file, name)
    with pytest.raises(AppError, match="Chưa có đơn vị nào"):
        chairman_sheet(file, reminder_look(file))
    at(file, 2026, 6, 9, 8, 0)
    assert len(reminder_look(file).due) == 2
    for name in (CULTURE, HEALTH):
        give(file, name)
    look = reminder_look(file)
    assert look.due == ()
    proposal = chairman_sheet(file, look)
    assert proposal.texts[0].startswith("Kính gửi đồng chí Chủ tịch UBND xã Kẻ Sặt,\n")
    assert "đã nhắc 2 lần (08/6, 09/6)" in proposal.texts[0]
    given = give_reminders(file, proposal.given(ReminderWay.LETTER, proposal.texts[0]))
    assert {(each.unit, each.number) for each in given} == {(CULTURE, 1), (HEALTH, 1)}
    assert next_undo(file) == "Báo cáo Chủ tịch về 2 đơn vị bằng văn bản"
    assert reminder_look(file).escalate == ()
    undo(file)
    assert len(reminder_look(file).escalate) == 2


@pytest.mark.parametrize("post", ["Chủ tịch UBND xã", "Bí thư Đảng ủy, Chủ tịch UBND xã"])
def test_the_chairman_is_found_by_the_post_of_one_person_alone(file, post):
    where = unit(file, "Lãnh đạo Ủy ban nhân dân").id
    add_person(file, PersonDraft("Phạm Đức Thuận", where, post, phone="0912000077"))
    add_person(file, PersonDraft("Vũ Văn Dũng", where, "Phó Chủ tịch UBND xã"))
    add_people(file, 3)
    give(file)
    proposal = chairman_sheet(file, reminder_look(file), [unit(file).id])
    assert (proposal.name, proposal.phone) == ("Phạm Đức Thuận", "0912000077")
    add_person(file, PersonDraft("Lê Văn Đức", where, "Chủ tịch UBND xã"))
    assert chairman_sheet(file, reminder_look(file), [unit(file).id]).name == ""


def test_another_stage_has_names_and_numbers_of_its_own(file):
    people = add_people(file, 3)
    set_marks(file, people[:2], Mark.COMPLETED, TODAY)
    with changing(file, "stage", "Chặng") as change:
        contest_id = reminder_look(file).terms.contest.id
        rows = change.connection.execute(select(stages).where(stages.c.number == 2)).all()
        change.update(stages, {each.id: {"kind": "each"} for each in rows})
        change.update(contests, {contest_id: {"stage": 2}})
    here = unit(file).id
    now = unit_sheet(file, reminder_look(file), here)
    assert (now.counts, now.drafts[0].stage) == (UnitCounts(3, 0, 0), 2)
    assert "Chưa đăng ký (3 người):" in now.texts[0]
    before = unit_sheet(file, reminder_look(file, 1), here)
    assert (before.counts, before.drafts[0].stage) == (UnitCounts(3, 2, 2), 1)
    assert "Chưa đăng ký (1 người):" in before.texts[0]
    give_reminders(file, before.given(ReminderWay.ZALO))
    assert reminder_look(file).reminders == ()
    assert len(reminder_look(file, 1).reminders) == 1


def test_in_a_stage_of_entries_those_of_the_unit_are_counted(file):
    add_people(file, 3)
    here = unit(file).id
    look = reminder_look(file, 2)
    assert look.behind == ()
    none = unit_sheet(file, look, here).texts[0]
    assert f"Chặng 2 (Chuyển đổi đột phá): đến 17 giờ 00 ngày 08/06/2026, {CULTURE} " in none
    assert f"{CULTURE} chưa gửi bài dự thi.\n" in none
    assert "Đề nghị đồng chí chỉ đạo đơn vị thực hiện chậm nhất hết ngày 20/06/2026." in none
    add_entry(file, EntryDraft("Trợ lý ảo của thôn", here), 2)
    assert f"{CULTURE} đã gửi 1 bài dự thi.\n" in unit_sheet(file, look, here).texts[0]


def test_a_closed_contest_is_not_reminded_about(file):
    add_people(file, 1)
    made = sheet(file)
    with changing(file, "close", "Đóng") as change:
        change.update(contests, {reminder_look(file).terms.contest.id: {"closed_on": TODAY}})
    with pytest.raises(AppError, match="đã đóng ngày 08/06/2026"):
        give_reminders(file, made.given(ReminderWay.ZALO))


def test_an_unknown_stage_is_refused_and_a_reminded_unit_stays(file):
    with pytest.raises(AppError, match="không có chặng 9"):
        reminder_look(file, 9)
    new = add_unit(file, "Thôn Đông", UnitKind.VILLAGE)
    person = add_person(file, PersonDraft("Trần Văn An", new))
    give(file, "Thôn Đông")
    set_left(file, [person], TODAY, "Nghỉ hưu")
    with pytest.raises(AppError, match="lần đôn đốc"):
        remove_unit(file, new)


def test_heads_are_proposed_from_posts_and_named_only_when_said(file):
    school = add_unit(file, "Trường THCS Ban Mai", UnitKind.SCHOOL)
    an = add_person(file, PersonDraft("Trần Văn An", school, "Hiệu trưởng", phone="0912000001"))
    add_person(file, PersonDraft("Lê Thị Bình", school, "Phó Hiệu trưởng"))
    village = add_unit(file, "Thôn Đông", UnitKind.VILLAGE)
    for name in ("Vũ Văn Ba", "Vũ Văn Tư"):
        add_person(file, PersonDraft(name, village, "Trưởng thôn"))
    found = proposed_heads(file)
    assert [(each.unit, each.sure, len(each.candidates)) for each in found] == [
        ("Trường THCS Ban Mai", True, 1),
        ("Thôn Đông", False, 2),
    ]
    assert all(each.head is None for each in list_units(file))
    set_contacts(file, school, [Contact("contact", "Phạm Thị Cúc")])
    assert name_heads(file, {school: an}) == 1
    assert next_undo(file) == "Ghi người đứng đầu của Trường THCS Ban Mai"
    named = unit(file, "Trường THCS Ban Mai")
    assert (named.head.name, named.head.position) == ("Trần Văn An", "Hiệu trưởng")
    assert len(named.contacts) == 2
    assert [each.unit for each in proposed_heads(file)] == ["Thôn Đông"]

    set_left(file, [an], TODAY, "Nghỉ hưu")
    gone, asked = proposed_heads(file)
    assert asked.unit == "Thôn Đông"
    assert gone.gone == "Trần Văn An đã rời danh sách từ 08/06/2026"
    assert not gone.candidates
    name_heads(file, {school: None})
    assert unit(file, "Trường THCS Ban Mai").head is None
    undo(file)
    assert unit(file, "Trường THCS Ban Mai").head.name == "Trần Văn An"


def test_nobody_is_named_half(file):
    school = add_unit(file, "Trường THCS Ban Mai", UnitKind.SCHOOL)
    an = add_person(file, PersonDraft("Trần Văn An", school, "Hiệu trưởng"))
    before = fingerprint(file)
    with pytest.raises(AppError):
        name_heads(file, {school: an, 9_999: an})
    with pytest.raises(AppError):
        name_heads(file, {school: 9_999})
    assert fingerprint(file) == before
