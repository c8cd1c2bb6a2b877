"""`mark --file`: a list about another matter marks nobody, whatever shape it has."""

from datetime import date
from pathlib import Path

import pytest

from models.marking.from_list import read_mark_list
from models.records import Mark
from models.store.data_file import DataFile
from tests.factory import named

DAY = date(2026, 6, 9)
NAMES = ("Trần Văn An", "Lê Thị Bình")
ROWS = "STT,Họ và tên\n1,Trần Văn An\n2,Lê Thị Bình\n"


def written(tmp_path: Path, title: str, name: str = "ds.csv") -> Path:
    path = tmp_path / name
    path.write_text(f"{title},\n{ROWS}" if title else ROWS, encoding="utf-8")
    return path


@pytest.mark.parametrize(
    "title",
    [
        "DANH SÁCH ĐĂNG KÝ HIẾN MÁU",
        "DANH SÁCH THAM GIA CUỘC THI TÌM HIỂU LUẬT GIAO THÔNG",
        "Danh sách đăng ký khám sức khỏe",
        "Hội thi dân vận khéo",
        "DANH SACH DANG KY HIEN MAU",
    ],
)
def test_a_title_of_another_matter_marks_nobody(file: DataFile, tmp_path: Path, title: str) -> None:
    named(file, NAMES)
    found = read_mark_list(file, written(tmp_path, title), Mark.REGISTERED, DAY)
    assert found.marks == {}
    assert len(found.not_found) == 2
    assert all("nói về việc khác" in each for each in found.not_found)


@pytest.mark.parametrize(
    "title",
    [
        "",
        "DANH SÁCH ĐÃ ĐĂNG KÝ THAM GIA CUỘC THI",
        "Danh sách đăng ký Cuộc thi Ứng dụng AI",
        "Danh sách cán bộ",
    ],
)
def test_a_title_of_this_contest_or_none_marks(file: DataFile, tmp_path: Path, title: str) -> None:
    named(file, NAMES)
    assert len(read_mark_list(file, written(tmp_path, title), Mark.REGISTERED, DAY).marks) == 2


def test_names_of_files_speak_of_deeds_and_not_of_the_data(file: DataFile, tmp_path: Path) -> None:
    named(file, NAMES)
    for name in ("sai-so.csv", "ds thieu sdt.csv", "ds_chua_co_sdt.csv", "ds khong dau.csv"):
        found = read_mark_list(file, written(tmp_path, "", name), Mark.REGISTERED, DAY)
        assert len(found.marks) == 2, name
    for name in ("hien-mau.csv", "chua-dang-ky.csv", "ds-con-thieu.csv"):
        found = read_mark_list(file, written(tmp_path, "", name), Mark.REGISTERED, DAY)
        assert found.marks == {}, name


def test_a_text_under_a_heading_of_another_matter_marks_nobody(
    file: DataFile, tmp_path: Path
) -> None:
    named(file, NAMES)
    path = tmp_path / "tin.txt"
    path.write_text("Danh sách đăng ký hiến máu:\nTrần Văn An\nLê Thị Bình\n", encoding="utf-8")
    assert read_mark_list(file, path, Mark.REGISTERED, DAY).marks == {}
    path.write_text("Danh sách đăng ký thi AI:\nTrần Văn An\nLê Thị Bình\n", encoding="utf-8")
    assert len(read_mark_list(file, path, Mark.REGISTERED, DAY).marks) == 2
    other = tmp_path / "kham-suc-khoe.txt"
    other.write_text("Trần Văn An\nLê Thị Bình\n", encoding="utf-8")
    assert read_mark_list(file, other, Mark.REGISTERED, DAY).marks == {}
