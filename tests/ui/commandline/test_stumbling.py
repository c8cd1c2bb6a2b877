"""What a command stumbles over after it has let go of the file is named, and is no bug of ours."""

from __future__ import annotations

import pytest

from models.journal.change import changing
from models.store.data_file import open_file
from models.store.schema import awards as awards_table
from tests.conftest import clock
from tests.factory import add_people
from tests.journeys.at_hand import OfficeAtHand
from ui.commandline import awards


@pytest.fixture
def office(data_path):
    """One person has a prize."""
    with open_file(data_path, clock) as file:
        (person,) = add_people(file, 1)
        with changing(file, "x", "Trao giải") as change:
            row = {"contest_id": 1, "prize_id": 1, "person_id": person}
            change.insert(awards_table, [row])
    return OfficeAtHand(data_path)


@pytest.mark.file_only("a file holds in a column whatever was put there")
def test_bytes_that_should_be_words_are_named(office, damage_expected):
    with open_file(office.data, clock) as file, file.writing() as connection:
        connection.exec_driver_sql("UPDATE awards SET decision = x'fffe'")
    told = office.raw("award", "list")
    assert told.returncode == 1
    assert "Dòng 1 của bảng giải đã trao có giá trị không dùng được: cột decision" in told.stderr
    assert "lệnh history" in told.stderr
    assert "ngoài dự kiến" not in told.stderr


def test_where_nothing_is_wrong_in_the_file_it_is_a_bug(office, monkeypatch, caplog):
    def broken(_award):
        raise TypeError("ours")

    monkeypatch.setattr(awards, "_line", broken)
    told = office.raw("award", "list")
    assert (told.returncode, told.stdout) == (1, "")
    assert "Chương trình gặp lỗi ngoài dự kiến nên chưa làm xong." in told.stderr
    assert [each.message for each in caplog.records] == ["a command broke"]
    caplog.clear()
