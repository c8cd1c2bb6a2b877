"""The command restore: the way back, also from a file that cannot be opened any more."""

from __future__ import annotations

import pytest

from models.store.data_file import open_file
from models.store.header import own_header
from tests.conftest import clock
from tests.factory import add_people
from tests.journeys.at_hand import OfficeAtHand


@pytest.fixture
def office(data_path):
    with open_file(data_path, clock) as file:
        add_people(file, 5)
    return OfficeAtHand(data_path)


def test_a_copy_comes_back_and_the_state_before_is_kept(office):
    copy = office.run("backup")["path"]
    with open_file(office.data, clock) as file:
        add_people(file, 2)
    (listed,) = office.run("restore", "--list")["copies"]
    assert (listed["path"], listed["people"], listed["later"]) == (copy, 5, 2)
    done = office.run("restore", copy)
    assert (done["people"], done["salvaged"]) == (5, None)
    assert len(office.run("people")["people"]) == 5
    assert office.run("restore", done["kept"])["people"] == 7
    assert office.run("check")["ok"]


def test_it_is_put_elsewhere(office, tmp_path):
    copy = office.run("backup")["path"]
    done = office.run("restore", copy, "--to", tmp_path / "khac" / "xa.tiendo")
    assert (done["people"], done["kept"]) == (5, None)
    assert OfficeAtHand(tmp_path / "khac" / "xa.tiendo").run("check")["ok"]


def test_what_a_damaged_file_still_holds_is_not_lost(office):
    copy = office.run("backup")["path"]
    with open_file(office.data, clock) as file:
        add_people(file, 3)
    size, whole = own_header(office.data).page_size, office.data.read_bytes()
    for page in range(1, 60):
        spoilt = bytearray(whole)
        spoilt[page * size : page * size + 300] = b"\xa5" * 300
        office.data.write_bytes(spoilt)
        if office.raw("check").returncode == 1 and office.raw("people").returncode == 1:
            break
    done = office.run("restore", copy)
    assert done["salvaged"]["whole"]
    assert done["people"] == 8
    assert office.run("check")["ok"]


def test_what_will_not_do_is_said(office, tmp_path):
    for words, why in (((), "Chưa chọn"), ((tmp_path / "x.tiendo",), "Không tìm thấy")):
        refused = office.raw("restore", *words)
        assert (refused.returncode, why in refused.stderr) == (1, True)


def test_a_byte_that_somebody_changed_is_told_by_every_command(office):
    raw = bytearray(office.data.read_bytes())
    raw[raw.rindex(b"0912000003") + 9] = ord("8")
    office.data.write_bytes(raw)
    told = office.raw("figures")
    assert (told.returncode, "không còn như chương trình đã ghi" in told.stderr) == (0, True)
    assert office.raw("check").returncode == 1
    office.run("check", "--mend")
    assert office.raw("figures").stderr == ""


def test_a_copy_of_another_commune_is_not_put_here_unasked(office, tmp_path):
    other = OfficeAtHand(tmp_path / "khac" / "khac.tiendo")
    other.run("init", "--commune", "Xã Cẩm Giàng")
    copy = other.run("backup")["path"]
    refused = office.raw("restore", copy)
    assert (refused.returncode, "của một tệp dữ liệu khác" in refused.stderr) == (1, True)
    assert office.run("restore", copy, "--yes")["people"] == 0


def test_what_was_purged_does_not_come_back_unasked(office):
    copy = office.run("backup")["path"]
    office.run("purge", "--phone", "0912000001", "--yes")
    refused = office.raw("restore", copy)
    assert (refused.returncode, "đưa dữ liệu đã xóa trở lại" in refused.stderr) == (1, True)


def test_an_older_file_that_was_put_here_is_told(office):
    older = office.data.read_bytes()
    with open_file(office.data) as file:
        add_people(file, 2)
    office.run("backup")
    assert office.raw("figures").stderr == ""
    office.data.write_bytes(older)
    assert "có những việc mà tệp này không có" in office.raw("figures").stderr


def test_a_package_is_no_copy(office, tmp_path, monkeypatch):
    monkeypatch.setenv("TIENDO_PASSWORD", "Vải thiều Thanh Hà")
    office.run("package", tmp_path / "goi.tiendo", "--names")
    monkeypatch.setenv("TIENDO_PASSWORD", "Vải thiều Thanh Hà")
    refused = office.raw("restore", tmp_path / "goi.tiendo")
    assert (refused.returncode, "gói bàn giao" in refused.stderr) == (1, True)
