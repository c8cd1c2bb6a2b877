"""Reminding by command: reminded twice, listed with what came of it, escalated, undone; heads."""

from __future__ import annotations

import json

import pytest

from models.contests.contests import set_internal_deadline
from models.records import PersonDraft
from models.roster.people import add_person
from models.store.data_file import open_file
from tests.conftest import clock
from tests.factory import unit
from ui.commandline.run import run

HERE = "Phòng Văn hóa - Xã hội"
STAFF = (
    ("Trần Văn An", "Trưởng phòng", "0912000001"),
    ("Lê Thị Bình", "Phó Trưởng phòng", "0912000002"),
    ("Vũ Văn Dũng", "Chuyên viên", "0912000003"),
)


@pytest.fixture
def office(data_path, capsys, monkeypatch):
    with open_file(data_path, clock) as file:
        set_internal_deadline(file, 1, clock().date().replace(day=10))
        for name, post, phone in STAFF:
            add_person(file, PersonDraft(name, unit(file).id, post, phone=phone))
    monkeypatch.setattr(
        "ui.commandline.files.open_file", lambda path, **more: open_file(path, clock, **more)
    )

    def command(*words, code=0, plain=False):
        shape = [] if plain else ["--json"]
        assert run(["--data", str(data_path), *shape, *map(str, words)]) == code
        said = capsys.readouterr()
        return said.err if code else said.out if plain else json.loads(said.out)

    return command


def test_a_unit_is_reminded_listed_escalated_and_undone(office):
    assert office("heads")["units"][0]["candidates"] == [
        {"name": "Trần Văn An", "position": "Trưởng phòng", "phone": "0912000001"}
    ]
    assert office("heads", "--apply")["named"] == 1
    (due,) = office("remind", "--due")["units"]
    assert (due["unit"], due["reason"], due["reminded"]) == (HERE, "nobody", 0)

    tried = office("remind", "--unit", HERE, "--dry-run")
    assert (tried["recorded"], tried["number"]) == (False, 1)
    assert office("remind", "--list")["reminders"] == []

    first = office("remind", "--unit", HERE)
    assert {key: first[key] for key in ("unit", "number", "way", "to", "name", "since")} == {
        "unit": HERE,
        "number": 1,
        "way": "zalo",
        "to": "head",
        "name": "Trần Văn An",
        "since": None,
    }
    assert (first["total"], first["registered"], first["completed"]) == (3, 0, 0)
    assert first["at"] == "2026-06-08T17:00:00"
    assert first["text"] == tried["text"]
    assert first["text"].startswith("Kính gửi đồng chí Trần Văn An, Trưởng phòng Văn hóa - Xã hội,")
    assert office("remind", "--due")["units"] == []

    office("mark", "registered", "--phone", "0912000003", "--on", "2026-06-08")
    second = office("remind", "--unit", HERE, "--way", "phone", "--note", "hẹn chiều mai")
    assert (second["number"], second["since"]) == (2, {"registered": 1, "completed": 0})
    listed = office("remind", "--list", "--unit", HERE)["reminders"]
    assert [(each["number"], each["way"], each["since"]["registered"]) for each in listed] == [
        (1, "zalo", 1),
        (2, "phone", 0),
    ]
    assert [bool(each["text"]) for each in listed] == [True, False]
    assert "nhắc lần 2, 08/6 17:00 (Trần Văn An, qua điện thoại)" in office(
        "remind", "--list", plain=True
    )

    assert office("remind", "--due")["escalate"][0]["unit"] == HERE
    told = office("remind", "--escalate")
    assert (told["to"], told["units"]) == ("chairman", [HERE])
    assert "đã nhắc 2 lần (08/6)" in told["text"]
    assert office("remind", "--due")["escalate"] == []
    office("undo", 3)
    assert len(office("remind", "--list")["reminders"]) == 1


def test_the_text_alone_can_be_had_and_what_cannot_be_is_said(office):
    text = office("remind", "--unit", HERE, "--text", plain=True)
    assert text.startswith("Kính gửi đồng chí lãnh đạo Phòng Văn hóa - Xã hội,")
    assert "Chưa đăng ký (3 người):\n1. Trần Văn An\n" in text
    assert "Chưa ghi đơn vị" in office("remind", code=1)
    assert "Không có đơn vị nào tên là" in office("remind", "--unit", "x", code=1)
    assert "không có chặng 9" in office("remind", "--unit", HERE, "--stage", "9", code=1)
    assert "không còn ai phải nhắc" in office("remind", "--unit", "Trạm Y tế xã", code=1)
    assert "Chưa có đơn vị nào phải báo cáo" in office("remind", "--escalate", code=1)
