"""A merge loses nothing: marks, phones, posts, traces of reconciliation, history; and is undone."""

from __future__ import annotations

from datetime import date

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from sqlalchemy import select

from models.journal.change import changing
from models.journal.history import fingerprint, history_of
from models.journal.replay import redo, undo
from models.records import Mark
from models.roster.exemptions import set_exempt
from models.roster.leaving import set_left
from models.roster.marks import set_marks
from models.roster.merging import Side, merge_people
from models.roster.person_rows import people_by_ids
from models.roster.posts import add_side_post, posts_of
from models.store.schema import match_decisions, participations, wrong_unit_slips
from tests.factory import unit
from tests.models.roster.test_merging import CLINIC, OFFICE, person, rows, shown


def test_a_phone_that_cannot_be_read_is_kept_as_it_was_written(file):
    keep, other, third = (
        person(file),
        person(file, phone="09123 (thiếu số)"),
        person(file, phone="0912000001"),
    )
    merge_people(file, keep, other, {})
    assert shown(file, keep).phone_raw == "09123 (thiếu số)"
    merge_people(file, third, keep, {})
    assert shown(file, third).phone == "0912000001"
    assert shown(file, third).note == "Số khác: 09123 (thiếu số)"


def test_a_side_post_of_which_both_knew_is_one(file):
    keep, other = person(file), person(file)
    police = unit(file, "Công an xã").id
    add_side_post(file, keep, police, "Cộng tác viên", date(2026, 5, 1))
    add_side_post(file, other, police, "Cộng tác viên", date(2026, 3, 1))
    add_side_post(file, other, police, "Thư ký")
    merge_people(file, keep, other, {})
    held = [(post.position, post.since) for post in posts_of(file, keep)]
    assert held == [("Cộng tác viên", date(2026, 3, 1)), ("Thư ký", None)]


def _seen(file, person_id, **values):
    with changing(file, "test", "Đối soát") as change:
        row = {"person_id": person_id, "contest_id": 1, "registered_on": date(2026, 6, 1)}
        change.insert(participations, [row | values])


def test_the_newest_sighting_says_the_account_and_the_other_account_is_noted(file):
    keep, other = person(file), person(file)
    _seen(file, keep, account="an.cu", platform_unit="Thôn Đông", seen_in=1, seen_completed=False)
    _seen(file, other, account="an.moi", platform_unit="Trạm", seen_in=2, seen_completed=True)
    before = fingerprint(file)
    merge_people(file, keep, other, {})
    (row,) = rows(file, participations)
    assert (row["account"], row["platform_unit"], row["seen_in"]) == ("an.moi", "Trạm", 2)
    assert shown(file, keep).note == "Tài khoản khác: an.cu"
    undo(file)
    assert fingerprint(file) == before


def test_the_history_of_both_is_told_until_the_merge_is_undone(file):
    keep, other, third = person(file), person(file), person(file)
    set_marks(file, [keep], Mark.REGISTERED, date(2026, 6, 5))
    set_marks(file, [other], Mark.COMPLETED, date(2026, 6, 3))
    set_exempt(file, [third], "Thai sản", date(2026, 6, 1), None)
    alone = history_of(file, keep)
    whole = {each.id for one in (keep, other, third) for each in history_of(file, one)}
    merge_people(file, other, third, {})
    merge_people(file, keep, other, {})
    assert whole <= {each.id for each in history_of(file, keep)}
    undo(file)
    undo(file)
    assert not {each.id for each in history_of(file, keep)} - {each.id for each in alone} & whole


DAYS = st.none() | st.dates(date(2026, 5, 1), date(2026, 6, 8))
ENTRY = st.fixed_dictionaries({
    "where": st.sampled_from([OFFICE, CLINIC]),
    "phone": st.sampled_from(["", "0912000001", "0912000002"]),
    "position": st.sampled_from(["", "Văn thư"]),
    "registered": DAYS,
    "completed": DAYS,
    "exempt": st.booleans(),
    "side": st.booleans(),
    "left": st.booleans(),
    "seen": st.none() | st.tuples(st.integers(1, 2), st.sampled_from(["an", "an.2"]), st.booleans()),
    "slip": st.none() | st.booleans(),
    "decided": st.none() | st.booleans(),
})  # fmt: skip


def _entry(file, entry):
    made = person(file, where=entry["where"], phone=entry["phone"], position=entry["position"])
    if entry["registered"]:
        set_marks(file, [made], Mark.REGISTERED, entry["registered"])
    if entry["completed"]:
        set_marks(file, [made], Mark.COMPLETED, entry["completed"])
    if entry["exempt"]:
        set_exempt(file, [made], "Nghỉ ốm", date(2026, 6, 1), None)
    if entry["side"]:
        add_side_post(file, made, unit(file, "Công an xã").id)
    if entry["left"]:
        set_left(file, [made], date(2026, 6, 2))
    with changing(file, "test", "Đối soát") as change:
        _trace(change, made, entry)
    return made


def _trace(change, made, entry):
    """What a reconciliation leaves: where somebody was seen, a slip, a decision."""
    if entry["seen"]:
        seen_in, account, completed = entry["seen"]
        seen = {"seen_in": seen_in, "account": account, "seen_completed": completed}
        statement = select(participations.c.id).where(participations.c.person_id == made)
        if (own := change.connection.execute(statement).scalar()) is None:
            change.insert(participations, [{"person_id": made, "contest_id": 1, **seen}])
        else:
            change.update(participations, {own: seen})
    if entry["slip"] is not None:
        slip = {
            "person_id": made, "contest_id": 1, "unit_id": 1, "platform_unit": "Khác", "times": 1,
            "opened_on": date(2026, 6, 1), "opened_by": "a.xlsx",
            "closed_on": date(2026, 6, 2) if entry["slip"] else None,
        }  # fmt: skip
        change.insert(wrong_unit_slips, [slip])
    if entry["decided"] is not None:
        decision = {"row_key": "an||", "person_id": made, "same": entry["decided"]}
        change.insert(match_decisions, [decision])


def _traces_are_kept(file, keep, merged, entries):
    seen = [each["seen"] for each in entries if each["seen"]]
    (row,) = rows(file, participations) or [{"seen_in": None, "account": ""}]
    assert row["seen_in"] == max((each[0] for each in seen), default=None)
    assert all(each[1] in f"{row['account']} {merged.note}" for each in seen)
    slips = rows(file, wrong_unit_slips)
    opened = [not each["slip"] for each in entries if each["slip"] is not None]
    assert [each["closed_on"] is None for each in slips] == ([any(opened)] if opened else [])
    decided = [each["decided"] for each in entries if each["decided"] is not None]
    same = [each["same"] for each in rows(file, match_decisions) if each["row_key"] == "an||"]
    assert same == ([any(decided)] if decided else [])


@settings(
    max_examples=25, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)
@given(
    st.tuples(ENTRY, ENTRY),
    st.dictionaries(st.sampled_from(["unit_id", "phone", "name"]), st.sampled_from(list(Side))),
)
def test_a_merge_and_its_undo_leave_no_trace_and_no_mark_is_lost(file, entries, choices):
    keep, other = (_entry(file, entry) for entry in entries)
    before = fingerprint(file)
    were = people_by_ids(file, [keep, other])
    merge_people(file, keep, other, choices)
    after = fingerprint(file)
    merged = shown(file, keep)
    for mark in ("registered_on", "completed_on"):
        days = [day for day in (getattr(each, mark) for each in were) if day]
        assert getattr(merged, mark) == min(days, default=None)
    assert bool(merged.exempt_reason) == any(each.exempt_reason for each in were)
    _traces_are_kept(file, keep, merged, entries)
    phones = {each["phone"][-3:] for each in entries if each["phone"]}
    assert all(phone in f"{merged.phone} {merged.note}" for phone in phones)
    told = {merged.unit, *(post.unit for post in posts_of(file, keep))}
    assert {each.unit for each in were if each.left_on is None} <= told
    undo(file)
    assert fingerprint(file) == before
    redo(file)
    assert fingerprint(file) == after
    for table in (participations, wrong_unit_slips, match_decisions):
        assert not [row for row in rows(file, table) if row["person_id"] == other]
    undo(file)
    with changing(file, "test", "Dọn") as change:
        for table in (participations, wrong_unit_slips, match_decisions):
            change.delete(table, [row["id"] for row in rows(file, table)])
