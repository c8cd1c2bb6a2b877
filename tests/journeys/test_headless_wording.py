"""The command wording: shown, replaced by a file, compared and reset, without a window."""

from __future__ import annotations

import pytest

from models.store.data_file import open_file
from tests.conftest import clock
from tests.factory import add_people
from tests.journeys.at_hand import OfficeAtHand

KIND = "launch-letter"


@pytest.fixture
def office(data_path):
    file = open_file(data_path, clock)
    add_people(file, 2)
    file.close()
    return OfficeAtHand(data_path)


def test_a_wording_is_shown_set_compared_and_reset(office, tmp_path):
    shown = office.run("wording", "show", KIND)
    assert (shown["own"], shown["problems"]) == (False, [])
    path = tmp_path / "loi-van.txt"
    path.write_text(f"\ufeff{shown['text']}\nXã {{tên xã}} mời dự.\n", encoding="utf-8")
    assert office.run("wording", "set", KIND, path)["changed"]
    assert not office.run("wording", "set", KIND, path)["changed"]
    compared = office.run("wording", "diff", KIND)
    assert compared["lines"][-1] == {"state": "new", "text": "Xã {tên xã} mời dự."}
    assert (compared["gone"], compared["new"]) == (0, 2)
    kinds = {each["kind"]: each["own"] for each in office.run("wording", "list")["wordings"]}
    assert kinds[KIND] is True
    assert kinds["reminder-letter"] is False
    assert office.run("wording", "show", KIND, "--original")["text"] == shown["text"]
    assert office.run("wording", "reset", KIND)["changed"]
    assert office.raw("wording", "diff", KIND).stdout.strip() == "Giống hệt bản gốc."
    office.run("undo")
    assert office.run("wording", "show", KIND)["own"]


def test_the_places_are_told_with_their_values(office):
    places = {each["name"]: each for each in office.run("wording", "places", KIND)["places"]}
    assert places["tên xã"]["value"] == "xã Kẻ Sặt"
    assert places["tổng số"]["value"] == "2"
    assert places["mã QR"]["block"]


def test_an_unknown_place_is_refused_unless_it_is_wanted(office, tmp_path):
    path = tmp_path / "a.txt"
    path.write_text("Có {tong so nguoi}.\n", encoding="utf-8")
    ended = office.raw("wording", "set", KIND, path)
    assert ended.returncode == 1
    assert "Dòng 1: Không có chỗ nào tên là {tong so nguoi}. Có phải là {tổng số}?" in ended.stderr
    assert not office.run("wording", "show", KIND)["own"]
    told = office.raw("wording", "set", KIND, path, "--with-faults")
    assert told.returncode == 0
    assert "Dòng 1" in told.stderr
    # The check before sending blocks it.
    office.run("signer", "add", "--name", "Trần Văn Mẫu", "--line", "CHỦ TỊCH")
    refused = office.raw("report", KIND, "--format", "pdf", "--out", tmp_path / "a.pdf")
    assert refused.returncode == 1
    assert "Lời văn, dòng 1" in refused.stderr


@pytest.mark.parametrize(
    ("content", "sentence"),
    [(b"\xff\xfe\x00", "UTF-8"), (b"x" * 500_000, "lớn quá"), (b" \n", "để trống")],
)
def test_what_is_no_text_is_refused(office, tmp_path, content, sentence):
    path = tmp_path / "a.txt"
    path.write_bytes(content)
    ended = office.raw("wording", "set", KIND, path)
    assert (ended.returncode, sentence in ended.stderr) == (1, True)


def test_a_kind_without_words_and_a_missing_file_are_refused(office, tmp_path):
    assert "không có lời văn" in office.raw("wording", "show", "people").stderr
    assert "Không đọc được" in office.raw("wording", "set", KIND, tmp_path / "no.txt").stderr
