"""Entries: kept whole, refused in a sentence, one change each; authors who leave or are merged."""

from __future__ import annotations

from datetime import date

import pytest
from sqlalchemy import select

from models.campaign.entries import add_entry, edit_entry, remove_entry
from models.campaign.entry_rows import entry_book
from models.errors import AppError
from models.journal.change import changing
from models.journal.history import fingerprint, history, history_of
from models.journal.replay import redo, undo
from models.records import PersonDraft, StageKind
from models.records.entries import Author, EntryDraft
from models.roster.leaving import set_left
from models.roster.merging import merge_people
from models.roster.people import add_person
from models.roster.transfers import transfer
from models.roster.units import remove_unit
from models.store.schema import entry_authors, stages
from tests.factory import add_people, unit
from tests.models.campaign.books import CENTRE, OFFICE, add, draft, shown


def test_an_entry_is_kept_whole_and_is_one_change(kept):
    with kept.open() as file:
        (person,) = add_people(file, 1)
        before = fingerprint(file)
        day = date(2026, 6, 7)
        entry = add(
            file,
            " Trợ lý  hồ sơ ",
            person,
            "Cô Ngô Thị Sen",
            summary="Một\n\n hai ",
            received_on=day,
        )
        assert history(file, 1)[0].summary == "Thêm bài dự thi “Trợ lý hồ sơ”"
        after = fingerprint(file)
    with kept.open() as file:
        found = shown(file, entry)
        assert (found.stage, found.title, found.unit) == (2, "Trợ lý hồ sơ", OFFICE)
        assert (found.summary, found.received_on) == ("Một\n\nhai", day)
        assert [(a.person_id, a.name, a.unit) for a in found.authors] == [
            (person, "Nguyễn Văn An", OFFICE),
            (None, "Cô Ngô Thị Sen", ""),
        ]
        undo(file)
        assert fingerprint(file) == before
        redo(file)
        assert fingerprint(file) == after


@pytest.mark.parametrize(
    ("change", "words"),
    [
        ({"title": "  "}, "chưa có tên"),
        ({"unit_id": 10_000}, "chưa có đơn vị"),
        ({"received_on": date(2026, 6, 9)}, "09/06/2026 chưa đến"),
        ({"authors": (10_000,)}, "không còn trong danh sách"),
        ({"authors": (" ",)}, "chưa có tên"),
        ({"title": "trợ lý HỒ SƠ"}, "đã có bài dự thi “Trợ lý hồ sơ”"),
    ],
)
def test_what_is_no_entry_is_refused_and_nothing_is_written(file, change, words):
    add(file, "Trợ lý hồ sơ")
    before = fingerprint(file)
    values = {"title": "Bài khác", "unit_id": unit(file).id, **change}
    with pytest.raises(AppError, match=words):
        add_entry(file, EntryDraft(**values))
    assert fingerprint(file) == before


def test_another_unit_may_have_an_entry_of_the_same_title(file):
    first, second = add(file, "Trợ lý hồ sơ"), add(file, "Trợ lý hồ sơ", where=CENTRE)
    assert first != second


def test_the_stage_must_take_entries(file):
    with pytest.raises(AppError, match="Chặng 1 không nhận bài dự thi"):
        add_entry(file, draft(file, "Bài"), stage=1)
    with changing(file, "test", "Không chặng nào") as change:
        rows = change.connection.execute(select(stages.c.id)).scalars().all()
        change.update(stages, {each: {"kind": str(StageKind.EACH)} for each in rows})
    assert entry_book(file) is None
    with pytest.raises(AppError, match="không có chặng nào nộp bài"):
        add_entry(file, draft(file, "Bài"))


def test_an_entry_stays_to_be_seen_when_its_stage_changes_its_kind(file):
    add(file, "Bài")
    with changing(file, "test", "Không chặng nào") as change:
        rows = change.connection.execute(select(stages.c.id)).scalars().all()
        change.update(stages, {each: {"kind": str(StageKind.EACH)} for each in rows})
    assert [each.title for each in entry_book(file).entries] == ["Bài"]


def test_editing_sets_all_of_it_and_the_same_again_leaves_no_trace(file):
    first, second = add_people(file, 2)
    entry = add(file, "Bài", first, "Ngô Thị Sen")
    edit_entry(file, entry, draft(file, "Bài mới", second, first, where=CENTRE))
    found = shown(file, entry)
    assert (found.title, found.unit) == ("Bài mới", CENTRE)
    assert [author.person_id for author in found.authors] == [second, first]
    entries = len(history(file))
    edit_entry(file, entry, draft(file, "Bài mới", second, first, where=CENTRE))
    assert len(history(file)) == entries


def test_an_author_named_twice_stands_once(file):
    (person,) = add_people(file, 1)
    entry = add(file, "Bài", person, "Ngô Thị Sen", person, "ngô thị sen")
    assert [a.name for a in shown(file, entry).authors] == ["Nguyễn Văn An", "Ngô Thị Sen"]


def test_an_entry_goes_with_all_that_hangs_on_it_and_comes_back(file):
    (person,) = add_people(file, 1)
    entry = add(file, "Bài", person)
    before = fingerprint(file)
    remove_entry(file, entry)
    assert entry_book(file).entries == ()
    undo(file)
    assert fingerprint(file) == before
    remove_entry(file, entry)
    with pytest.raises(AppError, match="không còn trong dữ liệu"):
        remove_entry(file, entry)


def test_who_leaves_stays_an_author_and_it_is_told(file):
    (person,) = add_people(file, 1)
    entry = add(file, "Bài", person)
    set_left(file, [person], date(2026, 6, 5), "Chuyển công tác")
    (author,) = shown(file, entry).authors
    assert (author.name, author.left_on) == ("Nguyễn Văn An", date(2026, 6, 5))


def test_who_moves_is_told_with_the_new_unit_and_the_entry_stays_with_its_own(file):
    (person,) = add_people(file, 1)
    entry = add(file, "Bài", person)
    transfer(file, [person], unit(file, CENTRE).id, date(2026, 6, 5))
    found = shown(file, entry)
    assert (found.unit, found.authors[0].unit) == (OFFICE, CENTRE)


def _twins(file):
    where = unit(file).id
    return [
        add_person(file, PersonDraft("Nguyễn Văn An", where, phone=phone))
        for phone in ("0912000001", "0912000002")
    ]


def test_who_is_merged_stays_the_author(file):
    keep, other = _twins(file)
    entry = add(file, "Bài", "Ngô Thị Sen", other)
    before = fingerprint(file)
    merge_people(file, keep, other, {})
    assert [a.person_id for a in shown(file, entry).authors] == [None, keep]
    assert any("bài dự thi" in each.summary for each in history_of(file, keep))
    undo(file)
    assert fingerprint(file) == before


def test_who_stood_twice_among_the_authors_stands_once_after_merging(file):
    keep, other = _twins(file)
    entry = add(file, "Bài", other, "Ngô Thị Sen", keep)
    before = fingerprint(file)
    merge_people(file, keep, other, {})
    authors = shown(file, entry).authors
    assert authors[0] == Author(keep, "Nguyễn Văn An", OFFICE, "0912000001")
    assert [a.name for a in authors] == ["Nguyễn Văn An", "Ngô Thị Sen"]
    with file.reading() as connection:
        rows = connection.execute(select(entry_authors.c.id)).all()
    assert len(rows) == 2
    undo(file)
    assert fingerprint(file) == before


def test_a_unit_with_an_entry_is_not_removed(file):
    add(file, "Bài", where=CENTRE)
    with pytest.raises(AppError, match="1 bài dự thi"):
        remove_unit(file, unit(file, CENTRE).id)
