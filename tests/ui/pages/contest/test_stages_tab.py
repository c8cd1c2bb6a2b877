"""The tab Chặng: everything of the contest is edited by real keys."""

from __future__ import annotations

from datetime import date

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QCheckBox, QComboBox, QDialog, QLabel, QLineEdit, QPushButton

from models.contests.choosing import contest_choices
from models.contests.current import current_contest
from models.journal.change import changing
from models.office.setup import init_file
from models.records import Level, LevelTone, Mark
from models.roster.marks import apply_results, set_marks
from models.roster.person_rows import people_by_ids
from tests.conftest import clock
from tests.factory import add_people
from tests.ui.keys import type_vietnamese
from ui.pages.contest import ContestPage
from ui.pages.contest.stages_tab import StagesTab
from ui.table.data_table import DataTable

Key = Qt.Key


@pytest.fixture
def page(qtbot, desk):
    made = ContestPage(desk)
    qtbot.addWidget(made)
    made.resize(1150, 640)
    made.show()
    made.activateWindow()
    with qtbot.waitSignal(made.loaded):
        made.shown()
    return made


def texts(page, name):
    model = page.findChild(DataTable, name).model()
    return [
        [str(model.index(row, column).data()) for column in range(model.columnCount())]
        for row in range(model.rowCount())
    ]


def first_line(qtbot, page, name):
    """The table with its first line chosen by key."""
    table = page.findChild(DataTable, name)
    page.activateWindow()
    qtbot.waitUntil(page.isActiveWindow)
    table.setFocus()
    QTest.keyClick(table, Key.Key_Home, Qt.KeyboardModifier.ControlModifier)
    qtbot.waitUntil(lambda: page.findChild(QPushButton, f"{name}-edit").isEnabled())
    return table


def dialog(qtbot, page, name):
    qtbot.waitUntil(lambda: page.findChild(QDialog, name) is not None)
    return page.findChild(QDialog, name)


def write(found, name, text):
    line = found.findChild(QLineEdit, name)
    line.setFocus()
    line.selectAll()
    if text:
        type_vietnamese(line, text)
    else:
        QTest.keyClick(line, Key.Key_Delete)


def saved(qtbot, page, found):
    """Save by Enter and wait for the tab to read again."""
    with qtbot.waitSignal(page.findChild(StagesTab).loaded):
        QTest.keyClick(found, Key.Key_Return)
    page.activateWindow()
    qtbot.waitUntil(page.isActiveWindow)


def problem(found):
    return found.findChild(QLabel, "problem").text()


def test_the_stages_stand_with_status_and_result(qtbot, desk, page):
    set_marks(desk.file, add_people(desk.file, 4)[:1], Mark.COMPLETED)
    qtbot.waitUntil(lambda: texts(page, "stages")[0][2] == "1/4 hoàn thành (25,0%)")
    assert [line[:3] for line in texts(page, "stages")] == [
        ["1. Nâng cao năng lực", "Còn 3 ngày đến hạn của thành phố", "1/4 hoàn thành (25,0%)"],
        ["2. Chuyển đổi đột phá", "Chưa mở, từ 12/06/2026", "Chưa có bài dự thi"],
        ["3. Vinh danh", "Chưa mở, từ 21/06/2026", "Chưa có bài dự thi"],
    ]


def test_a_stage_is_edited_by_enter_and_a_wrong_deadline_is_said(qtbot, desk, page):
    table = first_line(qtbot, page, "stages")
    QTest.keyClick(table, Key.Key_Return)
    found = dialog(qtbot, page, "stage-dialog")
    write(found, "stage-own", "12/6/2026")
    QTest.keyClick(found, Key.Key_Return)
    assert "muộn hơn hạn của thành phố (11/06/2026)" in problem(found)
    write(found, "stage-own", "10/6/2026")
    saved(qtbot, page, found)
    assert current_contest(desk.file).stages[0].internal_ends_on == date(2026, 6, 10)
    assert texts(page, "stages")[0][1] == "Còn 2 ngày đến hạn của xã"


def test_a_stage_comes_by_insert_and_goes_by_delete(qtbot, desk, page):
    table = first_line(qtbot, page, "stages")
    QTest.keyClick(table, Key.Key_Insert)
    found = dialog(qtbot, page, "stage-dialog")
    write(found, "stage-name", "Thi lại")
    write(found, "stage-starts", "26/6/2026")
    write(found, "stage-ends", "30/6/2026")
    saved(qtbot, page, found)
    assert texts(page, "stages")[3][0] == "4. Thi lại"
    QTest.keyClick(table, Key.Key_End, Qt.KeyboardModifier.ControlModifier)
    qtbot.waitUntil(lambda: page.findChild(QPushButton, "stages-work").isEnabled())
    with qtbot.waitSignal(page.findChild(StagesTab).loaded):
        page.findChild(QPushButton, "stages-work").click()
    assert current_contest(desk.file).stage == 4
    assert texts(page, "stages")[3][0] == "4. Thi lại (đang làm)"
    with qtbot.waitSignal(page.findChild(StagesTab).loaded):
        QTest.keyClick(table, Key.Key_Delete)
    contest = current_contest(desk.file)
    assert (len(contest.stages), contest.stage) == (3, 1)


def test_a_prize_says_its_sum_in_words(qtbot, desk, page):
    table = first_line(qtbot, page, "prizes")
    assert texts(page, "prizes")[0] == ["Giải Nhất", "1", "10.000.000", "Mười triệu đồng"]
    QTest.keyClick(table, Key.Key_Return)
    found = dialog(qtbot, page, "prize-dialog")
    write(found, "prize-amount", "12500000")
    words = found.findChild(QLabel, "prize-amount-hint").text()
    assert words == "Mười hai triệu năm trăm nghìn đồng"
    saved(qtbot, page, found)
    assert current_contest(desk.file).prizes[0].amount == 12_500_000
    table.setFocus()
    with qtbot.waitSignal(page.findChild(StagesTab).loaded):
        QTest.keyClick(table, Key.Key_Delete)
    assert current_contest(desk.file).prizes[0].rank == "Giải Nhì"


def test_the_usual_levels_become_one_s_own_when_one_is_edited(qtbot, desk, page):
    table = first_line(qtbot, page, "levels")
    QTest.keyClick(table, Key.Key_Insert)
    found = dialog(qtbot, page, "level-dialog")
    write(found, "level-word", "tốt")
    write(found, "level-least", "100")
    QTest.keyClick(found, Key.Key_Return)
    assert "cùng một tỷ lệ" in problem(found)
    write(found, "level-least", "92,5")
    saved(qtbot, page, found)
    levels = current_contest(desk.file).levels
    assert Level(92.5, "tốt", LevelTone.GOOD) in levels
    assert [each.word for each in levels if each.tone is not LevelTone.NONE] == [
        "thấp",
        "khá",
        "tốt",
        "đạt",
    ]


def test_the_contest_itself_is_edited(qtbot, desk, page):
    QTest.mouseClick(page.findChild(QPushButton, "contest-edit"), Qt.MouseButton.LeftButton)
    found = dialog(qtbot, page, "contest-settings")
    write(found, "contest-target", "0")
    QTest.keyClick(found, Key.Key_Return)
    assert "Chỉ tiêu 0%" in problem(found)
    write(found, "contest-target", "95")
    write(found, "contest-pass", "7,5")
    write(found, "contest-escalate-after", "400")
    QTest.keyClick(found, Key.Key_Return)
    assert "Số lần nhắc trước khi báo cáo Chủ tịch là 400" in problem(found)
    write(found, "contest-escalate-after", "3")
    write(found, "contest-escalate-days", "0")
    QTest.keyClick(found.findChild(QCheckBox, "contest-one-mark"), Key.Key_Space)
    assert not found.findChild(QLineEdit, "contest-registered").isVisible()
    write(found, "contest-completed", "đã kích hoạt chữ ký số")
    saved(qtbot, page, found)
    contest = current_contest(desk.file)
    assert (contest.target, contest.pass_mark, contest.one_mark) == (95, 7.5, True)
    assert (contest.escalate_after, contest.escalate_days) == (3, 0)
    facts = page.findChild(QLabel, "contest-card-facts").text()
    assert "Tính mốc “đã kích hoạt chữ ký số”" in facts


def new_dialog(qtbot, page):
    QTest.mouseClick(page.findChild(QPushButton, "contestNew"), Qt.MouseButton.LeftButton)
    found = dialog(qtbot, page, "new-contest")
    source = found.findChild(QComboBox, "new-source")
    qtbot.waitUntil(lambda: source.count() > 0)
    return found, source


def test_last_year_s_contest_comes_again(qtbot, desk, page):
    found, _source = new_dialog(qtbot, page)
    short = found.findChild(QLineEdit, "new-short")
    qtbot.waitUntil(lambda: short.text() == "Ứng dụng AI 2027")
    saved(qtbot, page, found)
    contest = current_contest(desk.file)
    assert contest.stages[0].starts_on == date(2027, 5, 28)
    assert page.findChild(QLabel, "contestTitle").text() == "Cuộc thi Ứng dụng AI 2027"


def test_one_s_own_needs_a_name_and_days(qtbot, desk, page):
    found, source = new_dialog(qtbot, page)
    qtbot.waitUntil(lambda: found.findChild(QLineEdit, "new-name").text() != "")
    source.setFocus()
    QTest.keyClick(source, Key.Key_End)
    assert found.findChild(QLineEdit, "new-name").text() == ""
    QTest.keyClick(found, Key.Key_Return)
    assert "Ngày bắt đầu chưa phải là ngày" in problem(found)
    write(found, "new-starts", "1/7/2026")
    write(found, "new-ends", "31/7/2026")
    QTest.keyClick(found, Key.Key_Return)
    assert "Tên cuộc thi còn trống" in problem(found)
    write(found, "new-name", "Chữ ký số")
    saved(qtbot, page, found)
    assert [each.code for each in contest_choices(desk.file) if each.current] == ["chu-ky-so"]


def test_a_file_without_a_contest_takes_one_at_any_time(qtbot, desk, tmp_path, page):
    desk.take(init_file(tmp_path / "bare.tiendo", "Xã Kẻ Sặt", None, clock))
    bare = ContestPage(desk)
    qtbot.addWidget(bare)
    bare.show()
    with qtbot.waitSignal(bare.loaded):
        bare.shown()
    assert bare.findChild(QLabel, "contest-card-name").text() == "Chưa có cuộc thi"
    found, source = new_dialog(qtbot, bare)
    assert source.currentText() == "Mẫu Ứng dụng AI 2026"
    qtbot.waitUntil(lambda: found.findChild(QLineEdit, "new-name").text() != "")
    saved(qtbot, bare, found)
    assert current_contest(desk.file).code == "ai-2026"


def test_a_contest_is_closed_with_a_question_and_opened_again(qtbot, desk, page):
    people = add_people(desk.file, 4)
    set_marks(desk.file, people[:1], Mark.COMPLETED)
    QTest.mouseClick(page.findChild(QPushButton, "contest-close"), Qt.MouseButton.LeftButton)
    found = dialog(qtbot, page, "question")
    words = found.findChild(QLabel, "question-words").text()
    assert "dữ liệu cá nhân của 4 người; 1 người có kết quả trong cuộc thi này" in words
    act = found.findChild(QPushButton, "act")
    act.setFocus()
    tab = page.findChild(StagesTab)
    with qtbot.waitSignals([tab.loaded, page.loaded]):
        QTest.keyClick(act, Key.Key_Space)
    assert page.findChild(QLabel, "contestEnding").text() == (
        "Đã đóng ngày 08/06/2026 · 1/4 hoàn thành (25,0%)"
    )
    QTest.keyClick(dialog(qtbot, page, "purge-question"), Key.Key_Escape)
    assert current_contest(desk.file).purged_on is None
    first_row = page.findChild(DataTable, "stages")
    first_row.setFocus()
    QTest.keyClick(first_row, Key.Key_Return)
    assert page.findChild(QDialog, "stage-dialog") is None
    assert not page.findChild(QPushButton, "stages-add").isEnabled()
    reopen = page.findChild(QPushButton, "contest-reopen")
    with qtbot.waitSignals([tab.loaded, page.loaded]):
        QTest.mouseClick(reopen, Qt.MouseButton.LeftButton)
    assert page.findChild(QPushButton, "stages-add").isEnabled()
    assert not page.findChild(QLabel, "contestEnding").isVisible()


def test_another_pass_mark_asks_before_it_marks_anybody(qtbot, desk, page):
    (person,) = add_people(desk.file, 1)
    set_marks(desk.file, [person], Mark.FAILED, date(2026, 6, 2))
    with changing(desk.file, "x", "Điểm") as change:
        apply_results(change, {person: {"score": 6.0}})
    QTest.mouseClick(page.findChild(QPushButton, "contest-edit"), Qt.MouseButton.LeftButton)
    found = dialog(qtbot, page, "contest-settings")
    write(found, "contest-pass", "5")
    # The question may come before the page is in front again.
    QTest.keyClick(found, Key.Key_Return)
    asked = dialog(qtbot, page, "question")
    words = asked.findChild(QLabel, "question-words").text()
    assert words.startswith("1 người có điểm từ 5 trở lên chưa được ghi hoàn thành. Chưa đánh dấu")
    assert not people_by_ids(desk.file, [person])[0].completed_on
    with qtbot.waitSignal(desk.said) as said:
        QTest.mouseClick(asked.findChild(QPushButton, "act"), Qt.MouseButton.LeftButton)
    assert said.args == ["Đã đánh dấu 1 người theo điểm. Ctrl+Z để hoàn tác."]
    assert people_by_ids(desk.file, [person])[0].completed_on == date(2026, 6, 2)
