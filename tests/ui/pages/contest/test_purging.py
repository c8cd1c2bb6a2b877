"""The personal data of a closed contest is purged in the window: asked, shown, done once."""

from __future__ import annotations

from datetime import date

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QDialog, QLabel, QLineEdit, QPushButton

from models.contests.current import current_contest
from models.figures.closing import close_contest
from models.records import Mark
from models.roster.marks import set_marks
from models.store.backup import back_up
from models.store.data_file import view_file
from tests.conftest import clock
from tests.factory import add_people
from ui.calls.figures import look
from ui.calls.purging import copies_words
from ui.pages.contest import ContestPage
from ui.pages.contest.stages_tab import StagesTab
from ui.pages.overview_tasks import tasks_of

Key = Qt.Key


@pytest.fixture
def page(qtbot, desk):
    """The page of a contest that is closed, with one old copy of the file."""
    set_marks(desk.file, add_people(desk.file, 4)[:3], Mark.COMPLETED)
    back_up(desk.file.path, clock=clock)
    close_contest(desk.file)
    made = ContestPage(desk)
    qtbot.addWidget(made)
    made.resize(1150, 640)
    made.show()
    with qtbot.waitSignal(made.loaded):
        made.shown()
    return made


def pressed(page):
    """The button of the card, by key."""
    card = page.findChild(QPushButton, "contest-purge")
    assert card.isVisible()
    card.setFocus()
    QTest.keyClick(card, Key.Key_Space)


def asked(qtbot, page):
    pressed(page)
    qtbot.waitUntil(lambda: page.findChild(QDialog, "purge-question") is not None)
    return page.findChild(QDialog, "purge-question")


def test_it_says_what_goes_what_stays_and_where_it_still_lies(qtbot, page):
    words = asked(qtbot, page).findChild(QLabel, "question-words").text()
    assert "• 3 kết quả tham gia" in words
    assert "• 1 báo cáo số liệu đã chốt: danh sách người đứng sau" in words
    assert "Giữ lại: danh sách 4 người" in words
    assert "không hoàn tác được và cuộc thi không mở lại được" in words
    assert "-2026-06-08-170000.tiendo (" in words


def test_enter_leaves_all_as_it_was(qtbot, desk, page):
    question = asked(qtbot, page)
    with qtbot.waitSignal(question.rejected):
        QTest.keyClick(question.findChild(QPushButton, "keep"), Key.Key_Return)
    assert current_contest(desk.file).purged_on is None


def test_who_keeps_the_data_is_asked_once_for_how_long(qtbot, desk, page):
    assert [task for task in tasks_of(look(desk.file)) if "Chưa đặt thời hạn" in task.text]
    question = asked(qtbot, page)
    QTest.keyClick(question.findChild(QPushButton, "keep"), Key.Key_Return)
    dialog = page.findChild(QDialog, "contest-retention")
    until = dialog.findChild(QLineEdit, "contest-keep-until")
    assert until.text().endswith("/2027")
    with qtbot.waitSignal(page.findChild(StagesTab).loaded):
        QTest.keyClick(until, Key.Key_Return)
    kept = current_contest(desk.file).keep_until
    assert kept.year == 2027
    assert f"đến {kept:%d/%m/%Y}" in page.findChild(QLabel, "contest-card-facts").text()
    assert not [task for task in tasks_of(look(desk.file)) if "thời hạn" in task.text]


def test_yes_purges_and_the_card_says_so(qtbot, desk, page):
    act = asked(qtbot, page).findChild(QPushButton, "act")
    act.setFocus()
    said = []
    desk.said.connect(said.append)
    with qtbot.waitSignals([page.findChild(StagesTab).loaded, page.loaded]):
        QTest.keyClick(act, Key.Key_Space)
    qtbot.waitUntil(lambda: said != [])
    assert said == ["Đã xóa dữ liệu cá nhân của cuộc thi Ứng dụng AI 2026."]
    assert current_contest(desk.file).purged_on == date(2026, 6, 8)
    facts = page.findChild(QLabel, "contest-card-facts").text()
    assert "Dữ liệu cá nhân đã xóa ngày 08/06/2026." in facts
    for name in ("contest-purge", "contest-reopen", "contest-close"):
        assert not page.findChild(QPushButton, name).isVisible()
    assert page.findChild(QLabel, "contestEnding").text().endswith("3/4 hoàn thành (75,0%)")


def test_where_nothing_can_be_written_nothing_is_asked(qtbot, desk, page):
    copy = back_up(desk.file.path).path
    desk.take(view_file(copy, clock))
    refused = []
    desk.lane.failed.connect(refused.append)
    pressed(page)
    qtbot.waitUntil(lambda: refused != [])
    assert "bản sao lưu" in str(refused[0])
    assert page.findChild(QDialog, "purge-question") is None


def test_long_lists_of_copies_are_cut(qtbot, desk, page):
    for _ in range(11):
        back_up(desk.file.path, clock=clock)
    assert "và 4 bản cũ hơn" in asked(qtbot, page).findChild(QLabel, "question-words").text()


def test_copies_elsewhere_are_warned_of_also_where_there_is_none_here():
    assert copies_words(()) == (
        "Thư mục sao-luu không có bản sao lưu cũ nào. Bản chép ở nơi khác (USB, ổ đĩa khác) có thể "
        "còn dữ liệu này; hãy xóa khi không cần nữa."
    )
