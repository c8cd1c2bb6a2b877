"""Dated facts by command: exempt, transfer, leave and return, for a phone, a uid or a file."""

from __future__ import annotations

import json

import openpyxl
import pytest

from models.records import PersonDraft, UnitKind
from models.roster.people import add_person
from models.roster.units import add_unit
from models.store.data_file import open_file
from tests.factory import unit
from ui.commandline.run import run

AN, BINH, CUC = ("Trần Văn An", "0912000001"), ("Lê Thị Bình", "0912000002"), ("Vũ Thị Cúc", "")
HERE, THERE = "Phòng Văn hóa - Xã hội", "Công an xã"


@pytest.fixture
def office(data_path, capsys):
    with open_file(data_path) as file:
        for name, phone in (AN, BINH, CUC):
            add_person(file, PersonDraft(name, unit(file).id, phone=phone))

    def command(*words, code=0):
        assert run(["--data", str(data_path), "--json", *map(str, words)]) == code
        said = capsys.readouterr()
        return json.loads(said.out) if code == 0 else said.err

    return command


def total(office, day):
    return office("figures", "--as-of", day)["total"]


def test_somebody_is_exempt_for_a_time_and_counts_again_from_a_day(office):
    phone = ("--phone", AN[1])
    made = office("exempt", "add", *phone, "--reason", "Nghỉ thai sản", "--since", "2026-06-01")
    assert made["changed"] == 1
    assert [total(office, day) for day in ("2026-05-31", "2026-06-01", "2026-06-20")] == [3, 2, 2]
    noted = ("--note", "sinh con thứ hai", "--proof", "QĐ 12/QĐ-UBND")
    more = office(
        "exempt", "add", *phone, "--reason", "Nghỉ thai sản", "--since", "2026-06-01", *noted
    )
    told = more["people"][0]["exemptions"][0]
    assert (told["note"], told["proof"]) == ("sinh con thứ hai", "QĐ 12/QĐ-UBND")
    office("undo")
    ended = office("exempt", "end", *phone, "--on", "2026-06-10")
    period = {"reason": "Nghỉ thai sản", "since": "2026-06-01", "until": "2026-06-09"}
    assert ended["people"][0]["exemptions"] == [period]
    assert [total(office, day) for day in ("2026-06-09", "2026-06-10")] == [2, 3]
    shown = office("exempt", "list")
    assert [(each["name"], each["exemptions"]) for each in shown["people"]] == [(AN[0], [period])]
    for day in ("--on", "--as-of"):
        assert office("exempt", "list", day, "2026-06-10")["people"] == []


def test_touching_periods_are_one_and_other_reasons_are_refused(office):
    add = ("exempt", "add", "--phone", AN[1], "--reason")
    office(*add, "Nghỉ ốm", "--since", "2026-06-01", "--until", "2026-06-04")
    made = office(*add, "nghỉ ốm", "--since", "2026-06-05", "--until", "2026-06-08")
    (period,) = made["people"][0]["exemptions"]
    assert (period["since"], period["until"]) == ("2026-06-01", "2026-06-08")
    assert office(*add, "Nghỉ ốm", "--since", "2026-06-02", "--until", "2026-06-03")["changed"] == 0
    said = office(*add, "Biệt phái", "--since", "2026-06-08", code=1)
    assert "Trần Văn An đã không thuộc đối tượng từ 01/06/2026 đến hết 08/06/2026" in said


def units(office, day):
    return {each["name"]: each["total"] for each in office("figures", "--as-of", day)["units"]}


def test_a_transfer_has_a_day_and_a_mistake_has_none(office):
    moved = office("transfer", "--phone", AN[1], "--unit", THERE, "--on", "2026-06-05")
    assert moved["changed"] == 1
    assert [(each["unit"], each["until"]) for each in moved["people"][0]["units"]] == [
        (HERE, "2026-06-04"),
        (THERE, None),
    ]
    office("transfer", "--phone", BINH[1], "--unit", THERE, "--mistake")
    assert units(office, "2026-06-04") == {HERE: 2, THERE: 1}
    assert units(office, "2026-06-05") == {HERE: 1, THERE: 2}
    said = office("transfer", "--phone", AN[1], "--unit", HERE, "--on", "2026-06-02", code=1)
    assert "đã chuyển sang Công an xã từ 05/06/2026" in said
    mixed = ("--unit", HERE, "--mistake", "--on", "2026-06-02")
    assert "--mistake" in office("transfer", "--phone", AN[1], *mixed, code=1)
    assert "Không có đơn vị" in office("transfer", "--phone", AN[1], "--unit", "Ở đâu", code=1)


def test_who_left_is_back_from_a_day_and_the_days_between_stay(office):
    uid = next(p["uid"] for p in office("people")["people"] if p["name"] == CUC[0])
    office("leave", "--uid", uid, "--on", "2026-06-03", "--reason", "Nghỉ không lương")
    assert [total(office, day) for day in ("2026-06-02", "2026-06-03")] == [3, 2]
    back = office("return", "--uid", uid, uid, "--on", "2026-06-10")
    assert back["people"][0]["absences"] == [
        {"reason": "Nghỉ không lương", "since": "2026-06-03", "until": "2026-06-09"}
    ]
    assert [total(office, day) for day in ("2026-06-09", "2026-06-10")] == [2, 3]
    assert office("return", "--uid", uid)["changed"] == 0
    assert office("leave", "--uid", "khong-co")["not_found"] == ["khong-co"]


def test_a_file_names_the_people_and_who_is_not_found_is_told(office, tmp_path):
    book = openpyxl.Workbook()
    for row in (("Họ và tên", "Số điện thoại"), AN, BINH, ("Đỗ Văn Khác", "0912999999")):
        book.active.append(row)
    path = tmp_path / "nghi.xlsx"
    book.save(path)
    gone = office("leave", "--file", path, "--on", "2026-06-03", "--reason", "Nghỉ hưu")
    assert (gone["changed"], len(gone["not_found"])) == (2, 1)
    assert "Đỗ Văn Khác" in gone["not_found"][0]
    assert total(office, "2026-06-03") == 1
    assert office("return", "--file", path, "--on", "2026-06-05")["changed"] == 2
    assert [total(office, day) for day in ("2026-06-04", "2026-06-05")] == [1, 3]


def test_days_and_reasons_of_the_file_itself_are_said_to_be_unread(office, tmp_path):
    book = openpyxl.Workbook()
    assert book.active is not None
    book.active.append(["STT", "Họ và tên", "Ngày sinh", "Ngày nghỉ", "Lý do", "Chức vụ"])
    book.active.append(
        [1, "Nguyễn Văn Không Có", "01/02/1980", "01/07/2026", "Nghỉ hưu", "Kế toán"]
    )
    path = str(tmp_path / "nghi.xlsx")
    book.save(path)
    told = office("leave", "--file", path, "--on", "2026-06-03", "--reason", "Nghỉ hưu")[
        "not_found"
    ]
    assert [each.split(":")[0] for each in told if each.startswith("Cột")] == [
        "Cột D “Ngày nghỉ”",
        "Cột E “Lý do”",
    ]


def test_a_shared_phone_is_refused_with_the_names(office, data_path):
    with open_file(data_path) as file:
        add_person(file, PersonDraft("Phạm Văn Dũng", unit(file).id, phone=AN[1]))
    said = office("leave", "--phone", AN[1], code=1)
    assert "Trần Văn An" in said
    assert "Phạm Văn Dũng" in said
    assert total(office, "2026-11-01") == 4


def test_a_day_to_come_is_said_with_its_figures_and_no_paper_tells_of_it(
    office, data_path, capsys, tmp_path
):
    words = ["--data", str(data_path), "--json"]
    assert run([*words, "figures", "--as-of", "2096-06-01"]) == 0
    said = capsys.readouterr()
    assert "Ngày 01/06/2096 chưa đến" in said.err
    assert "Ngày 01/06/2096 chưa đến" in " ".join(json.loads(said.out)["notes"])
    for kind, fmt in (("unit-summary", "xlsx"), ("not-completed", "pdf")):
        command = ["report", kind, "--format", fmt, "--as-of", "2096-06-01"]
        assert run([*words, *command, "--out", str(tmp_path)]) == 1
        assert "Số liệu tính đến ngày 01/06/2096, sau hôm nay" in capsys.readouterr().err
    assert not list(tmp_path.glob("*_*.*"))
    assert run([*words, "figures"]) == 0
    said = capsys.readouterr()
    assert (json.loads(said.out)["notes"], said.err) == ([], "")


def test_an_export_that_tells_of_later_days_is_said(office, data_path, capsys, tmp_path):
    book = openpyxl.Workbook()
    head = ("Tên đăng nhập", "Họ tên", "Đơn vị", "Điểm thi", "Ngày thi")
    late, early = "07/06/2026", "03/06/2026"
    for row in (head, (AN[1], AN[0], HERE, 8, late), (BINH[1], BINH[0], HERE, 9, early)):
        book.active.append(row)
    path = tmp_path / "nen-tang.xlsx"
    book.save(path)
    words = ["--data", str(data_path), "--json", "reconcile", str(path), "--dry-run", "--as-of"]
    assert run([*words, "2026-06-05"]) == 0
    said = capsys.readouterr()
    assert "1 dòng ghi ngày sau đó (muộn nhất 07/06/2026)" in said.err
    assert "07/06/2026" in " ".join(p["reason"] for p in json.loads(said.out)["problems"])
    assert run([*words, "2026-06-07"]) == 0
    assert capsys.readouterr().err == ""


def test_figures_of_units_with_those_below(office, data_path):
    with open_file(data_path) as file:
        below = add_unit(file, "Tổ Một", UnitKind.GOVERNMENT, unit(file).id)
        add_person(file, PersonDraft("Phạm Văn Dũng", below))
    own, whole = office("figures"), office("figures", "--rollup")
    assert {u["name"]: u["total"] for u in own["units"]} == {HERE: 3, "Tổ Một": 1}
    rolled = {u["name"]: (u["total"], u["parent"]) for u in whole["units"]}
    assert rolled["Tổ Một"] == (1, HERE)
    assert rolled[HERE][0] == own["total"] == whole["total"] == 4
    assert len(office("people", "--unit", HERE)["people"]) == 3
