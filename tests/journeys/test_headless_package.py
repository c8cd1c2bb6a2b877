"""The commands package and open-package: hand-over to another PC, and what goes to the city."""

from __future__ import annotations

import pytest

from models.store import slots
from models.store.data_file import open_file
from tests.conftest import clock
from tests.encrypted import CHEAP
from tests.factory import add_people, made_up_name
from tests.journeys.at_hand import OfficeAtHand

PASSWORD = "Vải thiều Thanh Hà"


@pytest.fixture
def office(data_path, monkeypatch):
    monkeypatch.setattr(slots, "COST", CHEAP)
    with open_file(data_path, clock) as file:
        add_people(file, 5)
    return OfficeAtHand(data_path)


def test_all_of_a_file_goes_to_another_machine(office, tmp_path, monkeypatch):
    before = office.run("figures", "--as-of", "2026-06-08")
    monkeypatch.setenv("TIENDO_PASSWORD", PASSWORD)
    made = office.run("package", tmp_path / "goi.tiendo", "--names")
    assert (made["people"], made["encrypted"], made["kind"]) == (5, True, "handover")
    assert made_up_name(0).encode() not in (tmp_path / "goi.tiendo").read_bytes()
    monkeypatch.setenv("TIENDO_PASSWORD", PASSWORD)
    new = tmp_path / "may-moi" / "xa.tiendo"
    opened = office.run("open-package", tmp_path / "goi.tiendo", "--to", new)
    assert opened["people"] == 5
    assert OfficeAtHand(new).run("figures", "--as-of", "2026-06-08") == before
    kinds = [each["what"] for each in office.run("log")["entries"]]
    assert any("gói bàn giao" in each for each in kinds), kinds


def test_a_wrong_password_and_a_missing_one_are_said(office, tmp_path, monkeypatch):
    refused = office.raw("package", tmp_path / "goi.tiendo", "--names")
    assert (refused.returncode, "Chưa có mật khẩu mới" in refused.stderr) == (1, True)
    monkeypatch.setenv("TIENDO_PASSWORD", PASSWORD)
    office.run("package", tmp_path / "goi.tiendo", "--password")
    monkeypatch.setenv("TIENDO_PASSWORD", "Vải thiều Lục Ngạn")
    refused = office.raw("open-package", tmp_path / "goi.tiendo", "--to", tmp_path / "moi.tiendo")
    assert (refused.returncode, "không mở được gói" in refused.stderr) == (1, True)
    assert not (tmp_path / "moi.tiendo").exists()


def test_the_city_gets_counts_and_names_only_for_a_reason(office, tmp_path):
    made = office.run("package", tmp_path / "xa.json")
    assert (made["kind"], made["total"], made["people"]) == ("city", 5, 0)
    assert made_up_name(0) not in (tmp_path / "xa.json").read_text("utf-8")
    refused = office.raw("package", tmp_path / "ten.json", "--city", "--names")
    assert (refused.returncode, "chưa ghi lý do" in refused.stderr) == (1, True)
    told = office.run(
        "package", tmp_path / "ten.json", "--city", "--names", "--reason", "Thành phố yêu cầu"
    )
    assert told["people"] == 5
    refused = office.raw("package", tmp_path / "xa.json")
    assert (refused.returncode, "Đã có tệp" in refused.stderr) == (1, True)
