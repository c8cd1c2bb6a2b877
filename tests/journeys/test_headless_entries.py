"""Stage 2 and 3 by command: entries, jury, the one representative, sending, presenting, prizes."""

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


@pytest.fixture
def office(data_path, capsys):
    with open_file(data_path) as file:
        for name, phone in (AN, BINH):
            add_person(file, PersonDraft(name, unit(file).id, phone=phone))

    def command(*words, code=0, plain=False):
        shape = [] if plain else ["--json"]
        assert run(["--data", str(data_path), *shape, *map(str, words)]) == code
        said = capsys.readouterr()
        command.warned = said.err
        return said.err if code else said.out if plain else json.loads(said.out)

    return command


def add(office, title, *more, where=HERE):
    return office("entry", "add", "--title", title, "--unit", where, *more)["entry"]["id"]


def test_from_entry_to_prize(office, tmp_path):
    proof = tmp_path / "anh-zalo.png"
    proof.write_bytes(b"anh")
    first = add(
        office, "Trợ lý hồ sơ", "--phone", AN[1], "--author", "Ngô Thị Sen", "--attach", proof
    )
    second = add(office, "Tra cứu thủ tục", "--phone", BINH[1], where=THERE)
    for name in ("Phạm Văn Dũng", "Vũ Thị Hà"):
        office("entry", "jury", "--add", name, "--role", "Ủy viên")
    assert office("entry", "jury", "--scale", "10")["scale"] == 10
    for entry, scores in ((first, ("8,5", "9")), (second, ("9", "8"))):
        for juror, score in zip(("Phạm Văn Dũng", "Vũ Thị Hà"), scores, strict=True):
            office("entry", "score", entry, "--juror", juror, "--score", score)
    listed = office("entry", "list")
    assert [(e["title"], e["mean"], e["rank"], e["files"]) for e in listed["entries"]] == [
        ("Trợ lý hồ sơ", 8.75, 1, 1),
        ("Tra cứu thủ tục", 8.5, 2, 0),
    ]
    assert [(a["name"], a["on_roster"]) for a in listed["entries"][0]["authors"]] == [
        (AN[0], True),
        ("Ngô Thị Sen", False),
    ]
    assert office("entry", "choose", second)["replaced"] == ""
    assert "xếp thứ 2" in office.warned
    assert "đang là bài dự thi đại diện" in office("entry", "choose", first, code=1)
    assert office("entry", "choose", first, "--replace")["replaced"] == "Tra cứu thủ tục"
    sent = office(
        "entry", "send", first, "--by", "zalo", "--at", "2026-06-08T16:30", "--attach", proof
    )["entry"]["sent"]
    assert sent == {"at": "2026-06-08T16:30", "by": "zalo", "note": "", "proofs": 1}
    assert "đã được gửi" in office("entry", "choose", second, "--replace", code=1)
    shown = office("entry", "present", first, "--at", "2036-06-25T08:00", "--presenter", AN[0])
    assert shown["entry"]["presented"]["presenter"] == AN[0]
    given = office("award", "add", "--prize", "Giải Nhất", "--entry", first, "--on", "2026-06-08")
    assert given["prizes"][0] == {
        "rank": "Giải Nhất", "count": 1, "given": 1, "amount": 10_000_000,
        "amount_words": "Mười triệu đồng",
    }  # fmt: skip
    told = office("award", "add", "--prize", "Giải Nhất", "--phone", BINH[1], code=1)
    assert "chỉ có 1 Giải Nhất và đã ghi đủ: bài “Trợ lý hồ sơ”" in told
    lines = office("entry", "list", plain=True)
    assert (
        "bài đại diện · gửi lúc 16 giờ 30 ngày 08/06/2026 qua Zalo, 1 tệp minh chứng · Giải Nhất"
        in lines
    )
    office("undo")
    assert office("award", "list")["awards"] == []


def test_entries_are_mended_and_taken_away(office):
    entry = add(office, "Trợ lý hồ sơ", "--author", AN[0])
    assert f"người cùng tên “{AN[0]}”" in office.warned
    mended = office("entry", "set", entry, "--title", "Trợ lý mới", "--summary", "Tóm tắt")["entry"]
    assert (mended["title"], mended["unit"], mended["summary"]) == ("Trợ lý mới", HERE, "Tóm tắt")
    assert [a["name"] for a in mended["authors"]] == [AN[0]]
    mended = office("entry", "set", entry, "--phone", AN[1], "--unit", THERE)["entry"]
    assert (mended["unit"], mended["authors"][0]["on_roster"]) == (THERE, True)
    assert "Không tìm thấy tác giả" in office(
        "entry", "set", entry, "--phone", "0912000009", code=1
    )
    assert office("entry", "remove", entry)["removed"]["title"] == "Trợ lý mới"
    assert office("entry", "list")["entries"] == []
    assert "entry list" in office("entry", "remove", entry, code=1)


def test_a_file_that_cannot_be_read_leaves_nothing(office, tmp_path):
    add = ("entry", "add", "--title", "Bài", "--unit", HERE, "--attach", tmp_path / "khong-co.pdf")
    assert "khong-co.pdf" in office(*add, code=1)
    assert office("entry", "list")["entries"] == []


def test_scores_and_jurors_are_taken_back(office):
    entry = add(office, "Trợ lý hồ sơ")
    office(
        "entry", "jury", "--add", "Vũ Thị Hà", "--position", "Phó Chủ tịch", "--role", "Trưởng ban"
    )
    office("entry", "score", entry, "--juror", "vũ thị hà", "--score", "90", "--note", "Tốt")
    assert "đã chấm 1 bài" in office("entry", "jury", "--remove", "Vũ Thị Hà", code=1)
    assert (
        office("entry", "score", entry, "--juror", "Vũ Thị Hà", "--clear")["entry"]["scores"] == []
    )
    assert office("entry", "jury", "--remove", "Vũ Thị Hà")["jury"] == []
    assert "không có ai tên" in office(
        "entry", "score", entry, "--juror", "X", "--score", "1", code=1
    )


def test_a_prize_goes_to_another_and_is_taken_back(office):
    made = office("award", "add", "--prize", "giải ba", "--phone", AN[1], "--decision", "12/QĐ")
    (award,) = made["awards"]
    assert (award["kind"], award["to"], award["unit"]) == ("person", AN[0], HERE)
    (award,) = office("award", "set", award["id"], "--unit", THERE)["awards"]
    assert (award["kind"], award["to"], award["decision"]) == ("unit", THERE, "12/QĐ")
    assert office("award", "remove", award["id"])["awards"] == []
    assert "award list" in office("award", "set", "99", "--note", "x", code=1)
    assert "Giải Nhì: 0/2, mỗi giải 5.000.000 đồng (Năm triệu đồng)" in office(
        "award", "list", plain=True
    )
