"""Small lists that were once read wrongly, by the commands: prints case, expected and got."""

from __future__ import annotations

import json
import sys
from pathlib import Path
from typing import Any

import pytest

from tests.reports.pdf_reader import read_pdf
from ui.commandline.run import run

CASES = Path(__file__).parent / "cases"
UNIT = ("--unit", "Phòng Kinh tế")

NAMES = ("Nguyễn Văn An", "Trần Thị Bình", "Lê Quang Cường", "Phạm Minh Dũng")
PHONES = tuple(f"091234567{at}" for at in range(1, 5))


class Office:
    """A fresh file of a commune, and its commands."""

    def __init__(self, data: Path, capsys: pytest.CaptureFixture[str]) -> None:
        self._data, self._capsys = data, capsys
        self.do("init", "--commune", "Xã Kẻ Sặt", "--contest", "ai-2026")

    def do(self, *words: str, code: int | None = 0) -> dict[str, Any]:
        self._capsys.readouterr()
        got = run(["--data", str(self._data), "--json", *words])
        out, self.complaint = self._capsys.readouterr()
        assert code is None or got == code, self.complaint
        return json.loads(out) if out.strip() else {}

    def take(self, name: str, *words: str) -> dict[str, Any]:
        return self.do("import", str(CASES / name), *words)

    def people(self, *fields: str) -> list[tuple[str, ...]]:
        """These fields of everybody, in the order of the names."""
        found = self.do("people")["people"]
        return sorted(tuple(str(each[field] or "") for field in fields) for each in found)

    def told(self, answer: dict[str, Any]) -> str:
        return " | ".join(
            f"{p['row']} {p['column']} {p['value']}: {p['reason']}" for p in answer["problems"]
        )


@pytest.fixture
def office(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> Office:
    return Office(tmp_path / "xa.tiendo", capsys)


def right(case: str, expected: Any, got: Any) -> None:
    sys.stdout.write(f"{case}\n  expected {expected}\n  got      {got}\n")
    assert got == expected, case


def marked(office: Office) -> list[tuple[str, ...]]:
    """Name, whether registered, whether completed, of all who have a mark."""
    rows = office.people("name", "registered_on", "completed_on")
    return [(name, "đk" if r else "", "ht" if c else "") for name, r, c in rows if r or c]


def plain(*rows: tuple[str, ...]) -> list[tuple[str, ...]]:
    return sorted(rows)


LISTS: list[tuple[str, tuple[str, ...], tuple[str, ...], list[tuple[str, ...]]]] = [
    (
        "old-new.xlsx", (), ("name", "unit", "position", "phone"),
        [(n, "Phòng Kinh tế", "Chuyên viên", p) for n, p in zip(NAMES, PHONES, strict=True)],
    ),
    (
        "month-first.xlsx", (), ("name", "birth"),
        [
            ("Nguyễn Văn An", "1985-04-02"), ("Trần Thị Bình", "1990-09-15"),
            ("Lê Quang Cường", "1979-12-01"), ("Phạm Minh Dũng", "1988-04-30"),
            ("Đỗ Thu Hà", "1991-05-13"), ("Vũ Thị Giang", "1990-07-28"),
        ],
    ),
    (
        "year-in-date.xlsx", (), ("name", "birth"),
        [(n, y) for n, y in zip(NAMES, ("1985", "1990", "1979"), strict=False)],
    ),
    (
        "hyphens.xlsx", (), ("name", "unit"),
        [(n, "Trường TH-THCS An Bình") for n in NAMES],
    ),
    (
        "equals-text.csv", (), ("name", "birth", "phone"),
        [
            ("Nguyễn Văn An", "1985-04-02", PHONES[0]),
            ("Trần Thị Bình", "1990-09-15", PHONES[1]),
            ("Lê Quang Cường", "1979-12-01", PHONES[2]),
        ],
    ),
    (
        "struck.xlsx", (), ("name", "phone", "unit"),
        [
            ("Nguyễn Văn An", PHONES[0], "Trạm Y tế xã"),
            ("Trần Thị Bình", PHONES[1], "Trạm Y tế xã"),
            ("Lê Quang Cường", PHONES[2], "Thôn Tây"),
            ("Phạm Minh Dũng", PHONES[3], "Trạm Y tế xã"),
        ],
    ),
    (
        "tab-in-name.ods", (), ("name", "unit"),
        [("Nguyễn Văn An", "Trạm Y tế xã"), ("Trần Thị Bình", "Trạm Y tế xã")],
    ),
    (
        "header-like-people.xlsx", UNIT, ("name", "unit"),
        [(n, "Phòng Kinh tế") for n in
         ("Nguyễn Văn An", "Nguyễn Văn Bình", "Trần Thị Chi", "Lê Đức Dũng")],
    ),
    (
        "split-no-header.xlsx", UNIT, ("name", "birth"),
        [
            ("Nguyễn Văn An", "1990-05-01"), ("Nguyễn Văn Bình", "1990-05-02"),
            ("Trần Thị Chi", "1990-05-03"), ("Lê Đức Dũng", "1990-05-04"),
            ("Phạm Em", "1990-05-05"),
        ],
    ),
    (
        "family-ong.xlsx", (), ("name", "phone"),
        [(n, p) for n, p in zip(
            ("Ông Ích Khiêm", "Ông Ngọc Lan", "Ông Khoa", "Nguyễn Văn Tín"), PHONES, strict=True)],
    ),
    (
        "people-in-a-cell.xlsx", (), ("name", "unit"),
        [(n, "Phòng Kinh tế") for n in ("Nguyễn Văn An", "Trần Thị Bình", "Lê Đức Chi")],
    ),
    (
        "leave-list.xlsx", (), ("name", "unit", "position", "birth"),
        [(n, "Phòng Kinh tế", "Chuyên viên", "") for n in
         ("Nguyễn Văn An", "Trần Thị Bình", "Lê Đức Chi")],
    ),
    (
        "namesakes-with-codes.xlsx", (), ("name", "unit"),
        [("Nguyễn Văn An", "Phòng Kinh tế")] * 2,
    ),
    (
        "vacancy.csv", (), ("name", "unit"),
        [(n, "Phòng Kinh tế") for n in ("Đặng Trọng Tài", "Đặng Tuyền Đoan", "Nguyễn Văn Tín")],
    ),
]  # fmt: skip


@pytest.mark.parametrize(
    ("name", "words", "fields", "expected"), LISTS, ids=[each[0] for each in LISTS]
)
def test_everybody_is_read_as_they_stand(
    office: Office,
    name: str,
    words: tuple[str, ...],
    fields: tuple[str, ...],
    expected: list[tuple[str, ...]],
) -> None:
    office.take(name, *words)
    right(name, plain(*expected), office.people(*fields))


def test_a_bad_byte_spoils_one_cell_that_is_named(office: Office) -> None:
    told = office.told(office.take("bad-byte.csv"))
    assert "3 B" in told, told
    names = [name for (name,) in office.people("name")]
    right("bad-byte.csv", 3, len(names))
    assert {"Nguyễn Văn An", "Lê Quang Cường"} <= set(names)


def test_a_stray_quote_loses_nobody(office: Office) -> None:
    answer = office.take("stray-quote.csv")
    people = office.people("name", "phone")
    assert len(people) + answer["uncertain"] + answer["rejected"] == 4, (people, answer)
    assert set(people) <= set(zip(NAMES, PHONES, strict=True))
    assert ("Phạm Minh Dũng", PHONES[3]) in people or "Phạm Minh Dũng" in office.told(answer)


def test_seconds_before_midnight_are_the_next_day(office: Office) -> None:
    answer = office.take("before-midnight.xlsx")
    births = dict(office.people("name", "birth"))
    right("before-midnight.xlsx", "1985-04-02", births["Nguyễn Văn An"])
    right("before-midnight.xlsx", "1990-09-15", births["Trần Thị Bình"])
    third = births["Lê Quang Cường"]
    assert third == "1979-12-01" or (third == "" and "17:00" in office.told(answer))


def test_the_struck_x_marks_nobody_and_is_told(office: Office) -> None:
    answer = office.take("struck.xlsx")
    assert [name for name, _, _ in marked(office)] == sorted(NAMES[:3])
    assert "gạch" in office.told(answer)


def test_words_of_employment_mark_nobody(office: Office) -> None:
    answer = office.take("status-leave.xlsx")
    right("status-leave.xlsx", [], marked(office))
    told = office.told(answer).casefold()
    for words in ("thai sản", "hết 30/09/2026", "rời danh sách từ 01/05/2026", "người lao động"):
        assert words in told, told


def test_another_matter_marks_nobody(office: Office) -> None:
    answer = office.take("other-matters.xlsx")
    right("other-matters.xlsx", [], marked(office))
    assert "Đăng ký hiến máu" in office.told(answer)


def test_a_failed_word_beside_a_passed_one_is_to_be_decided(office: Office) -> None:
    answer = office.take("status-failed.xlsx")
    assert [n for n, _, done in marked(office) if done] == ["Phạm Minh Dũng"]
    told = office.told(answer)
    for status in ("Hoàn thành (không đạt)", "Đã thi, trượt", "Hoàn thành: Không"):
        assert status in told, told


@pytest.mark.parametrize("way", ["import", "mark", "reconcile"])
def test_times_of_a_form_complete_nobody(office: Office, way: str) -> None:
    path = str(CASES / "form-stamps.xlsx")
    if way != "import":
        office.take("other-matters.xlsx")
    words = {"import": ["import", path], "mark": ["mark", "completed", "--file", path]}
    answer = office.do(*words.get(way, ["reconcile", path]), code=None)
    right("form-stamps.xlsx", [], [n for n, _, done in marked(office) if done])
    told = json.dumps(answer, ensure_ascii=False) + office.complaint
    assert "Thời gian hoàn thành" in told


def test_every_row_of_an_export_is_in_a_box_or_named(office: Office) -> None:
    office.take("other-matters.xlsx")
    answer = office.do("reconcile", str(CASES / "reconcile-names.xlsx"))
    right("reconcile-names.xlsx", 7, answer["rows"])
    boxes = ("matched", "wrong_unit", "not_on_roster", "uncertain")
    named = {each["row"] for each in answer["problems"]}
    assert sum(answer[box] for box in boxes) + len(named & set(range(2, 9))) >= 7, answer
    got = {name for name, registered, _ in marked(office) if registered}
    right("reconcile-names.xlsx", True, "Trần Thị Bình" in got)


def test_no_unit_is_told_once_with_the_advice(office: Office) -> None:
    answer = office.do("import", str(CASES / "no-unit.xlsx"), code=None)
    right("no-unit.xlsx", [], office.people("name"))
    told = [p for p in answer["problems"] if "đơn vị" in p["reason"].lower()]
    right("no-unit.xlsx", 1, len(told))
    assert "--unit" in told[0]["reason"]


def test_a_glued_given_name_is_the_same_person(office: Office) -> None:
    office.take("doubled-roster.xlsx")
    answer = office.do("reconcile", str(CASES / "doubled-platform.xlsx"))
    right("doubled", (1, 0, 0), (answer["matched"], answer["uncertain"], answer["wrong_unit"]))


def test_a_unit_without_marks_is_the_same_unit(office: Office) -> None:
    office.take("unmarked-unit-roster.xlsx")
    answer = office.do("reconcile", str(CASES / "unmarked-unit-platform.xlsx"))
    right("unmarked-unit", (1, 0), (answer["matched"], answer["wrong_unit"]))


def test_the_hyphens_are_printed(office: Office, tmp_path: Path) -> None:
    office.take("hyphens.xlsx")
    out = tmp_path / "bieu.pdf"
    office.do("report", "unit-summary", "--format", "pdf", "--out", str(out))
    text = " ".join(" ".join(page.text.split()) for page in read_pdf(out.read_bytes()).pages)
    assert "TH-THCS An Bình" in text


@pytest.mark.parametrize("name", ["second-name.xlsx", "two-in-a-row.xlsx"])
def test_two_names_in_a_row(office: Office, name: str) -> None:
    words = () if name == "second-name.xlsx" else UNIT
    answer = office.do("import", str(CASES / name), *words, code=None)
    people = office.people("name", "phone")
    names = {who for who, _ in people}
    firsts = {"Nguyễn Văn An", "Trần Thị Bình", "Lê Đức Chi"}
    others = {"Đỗ Thị Hà", "Vũ Đức Huy", "Bùi Văn Kha"}
    if name == "second-name.xlsx":
        right(name, firsts, names or firsts)
        told = office.told(answer) + office.complaint
        assert all(not phone for _, phone in people) or not people
        assert "điện thoại" in told.lower()
    else:
        told = office.told(answer) + office.complaint
        assert names == firsts | others or (not names and "giám thị" in told.lower()), people
