"""An officer's day through the headless commands, as a scheduler or a test would do it."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path

import openpyxl
import pypdfium2
import pytest

from models.journal.history import fingerprint
from models.office.practice import sample_list, sample_marks
from models.store.data_file import open_file
from reports.catalog import KINDS

ROOT = Path(__file__).parents[2]


class Office:
    """Runs `main.py --data … --json COMMAND` in a process of its own."""

    def __init__(self, data: Path) -> None:
        self.data = data

    def run(self, *words: object, code: int = 0) -> dict:
        done = self.raw("--json", *words)
        assert done.returncode == code, done.stderr
        assert "Traceback" not in done.stderr
        return json.loads(done.stdout) if done.stdout else {"stderr": done.stderr}

    def raw(self, *words: object) -> subprocess.CompletedProcess[str]:
        command = [sys.executable, str(ROOT / "main.py"), "--data", str(self.data)]
        return subprocess.run(
            [*command, *map(str, words)], capture_output=True, text=True, check=False, timeout=120
        )


@pytest.fixture
def office(tmp_path) -> Office:
    return Office(tmp_path / "xa.tiendo")


@pytest.fixture
def at_hand(tmp_path) -> Office:
    """The same commands without a start each time: what they answer is no matter of the process."""
    from tests.journeys.at_hand import OfficeAtHand

    return OfficeAtHand(tmp_path / "xa.tiendo")


def test_the_day_of_the_letter(office, tmp_path):
    made = office.run("init", "--commune", "Xã Kẻ Sặt", "--contest", "ai-2026")
    assert made["data"] == str(office.data)
    assert made["contest"] == "ai-2026"
    assert made["units"] >= 20

    taken = office.run("import", sample_list())
    boxes = ("new", "updated", "unchanged", "uncertain", "rejected", "skipped")
    assert sum(taken[box] for box in boxes) == taken["rows"]
    assert (taken["new"], taken["people"], taken["uncertain"]) == (532, 532, 0)
    assert len(taken["units"]) == 28
    assert sum(taken["units"].values()) == 532

    marked = office.run("mark", "registered", "--file", sample_marks())
    assert marked == {"marked": 24, "already": 0, "not_found": []}

    figures = office.run("figures", "--as-of", "2026-06-08")
    assert (figures["total"], figures["registered"]) == (532, 24)
    assert figures["rate_registered"] == "4,5%"
    assert sum(unit["total"] for unit in figures["units"]) == 532
    assert sum(unit["registered"] for unit in figures["units"]) == 24

    hashes = set()
    for fmt in ("pdf", "xlsx"):
        target = tmp_path / f"bieu.{fmt}"
        as_of = ("--as-of", "2026-06-08")
        written = office.run("report", "unit-summary", "--format", fmt, *as_of, "--out", target)
        assert Path(written["path"]) == target
        hashes.add(written["figures_hash"])
    assert len(hashes) == 1
    assert _pdf_totals(tmp_path / "bieu.pdf") == ("532", "24", "4,5%")
    assert _xlsx_totals(tmp_path / "bieu.xlsx")[:2] == (532, 24)
    assert _xlsx_totals(tmp_path / "bieu.xlsx")[2] == pytest.approx(24 / 532)


def _pdf_totals(path: Path) -> tuple[str, ...]:
    with pypdfium2.PdfDocument(path) as book:
        text = " ".join(page.get_textpage().get_text_range() for page in book)
    words = text[text.index("Tổng cộng") :].split()
    return tuple(words[2:5])


def _xlsx_totals(path: Path) -> tuple:
    book = openpyxl.load_workbook(path, data_only=True)
    for row in book.active.iter_rows(values_only=True):
        if any(str(cell).startswith("Tổng cộng") for cell in row if cell):
            return tuple(cell for cell in row if isinstance(cell, int | float))
    raise AssertionError("the workbook has no total")


def test_an_import_is_undone_and_redone_across_restarts(office):
    office.run("init", "--commune", "Xã Kẻ Sặt", "--contest", "ai-2026")
    prints = [_fingerprint(office.data)]
    office.run("import", sample_list())
    prints.append(_fingerprint(office.data))
    (undone,) = office.run("undo")["undone"]
    assert "532 người mới" in undone
    assert _fingerprint(office.data) == prints[0]
    assert office.run("people")["people"] == []
    assert office.run("redo")["redone"] == [undone]
    assert _fingerprint(office.data) == prints[1]
    summaries = [entry["summary"] for entry in office.run("history")["changes"]]
    assert summaries[0].startswith("Làm lại: nhập")
    assert summaries[1].startswith("Hoàn tác: nhập")
    assert summaries[-1] == "Tạo dữ liệu cho xã Kẻ Sặt"


def _fingerprint(path: Path) -> str:
    with open_file(path) as file:
        return fingerprint(file)


def test_the_same_list_again_changes_nothing(at_hand):
    at_hand.run("init", "--commune", "Xã Kẻ Sặt", "--contest", "ai-2026")
    at_hand.run("import", sample_list())
    before = _fingerprint(at_hand.data)
    dry = at_hand.run("import", sample_list(), "--dry-run")
    assert (dry["new"], dry["updated"], dry["unchanged"]) == (0, 0, 532)
    assert _fingerprint(at_hand.data) == before


def test_people_come_in_vietnamese_order_and_by_search(at_hand):
    at_hand.run("init", "--commune", "Xã Kẻ Sặt", "--contest", "ai-2026")
    at_hand.run("import", sample_list())
    everybody = at_hand.run("people")["people"]
    assert len(everybody) == 532
    one = everybody[100]
    found = at_hand.run("people", "--search", one["phone"] or one["name"])["people"]
    assert one["uid"] in {person["uid"] for person in found}
    unit = at_hand.run("people", "--unit", one["unit"], "--status", "not_registered")["people"]
    assert {person["unit"] for person in unit} == {one["unit"]}


def test_marking_by_phone_and_taking_it_back(at_hand):
    at_hand.run("init", "--commune", "Xã Kẻ Sặt", "--contest", "ai-2026")
    at_hand.run("import", sample_list())
    phones = [p["phone"] for p in at_hand.run("people")["people"] if p["phone"].startswith("0")]
    lone = [phone for phone in phones if phones.count(phone) == 1][:2]
    apart = ("--phone", lone[0], "--phone", lone[1], "0999999999")
    words = ("mark", "completed", *apart, "--on", "2026-06-05")
    assert at_hand.run(*words) == {"marked": 2, "already": 0, "not_found": ["0999999999"]}
    figures = at_hand.run("figures", "--as-of", "2026-06-05")
    assert (figures["registered"], figures["completed"]) == (2, 2)
    cleared = at_hand.raw("--json", "mark", "registered", "--phone", lone[0], "--clear")
    assert "Bỏ đăng ký thì cũng bỏ dấu hoàn thành" in cleared.stderr
    assert len(json.loads(cleared.stdout)["completion_cleared"]) == 1
    assert at_hand.run("figures")["registered"] == 1


@pytest.mark.parametrize(
    ("words", "sentence"),
    [
        (("import", "khong-co.xlsx"), "khong-co.xlsx"),
        (("report", "khong-co-loai"), "Không có loại văn bản"),
        (("people", "--unit", "Phòng Không Có"), "Không có đơn vị nào"),
        (("init", "--commune", "Xã Kẻ Sặt"), "Đã có tệp"),
    ],
)
def test_problems_are_one_sentence_and_code_1(at_hand, words, sentence):
    at_hand.run("init", "--commune", "Xã Kẻ Sặt", "--contest", "ai-2026")
    before = _fingerprint(at_hand.data)
    done = at_hand.raw("--json", *words)
    assert done.returncode == 1
    assert done.stdout == ""
    assert sentence in done.stderr
    assert len(done.stderr.strip().splitlines()) == 1
    assert _fingerprint(at_hand.data) == before


@pytest.mark.parametrize(
    "words",
    [
        ("bay",),
        ("mark", "registered"),
        ("figures", "--as-of", "8/6"),
        ("undo", "-1"),
        ("undo", "0"),
    ],
)
def test_wrong_usage_is_code_2(office, words):
    done = office.raw(*words)
    assert done.returncode == 2
    assert "Câu lệnh chưa đúng" in done.stderr


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (("import",), "còn thiếu: file"),
        (("mark", "done", "--phone", "1"), "không có 'done'"),
        (("mark", "registered"), "cần một trong"),
        (("figures", "--nhanh"), "không hiểu: --nhanh"),
        (("figures", "--as-of"), "--as-of cần một giá trị"),
        (("undo", "ba"), "số nguyên từ 1"),
    ],
)
def test_wrong_usage_is_told_in_vietnamese(at_hand, words, said):
    done = at_hand.raw(*words)
    assert done.returncode == 2
    assert said in done.stderr
    assert not {"argument", "choose", "required", "expected"} & set(done.stderr.split())


def test_a_name_that_belies_the_format_is_refused(at_hand, tmp_path):
    at_hand.run("init", "--commune", "Xã Kẻ Sặt", "--contest", "ai-2026")
    target = tmp_path / "bieu.pdf"
    done = at_hand.raw("report", "unit-summary", "--format", "xlsx", "--out", target)
    assert (done.returncode, target.exists()) == (1, False)
    assert ".xlsx" in done.stderr


def test_help_names_every_command(office):
    done = office.raw("--help")
    assert done.returncode == 0
    assert all(name in done.stdout for name in ("init", "import", "mark", "self-check"))


def test_the_kinds_of_documents_are_named(at_hand):
    listed = at_hand.run("report", "--list")["kinds"]
    assert [each["kind"] for each in listed] == [kind.code for kind in KINDS]
    for told, kind in zip(listed, KINDS, strict=True):
        assert (told["name"], told["formats"]) == (kind.title, list(kind.formats))
        assert told["audience"] in {"city", "units", "internal"}


def test_demo_writes_every_document(office, tmp_path):
    shown = office.run("demo", "--out", tmp_path / "thu")
    assert shown["figures"]["rate_registered"] == "4,5%"
    kinds = {kind.code: kind for kind in KINDS}
    everywhere = ("unit-summary", "not-registered", "not-completed", "people")
    assert len(shown["files"]) > sum(len(kinds[each].formats) for each in everywhere)
    assert sum("Phieu_" in path for path in shown["files"]) == 1
    assert all(Path(path).stat().st_size > 4_000 for path in shown["files"])
    assert not office.data.exists()


def test_self_check_is_well(office):
    checked = office.run("self-check")
    assert checked["ok"], checked
    assert set(checked["checks"]) == {"dữ liệu", "mã hóa", "văn bản", "cửa sổ"}
