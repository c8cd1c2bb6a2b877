"""`mark --phone` and `init` as the author of a scheduled job uses them, right and wrong."""

from __future__ import annotations

import subprocess
import sys

import pytest

from models.journal.history import fingerprint
from models.office.setup import init_file
from models.records import PersonDraft
from models.roster.people import add_person
from models.store.data_file import open_file
from tests.conftest import clock
from tests.factory import unit
from tests.journeys.at_hand import OfficeAtHand as Office
from tests.journeys.test_headless_day import ROOT

AN, CHIN, BINH = "0912345678", "0944555666", "0982103591"


@pytest.fixture
def office(tmp_path) -> Office:
    made = Office(tmp_path / "xa.tiendo")
    with init_file(made.data, "Xã Kẻ Sặt", "ai-2026", clock) as file:
        for name, where, phone in (
            ("Nguyễn Văn An", "Trạm Y tế xã", AN),
            ("Đào Văn Chín", "Phòng Kinh tế", CHIN),
            ("Đào Thị Mười", "Công an xã", CHIN),
            ("Trần Thị Bình", "Công an xã", BINH),
        ):
            add_person(file, PersonDraft(name, unit(file, where).id, phone=phone))
    return made


def test_a_shared_phone_is_told_with_both_names_and_nothing_is_half_done(office):
    with open_file(office.data) as file:
        before = fingerprint(file)
    for phones in ([AN, CHIN], [CHIN, AN], [f"{AN}, {CHIN}"]):
        done = office.raw("--json", "mark", "registered", "--phone", *phones)
        assert (done.returncode, done.stdout) == (1, "")
        said = done.stderr
        assert (
            "0944 555 666 là của Đào Văn Chín (Phòng Kinh tế) và Đào Thị Mười (Công an xã)" in said
        )
        assert "chưa đánh dấu ai" in said
        assert len(said.strip().splitlines()) == 1
    with open_file(office.data) as file:
        assert fingerprint(file) == before


def test_who_shares_a_phone_is_marked_by_name_and_phone_in_a_file(office, tmp_path):
    (tmp_path / "a.txt").write_text(f"Đào Thị Mười {CHIN}\n", encoding="utf-8")
    assert office.run("mark", "registered", "--file", tmp_path / "a.txt")["marked"] == 1
    (person,) = office.run("people", "--status", "registered")["people"]
    assert person["name"] == "Đào Thị Mười"


@pytest.mark.parametrize(
    "phones",
    [
        [f"{AN}, {BINH}"],
        [f"{AN};{BINH}"],
        [f"{AN}/{BINH}"],
        [f"{AN} {BINH}"],
        ["+84 912 345 678", "0084982103591"],
        ["0912.345.678", "(0982) 103-591", AN],
    ],
)
def test_several_phones_are_read_however_they_are_given(office, phones):
    done = office.run("mark", "registered", "--phone", *phones)
    assert done == {"marked": 2, "already": 0, "not_found": []}


def test_what_is_no_phone_is_told(office):
    done = office.run("mark", "registered", "--phone", f"{AN}, 12345", "abc", "0999999999")
    assert done == {"marked": 1, "already": 0, "not_found": ["12345", "abc", "0999999999"]}


def test_without_a_word_of_it_the_only_contest_is_taken(tmp_path):
    office = Office(tmp_path / "moi.tiendo")
    assert office.run("init", "--commune", "Xã Kẻ Sặt")["contest"] == "ai-2026"
    assert office.run("mark", "registered", "--phone", AN)["not_found"] == [AN]


def test_a_reader_who_stops_early_sees_no_traceback(office):
    command = [sys.executable, str(ROOT / "main.py"), "--data", str(office.data), "people"]
    with subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.PIPE) as running:
        running.stdout.close()
        said = running.stderr.read().decode()
    assert "Traceback" not in said
    assert "BrokenPipe" not in said
