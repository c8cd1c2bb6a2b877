"""One entry stands for the commune, never two; it is sent with proof and presented."""

from __future__ import annotations

from datetime import date, datetime

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from models.campaign.entries import add_entry, remove_entry
from models.campaign.entry_rows import entry_book
from models.campaign.jury import set_score
from models.campaign.representative import (
    choice_remarks,
    choose_none,
    choose_representative,
    record_presenting,
    record_sending,
    take_sending_back,
)
from models.errors import AppError
from models.journal.history import fingerprint, history
from models.journal.replay import redo, undo
from models.papers.attachments import attach, attachments_of
from models.papers.reading import FileContent
from models.records.entries import PROOF, Channel, Presenting, Sending
from models.records.papers import AttachmentOwner
from models.roster.leaving import set_left
from models.store.schema import attachments
from tests.factory import add_people
from tests.models.campaign.books import CENTRE, add, draft, jury, shown

SENT = Sending(datetime(2026, 6, 8, 16, 30), Channel.ZALO, "gửi số 0982 103 591")


def chosen(file):
    return [each.title for each in entry_book(file).entries if each.representative]


def test_another_one_replaces_the_former_in_the_same_change_and_says_so(file):
    first, second = add(file, "Một"), add(file, "Hai")
    assert choose_representative(file, first).former == ""
    with pytest.raises(AppError, match="“Một” đang là bài dự thi đại diện"):
        choose_representative(file, second)
    assert chosen(file) == ["Một"]
    before = fingerprint(file)
    assert choose_representative(file, second, replace=True).former == "Một"
    assert chosen(file) == ["Hai"]
    assert history(file, 1)[0].summary == "Chọn bài “Hai” làm bài dự thi đại diện, thay bài “Một”"
    undo(file)
    assert (fingerprint(file), chosen(file)) == (before, ["Một"])


def test_what_was_sent_is_replaced_by_nothing_until_that_is_taken_back(file):
    first, second = add(file, "Một"), add(file, "Hai")
    choose_representative(file, first)
    record_sending(file, first, SENT)
    for act in (
        lambda: choose_representative(file, second, replace=True),
        lambda: choose_none(file, first),
        lambda: remove_entry(file, first),
    ):
        with pytest.raises(AppError, match=r"đã .*gửi"):
            act()
    take_sending_back(file, first)
    choose_representative(file, second, replace=True)
    assert chosen(file) == ["Hai"]
    choose_none(file, second)
    assert chosen(file) == []


def test_the_proof_of_sending_is_kept_and_late_is_told(file):
    entry = add(file, "Một")
    with pytest.raises(AppError, match="Chỉ bài dự thi đại diện mới được gửi"):
        record_sending(file, entry, SENT)
    choose_representative(file, entry)
    assert record_sending(file, entry, SENT) == ""
    assert shown(file, entry).sent == SENT
    with pytest.raises(AppError, match="chưa đến"):
        record_sending(file, entry, Sending(datetime(2026, 6, 8, 17, 1), Channel.EMAIL))


def test_sent_after_the_stage_is_told(file):
    file.clock = lambda: datetime(2026, 6, 22, 8, 0)
    entry = add(file, "Một")
    choose_representative(file, entry)
    late = record_sending(file, entry, Sending(datetime(2026, 6, 22, 7, 0), Channel.EMAIL))
    assert late == "Bài được gửi sau hạn 20/06/2026 của chặng 2 ngày."


def test_only_the_representative_is_presented_and_its_result_comes_after(file):
    entry = add(file, "Một")
    plan = Presenting(datetime(2026, 6, 25, 8, 0), "Nguyễn Văn An")
    with pytest.raises(AppError, match="mới được thuyết trình"):
        record_presenting(file, entry, plan)
    choose_representative(file, entry)
    record_presenting(file, entry, plan)
    assert shown(file, entry).presented == plan
    with pytest.raises(AppError, match="chưa đến"):
        record_presenting(file, entry, Presenting(plan.at, plan.presenter, "Xếp thứ ba"))
    with pytest.raises(AppError, match="ghi việc thuyết trình"):
        choose_none(file, entry)
    record_presenting(file, entry, Presenting())
    assert not shown(file, entry).presented.is_known
    choose_none(file, entry)


def test_what_is_unusual_in_a_choice_is_told(file):
    ana, binh = jury(file, "Lê Thị Hoa", "Phạm Văn Bình")
    (person,) = add_people(file, 1)
    best, tied, poor = add(file, "Nhất", "Ngô Sen"), add(file, "Nhì", "Ngô Sen"), add(file, "Ba")
    gone = add(file, "Bốn", person, where=CENTRE)
    set_left(file, [person], date(2026, 6, 1), "Nghỉ hưu")
    for juror in (ana, binh):
        set_score(file, best, juror, 90)
        set_score(file, tied, juror, 90)
    set_score(file, poor, ana, 50)
    assert choice_remarks(file, best) == ("Bài này bằng điểm với “Nhì”.",)
    assert choice_remarks(file, poor) == (
        "Bài này còn thiếu điểm của Phạm Văn Bình.",
        "Bài này xếp thứ 3 theo điểm trung bình (50).",
        "Bài này chưa ghi tác giả.",
    )
    assert choice_remarks(file, gone) == (
        "Bài này chưa có điểm nào của Ban Giám khảo.",
        "Tác giả đã rời danh sách: Nguyễn Văn An.",
    )
    set_score(file, tied, binh, 80)
    assert choose_representative(file, best).remarks == ()


ACTS = st.lists(
    st.tuples(
        st.sampled_from(
            ("add", "choose", "replace", "none", "send", "back", "remove", "undo", "redo")
        ),
        st.integers(0, 3),
    ),
    max_size=25,
)


@settings(
    max_examples=25, suppress_health_check=[HealthCheck.function_scoped_fixture], deadline=None
)
@given(ACTS)
def test_never_two_whatever_is_done(file, acts):
    while undo(file) is not None:
        pass
    for number, (act, at) in enumerate(acts):
        known = sorted(each.id for each in entry_book(file).entries)
        entry = known[at % len(known)] if known else 0
        calls = {
            "add": lambda number=number: add_entry(file, draft(file, f"Bài {number}")),
            "choose": lambda entry=entry: choose_representative(file, entry),
            "replace": lambda entry=entry: choose_representative(file, entry, replace=True),
            "none": lambda entry=entry: choose_none(file, entry),
            "send": lambda entry=entry: record_sending(file, entry, SENT),
            "back": lambda entry=entry: take_sending_back(file, entry),
            "remove": lambda entry=entry: remove_entry(file, entry),
            "undo": lambda: undo(file),
            "redo": lambda: redo(file),
        }
        try:
            calls[act]()
        except AppError:
            continue
        found = entry_book(file).entries
        assert sum(each.representative for each in found) <= 1
        assert all(each.representative for each in found if each.sent)


def test_the_files_of_an_entry_and_the_proof_that_it_was_sent_are_two_things(file):
    entry = add(file, "Một")
    choose_representative(file, entry)
    record_sending(file, entry, SENT)
    owner = AttachmentOwner("entries", entry, "bài dự thi “Một”")
    attach(file, owner, [FileContent("bai.pdf", b"bai"), FileContent("anh.png", b"anh")])
    attach(file, owner._replace(part=PROOF), [FileContent("anh.png", b"da gui")])
    found = shown(file, entry)
    assert (found.files, found.sent.proofs) == (2, 1)
    assert [each.name for each in attachments_of(file, owner)] == ["bai.pdf", "anh.png"]
    assert [each.name for each in attachments_of(file, owner._replace(part=PROOF))] == ["anh.png"]
    take_sending_back(file, entry)
    before = fingerprint(file)
    remove_entry(file, entry)
    with file.reading() as connection:
        assert connection.execute(attachments.select()).all() == []
    undo(file)
    assert fingerprint(file) == before
