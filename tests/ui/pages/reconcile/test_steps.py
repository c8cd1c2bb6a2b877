"""The three steps of a reconciliation: passed over where nothing is asked, gone on by Enter and
back again."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel

from tests.ui.pages.reconcile.acts import box, button, click, column, go_to_step, step, words
from tests.ui.pages.reconcile.conftest import CULTURE, EXPORT, MATCHED, UNSURE, WRONG
from ui.intake.steps import IntakeStep
from ui.people.question import Question
from ui.table.data_table import DataTable
from ui.theme.steps_line import StepsLine, StepState

Key = Qt.Key


def line(page) -> StepsLine:
    (found,) = page.findChildren(StepsLine)
    return found


def test_before_a_file_comes_the_first_step_is_shown(page):
    assert step(page) == 1
    assert [each.text() for each in line(page).steps] == ["Tệp", "Cần quyết định", "Ghi"]


def test_where_nothing_is_to_be_decided_that_step_is_passed_and_says_so(
    qtbot, page, receive, make_export
):
    receive(make_export((MATCHED,)))
    assert step(page) == 3
    assert line(page).steps[1].state is StepState.DONE
    assert words(page, "reconcile-summary") == (
        "Sẽ ghi 1 người đăng ký mới, 1 người hoàn thành mới."
    )
    qtbot.waitUntil(button(page, "reconcile-write").hasFocus)
    click(qtbot, page, "reconcile-back")
    assert words(page, "reconcile-decided") == "Không có dòng nào cần quyết định."


def test_the_first_step_tells_what_was_read_and_from_where(qtbot, page, receive, make_export):
    path = make_export()
    receive(path)
    qtbot.mouseClick(line(page).steps[0], Qt.MouseButton.LeftButton)
    assert step(page) == 1
    table = page.findChild(DataTable, "reconcile-sources")
    assert table.isVisible()
    told = [column(qtbot, table, title) for title in ("Tệp", "Số dòng", "Đọc là", "Nơi lưu")]
    assert told == [["ketqua.xlsx"], ["5"], ["Kết quả trên nền tảng"], [str(path.parent)]]
    assert line(page).steps[1].accessibleName() == "Bước 2 trên 3: Cần quyết định, 1 dòng"


def test_the_reason_comes_first_and_enter_leads_on(qtbot, page, receive, make_export):
    receive(make_export((UNSURE, ("x9", "Vũ Ngọc Dung", "", "", "5", "x"))))
    table = box(page, "uncertain")
    place = page.findChild(QLabel, "reconcile-uncertain-place")
    qtbot.waitUntil(lambda: place.text() == "Dòng 1 trên 2")
    assert words(page, "reconcile-uncertain-why") == "Có thể là Phạm Đức Cường: cùng họ tên."
    click(qtbot, page, "reconcile-uncertain-later")
    qtbot.waitUntil(lambda: place.text() == "Dòng 2 trên 2")
    table.setFocus()
    qtbot.keyClick(table, Key.Key_1)
    qtbot.waitUntil(lambda: line(page).steps[1].text() == "Cần quyết định (1)")
    qtbot.keyClick(table, Key.Key_1)
    qtbot.waitUntil(lambda: words(page, "reconcile-decided").startswith("Đã quyết định hết 2 dòng"))
    qtbot.keyClick(table, Key.Key_Return)
    assert step(page) == 3
    assert not button(page, "card-matched").isVisible()
    click(qtbot, page, "reconcile-details")
    assert button(page, "card-matched").isVisible()
    assert button(page, "reconcile-details").accessibleDescription() == "đang mở"


def test_escape_leaves_but_asks_where_something_is_decided(qtbot, page, receive, make_export):
    flow = receive(make_export(EXPORT))
    table = box(page, "uncertain")
    qtbot.keyClick(table, Key.Key_1)
    qtbot.waitUntil(lambda: step(page) == 2 and "1" not in line(page).steps[1].text())
    qtbot.keyClick(table, Key.Key_Escape)
    question = page.findChild(Question)
    qtbot.waitUntil(question.isActiveWindow)
    qtbot.keyClick(question, Key.Key_Escape)
    qtbot.waitUntil(lambda: page.findChild(Question) is None)
    assert flow.step is IntakeStep.PLAN
    page.activateWindow()
    table.setFocus()
    qtbot.waitUntil(table.hasFocus)
    qtbot.keyClick(table, Key.Key_0)
    qtbot.waitUntil(lambda: "1" in line(page).steps[1].text())
    qtbot.keyClick(table, Key.Key_Escape)
    assert flow.step is IntakeStep.START


def test_who_was_lost_is_shown_with_the_arithmetic_before_writing(
    qtbot, desk, page, receive, make_export
):
    receive(make_export((MATCHED, WRONG)))
    go_to_step(qtbot, page, 3)
    click(qtbot, page, "reconcile-write")
    qtbot.waitUntil(lambda: step(page) == 1)
    receive(make_export((WRONG,), "sau.xlsx"))
    assert step(page) == 3
    assert button(page, "card-regressed").isVisible()
    assert column(qtbot, box(page, "regressed"), "Đơn vị") == [CULTURE]
