"""Scores of several tries side by side: none is read because it stands left."""

from __future__ import annotations

import pytest

from models.store.data_file import DataFile
from tests.models.reconcile.exports import entry_of, export, person, plan

AN = "Nguyễn Văn An"
WHY = "Không nhập cột này: điểm của từng lần thi nằm ở các cột D, E, F nên chưa đọc cột nào"
ROWS = (("0982103591", AN, "", 70, 100, 90), ("0982103592", "Trần Thị Bình", "", 50, "", ""))


@pytest.mark.parametrize(
    "title",
    ["Điểm lần {}", "Điểm thi lần {}", "Điểm {}", "Điểm lượt {}", "Lần {}"],
)
def test_the_first_of_several_tries_is_not_the_score(file: DataFile, title: str) -> None:
    person(file, AN, "0982103591")
    titles = [title.format(number) for number in (1, 2, 3)]
    made = plan(file, export(*ROWS, head=("Tên đăng nhập", "Họ tên", "Đơn vị", *titles)))
    account = entry_of(made, AN).account
    assert account is not None
    assert (account.registered, account.score) == (True, None)
    told = [each.value for each in made.problems if each.reason.startswith(WHY)]
    assert told == titles


def test_a_score_beside_the_tries_is_read(file: DataFile) -> None:
    person(file, AN, "0982103591")
    head = ("Tên đăng nhập", "Họ tên", "Đơn vị", "Điểm lần 1", "Điểm lần 2", "Điểm")
    rows = (("0982103591", AN, "", 70, 100, 95), ("0982103592", "Trần Thị Bình", "", 50, "", 50))
    account = entry_of(plan(file, export(*rows, head=head)), AN).account
    assert account is not None
    assert account.score == 95


def test_one_try_is_the_score(file: DataFile) -> None:
    person(file, AN, "0982103591")
    head = ("Tên đăng nhập", "Họ tên", "Đơn vị", "Điểm lần 1")
    account = entry_of(plan(file, export(*(row[:4] for row in ROWS), head=head)), AN).account
    assert account is not None
    assert account.score == 70
