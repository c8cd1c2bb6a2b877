"""A name that differs in one mark is looked at beside the one of the unit, and a lost one named."""

from __future__ import annotations

import pytest

from models.reconcile.records import Box
from models.reconcile.sentences import sentences
from models.store.data_file import DataFile
from tests.models.reconcile.exports import entry_of, export, person, plan, write

HEAD = ("Tên đăng nhập", "Họ tên", "Đơn vị")
ECONOMY = "Phòng Kinh tế"


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
    entry = entry_of(plan(file, export(("", theirs, ECONOMY), head=HEAD)), theirs)
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
    entry = entry_of(plan(file, export((login, theirs, unit), head=HEAD)), theirs)
    assert entry.box is Box.NOT_ON_ROSTER


def test_who_has_an_account_of_their_own_is_no_question(file: DataFile) -> None:
    person(file, "Trần Thị Bình", "0982103592", ECONOMY)
    rows = ("0982103592", "Trần Thị Bình", ECONOMY), ("", "Trần Thị Bỉnh", ECONOMY)
    assert entry_of(plan(file, export(*rows, head=HEAD)), "Trần Thị Bỉnh").box is Box.NOT_ON_ROSTER


def test_the_lost_are_named_in_a_sentence(file: DataFile) -> None:
    for at in range(23):
        person(file, f"Trần Thị Bình {at:02}", f"09821035{at:02}", ECONOMY)
    rows = [(f"09821035{at:02}", f"Trần Thị Bình {at:02}", ECONOMY) for at in range(23)]
    write(file, export(*rows, head=HEAD))
    (told,) = [each for each in sentences(plan(file, export(rows[0], head=HEAD))) if "mất" in each]
    assert told.startswith("22 người mất so với lần trước: Trần Thị Bình 01 (Phòng Kinh tế): ")
    assert told.count("Trần Thị Bình") == 20
    assert told.endswith("; ….")
