"""Second posts by command: given, listed, ended, removed, undone; the figures never move."""

from __future__ import annotations

import json

import pytest

from models.records import PersonDraft
from models.roster.people import add_person
from models.store.data_file import open_file
from tests.factory import unit
from ui.commandline.run import run

AN, BINH = ("Trần Văn An", "0912000001"), ("Lê Thị Bình", "0912000002")
HERE, THERE = "Phòng Văn hóa - Xã hội", "Công an xã"
PHONE = ("--phone", AN[1])


@pytest.fixture
def office(data_path, capsys):
    with open_file(data_path) as file:
        for name, phone in (AN, BINH):
            add_person(file, PersonDraft(name, unit(file).id, phone=phone))

    def command(*words, code=0, plain=False):
        shape = [] if plain else ["--json"]
        assert run(["--data", str(data_path), *shape, *map(str, words)]) == code
        said = capsys.readouterr()
        return said.err if code else said.out if plain else json.loads(said.out)

    return command


def test_a_second_post_is_given_listed_ended_and_taken_out(office):
    before = office("figures")["units"]
    add = ("post", "add", *PHONE, "--unit", THERE, "--position", "Thủ quỹ")
    made = office(*add, "--since", "2026-06-01", "--until", "2036-06-30")
    post = {"unit": THERE, "position": "Thủ quỹ", "since": "2026-06-01", "until": "2036-06-30"}
    assert (made["changed"], made["people"][0]["posts"]) == (1, [post])
    assert (made["people"][0]["unit"], office("figures")["units"]) == (HERE, before)
    (shown,) = office("people", "--search", AN[0])["people"]
    assert shown["second_posts"] == "Thủ quỹ · Công an xã"
    listed = office("post", "list", "--on", "2036-06-30", plain=True)
    assert listed == f"{AN[0]} · {HERE} · {THERE} từ 01/06/2026 đến hết 30/06/2036\n"
    assert office("post", "list", "--on", "2036-07-01")["people"] == []
    ended = office("post", "end", *PHONE, "--unit", THERE, "--on", "2026-06-05")
    assert ended["people"][0]["posts"] == [{**post, "until": "2026-06-04"}]
    assert office("post", "remove", *PHONE, "--unit", THERE)["people"][0]["posts"] == []
    office("undo")
    assert [each["posts"] for each in office("post", "list")["people"]] == [
        ended["people"][0]["posts"]
    ]


def test_several_at_once_and_what_cannot_be(office):
    phones = ("--phone", AN[1], BINH[1], "0912000009")
    made = office("post", "add", *phones, "--unit", THERE)
    assert made["changed"] == 2
    assert len(made["not_found"]) == 1
    assert office("post", "add", *phones, "--unit", THERE)["changed"] == 0
    assert "đã thuộc Phòng Văn hóa - Xã hội" in office(
        "post", "add", *PHONE, "--unit", HERE, code=1
    )
    assert office("post", "end", *PHONE, "--unit", "Trạm Y tế xã")["changed"] == 0
    assert "Không có đơn vị nào tên là" in office("post", "end", *PHONE, "--unit", "x", code=1)
