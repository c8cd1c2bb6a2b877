"""The command check: sound, damaged behind the program and mended, and not to be opened at all."""

from __future__ import annotations

import json
import sqlite3
from contextlib import closing
from pathlib import Path

from models.records import Mark
from models.roster.marks import set_marks
from models.store.data_file import open_file
from tests.conftest import clock
from tests.factory import add_people
from tests.journeys.at_hand import OfficeAtHand


def test_damage_is_found_told_and_mended(data_path: Path) -> None:
    with open_file(data_path, clock) as file:
        add_people(file, 3)
        set_marks(file, [1, 2], Mark.REGISTERED)
    office = OfficeAtHand(data_path)
    sound = office.raw("--json", "check")
    told = json.loads(sound.stdout)
    assert (sound.returncode, told["ok"], told["findings"], told["people"]) == (0, True, [], 3)
    parts = told["size"]["parts"]
    assert sum(each["bytes"] for each in parts) == told["size"]["bytes"] > 0
    with closing(sqlite3.connect(data_path)) as connection:
        connection.execute("DELETE FROM participations WHERE person_id = 2")
        connection.commit()
    found = office.raw("--json", "check")
    (finding,) = json.loads(found.stdout)["findings"]
    assert found.returncode == 1
    assert finding["what"] == "Một mục đã ghi trong nhật ký lại không còn trong bảng."
    assert "(người số 2)" in finding["where"]
    assert finding["mend"] == "ghi lại mục ấy theo nhật ký"
    mended = json.loads(office.raw("--json", "check", "--mend").stdout)
    assert (mended["ok"], len(mended["mended"])) == (True, 1)
    assert Path(mended["backup"]).exists()
    assert "Dữ liệu nguyên vẹn: 3 người" in office.raw("check").stdout


def test_a_file_that_cannot_be_opened_is_a_finding(data_path: Path) -> None:
    data = bytearray(data_path.read_bytes())
    data[4096 * 2 : 4096 * 40] = bytes(4096 * 38)
    data_path.write_bytes(data)
    told = OfficeAtHand(data_path).raw("--json", "check")
    (finding,) = json.loads(told.stdout)["findings"]
    assert told.returncode == 1
    assert "đã bị hỏng" in finding["what"]
    assert finding["mend"] == ""
    assert "khôi phục" in finding["advice"]
