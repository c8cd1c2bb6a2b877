"""The commands person and purge: somebody's data on a sheet, and gone to the last byte."""

from __future__ import annotations

from pathlib import Path

import pytest

from models.papers.export_log import exports_logged
from models.store.data_file import open_file
from tests.conftest import clock
from tests.journeys.at_hand import OfficeAtHand
from tests.models.campaign.rights.somebody import NAME, PHONE, secrets_of, somebody


@pytest.fixture
def office(data_path):
    at_hand = OfficeAtHand(data_path)
    with open_file(data_path, clock) as file:
        somebody(file)
    return at_hand


def test_the_sheet_is_written_and_logged_without_the_name(office, tmp_path):
    made = office.run("person", "--phone", PHONE, "--out", tmp_path / "phieu.pdf")
    assert (made["name"], made["sections"]["Giải thưởng"]) == (NAME, 1)
    assert (tmp_path / "phieu.pdf").read_bytes().startswith(b"%PDF")
    word = office.run("person", "--uid", made["uid"], "--out", tmp_path / "phieu.docx")
    assert word["uid"] == made["uid"]
    with open_file(office.data, clock) as file:
        line = exports_logged(file)[0].told
    assert (line.kind, line.fmt, line.people, line.phones) == ("person-sheet", "docx", 1, 1)
    assert "Luật 91/2025/QH15" in line.reason
    assert NAME not in line.title + line.reason
    again = office.raw("person", "--phone", PHONE, "--out", tmp_path / "phieu.pdf")
    assert (again.returncode, "đã có tệp" in again.stderr) == (1, True)


def test_without_yes_it_only_tells_and_with_yes_it_is_gone(office):
    asked = office.raw("purge", "--phone", PHONE)
    assert (asked.returncode, "hãy thêm --yes" in asked.stderr) == (1, True)
    assert "giảm 1 người" in asked.stdout
    told = office.run("purge", "--phone", PHONE, code=1)
    assert told["purged"] == {}
    office.run("backup")
    done = office.run("purge", "--uid", told["uid"], "--yes", "--backups")
    assert done["backups_removed"] >= 2
    folder = office.data.parent / "sao-luu"
    assert [each.name for each in folder.iterdir()] == [Path(done["backup"]).name]
    assert (done["purged"], done["swept"]) == (told["would_purge"], True)
    raw = b"".join(each.read_bytes() for each in office.data.parent.rglob("*") if each.is_file())
    assert not [each for each in [*secrets_of(), told["uid"]] if each.encode() in raw]
    for words in (("purge", "--phone", PHONE, "--yes"), ("person", "--phone", PHONE, "--out", "a")):
        refused = office.raw(*words)
        assert (refused.returncode, "Không tìm thấy" in refused.stderr) == (1, True)
    assert office.raw("purge", "--yes").returncode == 2
    assert office.raw("purge", "--phone", PHONE, "--contest", "ai-2026").returncode == 2
