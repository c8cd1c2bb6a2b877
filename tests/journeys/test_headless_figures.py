"""Figures by command: of a minute, a stage, by khối; beside a report; frozen and read back."""

from __future__ import annotations

import json
import re

import pytest

from models.records import Mark, PersonDraft, StaffType
from models.records.moment import Moment
from models.roster.exemptions import set_exempt
from models.roster.leaving import set_left
from models.roster.marks import set_dated_marks, set_marks
from models.roster.people import add_person
from models.store.data_file import open_file
from tests.factory import add_people, unit
from tests.models.figures.test_frozen import june
from ui.commandline.run import run

HERE, POLICE = "Phòng Văn hóa - Xã hội", "Công an xã"
JUNE_8 = ("--as-of", "2026-06-08")


@pytest.fixture
def filled(data_path):
    """Four people here and two at the police; one is exempt, one left, two are registered."""
    with open_file(data_path) as file:
        ids = add_people(file, 4)
        police = unit(file, POLICE).id
        add_person(file, PersonDraft("Lê Bình", police, staff_type=StaffType.CIVIL_SERVANT))
        add_person(file, PersonDraft("Lê Cúc", police))
        set_marks(file, ids[:1], Mark.COMPLETED, june(3))
        set_dated_marks(file, Mark.REGISTERED, {ids[1]: {Mark.REGISTERED: Moment(june(8), 990)}})
        set_exempt(file, ids[3:], "Nghỉ thai sản", june(1))
        set_left(file, ids[2:3], june(5), "Chuyển công tác")
    return data_path


@pytest.fixture
def office(filled, capsys):
    def command(*words, code=0, plain=False):
        shape = [] if plain else ["--json"]
        assert run(["--data", str(filled), *shape, *map(str, words)]) == code
        said = capsys.readouterr()
        return said.err if code else said.out if plain else json.loads(said.out)

    return command


def test_the_contract_of_figures(office):
    found = office("figures", *JUNE_8)
    counts = {name: found[name] for name in ("total", "registered", "completed", "exempt")}
    assert counts == {"total": 4, "registered": 2, "completed": 1, "exempt": 1}
    assert (found["rate_registered"], found["attempts"], found["change"]) == ("50,0%", 1, None)
    assert found["footnotes"][0] == "Không thuộc đối tượng: 1 (1 nghỉ thai sản)."
    here, police = found["units"]
    assert (here["name"], here["rank"], here["level"], here["tone"]) == (HERE, 1, "đạt", "good")
    assert (police["rank"], police["level"], police["tone"]) == (2, "chưa có ai", "none")
    assert {"parent", "change", "exempt", "attempts"} <= here.keys()


def test_what_the_day_has_brought(office):
    found = office("figures", *JUNE_8)
    assert found["today"] == {"total": 0, "registered": 1, "failed": 0, "completed": 0}
    assert [line["today"]["registered"] for line in found["units"]] == [1, 0]
    said = office("figures", *JUNE_8, plain=True).splitlines()
    assert said[1] == "Trong ngày: đã đăng ký +1."
    assert said[2] == f"  {HERE}: 2/2 (100%), hạng 1, đạt"


def test_who_has_not_passed_is_told_beside_the_marks(office):
    office("mark", "failed", "--phone", "0912000001", "--on", "2026-06-08")
    said = office("figures", *JUNE_8, plain=True).splitlines()
    assert said[0].endswith("đã hoàn thành 1 (25,0%), đã thi, chưa đạt 1.")
    assert said[1] == "Trong ngày: đã đăng ký +1, đã thi, chưa đạt +1."


def test_a_minute_of_the_day(office):
    counts = [
        office("figures", "--as-of", f"2026-06-08T{time}")["registered"]
        for time in ("16:29", "16:30", "23:59")
    ]
    assert counts == [1, 2, 2]
    assert office("figures", "--as-of", "2026-06-08T16:29")["as_of_time"] == "16:29"
    said = office("figures", "--as-of", "2026-06-08T16:29", plain=True)
    assert said.startswith("Số liệu đến 16 giờ 29 ngày 08/06/2026: 4 người, đã đăng ký 1 (25,0%)")


def test_by_khoi_and_by_staff_type_the_lines_add_up(office):
    for by in ("unit", "kind", "staff"):
        found = office("figures", *JUNE_8, "--by", by)
        for name in ("total", "registered", "completed", "exempt"):
            assert sum(line[name] for line in found["units"]) == found[name], by
    lines = office("figures", *JUNE_8, "--by", "staff")["units"]
    assert [(line["name"], line["total"]) for line in lines] == [
        ("Công chức", 1),
        ("Chưa ghi loại", 3),
    ]
    assert [line["kind"] for line in office("figures", "--by", "kind")["units"]] == [
        "government",
        "forces",
    ]


def test_beside_a_day_with_the_reasons(office):
    found = office("figures", *JUNE_8, "--since", "2026-05-31")
    change = found["change"]
    assert (change["total"], change["registered"], change["completed"]) == (-2, 2, 1)
    assert (change["since"], change["frozen"]) == ("2026-05-31", None)
    assert change["words"] == "so với ngày 31/5 theo dữ liệu hiện nay"
    here, police = found["units"]
    assert here["change"] == {"total": -2, "registered": 2, "failed": 0, "completed": 1}
    assert police["change"] == {"total": 0, "registered": 0, "failed": 0, "completed": 0}
    why = "4 → 2: 1 nghỉ thai sản từ 01/6, 1 chuyển công tác ngày 05/6."
    assert here["footnote"] == why
    assert why.replace("4 → 2", "6 → 4") in found["footnotes"]


def test_frozen_figures_are_what_later_ones_are_compared_with(office):
    frozen = office("freeze", "--as-of", "2026-06-06")
    assert re.fullmatch(r"[0-9a-f]{12}", frozen["figures_hash"])
    written = office("figures", *JUNE_8)
    assert written["change"]["frozen"] == frozen["id"]
    assert written["change"]["registered"] == 1
    assert written["change"]["words"] == "so với báo cáo số liệu chốt 06/6"
    assert office("figures", *JUNE_8, "--since", "last")["change"] == written["change"]
    assert office("figures", *JUNE_8, "--since", frozen["id"])["change"] == written["change"]
    for by in ("kind", "staff"):
        lines = office("figures", *JUNE_8, "--since", "last", "--by", by)["units"]
        assert sum(line["change"]["registered"] for line in lines) == 1
    above = office("figures", *JUNE_8, "--since", "last", "--rollup")["units"]
    lines = {line["name"]: line["change"]["registered"] for line in above}
    assert (lines[HERE], lines[POLICE]) == (1, 0)
    assert max(lines.values()) == 1
    assert "so với" in office("figures", *JUNE_8, plain=True).lower()


def test_what_was_frozen_is_listed_shown_and_not_undone(office):
    first = office("freeze", *JUNE_8, "--title", "Báo cáo nhanh")
    office("mark", "registered", "--phone", "0912000001", "--clear")
    second = office("freeze", *JUNE_8)
    assert second["figures_hash"] != first["figures_hash"]
    reports = {each["id"]: each for each in office("freeze", "--list")["reports"]}
    assert reports[first["id"]]["replaced_by"] == second["id"]
    assert reports[first["id"]]["figures_hash"] == first["figures_hash"]
    shown = office("freeze", "--show", first["id"])
    assert (shown["whole"], shown["figures"]["registered"], len(shown["people"])) == (True, 2, 6)
    (changed,) = shown["changed_since"]["people"]
    assert changed["change"] == "Đã đăng ký → Chưa đăng ký"
    assert "khác báo cáo đã chốt ở 1 người" in office("freeze", "--show", first["id"], plain=True)
    office("undo", "50")
    again = office("freeze", "--show", first["id"])
    assert (again["figures"], again["people"]) == (shown["figures"], shown["people"])


def test_a_period_is_frozen_as_of_its_last_day(office):
    june = office("freeze", "--period", "2026-06")
    assert (june["period"], june["as_of"]) == ("2026-06", "2026-06-14")
    calendar = office("freeze", "--period", "2026-06", "--cut", "calendar")
    assert calendar["as_of"] == "2026-06-30"
    assert "chưa bắt đầu" in office("freeze", "--period", "2036-01", code=1)
    assert "2026-13" in office("freeze", "--period", "2026-13", code=1)


def test_frozen_and_written_figures_have_one_hash(office, tmp_path):
    written = office("report", "unit-summary", *JUNE_8, "--out", tmp_path, "--format", "xlsx")
    assert office("freeze", *JUNE_8)["figures_hash"] == written["figures_hash"]


def test_a_document_that_is_issued_freezes_its_figures(office, tmp_path):
    def write(name, *words, **how):
        out = ("--out", tmp_path / f"{name}.xlsx", "--format", "xlsx")
        return office("report", "unit-summary", *out, *words, **how)

    written = write("ngay", "--freeze", *JUNE_8)
    (report,) = office("freeze", "--list")["reports"]
    assert (report["id"], report["kind"]) == (written["frozen"], "unit-summary")
    assert (report["as_of"], report["figures_hash"]) == ("2026-06-08", written["figures_hash"])
    month = write("thang", "--freeze", "--period", "2026-06")
    assert (month["frozen"], month["as_of"]) == (report["id"] + 1, "2026-06-14")
    assert office("freeze", "--list")["reports"][0]["period"] == "2026-06"
    assert "chưa đến" in write("sau", "--freeze", "--as-of", "2036-01-01", code=1)
    assert "frozen" not in write("thuong", *JUNE_8)
    assert {each.stem for each in tmp_path.glob("*.xlsx")} == {"ngay", "thang", "thuong"}
    assert len(office("freeze", "--list")["reports"]) == 2


def test_the_pace_is_told_to_the_deadline(office):
    (registering, completing) = office("figures", *JUNE_8)["pace"]
    assert (registering["mark"], completing["mark"]) == ("registered", "completed")
    assert (registering["deadline"], registering["own"]) == ("2026-06-11", False)
    # One more in three days, four people in all, three days to go.
    assert (registering["per_day_3"], registering["needed"]) == (0.3, 1)
    assert registering["reached_3"] == 3
    assert registering["words"] == (
        "Với tốc độ 0,3 người/ngày (3 ngày qua), hết hạn của thành phố 11/6 đạt 3/4 (75,0%); "
        "cần 1 người/ngày."
    )


def test_another_stage_and_one_that_does_not_exist(office):
    found = office("figures", *JUNE_8, "--stage", 2)
    assert (found["stage"], found["registered"], found["pace"]) == (2, 0, [])
    assert "không có chặng 9" in office("figures", "--stage", 9, code=1)
    assert "không có chặng 9" in office("freeze", "--stage", 9, code=1)


def test_what_cannot_be_asked_is_refused_in_a_sentence(office):
    assert "Chưa có số liệu nào được chốt" in office("figures", "--since", "last", code=1)
    assert "mang số 7" in office("figures", "--since", 7, code=1)
    assert "mang số 7" in office("freeze", "--show", 7, code=1)
    assert "--rollup" in office("figures", "--rollup", "--by", "kind", code=1)
    assert "chưa đến" in office("freeze", "--as-of", "2036-01-01", code=1)


@pytest.mark.parametrize(
    "words",
    [
        ("figures", "--as-of", "2026-06-08T25:00"),
        ("figures", "--since", "hôm qua"),
        ("figures", "--by", "tuổi"),
        ("freeze", "--list", "--as-of", "2026-06-08"),
    ],
)
def test_wrong_usage_ends_with_two(filled, words, capsys):
    with pytest.raises(SystemExit) as ended:
        run(["--data", str(filled), *words])
    assert ended.value.code == 2
    assert "Câu lệnh chưa đúng" in capsys.readouterr().err


def test_a_report_of_another_contest_is_not_told_by_this_one(office):
    frozen = office("freeze", "--as-of", "2026-06-06")
    days = ("--starts", "2026-06-01", "--ends", "2026-06-30")
    office("contest", "new", "--name", "Chữ ký số", *days)
    assert "contest use ai-2026" in office("freeze", "--show", frozen["id"], code=1)
    office("contest", "use", "ai-2026")
    assert office("freeze", "--show", frozen["id"])["id"] == frozen["id"]


def test_one_mark_alone_is_what_a_frozen_report_tells(office):
    office("contest", "set", "one_mark", "true")
    assert "1/4 (25,0%)" in office("freeze", "--as-of", "2026-06-08", plain=True)
    assert "1/4 (25,0%)" in office("freeze", "--list", plain=True)


@pytest.mark.parametrize(
    "words",
    [
        ("figures", "--as-of", "0001-01-01"),
        ("figures", "--since", "0001-01-01T10:00"),
        ("remind", "--unit", POLICE, "--stage", "x"),
        ("freeze", "--show", "9" * 20),
    ],
)
def test_days_and_numbers_beyond_reason_are_said_in_vietnamese(office, words, capsys):
    with pytest.raises(SystemExit) as ended:
        office(*words)
    assert ended.value.code == 2
    assert re.search("năm phải từ 1900 đến 2100|cần số nguyên|ghi last", capsys.readouterr().err)
