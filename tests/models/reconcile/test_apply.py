"""Writing a reconciliation: marks, memory, undo; and the slips that files open and close."""

from __future__ import annotations

from datetime import date

import pytest

from models.errors import AppError
from models.journal.history import fingerprint, history
from models.journal.replay import redo, undo
from models.reconcile.apply import apply_reconciliation
from models.reconcile.plan import plan_reconciliation
from models.reconcile.records import (
    AccountDecision,
    Box,
    ReconcileDecisions,
    ReconcileOptions,
    Slip,
    UnitSlips,
    Who,
)
from models.reconcile.slips import LONGEST_MESSAGE, list_slips, slip_messages
from models.records import Contact, Mark, PeopleQuery, Person
from models.roster.marks import set_marks
from models.roster.people import list_people
from models.roster.unit_tree import list_units
from models.roster.units import set_contacts
from models.store.data_file import DataFile
from tests.factory import unit
from tests.models.reconcile.exports import (
    CULTURE,
    ECONOMY,
    entry_of,
    export,
    person,
    plan,
    read_platform_text,
    write,
)
from tests.models.reconcile.golden import make_golden

AN, BINH = "Nguyễn Văn An", "Trần Thị Bình"
DAY = date(2026, 6, 2)


def attempt(login: str, name: str, where: str = "", day: str = "02/06/2026") -> tuple[object, ...]:
    return (login, name, where, "90.0/100", day)


def the(file: DataFile, name: str) -> Person:
    return next(each for each in list_people(file, PeopleQuery()) if each.name == name)


def test_marks_come_with_the_days_of_the_file(file: DataFile) -> None:
    person(file, AN, "0982103591")
    result = write(file, export(attempt("0982103591", AN, CULTURE)))
    written = the(file, AN)
    assert (written.registered_on, written.completed_on) == (DAY, DAY)
    assert (written.score, written.platform_unit) == (90, CULTURE)
    assert (result.newly_registered, result.newly_completed) == (1, 1)


def test_without_days_the_day_of_the_file_counts(file: DataFile) -> None:
    person(file, AN, "0982103591")
    text = export((AN, "0982103591"), head=("Họ tên", "Tài khoản"))
    write(file, text, as_of=date(2026, 6, 5))
    assert (the(file, AN).registered_on, the(file, AN).completed_on) == (date(2026, 6, 5), None)


def test_a_mark_that_stands_stays_and_silence_unmarks_nobody(file: DataFile) -> None:
    own, other = person(file, AN, "0982103591"), person(file, BINH, "0982103592")
    set_marks(file, [own, other], Mark.COMPLETED, date(2026, 6, 1))
    write(file, export(attempt("0982103591", AN)))
    for name in (AN, BINH):
        assert the(file, name).completed_on == date(2026, 6, 1)


def test_undo_restores_everything_and_redo_brings_it_back(file: DataFile) -> None:
    person(file, AN, "0982103591")
    golden_before = fingerprint(file)
    made = plan(
        file,
        export(
            attempt("0982103591", AN, ECONOMY),
            attempt("0982103599", "Lê Lạ", "Tổ văn thể"),
            attempt("an90", AN),
        ),
    )
    stranger, asked = made.in_box(Box.NOT_ON_ROSTER)[0], made.in_box(Box.UNCERTAIN)[0]
    decisions = ReconcileDecisions(
        {
            stranger.ordinal: AccountDecision(Who.NEW, unit_id=unit(file, CULTURE).id),
            asked.ordinal: AccountDecision(Who.NOT_THEM),
        },
        {"Tổ văn thể": unit(file, CULTURE).id},
    )
    result = apply_reconciliation(file, made, decisions)
    assert (result.new_people, result.slips_opened) == (1, 1)
    assert the(file, "Lê Lạ").registered_on == DAY
    after = fingerprint(file)
    undo(file)
    assert fingerprint(file) == golden_before
    redo(file)
    assert fingerprint(file) == after


def test_the_same_file_again_changes_nothing(file: DataFile) -> None:
    person(file, AN, "0982103591")
    person(file, BINH, "0982103592")
    text = export(attempt("0982103591", AN, ECONOMY), attempt("x", "Lê Lạ"))
    write(file, text)
    before, entries = fingerprint(file), len(history(file))
    made = plan(file, text)
    assert "17:00" in made.files[0].imported_before
    assert made.counts[Box.REGRESSED] == 0
    assert apply_reconciliation(file, made, ReconcileDecisions()).unchanged
    assert (fingerprint(file), len(history(file))) == (before, entries)


def test_the_same_file_again_takes_in_who_came_since(file: DataFile) -> None:
    text = export(attempt("0982103591", AN, CULTURE), attempt("0982103592", BINH, CULTURE))
    person(file, AN, "0982103591")
    write(file, text)
    person(file, BINH, "0982103592")
    result = write(file, text)
    assert (result.unchanged, result.newly_registered) == (False, 1)


def test_decisions_are_remembered_for_the_next_file(file: DataFile) -> None:
    own, other = person(file, AN, "0982103591"), person(file, BINH, "0982103592")
    rows = [attempt("an90", AN, "Tổ văn thể"), attempt("binh", BINH)]
    made = plan(file, export(*rows))
    first, second = made.in_box(Box.UNCERTAIN)
    decisions = ReconcileDecisions(
        {
            first.ordinal: AccountDecision(Who.SAME, own),
            second.ordinal: AccountDecision(Who.NOT_THEM),
        },
        {"Tổ văn thể": unit(file, CULTURE).id},
    )
    apply_reconciliation(file, made, decisions)
    later = plan(file, export(*rows, attempt("0982103599", "Lê Lạ")))
    assert entry_of(later, AN).box is Box.MATCHED
    assert later.counts[Box.UNCERTAIN] == 0
    assert [each.id for each in later.people if each.seen] == [own]
    assert other not in [e.person.id for e in later.in_box(Box.MATCHED) if e.person]


def test_a_known_login_is_enough_where_the_phone_is_gone(file: DataFile) -> None:
    person(file, AN, "0982103591")
    head = ("Tên đăng nhập", "Họ tên", "Điện thoại")
    write(file, export(("an90", AN, "0982103591"), head=head))
    later = plan(file, export(("an90", "NGUYỄN VĂN AN", ""), ("an91", AN, ""), head=head))
    matched = later.in_box(Box.MATCHED)
    assert [entry.account.login for entry in matched if entry.account] == ["an90"]
    assert later.counts[Box.UNCERTAIN] == 1


def test_a_stale_plan_is_refused(file: DataFile) -> None:
    person(file, AN, "0982103591")
    made = plan(file, export(attempt("0982103591", AN)))
    person(file, BINH)
    with pytest.raises(AppError, match="đã thay đổi"):
        apply_reconciliation(file, made, ReconcileDecisions())


def test_cancelling_leaves_nothing(file: DataFile) -> None:
    golden = make_golden(file, 60, 100)
    text = export(*[tuple(row[1:]) for row in golden.rows], head=("Tài khoản", "Họ tên", "Đơn vị", "Điện thoại", "Điểm", "Ngày thi"))  # fmt: skip
    before = fingerprint(file)
    made = plan_reconciliation(file, [read_platform_text(file, text)], ReconcileOptions())

    def stop(done: int, total: int) -> None:
        assert done <= total
        if done > 40:
            raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        apply_reconciliation(file, made, ReconcileDecisions(), stop)
    assert fingerprint(file) == before


def only_slip(file: DataFile, *, closed: bool = False) -> Slip:
    (found,) = list_slips(file, closed=closed)
    (slip,) = found.slips
    return slip


def test_a_slip_opens_closes_and_opens_again_by_evidence(file: DataFile) -> None:
    person(file, AN, "0982103591")
    assert write(file, export(attempt("0982103591", AN, ECONOMY))).slips_opened == 1
    slip = only_slip(file)
    assert (slip.unit, slip.platform_unit, slip.times) == (CULTURE, ECONOMY, 1)
    assert slip.opened_by.endswith("dòng 2")

    silent = write(file, export(attempt("0982103591", AN), attempt("y", "Lê Lạ")))
    assert silent.slips_closed == 0
    assert only_slip(file).is_open

    assert write(file, export(attempt("0982103591", AN, CULTURE))).slips_closed == 1
    assert list_slips(file) == ()
    closed = only_slip(file, closed=True)
    assert closed.closed_on == date(2026, 6, 8)
    assert closed.closed_by.endswith("dòng 2")

    assert write(file, export(attempt("0982103591", AN, ECONOMY))).slips_reopened == 1
    again = only_slip(file)
    assert (again.times, again.closed_on, again.closed_by) == (2, None, "")


def test_slips_say_whom_to_call_and_what_to_choose(file: DataFile) -> None:
    where = unit(file, CULTURE)
    set_contacts(file, where.id, [Contact("head", "Lê Thị Hoa", phone="0912345678")])
    person(file, AN, "0982103591")
    person(file, BINH, "0982103592")
    write(
        file,
        export(
            attempt("0982103591", AN, ECONOMY),
            attempt("0982103592", BINH, "Phòng Văn hóa - Xã hội xã"),
        ),
    )
    (of_unit,) = list_slips(file)
    assert (of_unit.head, of_unit.head_phone) == ("Lê Thị Hoa", "0912345678")
    assert of_unit.choose == "Phòng Văn hóa - Xã hội xã"
    (message,) = slip_messages(of_unit)
    assert "Lê Thị Hoa" in message
    assert f"{AN} (0982***591): đang ghi “{ECONOMY}”" in message
    assert "0982 103 591" in slip_messages(of_unit, masked=False)[0]
    assert [each.id for each in list_units(file) if list_slips(file, unit_id=each.id)] == [where.id]


def test_where_people_type_their_unit_our_name_is_the_one_to_choose(file: DataFile) -> None:
    for at, name in enumerate((AN, BINH, "Lê Văn Cường")):
        person(file, name, f"098210359{at}")
    written = (ECONOMY, "Phòng VHXH", "P. VH-XH")
    rows = [
        attempt(f"098210359{at}", name, where)
        for at, (name, where) in enumerate(zip((AN, BINH, "Lê Văn Cường"), written, strict=True))
    ]
    write(file, export(*rows))
    assert [each.choose for each in list_slips(file)] == [CULTURE]


def test_a_new_person_without_a_unit_is_left_alone(file: DataFile) -> None:
    person(file, AN, "0982103591")
    made = plan(file, export(attempt("an90", AN, "Tổ văn thể")))
    asked = made.in_box(Box.UNCERTAIN)[0]
    new = ReconcileDecisions({asked.ordinal: AccountDecision(Who.NEW)})
    result = apply_reconciliation(file, made, new)
    assert (result.new_people, result.boxes[Box.UNCERTAIN]) == (0, 1)
    assert plan(file, export(attempt("an90", AN, "Tổ văn thể"))).counts[Box.UNCERTAIN] == 1


def test_long_messages_are_split_within_zalos_length() -> None:
    slips = tuple(
        Slip(n, n, f"Nguyễn Thị Thu Hương {n}", "0982103591", "", 1, "Trường Tiểu học", "Khác" * 9,
             DAY, "tệp, dòng 2")
        for n in range(90)
    )  # fmt: skip
    messages = slip_messages(
        UnitSlips(1, "Trường Tiểu học", "Trường Tiểu học", "", "", "", "", slips)
    )
    assert len(messages) > 2
    assert all(len(message) <= LONGEST_MESSAGE for message in messages)
    assert sum(message.count("đang ghi “") for message in messages) == 90
    assert messages[1].startswith("(2/")
