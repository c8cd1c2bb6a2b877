"""Prizes: never more than the table has, to whom they were given, and who is merged keeps them."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from functools import partial

import pytest

from models.campaign.awards import (
    award_book,
    edit_award,
    give_award,
    prize_ranked,
    remove_award,
)
from models.campaign.entries import remove_entry
from models.contests.current import current_contest
from models.contests.editing import edit_contest
from models.contests.parts import with_prize
from models.errors import AppError
from models.journal.history import fingerprint, history
from models.journal.replay import undo
from models.records import PersonDraft
from models.records.awards import AwardDraft
from models.roster.merging import merge_people
from models.roster.people import add_person
from tests.factory import add_people, unit
from tests.models.campaign.books import CENTRE, OFFICE, add, shown

RANKS = ("Giải Nhất", "Giải Nhì", "Giải Ba", "Giải Khuyến khích")


def prize(file, rank):
    return prize_ranked(file, rank).id


def test_the_prize_table_of_the_letters(file):
    table = award_book(file).prizes
    assert [(p.rank, p.count, p.amount, p.given) for p in table] == [
        (rank, count, amount * 1_000_000, 0)
        for rank, count, amount in zip(RANKS, (1, 2, 3, 5), (10, 5, 3, 2), strict=True)
    ]
    with pytest.raises(AppError, match="không có giải nào tên “Giải Đặc biệt”"):
        prize_ranked(file, "Giải Đặc biệt")
    assert prize_ranked(file, "giải nhất").rank == "Giải Nhất"


def test_awards_of_an_entry_a_person_and_a_unit(file):
    (person,) = add_people(file, 1)
    entry = add(file, "Trợ lý hồ sơ", where=CENTRE)
    day = date(2026, 6, 8)
    give_award(
        file, AwardDraft(prize(file, "Giải Nhì"), entry_id=entry, given_on=day, decision="12/QĐ")
    )
    give_award(file, AwardDraft(prize(file, "Giải Nhất"), person_id=person))
    give_award(file, AwardDraft(prize(file, "Giải Ba"), unit_id=unit(file).id, note="Tập thể"))
    assert [(a.rank, a.to, a.unit, a.amount) for a in award_book(file).awards] == [
        ("Giải Nhất", "Nguyễn Văn An", OFFICE, 10_000_000),
        ("Giải Nhì", "Trợ lý hồ sơ", CENTRE, 5_000_000),
        ("Giải Ba", OFFICE, OFFICE, 3_000_000),
    ]
    assert [p.left for p in award_book(file).prizes] == [0, 1, 2, 5]
    assert shown(file, entry).awards == ("Giải Nhì",)
    assert history(file, 2)[1].summary == "Ghi Giải Nhất cho Nguyễn Văn An"


@pytest.mark.parametrize(("rank", "count"), list(zip(RANKS, (1, 2, 3, 5), strict=True)))
def test_no_more_than_the_table_has(file, rank, count):
    people = add_people(file, count + 1)
    for person in people[:-1]:
        give_award(file, AwardDraft(prize(file, rank), person_id=person))
    before = fingerprint(file)
    with pytest.raises(AppError, match=f"chỉ có {count} {rank} và đã ghi đủ: Nguyễn Văn An"):
        give_award(file, AwardDraft(prize(file, rank), person_id=people[-1]))
    assert fingerprint(file) == before
    award = award_book(file).awards[0]
    edit_award(file, award.id, AwardDraft(prize(file, rank), person_id=people[-1], note="Sửa tên"))
    assert people[-1] in [each.person_id for each in award_book(file).awards]
    remove_award(file, award.id)
    give_award(file, AwardDraft(prize(file, rank), person_id=people[0]))


def test_what_is_no_award_is_refused(file):
    (person,) = add_people(file, 1)
    entry = add(file, "Bài")
    rank = prize(file, "Giải Ba")
    give_award(file, AwardDraft(rank, entry_id=entry))
    give_award(file, AwardDraft(rank, person_id=person))
    for draft, words in (
        (AwardDraft(rank), "đúng một"),
        (AwardDraft(rank, entry_id=entry, person_id=person), "đúng một"),
        (AwardDraft(rank, unit_id=9_999), "không còn trong dữ liệu"),
        (AwardDraft(9_999, person_id=person), "không có trong cơ cấu"),
        (AwardDraft(rank, unit_id=unit(file).id, given_on=date(2026, 6, 9)), "chưa đến"),
        (AwardDraft(prize(file, "Giải Nhất"), entry_id=entry), "Đã ghi Giải Ba cho bài “Bài”"),
        (AwardDraft(rank, person_id=person), "Đã ghi Giải Ba cho Nguyễn Văn An"),
    ):
        with pytest.raises(AppError, match=words):
            give_award(file, draft)
    give_award(file, AwardDraft(prize(file, "Giải Nhất"), person_id=person))
    with pytest.raises(AppError, match="đã được trao giải"):
        remove_entry(file, entry)


def test_who_is_merged_keeps_the_prize_and_one_written_down_for_both_is_one(file):
    where = unit(file).id
    keep, other = (
        add_person(file, PersonDraft("Nguyễn Văn An", where, phone=phone))
        for phone in ("0912000001", "0912000002")
    )
    third, second = prize(file, "Giải Ba"), prize(file, "Giải Nhì")
    give_award(file, AwardDraft(second, person_id=other))
    give_award(
        file, AwardDraft(third, person_id=other, given_on=date(2026, 6, 7), decision="12/QĐ")
    )
    give_award(file, AwardDraft(third, person_id=keep, note="Trao tại xã"))
    before = fingerprint(file)
    merge_people(file, keep, other, {})
    assert [
        (a.rank, a.person_id, a.given_on, a.decision, a.note) for a in award_book(file).awards
    ] == [
        ("Giải Nhì", keep, None, "", ""),
        ("Giải Ba", keep, date(2026, 6, 7), "12/QĐ", "Trao tại xã"),
    ]
    undo(file)
    assert fingerprint(file) == before


def test_the_table_does_not_shrink_below_what_was_given(file):
    people = add_people(file, 2)
    for person in people:
        give_award(file, AwardDraft(prize(file, "Giải Nhì"), person_id=person))
    contest = current_contest(file)
    second = next(each for each in contest.prizes if each.rank == "Giải Nhì")
    with pytest.raises(AppError, match="Giải Nhì đã được trao 2 lần nên không giảm còn 1 được"):
        edit_contest(file, partial(with_prize, replace(second, count=1)))
    edit_contest(file, partial(with_prize, replace(second, count=3)))
    assert award_book(file).prizes[1].left == 1
