"""Copies without anybody asking, and what is said of them."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import timedelta
from pathlib import Path

import pytest
from PySide6.QtCore import QSettings, Qt
from PySide6.QtWidgets import QComboBox, QFileDialog, QLabel, QPushButton

from models.errors import AppError
from models.records import Mark
from models.records.kept_copies import CopyReason, SecondPlace
from models.roster.marks import set_marks
from models.safekeeping import keeping, when
from models.store.backup import back_up
from models.store.data_file import open_file
from models.store.kept import CopyUnproven, kept_copies
from models.store.keyring import Locked
from tests.conftest import clock
from tests.disks import SmallDisk
from tests.factory import add_people
from ui.desk import Desk
from ui.lane import Lane
from ui.notice import Tone
from ui.pages.data import DataPage
from ui.safekeeping import keeper as keepers
from ui.safekeeping.keeper import Safekeeper, Safety
from ui.safekeeping.memory import Carried, CopyMemory
from ui.safekeeping.tasks import copy_tasks
from ui.safekeeping.wiring import keep_safe
from ui.table.data_table import DataTable
from ui.theme.appearance import Appearance
from ui.window.deeds import connect_deeds
from ui.window.main_window import MainWindow

NOW = clock()


@pytest.fixture
def settings(tmp_path: Path) -> QSettings:
    return QSettings(str(tmp_path / "nho.ini"), QSettings.Format.IniFormat)


@pytest.fixture
def bare(qtbot) -> Iterator[Desk]:
    lane = Lane()
    made = Desk(lane, clock)
    yield made
    if (keeper := keepers.keeper_of(made)) is not None:
        keeper.close()
    made.close()
    lane.close()


@pytest.fixture
def window(qtbot, bare: Desk, settings: QSettings, worn: Appearance, monkeypatch) -> MainWindow:
    """A window whose copies begin at once."""
    monkeypatch.setattr(keepers, "START_MS", 0)
    made = MainWindow(bare, settings)
    connect_deeds(made, bare, worn)
    keep_safe(made, bare)
    qtbot.addWidget(made)
    made.show()
    return made


def keeper_of(desk: Desk) -> Safekeeper:
    found = keepers.keeper_of(desk)
    assert found is not None
    return found


def reasons(data: Path) -> list[str]:
    return [each.reason for each in kept_copies(data)]


def begin(qtbot, window: MainWindow, desk: Desk, data: Path) -> None:
    """Open the file and wait for the copy of the start."""
    desk.take(open_file(data, clock))
    window.show_file("data")
    qtbot.waitUntil(lambda: bool(status(window).text()))
    qtbot.waitUntil(lambda: bool(keeper_of(desk).safety.copies))


def status(window: MainWindow) -> QPushButton:
    return window.findChild(QPushButton, "statusCopy")


def add(qtbot, desk: Desk, count: int) -> None:
    done: list[object] = []
    desk.ask(lambda file: add_people(file, count), done.append)
    qtbot.waitUntil(lambda: bool(done))


def message(window: MainWindow) -> str:
    return window.findChild(QLabel, "messageText").text()


def test_the_start_makes_a_copy_that_the_status_bar_tells(qtbot, window, bare, data_path) -> None:
    begin(qtbot, window, bare, data_path)
    qtbot.waitUntil(lambda: status(window).text() == "đã thử khôi phục 17:00, 0 người")
    assert reasons(data_path) == ["start"]


def test_ctrl_s_says_that_it_is_saved_and_copied(qtbot, window, bare, data_path) -> None:
    begin(qtbot, window, bare, data_path)
    add(qtbot, bare, 5)
    with qtbot.waitSignal(bare.noticed) as said:
        qtbot.keyClick(window, Qt.Key.Key_S, Qt.KeyboardModifier.ControlModifier)
    words = said.args[0].text
    assert words.startswith("Đã tự lưu lúc 17:00; đã sao lưu, đã thử khôi phục 17:00, 5 người")
    qtbot.waitUntil(lambda: reasons(data_path) == ["ctrl-s", "start"])


@pytest.mark.slow
def test_half_an_hour_of_change_makes_a_copy_and_none_without(
    qtbot, window, bare, data_path, monkeypatch
) -> None:
    begin(qtbot, window, bare, data_path)
    monkeypatch.setattr(when, "INTERVAL_SECONDS", 0)
    keeper = keeper_of(bare)
    keeper._tick.setInterval(5)
    add(qtbot, bare, 1)
    qtbot.waitUntil(lambda: reasons(data_path)[0] == "interval")
    add(qtbot, bare, 1)
    qtbot.waitUntil(lambda: reasons(data_path).count("interval") == 2)
    qtbot.waitUntil(lambda: not keeper.is_behind)
    for _ in range(3):
        with qtbot.waitSignal(keeper._tick.timeout):
            pass
    assert reasons(data_path).count("interval") == 2


@pytest.mark.slow
def test_before_many_marks_there_is_a_copy_that_the_bar_tells(
    qtbot, window, bare, data_path
) -> None:
    begin(qtbot, window, bare, data_path)
    add(qtbot, bare, 60)
    with qtbot.waitSignal(bare.changed):
        bare.ask(lambda file: set_marks(file, range(1, 61), Mark.REGISTERED))
    qtbot.waitUntil(lambda: reasons(data_path)[0] == "before-marks")
    qtbot.waitUntil(lambda: "60 người" in status(window).text())


def test_a_copy_that_cannot_be_made_is_said_at_once_and_again(
    qtbot, window, bare, data_path, monkeypatch
) -> None:
    begin(qtbot, window, bare, data_path)
    refusal = AppError("Ổ đĩa đã đầy nên chưa sao lưu được.", "Hãy xóa bớt tệp.")

    def refuse(*_args: object, **_options: object) -> None:
        raise refusal

    monkeypatch.setattr(keeping, "back_up", refuse)
    add(qtbot, bare, 2)
    keeper_of(bare).keep(CopyReason.INTERVAL)
    qtbot.waitUntil(lambda: status(window).text() == "Chưa sao lưu được")
    assert message(window) == "Ổ đĩa đã đầy nên chưa sao lưu được. Hãy xóa bớt tệp."
    assert window.messages.notice.tone is Tone.PROBLEM
    assert status(window).property("attention") is True
    monkeypatch.setattr(when, "AGAIN_SECONDS", 0)
    with qtbot.waitSignal(bare.noticed):
        keeper_of(bare)._tick.setInterval(5)
    monkeypatch.setattr(keeping, "back_up", back_up)
    qtbot.waitUntil(lambda: status(window).text().startswith("đã thử khôi phục"))
    assert not window.messages.isVisible()
    assert status(window).property("attention") is False


def test_closing_keeps_what_is_in_no_copy_yet(qtbot, window, bare, data_path) -> None:
    begin(qtbot, window, bare, data_path)
    add(qtbot, bare, 4)
    window.close()
    assert window.isVisible()
    qtbot.waitUntil(lambda: not window.isVisible())
    assert [each.people for each in kept_copies(data_path)] == [4, 0]
    assert reasons(data_path)[0] == "exit"


@pytest.mark.slow
def test_closing_without_a_change_waits_for_nothing(qtbot, window, bare, data_path) -> None:
    begin(qtbot, window, bare, data_path)
    qtbot.waitUntil(lambda: not keeper_of(bare).is_behind)
    window.close()
    assert not window.isVisible()


@pytest.mark.parametrize("way", [pytest.param("leaveWithout", marks=pytest.mark.slow), "leaveNot"])
def test_when_the_last_copy_fails_the_officer_is_asked(
    qtbot, window, bare, data_path, monkeypatch, way
) -> None:
    begin(qtbot, window, bare, data_path)

    def refuse(*_args: object, **_options: object) -> None:
        raise AppError("Ổ đĩa đã đầy.", "Hãy xóa bớt tệp.")

    monkeypatch.setattr(keeping, "back_up", refuse)
    add(qtbot, bare, 4)
    window.close()
    qtbot.waitUntil(lambda: window.findChild(QPushButton, way) is not None)
    qtbot.mouseClick(window.findChild(QPushButton, way), Qt.MouseButton.LeftButton)
    assert window.isVisible() is (way == "leaveNot")


@pytest.mark.slow
def test_a_file_that_is_left_for_another_is_copied_too(
    qtbot, window, bare, data_path, tmp_path
) -> None:
    begin(qtbot, window, bare, data_path)
    add(qtbot, bare, 3)
    other = tmp_path / "xa-khac.tiendo"
    other.write_bytes(back_up(data_path, tmp_path / "ban-1.tiendo").path.read_bytes())
    with qtbot.waitSignal(bare.closed):
        bare.close()
    qtbot.waitUntil(lambda: [each.people for each in kept_copies(data_path)] == [3, 0])


def test_the_practice_commune_is_not_copied(qtbot, bare, settings, data_path) -> None:
    keeper = Safekeeper(bare, settings, lambda file: file.path == data_path)
    bare.take(open_file(data_path, clock))
    assert not keeper.watches
    assert bare.file.guard is None


@pytest.mark.slow
def test_the_card_tells_the_copies_and_where_they_go_besides(
    qtbot, window, bare, data_path, small_disk: SmallDisk, monkeypatch
) -> None:
    begin(qtbot, window, bare, data_path)
    add(qtbot, bare, 3)
    page = window.page("data")
    assert isinstance(page, DataPage)
    chosen = str(small_disk.path)
    monkeypatch.setattr(QFileDialog, "getExistingDirectory", lambda *_: chosen)
    assert "Chưa chọn" in page.findChild(QLabel, "copiesPlace").text()
    with qtbot.waitSignal(bare.noticed, check_params_cb=lambda told: "đọc lại đúng" in told.text):
        qtbot.mouseClick(page.findChild(QPushButton, "copiesChoose"), Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: "3 người" in page.findChild(QLabel, "copiesPlace").text())
    assert [each.people for each in kept_copies(data_path, small_disk.path / "sao-luu")] == [3]
    copies = page.findChild(DataTable, "copiesTable").model()
    qtbot.waitUntil(lambda: copies.index(0, 4).data() == "✓ 17:00")
    assert [copies.index(0, at).data() for at in (0, 1, 2)] == [
        "08/06/2026 17:00", "Nơi sao lưu thứ hai", "3",
    ]  # fmt: skip
    assert page.findChild(QLabel, "copiesState").text() == "Đã thử khôi phục 17:00, 3 người"


@pytest.mark.slow
def test_a_folder_beside_the_data_is_refused_as_the_second_place(
    qtbot, window, bare, data_path, monkeypatch
) -> None:
    begin(qtbot, window, bare, data_path)
    monkeypatch.setattr(QFileDialog, "getExistingDirectory", lambda *_: str(data_path.parent))
    page = window.page("data")
    with qtbot.waitSignal(bare.noticed):
        qtbot.mouseClick(page.findChild(QPushButton, "copiesChoose"), Qt.MouseButton.LeftButton)
    assert "cùng ổ đĩa" in message(window)
    assert keeper_of(bare).safety.place is None


@pytest.mark.slow
def test_a_locked_screen_is_no_alarm_and_keeps_nobody_from_leaving(
    qtbot, window, bare, data_path, monkeypatch
) -> None:
    begin(qtbot, window, bare, data_path)

    def locked(*_args: object, **_options: object) -> None:
        raise Locked(data_path)

    monkeypatch.setattr(keeping, "back_up", locked)
    add(qtbot, bare, 1)
    told = status(window).text()
    window.close()
    qtbot.waitUntil(lambda: not window.isVisible())
    assert status(window).text() == told


def test_the_second_place_is_asked_for_each_week_and_a_failure_is_urgent() -> None:
    fresh = Carried(NOW, 532, NOW - timedelta(days=6))
    safety = Safety(bound=1, place=SecondPlace(Path("E:/"), "1A", "", "KINGSTON"), carried=fresh)
    assert copy_tasks(safety, NOW) == []
    old = safety._replace(carried=fresh._replace(verified_at=NOW - timedelta(days=8)))
    (asked,) = copy_tasks(old, NOW)
    assert (asked.text, asked.urgent) == (
        "Nơi sao lưu thứ hai (KINGSTON) đã 8 ngày: hãy cắm vào máy",
        False,
    )
    (none,) = copy_tasks(Safety(bound=1), NOW)
    assert none.verb == "Chọn nơi"
    failed = safety._replace(problem=AppError("Ổ đĩa đã đầy.", ""))
    (urgent,) = copy_tasks(failed, NOW)
    assert (urgent.text, urgent.urgent) == ("Chưa sao lưu được: Ổ đĩa đã đầy.", True)
    doubted = safety._replace(problem=CopyUnproven())
    assert copy_tasks(doubted, NOW)[0].text.startswith("Dữ liệu cần kiểm tra: ")


@pytest.mark.slow
def test_the_status_bar_leads_to_the_copies_and_their_bound_is_remembered(
    qtbot, window, bare, data_path, settings
) -> None:
    begin(qtbot, window, bare, data_path)
    window.go_to("roster")
    qtbot.mouseClick(status(window), Qt.MouseButton.LeftButton)
    assert window.current == "data"
    page = window.page("data")
    qtbot.waitUntil(page.findChild(QPushButton, "copiesNow").hasFocus)
    bound = page.findChild(QComboBox, "copiesBound")
    assert bound.currentText() == "2 GB"
    qtbot.keyClick(bound, Qt.Key.Key_Down)
    qtbot.waitUntil(lambda: keeper_of(bare).safety.bound == 5_000_000_000)
    assert CopyMemory(settings, data_path).bound == 5_000_000_000
