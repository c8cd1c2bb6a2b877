"""The sample workbooks are what they claim to be, and can be made again."""

import json
import re
import subprocess
import sys
import unicodedata
import zipfile
from collections import Counter
from datetime import date, datetime
from pathlib import Path

import pytest
from openpyxl import load_workbook

from models.records import StaffType, UnitKind
from resources import resource_path
from resources.catalog import StarterUnit, starter_units

REPOSITORY = Path(__file__).resolve().parents[2]
GENERATOR = REPOSITORY / "packaging" / "samples" / "make_samples.py"
TRUTH = json.loads((Path(__file__).parent / "truth.json").read_text(encoding="utf-8"))
ROSTER = resource_path("samples", "danh-sach-mau.xlsx")
REGISTRATIONS = resource_path("samples", "dang-ky-den-2026-06-08.xlsx")


@pytest.fixture(scope="module")
def sheet():
    book = load_workbook(ROSTER)
    yield book.worksheets[0]
    book.close()


@pytest.fixture(scope="module")
def registered():
    book = load_workbook(REGISTRATIONS)
    yield [list(row) for row in book.worksheets[0].iter_rows(values_only=True)]
    book.close()


def test_532_people_work_in_28_units():
    counts = Counter(person["unit"] for person in TRUTH["people"])
    assert TRUTH["total"] == len(TRUTH["people"]) == sum(counts.values()) == 532
    assert counts == TRUTH["units"]
    assert len(counts) == 28


def test_proportions_are_those_of_a_commune():
    kinds = TRUTH["unit_kinds"]
    for name, count in TRUTH["units"].items():
        low, high = (30, 45) if kinds[name] == "school" else (5, 15)
        assert low <= count <= high, name
    assert set(kinds.values()) <= {str(kind) for kind in UnitKind}
    staff_types = {person["staff_type"] for person in TRUTH["people"]}
    assert staff_types == {"", *map(str, StaffType)}


def test_the_list_has_the_official_shape(sheet):
    merged = {str(span) for span in sheet.merged_cells.ranges}
    assert {"A1:C1", "D1:H1", "A3:H3", "A6:A7", "B6:B7", "C6:D6", "G6:G7"} <= merged
    assert sheet["D2"].value == "Độc lập - Tự do - Hạnh phúc"
    assert all(cell.value is None for cell in sheet[5])
    assert [cell.value for cell in sheet[6]] == [
        "STT",
        "Họ và tên",
        "Ngày sinh",
        None,
        "Chức vụ",
        "Loại",
        "Số điện thoại",
        "Ghi chú",
    ]
    assert [sheet["C7"].value, sheet["D7"].value] == ["Nam", "Nữ"]
    texts = [str(row[0].value) for row in sheet.iter_rows() if row[0].value]
    assert "Tổng cộng: 532 người" in texts
    assert "NGƯỜI LẬP BIỂU" in texts


def test_every_unit_has_its_numbered_group_row(sheet):
    rows = [str(row[0].value) for row in sheet.iter_rows(min_row=8) if row[1].value is None]
    headings = [m[1] for text in rows if (m := re.fullmatch(r"[IVX]+\. (.+)", text))]
    assert [TRUTH["headings"][heading] for heading in headings] == list(TRUTH["units"])


def test_the_truth_lists_what_the_cells_hold(sheet):
    numbers = [sheet.cell(person["row"], 1).value for person in TRUTH["people"]]
    assert numbers == list(range(1, 533))
    for person in TRUTH["people"]:
        written = sheet.cell(person["row"], 2).value
        assert unicodedata.normalize("NFC", written) == person["name"]
        born = sheet.cell(person["row"], 3 if person["gender"] == "male" else 4).value
        other = sheet.cell(person["row"], 4 if person["gender"] == "male" else 3).value
        assert birth_of(born) == person["birth"]
        assert other is None


def birth_of(cell: object) -> str:
    if isinstance(cell, datetime):
        return cell.date().isoformat()
    if isinstance(cell, int):
        return str(cell)
    return datetime.strptime(str(cell).strip(), "%d/%m/%Y").date().isoformat()


def test_phones_come_in_every_shape_and_mean_the_truth(sheet):
    shapes = Counter()
    for person in TRUTH["people"]:
        cell = sheet.cell(person["row"], 7).value
        shape, phone = read_phone(cell)
        shapes[shape] += 1
        assert phone == person["phone"]
    assert shapes["missing"] == 9
    assert shapes["11 digits"] == 6
    assert min(shapes[s] for s in ("no zero", "dots", "spaces", "+84", "84")) >= 8
    assert shapes["plain"] > 250


def read_phone(cell: object) -> tuple[str, str]:
    """Told apart by hand, so that the truth does not rest on the program's own reading."""
    text = "" if cell is None else str(cell)
    digits = re.sub(r"\D", "", text)
    old = {"168": "038", "169": "039", "165": "035", "123": "083", "122": "077"}
    if not text:
        return "missing", ""
    if text.startswith("+84"):
        return "+84", "0" + digits[2:]
    if len(digits.lstrip("0")) == 10 and digits.lstrip("0").startswith("1"):
        return "11 digits", old[digits.lstrip("0")[:3]] + digits[-7:]
    if isinstance(cell, int):
        return ("84", "0" + digits[2:]) if len(digits) == 11 else ("no zero", "0" + digits)
    return ("dots" if "." in text else "spaces" if " " in text else "plain"), digits


def test_phones_are_valid_plainly_made_up_and_shared_by_two_pairs():
    phones = Counter(person["phone"] for person in TRUTH["people"] if person["phone"])
    assert all(re.fullmatch(r"0[35789]\d000[1-9]\d{3}", phone) for phone in phones)
    assert sorted(phones.values())[-3:] == [1, 2, 2]


def test_names_come_as_lists_write_them(sheet):
    written = [sheet.cell(person["row"], 2).value for person in TRUTH["people"]]
    assert sum(name.isupper() for name in written) == 18
    assert sum(not unicodedata.is_normalized("NFC", name) for name in written) == 9
    assert any(re.search("oà|uỷ|uý", name) for name in written)
    assert any(re.search("òa|ủy|úy", name) for name in written)
    assert "Nguyễn Thị Hương 1982" in written
    assert "Trần Văn Nam (90)" in written


def test_the_same_name_occurs_only_in_different_units():
    where = Counter((person["name"].casefold(), person["unit"]) for person in TRUTH["people"])
    assert set(where.values()) == {1}
    names = Counter(person["name"].casefold() for person in TRUTH["people"])
    assert sum(count > 1 for count in names.values()) >= 4


def starter_names(units: tuple[StarterUnit, ...]) -> dict[str, str]:
    found = {}
    for unit in units:
        found |= {text: unit.name for text in (unit.name, *unit.aliases)}
        found |= starter_names(unit.children)
    return found


def test_units_are_starter_units_or_new_schools_and_villages():
    known = starter_names(starter_units("xã"))
    folded = {text.casefold(): name for text, name in known.items()}
    for heading, name in TRUTH["headings"].items():
        if TRUTH["unit_kinds"][name] in ("school", "village"):
            assert name not in known
        else:
            assert folded[heading.casefold()] == name


def test_24_registrations_of_which_11_completed(registered):
    header, *rows = registered
    assert header == [
        "Họ tên",
        "Số điện thoại",
        "Đơn vị",
        "Ngày đăng ký",
        "Trạng thái",
        "Ngày hoàn thành",
        "Điểm",
    ]
    assert len(rows) == 24
    assert Counter(row[4] for row in rows) == {"Đã hoàn thành": 11, "Chưa hoàn thành": 13}
    days = [datetime.strptime(row[3], "%d/%m/%Y").date() for row in rows]
    assert days == sorted(days)
    assert (days[0], days[-1]) == (date(2026, 5, 28), date(2026, 6, 8))
    assert all((row[5] is None) == (row[6] is None) == (row[4][0] == "C") for row in rows)


def test_registrations_point_at_exactly_one_person_each(registered):
    holders = Counter(person["phone"] for person in TRUTH["people"])
    people = {person["phone"]: person for person in TRUTH["people"]}
    for row, truth in zip(registered[1:], TRUTH["registrations"], strict=True):
        assert read_phone(row[1])[1] == truth["phone"]
        assert holders[truth["phone"]] == 1
        assert people[truth["phone"]]["name"] == truth["name"]
        assert people[truth["phone"]]["unit"] == truth["unit"]
        assert (row[0], row[2]) == (truth["platform_name"], truth["platform_unit"])
        completed = truth["completed_on"]
        assert completed is None or truth["registered_on"] <= completed <= "2026-06-08"
    assert len({truth["phone"] for truth in TRUTH["registrations"]}) == 24
    assert sum(truth["wrong_unit"] for truth in TRUTH["registrations"]) == 2


def test_the_generator_makes_the_same_files_again(tmp_path):
    for folder in (tmp_path / "a", tmp_path / "b"):
        folder.mkdir()
        subprocess.run([sys.executable, GENERATOR, "--out", folder], check=True)
    for shipped in (ROSTER, REGISTRATIONS):
        made = tmp_path / "a" / shipped.name
        assert made.read_bytes() == (tmp_path / "b" / shipped.name).read_bytes()
        assert contents(made) == contents(shipped)
    assert json.loads((tmp_path / "a" / "truth.json").read_text(encoding="utf-8")) == TRUTH


def contents(path: Path) -> dict[str, bytes]:
    """What is inside; compressed bytes may differ between versions of zlib."""
    with zipfile.ZipFile(path) as archive:
        return {name: archive.read(name) for name in archive.namelist()}
