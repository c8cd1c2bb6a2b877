"""A meeting on the page: what it comes to is chosen by key, counted at once and remembered."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QComboBox, QLineEdit

from models.contests.attendance import attendance_rule
from models.records import AttendanceRule, Attended, Mark
from tests.ui.pages.reconcile.acts import go_to_step, pick, words
from ui.intake.steps import IntakeStep

HEADER = ("Name", "Email", "Join Time", "Leave Time", "Phone")
VISITS = (
    ("Trần Văn An", "an@xa.vn", "05/06/2026 14:00:00", "05/06/2026 15:00:00", ""),
    ("Lê Thị Bình", "", "05/06/2026 14:00:00", "05/06/2026 14:10:00", ""),
)


def planned(flow, qtbot):
    return qtbot.waitSignal(
        flow.stepped, check_params_cb=lambda now: now == IntakeStep.PLAN, timeout=20_000
    )


def test_the_rule_is_chosen_on_the_page_and_kept(qtbot, desk, page, receive, make_export):
    flow = receive(make_export(VISITS, header=HEADER))
    assert page.findChild(QLineEdit, "least-minutes").isVisible()
    assert "chưa được tính" in words(page, "reconcile-remarks")
    with planned(flow, qtbot):
        pick(qtbot, page.findChild(QComboBox, "attended-mark"), "đã hoàn thành")
    assert attendance_rule(desk.file, Attended.MEETING) == AttendanceRule(Mark.COMPLETED, 0.0)
    line = page.findChild(QLineEdit, "least-minutes")
    with planned(flow, qtbot):
        line.setFocus()
        qtbot.keyClicks(line, "30")
        qtbot.keyClick(line, Qt.Key.Key_Return)
    assert attendance_rule(desk.file, Attended.MEETING) == AttendanceRule(Mark.COMPLETED, 30.0)
    assert "từ 30 phút trở lên" in words(page, "reconcile-remarks")


def test_minutes_that_are_none_are_told(qtbot, desk, page, receive, make_export):
    receive(make_export(VISITS, header=HEADER))
    line = page.findChild(QLineEdit, "least-minutes")
    line.setFocus()
    qtbot.keyClicks(line, "abc")
    qtbot.keyClick(line, Qt.Key.Key_Return)
    assert "không âm" in words(page, "plan-problem")
    assert attendance_rule(desk.file, Attended.MEETING) == AttendanceRule()


def test_an_export_of_the_platform_asks_for_no_minutes(qtbot, page, receive, make_export):
    receive(make_export())
    go_to_step(qtbot, page, 1)
    assert not page.findChild(QLineEdit, "least-minutes").isVisible()


PLAIN = (
    ("Trần Văn An", "0912000001", "Trạm Y tế", "Y sĩ"),
    ("Lê Thị Bình", "0912000002", "Trạm Y tế", "Trưởng trạm"),
)


def test_what_a_plain_list_means_is_asked_and_said_of_it_alone(
    qtbot, desk, page, receive, make_export
):
    flow = receive(make_export(PLAIN, header=("Họ và tên", "Điện thoại", "Đơn vị", "Chức vụ")))
    assert "không ai được coi là đã đăng ký" in words(page, "reconcile-remarks")
    assert words(page, "reconcile-summary").startswith("Không có kết quả mới để ghi")
    assert not page.findChild(QLineEdit, "least-minutes").isVisible()
    with planned(flow, qtbot):
        pick(qtbot, page.findChild(QComboBox, "attended-mark"), "đã đăng ký")
    assert "được tính là đã đăng ký" in words(page, "reconcile-remarks")
    assert attendance_rule(desk.file, Attended.LIST) == AttendanceRule()
