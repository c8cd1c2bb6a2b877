"""The rule and the pass mark of the contest are set on the page, said in words, and undone."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QComboBox, QLineEdit

from models.contests.rule import contest_rule
from models.journal.history import fingerprint
from models.journal.replay import undo
from models.records import ScoreRule
from tests.ui.pages.reconcile.acts import click, go_to_step, pick, words
from tests.ui.pages.reconcile.conftest import CLINIC, CULTURE
from ui.intake.steps import IntakeStep

Key = Qt.Key
HEADER = ("Tài khoản", "Họ và tên", "Số điện thoại", "Đơn vị", "Điểm", "Ngày thi")
TRIES = (
    ("an01", "Trần Văn An", "0912000001", CULTURE, "8,5", "02/06/2026"),
    ("an01", "Trần Văn An", "0912000001", CULTURE, "4", "03/06/2026"),
    ("yen01", "Đỗ Minh Yến", "0912000005", CLINIC, "5", "03/06/2026"),
)


def planned(flow, qtbot):
    return qtbot.waitSignal(
        flow.stepped, check_params_cb=lambda now: now == IntakeStep.PLAN, timeout=20_000
    )


def type_mark(qtbot, page, text):
    line = page.findChild(QLineEdit, "pass-mark")
    line.setFocus()
    line.selectAll()
    qtbot.keyClicks(line, text)
    qtbot.keyClick(line, Key.Key_Return)
    return line


def test_the_pass_mark_is_kept_with_the_contest_and_said(qtbot, desk, page, receive, make_export):
    before = fingerprint(desk.file)
    flow = receive(make_export(TRIES, header=HEADER))
    go_to_step(qtbot, page, 1)
    assert "chưa đặt điểm đạt" in words(page, "what-counts")
    assert "2 người hoàn thành mới" in words(page, "reconcile-summary")
    with planned(flow, qtbot):
        type_mark(qtbot, page, "8")
    assert "1 người hoàn thành mới" in words(page, "reconcile-summary")
    assert "có một lượt thi đạt từ 8 điểm trở lên" in words(page, "what-counts")
    assert "Cách tính điểm" in words(page, "plan-problem")
    assert contest_rule(desk.file) == (ScoreRule.BEST, 8)

    combo = page.findChild(QComboBox, "score-rule")
    with planned(flow, qtbot):
        pick(qtbot, combo, "Lấy điểm lần cuối")
    assert "hoàn thành" not in words(page, "reconcile-summary")
    assert contest_rule(desk.file) == (ScoreRule.LAST, 8)

    with planned(flow, qtbot):
        undo(desk.file)
    with planned(flow, qtbot):
        undo(desk.file)
    assert fingerprint(desk.file) == before
    assert page.findChild(QLineEdit, "pass-mark").text() == ""
    assert "2 người hoàn thành mới" in words(page, "reconcile-summary")


def test_the_next_file_is_counted_by_the_same_rule(qtbot, page, receive, make_export):
    flow = receive(make_export(TRIES, header=HEADER))
    go_to_step(qtbot, page, 1)
    with planned(flow, qtbot):
        type_mark(qtbot, page, "7,5")
    click(qtbot, page, "reconcile-leave")
    receive(make_export(TRIES[1:], "sau.xlsx", header=HEADER))
    assert page.findChild(QLineEdit, "pass-mark").text() == "7,5"
    assert "hoàn thành" not in words(page, "reconcile-summary")


def test_what_is_no_score_is_told_and_changes_nothing(qtbot, desk, page, receive, make_export):
    receive(make_export(TRIES, header=HEADER))
    go_to_step(qtbot, page, 1)
    type_mark(qtbot, page, "inf")
    assert "số lớn hơn 0" in words(page, "plan-problem")
    assert contest_rule(desk.file) == (ScoreRule.BEST, None)
