"""The command purge: asked twice, told whole, and what is gone is gone for every command."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from models.store.data_file import open_file
from tests.conftest import clock
from tests.journeys.at_hand import OfficeAtHand
from tests.models.campaign.personal import SECRETS, closed_contest, full_contest


@pytest.fixture
def office(data_path):
    return OfficeAtHand(data_path)


def test_without_yes_it_only_tells_and_with_yes_it_is_gone(office):
    with open_file(office.data, clock) as file:
        [frozen] = closed_contest(file)
    made = office.run("backup")["path"]
    asked = office.raw("purge", "--contest", "ai-2026")
    assert (asked.returncode, "hãy thêm --yes" in asked.stderr) == (1, True)
    told = office.run("purge", "--contest", "ai-2026", code=1)
    assert (told["purged"], told["would_purge"]["participations"]) == ({}, 3)

    done = office.run("purge", "--contest", "ai-2026", "--yes")
    assert done["purged"] == told["would_purge"]
    assert (done["kept"]["people"], done["swept"]) == (6, True)
    # One that was asked for, and one that every purge makes before.
    copies = {each["name"]: each["day"] for each in done["backups"]}
    assert len(copies) == 2
    assert date.fromisoformat(copies[Path(made).name])
    raw = b"".join(each.read_bytes() for each in office.data.parent.iterdir() if each.is_file())
    assert not [each for each in SECRETS if each.encode() in raw]

    shown = office.run("freeze", "--show", str(frozen.id))
    assert (shown["names_purged"], shown["whole"], shown["people"]) == (True, True, [])
    assert shown["figures_hash_long"] == frozen.digest
    assert office.run("contest", "show")["ending"].endswith("1/5 hoàn thành (20,0%)")
    assert office.run("figures", "--as-of", "2026-06-08")["completed"] == 1
    for words, why in (
        (("undo",), "đã được xóa hẳn"),
        (("purge", "--contest", "ai-2026", "--yes"), "đã xóa ngày"),
        (("contest", "reopen"), "không mở lại được"),
        (("report", "people", "--out", office.data.parent), "không còn danh sách người"),
        (("figures", "--as-of", "2026-06-01"), "Không tính được số liệu"),
    ):
        refused = office.raw(*words)
        assert (refused.returncode, why in refused.stderr) == (1, True), refused


def test_an_open_contest_is_refused_and_usage_is_said(office):
    with open_file(office.data, clock) as file:
        full_contest(file)
    refused = office.raw("purge", "--contest", "ai-2026", "--yes")
    assert (refused.returncode, "đang mở" in refused.stderr) == (1, True)
    assert office.raw("purge", "--yes").returncode == 2
