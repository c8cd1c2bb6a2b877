"""From a dropped export to a written result and back: boxes, decisions, sums, undo."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QComboBox, QLabel, QLineEdit, QPushButton, QTabWidget

from models.journal.history import fingerprint
from models.journal.replay import undo
from models.records import PeopleQuery
from models.roster.people import list_people
from models.roster.person_rows import people_by_ids
from tests.factory import unit
from tests.ui.keys import type_vietnamese
from tests.ui.pages.reconcile.acts import (
    box,
    button,
    click,
    column,
    counts,
    go_to_step,
    open_box,
    step,
    unfold,
    words,
    write,
)
from tests.ui.pages.reconcile.conftest import (
    CLINIC,
    CULTURE,
    ECONOMY,
    EXPORT,
    FIRST,
    MATCHED,
    UNSURE,
    WRONG,
)
from ui.intake.steps import IntakeStep
from ui.table.data_table import DataTable

Key = Qt.Key


def test_before_a_file_comes_it_is_said_what_to_do(page):
    assert button(page, "reconcile-choose").hasFocus()
    assert button(page, "reconcile-paste").text() == "Dán (Ctrl+V)"
    assert not button(page, "reconcile-slips").isVisible()


def test_a_sure_file_goes_straight_to_boxes_that_tie_out(page, receive, make_export):
    receive(make_export())
    assert counts(page) == FIRST
    assert words(page, "tie-out") == (
        "5 dòng → 5 tài khoản; 5 người + 2 ngoài danh sách + 1 cần quyết định = 8 = "
        "1 khớp + 1 sai đơn vị + 2 ngoài danh sách + 3 chưa đăng ký + 1 cần quyết định."
    )
    assert words(page, "reconcile-summary") == (
        "Sẽ ghi 2 người đăng ký mới, 1 người hoàn thành mới; 1 dòng để lại."
    )
    assert step(page) == 2
    assert box(page, "uncertain").hasFocus()


def test_arrows_and_page_keys_move_between_the_boxes(qtbot, page, receive, make_export):
    receive(make_export())
    unfold(qtbot, page)
    button(page, "card-wrong_unit").setFocus()
    qtbot.keyClick(button(page, "card-wrong_unit"), Key.Key_Left)
    assert button(page, "card-matched").hasFocus()
    assert column(qtbot, box(page, "matched"), "Họ và tên") == ["Trần Văn An"]
    qtbot.keyClick(page, Key.Key_PageDown, Qt.KeyboardModifier.ControlModifier)
    assert column(qtbot, box(page, "wrong_unit"), "Đơn vị đúng") == [CULTURE]
    assert column(qtbot, box(page, "wrong_unit"), "Đơn vị ghi trên nền tảng") == [CLINIC]


@pytest.mark.parametrize("pad", [False, True])
def test_ctrl_and_either_enter_write_the_result(qtbot, desk, page, receive, make_export, pad):
    receive(make_export())
    control, keypad = Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.KeypadModifier
    with qtbot.waitSignal(desk.noticed, timeout=20_000):
        if pad:
            qtbot.keyClick(box(page, "uncertain"), Key.Key_Enter, control | keypad)
        else:
            qtbot.keyClick(box(page, "uncertain"), Key.Key_Return, control)
    assert sum(p.registered_on is not None for p in list_people(desk.file, PeopleQuery())) == 2


def test_key_1_says_who_it_is_and_the_counts_follow(
    qtbot, desk, page, roster, receive, make_export
):
    receive(make_export())
    table = box(page, "uncertain")
    qtbot.keyClick(table, Key.Key_1)
    qtbot.waitUntil(lambda: counts(page)["uncertain"] == 0)
    assert counts(page) == {**FIRST, "uncertain": 0, "matched": 2, "not_registered": 2}
    assert column(qtbot, table, "Quyết định") == ["Là người này"]
    assert "3 người đăng ký mới, 2 người hoàn thành mới" in words(page, "reconcile-summary")
    qtbot.keyClick(table, Key.Key_0)
    qtbot.waitUntil(lambda: counts(page) == FIRST)
    qtbot.keyClick(table, Key.Key_2)
    qtbot.waitUntil(lambda: counts(page)["not_on_roster"] == 3)
    qtbot.keyClick(table, Key.Key_1)
    qtbot.waitUntil(lambda: counts(page)["matched"] == 2)
    write(qtbot, desk, page)
    (person,) = people_by_ids(desk.file, [roster["Phạm Đức Cường"]])
    assert person.completed_on is not None


def test_key_3_takes_in_whose_unit_is_known_and_asks_for_the_others(
    qtbot, desk, page, receive, make_export
):
    receive(make_export())
    outside = open_box(qtbot, page, "not_on_roster")
    outside.setFocus()
    outside.selectAll()
    qtbot.keyClick(outside, Key.Key_3)
    qtbot.waitUntil(lambda: counts(page)["not_on_roster"] == 1)
    assert words(page, "reconcile-not_on_roster-said").startswith("1 người chưa rõ đơn vị")
    assert "đưa 1 người vào danh sách" in words(page, "reconcile-summary")
    write(qtbot, desk, page)
    people = list_people(desk.file, PeopleQuery())
    (new,) = [person for person in people if person.name == "Hoàng Thị Lạ"]
    assert new.unit == ECONOMY
    assert new.registered_on is not None


def test_a_unit_typed_after_key_3_takes_in_by_enter(qtbot, desk, page, receive, make_export):
    receive(make_export())
    table = box(page, "uncertain")
    qtbot.keyClick(table, Key.Key_3)
    assert "chưa rõ đơn vị" in words(page, "reconcile-uncertain-said")
    line = page.findChild(QComboBox, "uncertain-unit").lineEdit()
    qtbot.waitUntil(line.hasFocus)
    line.setText(CLINIC)
    qtbot.keyClick(line, Key.Key_Return)
    qtbot.waitUntil(lambda: counts(page)["uncertain"] == 0)
    assert table.hasFocus()
    assert column(qtbot, table, "Quyết định") == ["Đưa vào danh sách"]
    write(qtbot, desk, page)
    people = list_people(desk.file, PeopleQuery())
    assert [each.unit for each in people if each.name == UNSURE[1]] == [ECONOMY, CLINIC]


def test_an_account_without_a_name_cannot_be_taken_in(qtbot, page, receive, make_export):
    receive(make_export((MATCHED, ("khach07", "", "0977000009", ECONOMY, "5", ""))))
    outside = open_box(qtbot, page, "not_on_roster")
    outside.setFocus()
    outside.selectAll()
    qtbot.keyClick(outside, Key.Key_3)
    assert "không có họ tên" in words(page, "reconcile-not_on_roster-said")
    assert column(qtbot, outside, "Quyết định") == ["Chưa quyết định"]


def test_a_taken_in_account_can_be_left_out_again(qtbot, page, receive, make_export):
    receive(make_export())
    outside = open_box(qtbot, page, "not_on_roster")
    outside.setFocus()
    outside.selectAll()
    qtbot.keyClick(outside, Key.Key_3)
    qtbot.waitUntil(lambda: counts(page)["not_on_roster"] == 1)
    outside.setFocus()
    qtbot.keyClick(outside, Key.Key_0)
    qtbot.waitUntil(lambda: counts(page) == FIRST)


def test_a_unit_text_is_said_once_and_remembered(qtbot, desk, page, receive, make_export):
    rows = (*EXPORT[:1], ("yen01", "Đỗ Minh Yến", "0912000005", "TYT cơ sở 2", "5", "x"))
    receive(make_export(rows))
    unfold(qtbot, page)
    assert "1 chưa rõ" in button(page, "beside-units").text()
    click(qtbot, page, "beside-units")
    table = box(page, "units")
    assert column(qtbot, table, "Là đơn vị")[0] == "Chưa rõ"
    qtbot.keyClick(table, Key.Key_Return)
    line = page.findChild(QComboBox, "text-unit").lineEdit()
    qtbot.waitUntil(line.hasFocus)
    type_vietnamese(line, CLINIC)
    click(qtbot, page, "text-choose")
    qtbot.waitUntil(lambda: "chưa rõ" not in button(page, "beside-units").text())
    told = [each.text() for each in page.findChildren(QLabel) if each.isVisible()]
    assert "Đã rõ là đơn vị nào; muốn đổi thì chọn ở ô bên dưới." in told
    write(qtbot, desk, page)
    assert "TYT cơ sở 2" in unit(desk.file, CLINIC).aliases


def test_written_once_undone_by_one_step_and_listed(qtbot, desk, page, receive, make_export):
    before = fingerprint(desk.file)
    flow = receive(make_export())
    notice = write(qtbot, desk, page)
    assert "đánh dấu thêm 2 người đã đăng ký, 1 người đã hoàn thành" in notice.text
    assert "1 phiếu sửa đơn vị mở mới" in notice.text
    assert flow.step is IntakeStep.START
    qtbot.waitUntil(lambda: button(page, "reconcile-slips").isVisible())
    earlier = page.findChild(DataTable, "reconcile-earlier")
    shown = {
        title: column(qtbot, earlier, title)
        for title in (
            "Tệp", "Số liệu đến", "Khớp", "Sai đơn vị", "Ngoài danh sách", "Chưa đăng ký", "Cần quyết định", "Nay không có",
        )
    }  # fmt: skip
    assert [each for (each,) in shown.values()] == [
        "ketqua.xlsx", "08/06/2026", "1", "1", "2", "3", "1", "0",
    ]  # fmt: skip
    undo(desk.file)
    assert fingerprint(desk.file) == before
    qtbot.waitUntil(lambda: not button(page, "reconcile-slips").isVisible())
    assert earlier.model().rowCount() == 0


def test_the_same_file_again_says_so_and_changes_nothing(qtbot, desk, page, receive, make_export):
    path = make_export()
    receive(path)
    write(qtbot, desk, page)
    after = fingerprint(desk.file)
    receive(path)
    assert "không đánh dấu thêm ai" in words(page, "reconcile-remarks")
    notice = write(qtbot, desk, page)
    assert "không có gì thay đổi" in notice.text
    assert fingerprint(desk.file) == after


def test_who_is_lost_comes_first_and_loud(qtbot, desk, page, receive, make_export):
    receive(make_export())
    write(qtbot, desk, page)
    receive(make_export((WRONG, UNSURE), "sau.xlsx"))
    assert step(page) == 2
    assert button(page, "reconcile-lost").text().startswith("⚠ 1 người lần trước có, nay không có")
    click(qtbot, page, "reconcile-lost")
    table = box(page, "regressed")
    assert table.hasFocus()
    assert step(page) == 3
    assert column(qtbot, table, "Họ và tên") == ["Trần Văn An"]
    assert column(qtbot, table, "Lần này") == ["Không có trong tệp"]
    assert f"{CULTURE}: đăng ký 2 → 1, hoàn thành 1 → 0" in words(page, "unit-drops")
    assert button(page, "card-regressed").property("attention")


def test_another_day_makes_another_plan(qtbot, page, receive, make_export):
    flow = receive(make_export())
    go_to_step(qtbot, page, 1)
    day = page.findChild(QLineEdit, "as-of")
    day.setText("7/6")
    with qtbot.waitSignal(flow.stepped, check_params_cb=lambda now: now == IntakeStep.PLAN):
        qtbot.keyClick(day, Key.Key_Return)
    assert day.text() == "07/06/2026"
    day.setText("9/6")
    qtbot.keyClick(day, Key.Key_Return)
    qtbot.waitUntil(lambda: "chưa đến" in words(page, "problem"))


def test_a_change_elsewhere_makes_the_plan_anew_and_keeps_decisions(
    qtbot, desk, page, roster, receive, make_export
):
    from models.records import Mark
    from models.roster.marks import set_marks

    flow = receive(make_export())
    qtbot.keyClick(box(page, "uncertain"), Key.Key_1)
    qtbot.waitUntil(lambda: counts(page)["uncertain"] == 0)
    with qtbot.waitSignal(flow.stepped, check_params_cb=lambda now: now == IntakeStep.PLAN):
        set_marks(desk.file, [roster["Trần Văn An"]], Mark.REGISTERED)
    assert "vừa thay đổi" in words(page, "plan-problem")
    assert counts(page)["uncertain"] == 0
    assert "2 người đăng ký mới, 2 người hoàn thành mới" in words(page, "reconcile-summary")
    write(qtbot, desk, page)


def test_leaving_writes_nothing(qtbot, desk, page, receive, make_export):
    before = fingerprint(desk.file)
    flow = receive(make_export())
    click(qtbot, page, "reconcile-leave")
    assert flow.step is IntakeStep.START
    assert fingerprint(desk.file) == before


def test_another_file_waits_until_decisions_are_written_or_left(
    qtbot, desk, page, receive, make_export
):
    flow = receive(make_export())
    qtbot.keyClick(box(page, "uncertain"), Key.Key_1)
    with qtbot.waitSignal(desk.noticed) as noticed:
        page.take([make_export((MATCHED,), "khac.xlsx")])
    assert "chưa ghi" in noticed.args[0].text
    assert flow.step is IntakeStep.PLAN


@pytest.mark.parametrize(("what", "at"), [("slips", 1), ("official", 2), ("doubts", 3)])
def test_tabs_can_be_gone_to(page, what, at):
    page.take(what)
    assert page.findChild(QTabWidget, "reconcile-tabs").currentIndex() == at


def test_every_button_has_words(page, receive, make_export):
    receive(make_export())
    for made in page.findChildren(QPushButton):
        if made.isVisible():
            assert made.text() or made.accessibleName()


def test_in_another_file_the_keys_begin_at_its_first_line(qtbot, desk, page, receive, make_export):
    receive(make_export((UNSURE, MATCHED)))
    table = open_box(qtbot, page, "matched")
    assert column(qtbot, table, "Họ và tên") == ["Trần Văn An"]
    write(qtbot, desk, page)
    people = [MATCHED, ("yen", "Đỗ Minh Yến", "0912000005", CLINIC, "9", "x")]
    receive(make_export(people, name="lan-sau.xlsx"))
    table = open_box(qtbot, page, "matched")
    qtbot.waitUntil(lambda: table.currentIndex().isValid())
    assert table.currentIndex().row() == 0
    assert column(qtbot, table, "Họ và tên") == ["Trần Văn An", "Đỗ Minh Yến"]
