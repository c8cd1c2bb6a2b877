"""Commands about somebody who has left, about nobody, and with names that are none."""

from __future__ import annotations

import sqlite3
from contextlib import closing
from datetime import date
from pathlib import Path

import pytest

from models.roster.leaving import set_left
from models.roster.person_rows import people_by_ids
from models.store.data_file import open_file
from tests.factory import add_people
from ui.commandline.run import run

GONE = "0912000000"
LEAVING = (
    ("leave",),
    ("exempt", "add", "--reason", "Thai sản"),
    ("transfer", "--unit", "Công an xã"),
)


@pytest.fixture
def say(data_path, capsys):
    """Runs a command in this process; gives the code and what was printed and told."""

    def ask(*words, data=data_path):
        code = run(["--data", str(data), *map(str, words)])
        told = capsys.readouterr()
        return code, told.out, told.err

    return ask


@pytest.fixture
def left(data_path) -> str:
    """The name of somebody who left before today."""
    with open_file(data_path) as file:
        (who,) = add_people(file, 1)
        set_left(file, [who], date(2026, 6, 1), "Nghỉ hưu")
        return people_by_ids(file, [who])[0].name


@pytest.mark.parametrize("words", [("mark", "registered"), ("exempt", "end"), *LEAVING])
def test_who_has_left_is_named_with_the_day(say, left: str, words: tuple[str, ...]) -> None:
    code, out, _ = say(*words, "--phone", GONE)
    assert code == 0
    assert out.startswith("Chưa ")
    assert f"{left} (" in out
    assert "đã rời danh sách từ ngày 01/06/2026" in out


@pytest.mark.parametrize("words", [("mark", "completed"), ("return",), ("exempt", "end"), *LEAVING])
def test_an_unknown_phone_changes_nobody_and_says_so(say, words: tuple[str, ...]) -> None:
    _, out, _ = say(*words, "--phone", "0982103599")
    assert out.splitlines()[0] in {"Chưa đánh dấu và chưa bỏ đánh dấu ai.", "Chưa thay đổi ai."}
    assert "0982103599" in out


@pytest.mark.parametrize("name", ["Xã " + "Kẻ Sặt " * 43, "Xã …", "Phường ?!", "xã \u200b- -"])
def test_a_name_of_no_commune_is_refused_in_a_sentence(say, tmp_path: Path, name: str) -> None:
    code, _, err = say("init", "--commune", name, data=tmp_path / "moi.tiendo")
    assert code == 1
    assert err.startswith("Tên xã ")
    assert not (tmp_path / "moi.tiendo").exists()


@pytest.mark.parametrize("words", [("people",), ("figures",), ("init", "--commune", "Xã Kẻ Sặt")])
def test_a_folder_and_nothing_are_no_data_file(say, tmp_path: Path, words: list[str]) -> None:
    code, _, err = say(*words, data=tmp_path)
    assert (code, f"{tmp_path} là thư mục, không phải tệp dữ liệu." in err) == (1, True)
    code, _, err = say(*words, data="")
    assert (code, "Sau --data chưa có tên tệp dữ liệu." in err) == (1, True)


@pytest.mark.parametrize("value", ["có", "x", 7])
def test_a_damaged_choice_of_contest_is_told_by_its_row(say, left, data_path, value) -> None:
    with closing(sqlite3.connect(data_path)) as below, below:
        below.execute("pragma ignore_check_constraints=on")
        below.execute("update contests set current = ?", (value,))
    code, _, err = say("mark", "registered", "--phone", "0982103599")
    assert code == 1
    assert f"của bảng cuộc thi có giá trị không dùng được: cột current ghi “{value}”" in err
