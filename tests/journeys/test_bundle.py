"""Everything for a report date in one folder: whole or not at all, and each part right."""

from __future__ import annotations

import errno
from datetime import date, datetime
from pathlib import Path

import pytest

from models.errors import AppError, Cancelled
from models.journal.history import history
from models.machine.leftovers import sweep_leftovers
from models.papers.attachments import attach
from models.papers.documents import document_owner, register_of
from models.papers.periods import PeriodCut, parse_period
from models.papers.reading import FileContent
from models.records import Mark
from models.records.documents import Direction
from models.records.moment import Moment
from models.records.recurring import ReportDefinition
from models.roster.marks import set_marks
from models.store.data_file import open_file
from reports.catalog import KINDS
from tests.factory import add_people, unit
from tests.journeys.at_hand import OfficeAtHand
from ui.calls.bundle import NotMade, not_made_words, save_bundle
from ui.calls.recurring import run_definition

DAY = date(2026, 6, 8)


@pytest.fixture
def filled(data_path):
    with open_file(data_path, lambda: datetime(2026, 6, 8, 14, 5)) as file:
        ids = add_people(file, 6) + add_people(file, 4, unit(file, "Trạm Y tế xã").id)
        set_marks(file, ids[:2], Mark.REGISTERED, DAY)
        yield file


def test_everything_stands_in_one_folder(filled, tmp_path):
    made = save_bundle(filled, tmp_path)
    assert made.folder.parent == tmp_path
    assert sorted(path.name for path in made.folder.iterdir()) == sorted(
        {each.path.relative_to(made.folder).parts[0] for each in made.files}
    )
    assert all(each.path.is_file() for each in made.files)
    assert len({each.path for each in made.files}) == len(made.files)
    kinds = {each.kind for each in made.files} | {each.kind for each in made.skipped}
    assert kinds == {kind.code for kind in KINDS if kind.of_period in (None, False)}
    # Every file of one day carries the same figures.
    assert len({each.figures_hash for each in made.files}) == 1
    units = {each.unit for each in made.files} - {""}
    assert units == {"Phòng Văn hóa - Xã hội", "Trạm Y tế xã"}


def test_what_letters_enclose_stands_beside_them(filled, tmp_path):
    incoming = register_of(filled, Direction.IN)[-1]
    names = ("Thể lệ Cuộc thi.pdf", "the_le_2026.docx", "Hướng-dẫn.pdf", "Danh sách.xlsx")
    files = [FileContent(name, name.encode()) for name in names]
    attach(filled, document_owner(incoming), files)
    made = save_bundle(filled, tmp_path)
    assert sorted(path.name for path in made.enclosed) == sorted(names[:3])
    assert {path.parent.relative_to(made.folder).as_posix() for path in made.enclosed} == {
        "2_Gui-don-vi/Gui-kem"
    }
    assert all(path.read_bytes() == path.name.encode() for path in made.enclosed)


def test_the_folder_says_of_which_day_it_is(filled, tmp_path):
    earlier = save_bundle(filled, tmp_path, as_of=Moment(date(2026, 6, 1)))
    assert earlier.folder.name == "Bo-van-ban_20260601_20260608-1405"
    period = parse_period("2026-06", PeriodCut.DECREE)
    assert save_bundle(filled, tmp_path, period=period).folder.name == (
        "Bo-van-ban_2026-06_20260608-1405"
    )


def test_a_second_one_of_the_minute_has_a_folder_of_its_own(filled, tmp_path):
    first, second = save_bundle(filled, tmp_path), save_bundle(filled, tmp_path)
    assert first.folder != second.folder
    assert [p.path.name for p in first.files] == [p.path.name for p in second.files]


@pytest.mark.parametrize("at", [0, 1, 7])
def test_stopped_at_any_step_it_leaves_nothing(filled, tmp_path, at):
    before = len(history(filled))

    def step(done, _of, _words):
        if done == at:
            raise Cancelled

    out = tmp_path / "ra"
    out.mkdir()
    with pytest.raises(Cancelled):
        save_bundle(filled, out, step=step)
    assert list(out.iterdir()) == []
    assert len(history(filled)) == before


def broken(*_: object) -> None:
    raise AppError("Ổ đĩa đầy.")


def test_a_set_that_could_not_be_logged_does_not_stay(filled, tmp_path, monkeypatch):
    monkeypatch.setattr("ui.calls.bundle.log_exports", broken)
    out = tmp_path / "ra"
    out.mkdir()
    with pytest.raises(AppError, match="Ổ đĩa đầy"):
        save_bundle(filled, out)
    assert list(out.iterdir()) == []


def test_a_stored_report_that_could_not_be_logged_does_not_stay(filled, tmp_path, monkeypatch):
    monkeypatch.setattr("ui.calls.recurring.log_exports", broken)
    told = ReportDefinition(0, "Tháng", "month", kinds=("not-registered",))
    out = tmp_path / "ra"
    out.mkdir()
    with pytest.raises(AppError, match="Ổ đĩa đầy"):
        run_definition(filled, told, parse_period("2026-06", PeriodCut.DECREE), out)
    assert list(out.iterdir()) == []


def test_a_folder_in_which_none_can_be_made_is_said(filled, tmp_path, monkeypatch):
    def forbid(_folder: Path) -> None:
        raise PermissionError(errno.EACCES, "")

    monkeypatch.setattr(Path, "mkdir", forbid)
    with pytest.raises(AppError, match="Không được phép ghi vào thư mục"):
        save_bundle(filled, tmp_path)


def test_the_steps_are_told_in_words(filled, tmp_path):
    told = []
    save_bundle(filled, tmp_path, step=lambda *each: told.append(each))
    assert [done for done, _, _ in told] == list(range(len(told)))
    assert {of for _, of, _ in told} == {len(told)}
    assert all(words.startswith("Đang lập ") for _, _, words in told)


def test_of_a_period_and_of_another_day(filled, tmp_path):
    period = parse_period("2026-06", PeriodCut.DECREE)
    made = save_bundle(filled, tmp_path, period=period)
    kinds = {each.kind for each in made.files} | {each.kind for each in made.skipped}
    assert kinds == {kind.code for kind in KINDS if kind.of_period in (None, True)}
    earlier = save_bundle(filled, tmp_path, as_of=Moment(date(2026, 6, 1)))
    assert {e.figures_hash for e in earlier.files} != {e.figures_hash for e in made.files}


def test_a_folder_that_is_none_is_said(filled, tmp_path):
    with pytest.raises(AppError, match="Không có thư mục"):
        save_bundle(filled, tmp_path / "không có")


def test_what_a_process_left_behind_is_swept(tmp_path):
    draft = tmp_path / "~0a1b2c3d-999999999.tmp" / "1_Gui-thanh-pho"
    draft.mkdir(parents=True)
    (draft / "a.pdf").write_bytes(b"x")
    kept = tmp_path / "~0a1b2c3d.tmp"
    kept.mkdir()
    sweep_leftovers(tmp_path / "xa" / "xa.tiendo", tmp_path / "xa" / "ban-sao", [tmp_path])
    assert [path.name for path in tmp_path.iterdir()] == [kept.name]


def test_by_command(filled, data_path, tmp_path):
    filled.close()
    office = OfficeAtHand(data_path)
    made = office.run("report", "--all", "--as-of", "2026-06-08", "--out", tmp_path)
    assert made["files"]
    assert all((tmp_path / each["path"]).is_file() for each in made["files"])
    of_period = office.run("report", "--all", "--period", "2026-06", "--out", tmp_path)
    assert of_period["period"]["code"] == "2026-06"
    wrong = office.raw("report", "people", "--all", "--out", tmp_path)
    assert (wrong.returncode, "bỏ --all" in wrong.stderr) == (1, True)


def test_what_is_not_made_is_told_once_for_each_reason():
    unsigned = "Chưa chọn người ký."
    told = not_made_words(
        [
            NotMade("result-report", "Báo cáo kết quả", unsigned, faulty=True),
            NotMade("unit-reminder-letter", "Công văn đôn đốc: Công an xã", unsigned, faulty=True),
            NotMade("unit-reminder-letter", "Công văn đôn đốc: Trạm Y tế", unsigned, faulty=True),
            NotMade("publicity", "Kết quả tuyên truyền", "Chưa có nhiệm vụ nào."),
        ]
    )
    assert told == [
        "Không lập Báo cáo kết quả; Công văn đôn đốc (2 đơn vị): Chưa chọn người ký.",
        "Không lập Kết quả tuyên truyền: Chưa có nhiệm vụ nào.",
    ]


@pytest.mark.parametrize(
    "words",
    [
        ("--number", 7),
        ("--signer", "Trần Văn Mẫu"),
        ("--issue",),
        ("--freeze",),
        ("--unit", "Công an xã"),
        ("--full-phones", "Gọi điện"),
    ],
)
def test_what_is_chosen_for_one_document_is_not_left_out_of_all(filled, data_path, tmp_path, words):
    filled.close()
    office = OfficeAtHand(data_path)
    for several in (("--all",), ("--period", "2026-06"), ("--stored", "Báo cáo tháng")):
        refused = office.raw("report", *several, *words, "--out", tmp_path)
        assert (refused.returncode, words[0] in refused.stderr) == (1, True)
        assert list(tmp_path.glob("Bo-van-ban*")) == []
