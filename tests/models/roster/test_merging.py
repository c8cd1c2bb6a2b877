"""Entries that stand twice: found with reasons, made one without a loss, or told apart."""

from __future__ import annotations

from datetime import date

import pytest
from sqlalchemy import select

from models.errors import AppError
from models.journal.change import changing
from models.journal.history import fingerprint, history, history_of
from models.journal.replay import undo
from models.marking.apply import MessageReader
from models.marking.records import Standing
from models.records import Mark, PersonDraft
from models.records.doubts import DoubtKind
from models.roster.doubtful import doubt_columns, doubtful_marks
from models.roster.exemptions import set_exempt
from models.roster.leaving import set_left
from models.roster.marks import apply_results, set_marks
from models.roster.merging import Side, find_duplicates, merge_people, say_distinct
from models.roster.people import add_person
from models.roster.person_rows import count_people, people_by_ids
from models.roster.posts import add_side_post, posts_of
from models.roster.transfers import transfer
from models.roster.twins import count_twins
from models.store.schema import match_decisions, participations, wrong_unit_slips
from tests.factory import unit

OFFICE, CLINIC = "Phòng Văn hóa - Xã hội", "Trạm Y tế xã"


def person(file, name="Nguyễn Văn An", where=OFFICE, **values):
    return add_person(file, PersonDraft(name, unit(file, where).id, **values))


def pairs(file):
    return [each.key for group in find_duplicates(file) for each in group]


def shown(file, person_id):
    (found,) = people_by_ids(file, [person_id])
    return found


def rows(file, table):
    with file.reading() as connection:
        return [dict(row) for row in connection.execute(select(table)).mappings()]


def test_pairs_come_with_reasons_the_surest_first(file):
    name_only = person(file), person(file)
    sure = (
        person(file, "Trần Thị Bình", phone="0912000001"),
        person(file, "Trần Thị Bình", CLINIC, phone="0912000001"),
    )
    phone_only = (
        person(file, "Lê Thị Lan", phone="0912000002"),
        person(file, "Phạm Đức Cường", phone="0912000002"),
    )
    person(file, "Đỗ Thị Hòa", phone="0912000003")
    found = [each for group in find_duplicates(file) for each in group]
    assert found[0].key == sure
    assert found[0].sure
    assert "cùng số điện thoại" in found[0].reasons
    assert {each.key for each in found} == {sure, name_only, phone_only}
    shared = next(each for each in found if each.key == phone_only)
    assert shared.warnings == ("một số điện thoại của hai người",)


def test_somebody_who_is_yet_to_move_is_compared_in_the_unit_of_today(file):
    first, second = person(file), person(file, where=CLINIC)
    transfer(file, [second], unit(file).id, date(2026, 6, 20))
    (group,) = find_duplicates(file)
    assert group[0].key == (first, second)
    assert "cùng đơn vị" not in group[0].reasons


def test_a_rare_name_in_two_units_is_asked_about_and_another_tone_is_not(file):
    first = person(file), person(file, where=CLINIC)
    person(file, "Đặng Văn Bình")
    person(file, "Đặng Văn Bỉnh")
    person(file, "Vũ Thị Hà", phone="0912000001")
    person(file, "Vũ Thị Hà", CLINIC, phone="0912000002")
    assert pairs(file) == [first]


def test_a_middle_name_left_out_and_another_order_are_asked_about_in_one_unit(file):
    short = person(file, "Lê Văn Cường", phone="0912000001"), person(file, "Lê Cường")
    turned = person(file, "Bùi Văn Khoa"), person(file, "Khoa Bùi Văn")
    person(file, "Lê Cường", CLINIC, phone="0912000002")
    person(file, "Lê Đức Cường", phone="0912000003")
    found = {each.key for group in find_duplicates(file) for each in group}
    assert {short, turned} <= found
    assert not any(each.sure for group in find_duplicates(file) for each in group)


def test_pairs_with_a_common_entry_are_one_group_and_who_left_is_in_none(file):
    ids = [person(file, phone="0912000001") for _ in range(3)]
    gone = person(file, phone="0912000001")
    set_left(file, [gone], date(2026, 5, 1))
    (group,) = find_duplicates(file)
    assert {each for double in group for each in double.key} == set(ids)
    assert len(group) == 3


def test_two_people_who_were_told_apart_are_not_shown_again(file):
    first, second = person(file, phone="0912000001"), person(file, phone="0912000001")
    before = fingerprint(file)
    say_distinct(file, second, first)
    say_distinct(file, first, second)
    assert pairs(file) == []
    assert history(file)[0].summary == "Ghi nhớ hai người tên Nguyễn Văn An không phải một người"
    undo(file)
    assert fingerprint(file) == before
    assert pairs(file) == [(first, second)]


def test_twins_are_counted_until_they_are_merged_or_told_apart(file):
    first, second = person(file, phone="0912000001"), person(file, phone="0912000001")
    person(file, "Lê Thị Lan", phone="0912000002")
    person(file, "Phạm Đức Cường", phone="0912000002")
    person(file, "Lê Thị Lan")
    assert count_twins(file) == 1
    say_distinct(file, first, second)
    assert count_twins(file) == 0
    undo(file)
    merge_people(file, first, second, {})
    assert count_twins(file) == 0


def test_blanks_are_filled_and_choices_win(file):
    keep = person(file, phone="0912000001", position="Văn thư", note="mới về")
    other = person(
        file, phone="0912000002", position="Kế toán", birth="1985-04-02", email="an@xa.vn"
    )
    merge_people(file, keep, other, {"position": Side.OTHER})
    merged = shown(file, keep)
    assert (merged.phone, merged.position) == ("0912000001", "Kế toán")
    assert (merged.birth, merged.email) == ("1985-04-02", "an@xa.vn")
    assert merged.note == "mới về; Số khác: 0912 000 002"
    assert people_by_ids(file, [other]) == ()
    assert count_people(file) == 1
    assert history(file)[0].summary == "Gộp hai mục của Nguyễn Văn An"
    assert history_of(file, keep)[0].kind == "person-merge"


def test_marks_stand_the_best_score_stands_and_attempts_are_not_added(file):
    keep, other = person(file), person(file)
    set_marks(file, [keep], Mark.REGISTERED, date(2026, 6, 5))
    set_marks(file, [other], Mark.COMPLETED, date(2026, 6, 3))
    with changing(file, "test", "Điểm") as change:
        apply_results(change, {keep: {"score": 7.0, "attempts": 2}})
        apply_results(change, {other: {"score": 9.0, "attempts": 2}})
    merge_people(file, keep, other, {})
    merged = shown(file, keep)
    assert (merged.registered_on, merged.completed_on) == (date(2026, 6, 3), date(2026, 6, 3))
    assert (merged.score, merged.attempts) == (9.0, 2)
    assert len(rows(file, participations)) == 1


def test_the_other_unit_becomes_a_side_post_and_posts_and_exemptions_follow(file):
    keep, other = person(file, position="Văn thư"), person(file, where=CLINIC, position="Y sĩ")
    add_side_post(file, other, unit(file, "Công an xã").id, "Cộng tác viên")
    set_exempt(file, [other], "Thai sản", date(2026, 6, 1), None)
    merge_people(file, keep, other, {})
    held = {(post.unit, post.position, post.main) for post in posts_of(file, keep)}
    assert held == {("Công an xã", "Cộng tác viên", False), (CLINIC, "Y sĩ", False)}
    assert shown(file, keep).exempt_reason == "Thai sản"
    assert shown(file, keep).unit == OFFICE


def test_the_unit_of_the_other_can_be_chosen(file):
    keep, other = person(file), person(file, where=CLINIC)
    merge_people(file, keep, other, {"unit_id": Side.OTHER})
    assert shown(file, keep).unit == CLINIC
    assert [(post.unit, post.main) for post in posts_of(file, keep)] == [(OFFICE, False)]


def test_decisions_and_slips_follow_and_are_made_one(file):
    keep, other = person(file), person(file)
    contest = 1
    slip = {
        "contest_id": contest, "unit_id": unit(file).id, "platform_unit": "Khác",
        "opened_by": "a.xlsx", "closed_on": None, "times": 1,
    }  # fmt: skip
    with changing(file, "test", "Chuẩn bị") as change:
        change.insert(
            wrong_unit_slips,
            [
                {**slip, "person_id": keep, "opened_on": date(2026, 6, 1)},
                {**slip, "person_id": other, "opened_on": date(2026, 6, 2), "times": 3},
            ],
        )
        change.insert(
            match_decisions,
            [
                {"row_key": "x", "person_id": keep, "same": False},
                {"row_key": "x", "person_id": other, "same": True},
                {"row_key": "y", "person_id": other, "same": True},
            ],
        )
    merge_people(file, keep, other, {})
    (kept,) = rows(file, wrong_unit_slips)
    assert (kept["person_id"], kept["times"], kept["opened_on"]) == (keep, 3, date(2026, 6, 2))
    decided = {
        row["row_key"]: (row["person_id"], row["same"]) for row in rows(file, match_decisions)
    }
    assert decided["x"] == decided["y"] == (keep, True)


def test_who_was_told_apart_from_one_is_told_apart_from_both(file):
    keep, other, third = (person(file, phone="0912000001") for _ in range(3))
    say_distinct(file, other, third)
    merge_people(file, keep, other, {})
    assert pairs(file) == []


def test_the_spelling_of_the_other_is_known_from_now_on(file):
    keep = person(file, phone="0912000001")
    other = person(file, "Nguyễn Văn Ân", phone="0912000009")
    merge_people(file, keep, other, {})
    text = f"Nguyễn Văn Ân 0912000009 {OFFICE}"
    (found,) = MessageReader().read(file, text).found
    assert found.standing is Standing.SURE
    assert found.suggestions[0].person_id == keep


def test_somebody_who_is_gone_is_refused(file):
    keep = person(file)
    for other in (keep, 9_999):
        with pytest.raises(AppError, match="không còn trong danh sách"):
            merge_people(file, keep, other, {})


def test_who_has_left_comes_back_with_the_other(file):
    keep, other = person(file), person(file)
    set_left(file, [keep], date(2026, 5, 1), "Chuyển đi")
    merge_people(file, keep, other, {})
    assert shown(file, keep).left_on is None


def _marked(file, person_id, doubted="", **values):
    """A mark as a reconciliation leaves it, `doubted` because of a file or an account."""
    set_marks(file, [person_id], Mark.COMPLETED, date(2026, 6, 1))
    (row,) = [each for each in rows(file, participations) if each["person_id"] == person_id]
    told = doubt_columns(Mark(values.pop("mark", "registered")), values.pop("kind", DoubtKind.LOST),
                 doubted, date(2026, 6, 5)) if doubted else {}  # fmt: skip
    with changing(file, "test", "Đối soát") as change:
        change.update(participations, {row["id"]: {**told, **values}})


@pytest.mark.parametrize("turned", [False, True])
def test_a_mark_in_doubt_stays_in_doubt_whichever_entry_goes(file, turned):
    sure, doubted = person(file), person(file)
    _marked(file, sure)
    _marked(file, doubted, "moi.xlsx", seen_in=1)
    before = fingerprint(file)
    keep, other = (doubted, sure) if turned else (sure, doubted)
    merge_people(file, keep, other, {})
    (found,) = doubtful_marks(file)
    assert (found.id, found.mark, found.by) == (keep, Mark.REGISTERED, "moi.xlsx")
    undo(file)
    assert fingerprint(file) == before


@pytest.mark.parametrize("turned", [False, True])
def test_of_two_doubts_that_of_the_registration_stays(file, turned):
    completed, registered = person(file), person(file)
    _marked(file, completed, "a.xlsx", mark="completed")
    _marked(file, registered, "an.cu", kind=DoubtKind.MISMATCH)
    both = (registered, completed) if turned else (completed, registered)
    merge_people(file, *both, {})
    (found,) = doubtful_marks(file)
    assert (found.mark, found.by) == (Mark.REGISTERED, "an.cu")


@pytest.mark.parametrize("turned", [False, True])
@pytest.mark.parametrize(
    ("mark", "kind", "seen_completed", "in_doubt"),
    [
        ("registered", DoubtKind.LOST, False, False),
        ("completed", DoubtKind.LOST, True, False),
        ("completed", DoubtKind.LOST, False, True),
        ("registered", DoubtKind.MISMATCH, True, True),
    ],
)
def test_what_a_later_file_has_of_the_other_entry_is_not_lost(
    file, turned, mark, kind, seen_completed, in_doubt
):
    lost, seen = person(file), person(file)
    _marked(file, lost, "b.xlsx", mark=mark, kind=kind, seen_in=1)
    _marked(file, seen, seen_in=2, seen_completed=seen_completed)
    both = (seen, lost) if turned else (lost, seen)
    merge_people(file, *both, {})
    assert bool(doubtful_marks(file)) == in_doubt


def test_side_posts_of_both_that_share_days_are_one(file):
    keep, other = person(file), person(file)
    police = unit(file, "Công an xã").id
    add_side_post(file, keep, police, "Thủ quỹ", date(2026, 6, 1), date(2026, 6, 4))
    add_side_post(file, other, police, "thủ quỹ", date(2026, 6, 3))
    add_side_post(file, other, police, "Thư ký", None, date(2026, 6, 3))
    before = fingerprint(file)
    merge_people(file, keep, other, {})
    assert [(each.position, each.since, each.until) for each in posts_of(file, keep)] == [
        ("Thủ quỹ", date(2026, 6, 1), None),
        ("Thư ký", None, date(2026, 6, 3)),
    ]
    undo(file)
    assert fingerprint(file) == before
