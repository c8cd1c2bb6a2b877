"""Issued documents without a window: issued, listed, given out again, recalled, verified."""

from __future__ import annotations

import hashlib
from io import BytesIO

import openpyxl
import pytest

from models.store.data_file import open_file
from tests.conftest import clock
from tests.factory import add_people
from tests.journeys.at_hand import OfficeAtHand


@pytest.fixture
def office(data_path):
    with open_file(data_path, clock) as file:
        add_people(file, 6)
    return OfficeAtHand(data_path)


def issue(office, *more):
    return office.run("report", "unit-summary", "--as-of", "2026-06-08", "--issue", *more)


def test_a_document_is_issued_listed_and_given_out_again_to_the_byte(office, tmp_path):
    made = issue(office, "--out", tmp_path / "gui.pdf")
    assert {each["format"] for each in made["files"]} == {"pdf", "docx", "xlsx"}
    [listed] = office.run("issued", "list")["issued"]
    assert (listed["id"], listed["changed_since"], listed["replaced_by"]) == (
        made["id"],
        False,
        None,
    )
    again = office.run("issued", "reprint", made["id"], "--out", tmp_path / "lai.pdf")
    content = (tmp_path / "lai.pdf").read_bytes()
    assert content == (tmp_path / "gui.pdf").read_bytes()
    assert again["sha256"] == hashlib.sha256(content).hexdigest()
    said = office.run("issued", "reprint", 99, "--out", tmp_path / "x.pdf", code=1)["stderr"]
    assert "mang số 99" in said


def test_it_is_recalled_by_a_new_one_alone(office, tmp_path):
    first = issue(office, "--out", tmp_path / "1.pdf")
    said = office.run(
        "report",
        "unit-summary",
        "--as-of",
        "2026-06-08",
        "--issue",
        "--out",
        tmp_path / "2.pdf",
        code=1,
    )["stderr"]
    assert "thu hồi bằng bản mới" in said
    second = issue(office, "--recall", "--out", tmp_path / "2.pdf")
    third = office.run("issued", "recall", second["id"])
    told = {each["id"]: each["replaced_by"] for each in office.run("issued", "list")["issued"]}
    assert told == {first["id"]: second["id"], second["id"]: third["id"], third["id"]: None}


def test_a_returned_file_is_verified(office, tmp_path):
    made = issue(office, "--format", "xlsx", "--out", tmp_path / "gui.xlsx")
    told = office.run("verify", tmp_path / "gui.xlsx")
    assert (told["outcome"], told["issued"]) == ("same_bytes", made["id"])
    book = openpyxl.load_workbook(BytesIO((tmp_path / "gui.xlsx").read_bytes()), data_only=True)
    page = book.worksheets[0]
    row = next(cell.row for line in page.iter_rows() for cell in line if cell.value == "Tổng cộng")
    page[f"C{row}"] = 31
    book.save(tmp_path / "sua.xlsx")
    told = office.run("verify", tmp_path / "sua.xlsx", code=3)
    assert told["differences"] == [
        {"place": f"ô C{row} của trang “Biểu tổng hợp”", "issued": "6", "returned": "31"}
    ]


@pytest.mark.parametrize("name", ["gui.docx", "khong-co/gui.pdf", "da-co.pdf"])
def test_nothing_is_issued_whose_file_cannot_be_written(office, tmp_path, name):
    (tmp_path / "da-co.pdf").write_bytes(b"")
    words = ("report", "unit-summary", "--issue", "--out", tmp_path / name)
    assert office.raw(*words).returncode == 1
    assert office.run("issued", "list")["issued"] == []


def test_nothing_is_recalled_that_was_not_issued(office, tmp_path):
    refused = office.raw("report", "unit-summary", "--recall", "--out", tmp_path)
    assert (refused.returncode, "không có bản nào để thu hồi" in refused.stderr) == (1, True)
    assert office.run("issued", "list")["issued"] == []
