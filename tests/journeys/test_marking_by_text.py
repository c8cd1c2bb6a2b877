"""Marking by a file from the command line: text, cells without a header, a table."""

from __future__ import annotations

import pytest

from models.office.practice import sample_list
from tests.journeys.test_headless_day import Office


@pytest.fixture(scope="module")
def office(tmp_path_factory) -> Office:
    made = Office(tmp_path_factory.mktemp("text") / "xa.tiendo")
    made.run("init", "--commune", "Xã Kẻ Sặt", "--contest", "ai-2026")
    made.run("import", sample_list())
    return made


def test_a_message_marks_whom_it_surely_names_and_tells_the_rest(office, tmp_path):
    people = office.run("people")["people"]
    names = [person["name"] for person in people]
    alone = [p for p in people if names.count(p["name"]) == 1 and p["phone"].startswith("09")][:3]
    twice = next(name for name in names if names.count(name) > 1)
    path = tmp_path / "nhóm.txt"
    path.write_text(
        f"Em gửi chị ạ\n1. {alone[0]['name']}\n✅ {alone[1]['phone']}\n"
        f"{alone[2]['name']} - {alone[2]['unit']}\n{twice}\nHoàng Văn Không Có\n",
        encoding="utf-8",
    )
    first = office.run("mark", "completed", "--file", path, "--on", "2026-06-08")
    assert (first["marked"], first["already"], len(first["not_found"])) == (3, 0, 2)
    assert first["not_found"][0].startswith(f"{twice}: cần quyết định")
    assert first["not_found"][1] == "Hoàng Văn Không Có"
    again = office.run("mark", "completed", "--file", path)
    assert (again["marked"], again["already"]) == (0, 3)

    done = office.run("people", "--status", "completed")["people"]
    assert {person["uid"] for person in done} == {person["uid"] for person in alone}
    keys = {"name", "unit", "phone", "position", "registered_on", "completed_on"}
    assert keys <= set(done[0])
    assert done[0]["completed_on"] == done[0]["registered_on"] == "2026-06-08"
    assert len(office.run("people", "--status", "not_completed")["people"]) == 529

    undone = office.run("undo")["undone"]
    assert undone == ["Đánh dấu 3 người đã hoàn thành"]
    assert office.run("people", "--status", "completed")["people"] == []


def test_clearing_by_a_file_and_a_file_without_people(office, tmp_path):
    (person,) = office.run("people", "--search", "0")["people"][:1]
    path = tmp_path / "so.csv"
    path.write_text(f"{person['phone']}\n", encoding="utf-8")
    office.run("mark", "registered", "--file", path)
    cleared = office.run("mark", "registered", "--file", path, "--clear")
    assert (cleared["marked"], cleared["not_found"]) == (1, [])
    path.write_text("Kính chúc sức khỏe\n", encoding="utf-8")
    told = office.run("mark", "registered", "--file", path, code=1)["stderr"]
    assert "so.csv" in told
