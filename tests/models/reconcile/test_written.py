"""Names as a platform writes them: repeated, without marks, several on one login."""

from __future__ import annotations

import pytest

from models.matching.doubled import undoubled
from models.reconcile.records import AccountDecision, Box, ReconcileDecisions, Who
from models.store.data_file import DataFile
from tests.models.reconcile.exports import CULTURE, entry_of, export, person, plan, write

HEAD = ("Tên đăng nhập", "Họ tên", "Điện thoại", "Đơn vị", "Trạng thái")
PHONE, OTHER = "0982103591", "0982103592"


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
