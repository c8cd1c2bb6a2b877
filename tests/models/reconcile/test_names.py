"""How a platform writes names, and whose names are nearly that of an account."""

from __future__ import annotations

import pytest

from models.reconcile.names import undoubled
from models.reconcile.records import AccountDecision, Box, ReconcileDecisions, Who
from models.reconcile.sentences import sentences
from models.store.data_file import DataFile
from tests.models.reconcile.exports import CULTURE, entry_of, export, person, plan, write

HEAD = ("Tên đăng nhập", "Họ tên", "Điện thoại", "Đơn vị", "Trạng thái")
PHONE, OTHER = "0982103591", "0982103592"
UNITS_ONLY = ("Tên đăng nhập", "Họ tên", "Đơn vị")
ECONOMY = "Phòng Kinh tế"


def account(name: str, phone: str = PHONE, login: str = "u1", where: str = "") -> str:
    return export((login, name, phone, where, "Hoàn thành"), head=HEAD)


@pytest.mark.parametrize(
    ("written", "name"),
    [
        ("Nguyễn Văn Tín Tín", "Nguyễn Văn Tín"),
        ("Nguyễn Văn Tín Tín Tín", "Nguyễn Văn Tín"),
        ("NGUYỄN VĂN TÍN TÍN", "Nguyễn Văn Tín"),
        ("Nguyễn Văn TínTín", "Nguyễn Văn Tín"),
        ("Vũ Thị Hoà Hòa", "Vũ Thị Hòa"),
        ("Trần Thị Thu Hà Thu Hà", "Trần Thị Thu Hà"),
        ("NGUYEN VAN TIN TIN", "Nguyễn Văn Tín"),
        ("NGUYEN VAN TIN", "Nguyễn Văn Tín"),
        ("Lê Na Na", "Lê Na Na"),
        ("Lê Na Na Na", "Lê Na Na"),
        ("Lê Na Na", "Lê Na"),
        ("Tran Huu Anh Anh", "Trần Hữu Anh Ánh"),
    ],
)
def test_a_repeated_or_unmarked_name_with_the_same_number_is_the_same(
    file: DataFile, written: str, name: str
) -> None:
    person(file, name, PHONE)
    entry = entry_of(plan(file, account(written)), name)
    assert entry.box is Box.MATCHED
    assert any("số điện thoại" in reason for reason in entry.reasons)


@pytest.mark.parametrize(
    ("written", "name", "phone"),
    [
        ("Nguyễn Văn Tín Tín", "Nguyễn Văn Tín", OTHER),
        ("Nguyễn Văn Tín Tín", "Nguyễn Văn Tình", PHONE),
        ("Nguyễn Văn Tín Tin", "Nguyễn Văn Tín", PHONE),
        ("NGUYEN VAN TIN", "Nguyễn Văn Tính", PHONE),
        ("Nguyễn Văn Tín Tín", "Nguyễn Văn Tín", ""),
    ],
)
def test_another_name_or_number_is_never_taken(
    file: DataFile, written: str, name: str, phone: str
) -> None:
    person(file, name, phone)
    assert plan(file, account(written)).counts[Box.MATCHED] == 0


def test_two_of_one_number_that_are_alike_are_asked_about(file: DataFile) -> None:
    person(file, "Trần Thị Bình", PHONE)
    person(file, "Trần Thị Bỉnh", PHONE)
    made = plan(file, account("TRAN THI BINH"))
    assert made.counts[Box.UNCERTAIN] == 1


def test_a_repeated_name_that_was_refused_stays_refused(file: DataFile) -> None:
    person(file, "Nguyễn Văn Tín", PHONE)
    text = account("Nguyễn Văn Tín Tín")
    write(file, text, ReconcileDecisions({0: AccountDecision(Who.NOT_THIS)}))
    assert plan(file, text).counts[Box.MATCHED] == 0


def test_one_login_of_two_names_is_asked_about_with_both(file: DataFile) -> None:
    person(file, "Nguyễn Văn An", PHONE)
    own = person(file, "Trần Thị Bình", PHONE)
    names = ("Nguyễn Văn An", "Trần Thị Bình")
    text = export(*((PHONE, n, PHONE, CULTURE, "Hoàn thành") for n in names), head=HEAD)
    made = plan(file, text)
    (entry,) = made.in_box(Box.UNCERTAIN)
    assert [each.name for each in entry.candidates] == list(names)
    assert "một tài khoản ghi nhiều họ tên" in entry.reasons[0]
    assert made.account_count == 1
    write(file, text, ReconcileDecisions({0: AccountDecision(Who.SAME, own)}))
    assert entry_of(plan(file, text), "Trần Thị Bình").box is Box.MATCHED


def test_who_is_refused_of_two_names_is_not_asked_about_again(file: DataFile) -> None:
    person(file, "Nguyễn Văn An", PHONE)
    person(file, "Trần Thị Bình", PHONE)
    names = ("Nguyễn Văn An", "Trần Thị Bình")
    text = export(*((PHONE, n, PHONE, CULTURE, "Hoàn thành") for n in names), head=HEAD)
    write(file, text, ReconcileDecisions({0: AccountDecision(Who.NOT_THEM)}))
    assert plan(file, text).counts[Box.NOT_ON_ROSTER] == 1


@pytest.mark.parametrize("name", ["Hà Hà", "Lê Na", "Nguyễn Văn Tín", "", "Tín"])
def test_nothing_is_taken_from_a_name_that_repeats_nothing(name: str) -> None:
    assert undoubled(name) == ""


@pytest.mark.parametrize(
    ("ours", "theirs"),
    [
        ("Trần Thị Bình", "Trần Thi Bình"),
        ("Trần Thị Bình", "Trần Thị Bỉnh"),
        ("Nguyễn Văn Hoà", "Nguyễn Văn Hoả"),
        ("Lê Quang Cường", "Lê Quang Cương"),
        ("Phạm Minh Dũng", "Phạm Minh Dụng"),
        ("Đỗ Thị Thủy", "Đỗ Thị Thụy"),
    ],
)
def test_one_word_apart_in_the_unit_is_looked_at(file: DataFile, ours: str, theirs: str) -> None:
    person(file, ours, "0982103592", ECONOMY)
    entry = entry_of(plan(file, export(("", theirs, ECONOMY), head=UNITS_ONLY)), theirs)
    assert entry.box is Box.UNCERTAIN
    assert [each.name for each in entry.candidates] == [ours]


@pytest.mark.parametrize(
    ("login", "theirs", "unit"),
    [
        ("0982103599", "Trần Thi Bình", ECONOMY),
        ("", "Trần Thi Bình", "Trạm Y tế xã"),
        ("", "Trần Thi Bích", ECONOMY),
    ],
)
def test_another_number_unit_or_two_words_are_somebody_else(
    file: DataFile, login: str, theirs: str, unit: str
) -> None:
    person(file, "Trần Thị Bình", "0982103592", ECONOMY)
    entry = entry_of(plan(file, export((login, theirs, unit), head=UNITS_ONLY)), theirs)
    assert entry.box is Box.NOT_ON_ROSTER


def test_who_has_an_account_of_their_own_is_no_question(file: DataFile) -> None:
    person(file, "Trần Thị Bình", "0982103592", ECONOMY)
    rows = ("0982103592", "Trần Thị Bình", ECONOMY), ("", "Trần Thị Bỉnh", ECONOMY)
    assert (
        entry_of(plan(file, export(*rows, head=UNITS_ONLY)), "Trần Thị Bỉnh").box
        is Box.NOT_ON_ROSTER
    )


def test_the_lost_are_named_in_a_sentence(file: DataFile) -> None:
    for at in range(23):
        person(file, f"Trần Thị Bình {at:02}", f"09821035{at:02}", ECONOMY)
    rows = [(f"09821035{at:02}", f"Trần Thị Bình {at:02}", ECONOMY) for at in range(23)]
    write(file, export(*rows, head=UNITS_ONLY))
    (told,) = [
        each for each in sentences(plan(file, export(rows[0], head=UNITS_ONLY))) if "mất" in each
    ]
    assert told.startswith("22 người mất so với lần trước: Trần Thị Bình 01 (Phòng Kinh tế): ")
    assert told.count("Trần Thị Bình") == 20
    assert told.endswith("; ….")
