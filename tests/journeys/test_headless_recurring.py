"""Reports of a period by command, and stored definitions that run again each month."""

from __future__ import annotations

from pathlib import Path

import pypdfium2
import pytest

from models.records import Mark
from models.roster.marks import set_marks
from models.store.data_file import open_file
from tests.conftest import clock
from tests.factory import add_people
from tests.journeys.at_hand import OfficeAtHand

STORE = ("report", "--store", "Báo cáo tháng", "--every", "month", "--kinds", "unit-summary")


@pytest.fixture
def office(data_path) -> OfficeAtHand:
    with open_file(data_path, clock) as file:
        ids = add_people(file, 6)
        set_marks(file, ids[:2], Mark.REGISTERED, clock().date())
    return OfficeAtHand(data_path)


def text_of(path: str) -> str:
    with pypdfium2.PdfDocument(path) as book:
        words = " ".join(page.get_textpage().get_text_range() for page in book)
    return " ".join(words.split())


def test_a_document_of_a_period(office, tmp_path):
    made = office.run("report", "unit-summary", "--period", "2026-06", "--out", tmp_path)
    assert "_Ky-2026-06_" in made["path"]
    assert made["as_of"] == made["period"]["until"] == "2026-06-14"
    assert made["period"]["since"] == "2026-05-15"
    assert made["change"]["period"]["code"] == "2026-05"
    assert (made["change"]["registered"], made["change"]["frozen"]) == (2, None)
    assert made["change"]["against"] == "so với ngày 14/5/2026 theo dữ liệu hiện nay"
    words = text_of(made["path"])
    assert "Kỳ báo cáo: tháng 6 năm 2026 (từ 15/5/2026 đến 14/6/2026)" in words
    assert "đăng ký tăng 2 người" in words


def test_by_calendar(office, tmp_path):
    made = office.run(
        "report", "unit-summary", "--period", "2026-Q2", "--cut", "calendar", "--out", tmp_path
    )
    assert (made["period"]["since"], made["as_of"]) == ("2026-04-01", "2026-06-30")


def test_stored_once_run_again_each_period(office, tmp_path):
    stored = office.run(*STORE, "--formats", "pdf", "xlsx")["definition"]
    assert stored["due"]
    made = office.run(
        "report", "--stored", "báo cáo tháng", "--period", "2026-06", "--out", tmp_path
    )
    assert [Path(each["path"]).suffix for each in made["files"]] == [".pdf", ".xlsx"]
    assert len({each["figures_hash"] for each in made["files"]}) == 1
    later = office.run("report", "unit-summary", "--period", "2026-07", "--out", tmp_path)
    assert later["change"]["frozen"] == made["frozen"]
    listed = office.run("report", "--definitions")["definitions"]
    assert listed[0]["last_period"] == "2026-06"
    office.run("undo")
    assert office.run("report", "--definitions")["definitions"][0]["last_period"] is None
    office.run("report", "--forget", "Báo cáo tháng")
    assert office.run("report", "--definitions")["definitions"] == []


def test_nothing_is_left_when_one_cannot_be_made(office, tmp_path):
    office.run(*STORE)
    done = office.raw("report", "--stored", "Báo cáo tháng", "--out", tmp_path / "khong-co")
    assert (done.returncode, "Không có thư mục" in done.stderr) == (1, True)
    office.run("report", "--stored", "Báo cáo tháng", "--out", tmp_path)
    before = sorted(tmp_path.iterdir())
    assert office.run("report", "--definitions")["definitions"][0]["due"] is False
    assert any(path.suffix == ".pdf" for path in before)


@pytest.mark.parametrize(
    ("words", "code", "said"),
    [
        (("unit-summary", "--period", "tháng 6"), 2, "kỳ ghi theo dạng 2026-06"),
        (("unit-summary", "--period", "2036-06", "--as-of", "2026-06-08"), 2, "không dùng"),
        (("unit-summary", "--period", "2099-06"), 1, "chưa bắt đầu"),
        (("--stored", "Không có"), 1, "Không có báo cáo định kỳ"),
        (("--store", "A", "--kinds", "unit-summary"), 1, "bao lâu một lần"),
        (("--store", "A", "--every", "month", "--kinds", "x"), 1, "Không có loại văn bản x"),
        (("--store", "A", "--every", "month"), 1, "chưa chọn văn bản"),
    ],
)
def test_what_cannot_be_is_told(office, words, code, said):
    done = office.raw("report", *words)
    assert (done.returncode, said in done.stderr) == (code, True), done.stderr


def test_a_period_alone_runs_whatever_is_stored_for_it(office, tmp_path):
    refused = office.raw("report", "--period", "2026-06", "--out", tmp_path)
    assert (refused.returncode, "Chưa lưu báo cáo định kỳ nào" in refused.stderr) == (1, True)
    office.run(*STORE)
    office.run("report", "--store", "Danh sách", "--every", "month", "--kinds", "not-registered")
    office.run("report", "--store", "Quý", "--every", "quarter", "--kinds", "unit-summary")
    runs = office.run("report", "--period", "2026-06", "--out", tmp_path)["runs"]
    assert [each["definition"] for each in runs] == ["Báo cáo tháng", "Danh sách"]
    assert all(Path(file["path"]).exists() for each in runs for file in each["files"])
    assert all("_Ky-2026-06_" in file["path"] for each in runs for file in each["files"])
    days = ("--since", "2026-05-01", "--until", "2026-05-31")
    office.run("report", "--store", "Đợt", "--every", "free", "--kinds", "unit-summary", *days)
    other = office.raw("report", "--period", "2026-05-01..2026-05-30", "--out", tmp_path)
    assert "Chưa lưu báo cáo định kỳ nào" in other.stderr
    (run,) = office.run("report", "--period", "2026-05-01..2026-05-31", "--out", tmp_path)["runs"]
    assert run["definition"] == "Đợt"
