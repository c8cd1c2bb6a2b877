"""Reconciling by command, as a scheduler would do it each night."""

from __future__ import annotations

from pathlib import Path

import pytest

from models.contests.rule import contest_rule, set_score_rule
from models.journal.history import fingerprint
from models.records import ScoreRule
from models.store.data_file import open_file
from tests.journeys.at_hand import OfficeAtHand as Office
from tests.models.reconcile.exports import CULTURE, ECONOMY, export, person

AN, BINH, CUONG = "Nguyễn Văn An", "Trần Thị Bình", "Lê Văn Cường"
BOXES = ("matched", "wrong_unit", "not_on_roster", "not_registered", "uncertain", "regressed")


@pytest.fixture
def office(data_path: Path) -> Office:
    with open_file(data_path) as file:
        for at, name in enumerate((AN, BINH, CUONG)):
            person(file, name, f"098210359{at}")
    return Office(data_path)


def written(path: Path, *rows: tuple[object, ...]) -> Path:
    path.write_text(export(*rows), encoding="utf-8")
    return path


def attempt(login: str, name: str, where: str = CULTURE) -> tuple[object, ...]:
    return (login, name, where, "90.0/100", "02/06/2026")


def test_the_contract(office: Office, tmp_path: Path) -> None:
    first = written(
        tmp_path / "lan-1.csv",
        attempt("0982103590", AN),
        attempt("0982103590", AN),
        attempt("0982103591", BINH, ECONOMY),
        attempt("0982103599", "Đỗ Thị Lạ", "UBND xã Bình Giang"),
        attempt("cuong90", CUONG, ""),
    )
    tried = office.run("reconcile", first, "--dry-run")
    problems = tried.pop("problems")
    assert tried == {
        "rows": 5, "accounts": 4, "matched": 1, "wrong_unit": 1, "not_on_roster": 1,
        "not_registered": 1, "uncertain": 1, "regressed": 0, "registered": 2, "failed": 0,
        "completed": 2,
    }  # fmt: skip
    (asked,) = [p["reason"] for p in problems if "chưa đăng ký" in p["reason"]]
    assert asked == (
        f"1 người chưa đăng ký, trong đó 1 người có thể là tài khoản cần quyết định ({CUONG})."
    )
    assert office.run("figures")["registered"] == 0
    assert office.run("reconcile", first, "--as-of", "2026-06-05") == tried | {"problems": problems}
    assert office.run("figures", "--as-of", "2026-06-02")["completed"] == 2

    second = written(tmp_path / "lan-2.csv", attempt("0982103590", AN))
    later = office.run("reconcile", second)
    assert {box: later[box] for box in BOXES} == {
        "matched": 1, "wrong_unit": 0, "not_on_roster": 0, "not_registered": 1, "uncertain": 0,
        "regressed": 1,
    }  # fmt: skip
    assert office.run("figures")["registered"] == 2


def test_figures_say_how_many_the_platform_has_lost(office: Office, tmp_path: Path) -> None:
    rows = [attempt(f"098210359{at}", name) for at, name in enumerate((AN, BINH, CUONG))]
    office.run("reconcile", written(tmp_path / "lan-1.csv", *rows))
    assert office.run("figures")["lost"] == 0
    office.run("reconcile", written(tmp_path / "lan-2.csv", rows[0]))
    shown = office.run("figures")
    assert (shown["lost"], shown["registered"]) == (2, 3)
    said = office.raw("figures").stdout
    assert "2 người đã đánh dấu mà nền tảng không còn ghi nhận" in said
    # Who is lost today was not lost then.
    assert office.run("figures", "--as-of", "2026-06-07")["lost"] == 0
    office.run("undo")
    assert office.run("figures")["lost"] == 0


def test_undo_takes_all_of_it_back(office: Office, tmp_path: Path) -> None:
    with open_file(office.data) as file:
        before = fingerprint(file)
    office.run("reconcile", written(tmp_path / "a.csv", attempt("0982103590", AN, ECONOMY)))
    office.run("undo")
    with open_file(office.data) as file:
        assert fingerprint(file) == before


@pytest.mark.parametrize(
    ("words", "code"),
    [
        (("--as-of", "8/6/2026"), 2),
        (("--as-of", "2099-01-01"), 1),
        (("--rule", "median"), 2),
        (("--pass-mark", "năm"), 2),
        (("--pass-mark", "inf"), 2),
    ],
)
def test_wrong_usage_is_told_apart_from_what_the_office_can_mend(
    office: Office, tmp_path: Path, words: tuple[str, ...], code: int
) -> None:
    done = office.raw("reconcile", written(tmp_path / "a.csv", attempt("1", AN)), *words)
    assert done.returncode == code
    assert done.stderr.strip()
    assert "Traceback" not in done.stderr


def test_the_rule_of_the_contest_counts_unless_told_otherwise(
    office: Office, tmp_path: Path
) -> None:
    with open_file(office.data) as file:
        set_score_rule(file, ScoreRule.LAST, 80)
    tries = [(AN, "90", "01/06/2026"), (AN, "60", "02/06/2026"), (BINH, "85", "02/06/2026")]
    rows = [("0982103591" if who == BINH else "0982103590", who, CULTURE, *t) for who, *t in tries]
    path = written(tmp_path / "a.csv", *rows)
    done = [
        office.run("reconcile", path, "--dry-run", *words)["completed"]
        for words in ((), ("--rule", "best"), ("--pass-mark", "60"), ("--pass-mark", "0"))
    ]
    assert done == [1, 2, 2, 2]
    said = office.raw("reconcile", path, "--dry-run", "--rule", "first", "--pass-mark", "7,5")
    assert "lượt thi đầu tiên đạt từ 7,5 điểm trở lên" in said.stdout
    with open_file(office.data) as file:
        assert contest_rule(file) == (ScoreRule.LAST, 80)


def test_a_file_of_one_unit_loses_only_its_own(office: Office, tmp_path: Path) -> None:
    with open_file(office.data) as file:
        for at, where in enumerate((ECONOMY, "Trạm Y tế xã")):
            person(file, f"Đỗ Thị Hà {at}", f"098210370{at}", where)
    others = [
        attempt(f"098210370{at}", f"Đỗ Thị Hà {at}", where)
        for at, where in enumerate((ECONOMY, "Trạm Y tế xã"))
    ]
    own = [attempt(f"098210359{at}", name) for at, name in enumerate((AN, BINH, CUONG))]
    office.run("reconcile", written(tmp_path / "tat-ca.csv", *own, *others))
    part = written(tmp_path / "mot-don-vi.csv", *own[:-1])
    assert office.run("reconcile", part, "--dry-run")["regressed"] == 1
    assert office.run("reconcile", part, "--dry-run", "--all-units")["regressed"] == 3
    only = office.raw("reconcile", part, "--dry-run", "--unit", ECONOMY)
    assert f"Chỉ xét người bị mất so với lần trước ở {ECONOMY}." in only.stdout
    assert "1 người mất so với lần trước: Đỗ Thị Hà 0 (" in only.stdout
    assert CUONG not in only.stdout
    assert office.raw("reconcile", part, "--unit", ECONOMY, "--all-units").returncode == 2
    assert office.raw("reconcile", part, "--unit", "Không có").returncode == 1


def test_a_missing_file_is_told(office: Office, tmp_path: Path) -> None:
    assert office.raw("reconcile", tmp_path / "khong-co.xlsx").returncode == 1
    assert office.raw("reconcile").returncode == 2


def test_rows_that_could_not_be_read_are_named(office: Office, tmp_path: Path) -> None:
    path = written(
        tmp_path / "a.csv",
        attempt("0982103590", AN),
        ("", "Nguy?n V?n D?ng", CULTURE, "60/100", "02/06/2026"),
        ("", "An", CULTURE, "60/100", "02/06/2026"),
        ("", "", CULTURE, "60/100", "02/06/2026"),
    )
    done = office.run("reconcile", path, "--dry-run")
    assert (done["rows"], done["matched"]) == (4, 1)
    named = [(p["row"], p["value"]) for p in done["problems"] if p["row"]]
    assert named == [(3, "Nguy?n V?n D?ng"), (4, "An"), (5, "")]
    assert "dòng 4, cột B: “An”" in office.raw("reconcile", path, "--dry-run").stdout


def test_a_plain_roster_marks_nobody_until_it_is_said(office: Office, tmp_path: Path) -> None:
    path = tmp_path / "can-bo.csv"
    rows = ((AN, "0982103590"), (BINH, "0982103591"))
    path.write_text(export(*rows, head=("Họ và tên", "Điện thoại")), encoding="utf-8")
    done = office.run("reconcile", path)
    assert (done["matched"], done["registered"], done["not_registered"]) == (0, 0, 3)
    said = [p["reason"] for p in done["problems"]]
    assert any("không có dấu hiệu của nền tảng" in reason for reason in said)
    assert any("--attended registered" in reason for reason in said)
    assert office.run("figures")["registered"] == 0
    assert office.run("reconcile", path, "--attended", "registered")["registered"] == 2
    assert office.run("figures")["registered"] == 2


def test_a_doubtful_status_is_counted_among_what_must_be_decided(
    office: Office, tmp_path: Path
) -> None:
    head = ("Tên đăng nhập", "Họ tên", "Trạng thái")
    rows = (("0982103590", AN, "Hoàn thành (không đạt)"), ("0982103591", BINH, "Hoàn thành"))
    path = tmp_path / "a.csv"
    path.write_text(export(*rows, head=head), encoding="utf-8")
    done = office.run("reconcile", path)
    assert (done["uncertain"], done["matched"], done["registered"]) == (1, 1, 1)
    assert any("không đạt" in p["value"] for p in done["problems"])
    assert office.run("figures")["registered"] == 1


def test_old_fonts_of_an_export_are_converted_only_when_told(
    office: Office, tmp_path: Path
) -> None:
    path = tmp_path / "cu.csv"
    rows = [
        ("NguyÔn V¨n An", "0982103590", "Hoµn thµnh"),
        ("TrÇn ThÞ B×nh", "0982103591", "Ch\xada hoµn thµnh"),
        ("Lª V¨n C\xadêng", "0982103592", "Ch\xada hoµn thµnh"),
    ]
    head = ("Hä vµ tªn", "§iÖn tho¹i", "KÕt qu¶")
    path.write_text(export(*rows, head=head), encoding="utf-8")
    refused = office.run("reconcile", path, code=1)
    assert "phông chữ cũ" in refused["stderr"]
    assert "--convert" in refused["stderr"]
    read = office.run("reconcile", path, "--convert", "--dry-run")
    assert (read["matched"], read["completed"]) == (3, 1)
