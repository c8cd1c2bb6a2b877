"""Kits from the file: whole files, free names, the people of the day, and a stop in between."""

from datetime import date

import pytest
from openpyxl import load_workbook

from models.contests.contests import set_internal_deadline
from models.contests.current import current_contest
from models.errors import AppError, Cancelled
from models.records import UnitKind
from models.roster.leaving import set_left
from models.roster.units import add_unit, rename_unit
from reports import publish
from reports.catalog import kit_name
from reports.compose_kits import KitsHeld, kit_offer, usual_deadline, write_kits
from tests.conftest import NOON
from tests.factory import add_people, unit

OFFICE, ECONOMY, HEALTH = "Phòng Văn hóa - Xã hội", "Phòng Kinh tế", "Trạm Y tế xã"


@pytest.fixture
def units(file):
    """Three units: of three people, of two, and of nobody."""
    add_people(file, 3)
    add_people(file, 2, unit(file, ECONOMY).id)
    return [unit(file, name).id for name in (OFFICE, ECONOMY, HEALTH)]


def quiet(done, of, words):
    pass


def names_in(path):
    sheet = load_workbook(path).active
    rows = list(sheet.iter_rows(values_only=True))
    head = next(at for at, row in enumerate(rows) if "Họ và tên" in row)
    return [row[2] for row in rows[head + 1 :] if row[2]]


def write(file, units, folder, tell=quiet):
    return write_kits(file, units, date(2026, 6, 10), folder, tell)


def test_each_unit_gets_its_own_people(file, units, tmp_path):
    written = write(file, units, tmp_path)
    assert written.wanted == len(written.paths) == 3
    assert sorted(len(names_in(path)) for path in written.paths) == [0, 2, 3]
    assert {path.name for path in written.paths} == {
        "Phieu_Phong-Van-hoa-Xa-hoi_20260608-1700.xlsx",
        "Phieu_Phong-Kinh-te_20260608-1700.xlsx",
        "Phieu_Tram-Y-te-xa_20260608-1700.xlsx",
    }
    assert {path.name for path in tmp_path.glob("*.xlsx")} == {p.name for p in written.paths}


def test_who_has_left_is_not_on_the_kit(file, tmp_path):
    ids = add_people(file, 3)
    set_left(file, ids[:1], date(2026, 6, 8), "nghỉ hưu")
    set_left(file, ids[1:2], date(2026, 6, 9), "chuyển đi")
    assert len(names_in(write(file, [unit(file).id], tmp_path).paths[0])) == 2
    counted = {each.id: each.people for each in kit_offer(file).units}
    assert counted[unit(file).id] == 2


def test_nothing_is_overwritten(file, units, tmp_path):
    first = write(file, units[:1], tmp_path).paths[0]
    before = first.read_bytes()
    second = write(file, units[:1], tmp_path).paths[0]
    assert second.name == "Phieu_Phong-Van-hoa-Xa-hoi_20260608-1700_2.xlsx"
    assert first.read_bytes() == before


def test_units_alike_in_ascii_get_a_file_each(file, tmp_path):
    ids = [add_unit(file, name, UnitKind.VILLAGE) for name in ("Thôn Mỹ", "Thôn My", "Thôn Mý")]
    written = write(file, ids, tmp_path)
    assert len({path.name for path in written.paths}) == 3


def test_a_kit_says_its_own_name(file, units, tmp_path):
    path = write(file, units[:1], tmp_path).paths[0]
    cells = [str(cell) for row in load_workbook(path).active.values for cell in row]
    assert any(path.name in cell for cell in cells)


def test_progress_is_told_unit_by_unit(file, units, tmp_path):
    told = []
    write(file, units, tmp_path, lambda *each: told.append(each))
    assert [(done, of) for done, of, _ in told] == [(0, 3), (1, 3), (2, 3)]
    assert any(ECONOMY in words for *_, words in told)


def test_a_stop_leaves_whole_files_and_counts_them(file, units, tmp_path):
    def stop(done, of, words):
        if done == 2:
            raise Cancelled

    written = write(file, units, tmp_path, stop)
    assert (len(written.paths), written.wanted) == (2, 3)
    assert sorted(tmp_path.glob("*Phieu*")) == sorted(written.paths)
    assert not list(tmp_path.glob("*.tmp"))
    for path in written.paths:
        load_workbook(path)


def test_a_folder_that_goes_away_is_told_with_the_count(file, units, tmp_path):
    folder = tmp_path / "usb"
    folder.mkdir()

    def pull(done, of, words):
        if done == 1:
            folder.rename(tmp_path / "khac")

    with pytest.raises(AppError) as told:
        write(file, units, folder, pull)
    assert "Trước đó đã ghi được 1/3 biểu mẫu." in told.value.sentence
    assert told.value.advice


def test_a_kit_that_is_held_tells_which_are_left(file, units, tmp_path, monkeypatch):
    real, tried = publish.replace_file, []

    def replace(draft, path):
        tried.append(path)
        if len(tried) == 2:
            raise PermissionError
        real(draft, path)

    monkeypatch.setattr(publish, "replace_file", replace)
    with pytest.raises(KitsHeld) as told:
        write(file, units, tmp_path)
    assert [*tmp_path.glob("*.xlsx")] == tried[:1]
    assert told.value.path == tried[1]
    assert "1/3 biểu mẫu" in told.value.sentence
    rest = write(file, told.value.left, tmp_path)
    assert rest.wanted == 2
    assert {*tmp_path.glob("*.xlsx")} == {tried[0], *rest.paths}


def test_without_units_there_is_nothing_to_write(file, tmp_path):
    with pytest.raises(AppError, match="Chưa chọn đơn vị"):
        write(file, [], tmp_path)


def test_the_deadline_is_the_communes_own_then_the_citys(file):
    contest = current_contest(file)
    stage = contest.stage_on(NOON.date())
    assert kit_offer(file).deadline == stage.ends_on
    set_internal_deadline(file, stage.number, date(2026, 6, 10))
    assert kit_offer(file).deadline == date(2026, 6, 10)
    assert usual_deadline(current_contest(file), date(2026, 6, 11)) == stage.ends_on
    last = max(each.ends_on for each in contest.stages)
    assert usual_deadline(contest, date(last.year + 1, 1, 1)) is None


def test_a_renamed_unit_is_named_anew(file, units, tmp_path):
    rename_unit(file, units[0], "Phòng Đào tạo Ứng dụng")
    assert "Phong-Dao-tao-Ung-dung" in write(file, units[:1], tmp_path).paths[0].name


@pytest.mark.parametrize(
    ("name", "file_name"),
    [
        ("Trường Mầm non Kẻ Sặt", "Phieu_Truong-Mam-non-Ke-Sat_20260608-1700.xlsx"),
        ("Ủy ban MTTQ/ĐOÀN THỂ: xã", "Phieu_Uy-ban-MTTQ-DOAN-THE-xa_20260608-1700.xlsx"),
        ("…", "Phieu_20260608-1700.xlsx"),
    ],
)
def test_names_are_safe_everywhere(name, file_name):
    assert kit_name(name, NOON) == file_name


def test_long_names_stay_short():
    assert len(kit_name("Trường " * 60, NOON, 12)) <= 100
